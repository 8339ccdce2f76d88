/* The Winograd transforms of the instruction-set level in use. */
#include "dispatch.h"
#include "winograd.h"

#include <stddef.h>

PC_DISPATCH(pc_winograd_table, pc_winograd_transforms)

const pc_winograd *pc_winograd_for(enum pc_type type, int outputs, int taps) {
    if (type != PC_F32 && type != PC_F64)
        return NULL;
    const pc_winograd_table *table = pc_winograd_transforms();
    const pc_winograd *transform = type == PC_F32 ? table->f32 : table->f64;
    while (transform->outputs && (transform->outputs != outputs || transform->taps != taps))
        transform++;
    return transform->outputs ? transform : NULL;
}
