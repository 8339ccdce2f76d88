/* Elements, vectors and products of micro-kernels; each of their sources starts with this file.
 *
 * Micro-kernels are compiled once for each level and element type, with PC_LEVEL and ELEMENT their
 * names; see level.h.
 */
#ifndef POLYCONV_MICROKERNEL_H
#define POLYCONV_MICROKERNEL_H

#include "level.h"

/* 0: a fused multiply-add; 1: several instructions; 2: pairs of 16-bit products. */
#define PRODUCT_f32 0
#define PRODUCT_f64 0
#define PRODUCT_u32 1
#define PRODUCT_u64 1
#define PRODUCT_int16x2 2
#define PRODUCT_OF_(element) PRODUCT_##element
#define PRODUCT_OF(element) PRODUCT_OF_(element)
#define INTEGER_PRODUCTS (PRODUCT_OF(ELEMENT) == 1)

typedef T FN(vec) __attribute__((vector_size(VECTOR_BYTES), aligned(sizeof(T)), may_alias));
#define VEC FN(vec)

/* sum += a * b for vectors; `a` may be a single element. */
#if PRODUCT_OF(ELEMENT) == 2
#include "int16x2.inc.h"
#define MULTIPLY_ADD(sum, a, b) (sum) = multiply_add_int16x2((sum), (VEC){0} + (a), (b))
#else
#define MULTIPLY_ADD(sum, a, b) (sum) += (a) * (b)
#endif

#endif
