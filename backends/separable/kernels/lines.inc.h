/* Line kernels of one element type; lines.h says what each computes. Included by lines.c. */

typedef T FN(vec) __attribute__((vector_size(VECTOR_BYTES), aligned(sizeof(T)), may_alias));
#define VEC FN(vec)
typedef SIGNED FN(bits)
    __attribute__((vector_size(VECTOR_BYTES), aligned(sizeof(T)), may_alias));
#define BITS FN(bits)

#include "partial_vectors.inc.h"

#include "rows.inc.h"
#include "row_boxes.inc.h"
#include "across.inc.h"
#include "fused.inc.h"
#include "fused_kinds.inc.h"

#undef FROM_PAIR
#undef PAIR
#undef VEC
#undef BITS
