/* Copy kernels of one element type; included by copy_kernels.c. */

typedef T FN(vec) __attribute__((vector_size(VECTOR_BYTES), aligned(sizeof(T)), may_alias));
#define VEC FN(vec)

#include "partial_vectors.inc.h"
#include "copy_rows.inc.h"
#include "transpose.inc.h"

#undef VEC
