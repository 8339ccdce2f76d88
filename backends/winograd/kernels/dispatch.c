/* The Winograd transforms of the instruction-set level in use. */
#include "dispatch.h"
#include "winograd_transforms.h"

#include <stddef.h>

PC_DISPATCH(pc_winograd_level, pc_winograd_transforms)

const pc_winograd_transform *pc_winograd_transform_for(enum pc_type type, int outputs, int taps) {
    if (type != PC_F32 && type != PC_F64)
        return NULL;
    const pc_winograd_level *level = pc_winograd_transforms();
    const pc_winograd_transform *transform = type == PC_F32 ? level->f32 : level->f64;
    while (transform->outputs && (transform->outputs != outputs || transform->taps != taps))
        transform++;
    return transform->outputs ? transform : NULL;
}
