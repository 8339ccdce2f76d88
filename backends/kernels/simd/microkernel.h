/* Elements, vectors and products of micro-kernels; each of their sources starts with this file.
 *
 * Micro-kernels are compiled once for each level and element type, with PC_LEVEL and ELEMENT their
 * names; see level.h.
 */
#ifndef POLYCONV_MICROKERNEL_H
#define POLYCONV_MICROKERNEL_H

#include "level.h"

/* 0: a fused multiply-add; 1: several instructions; 2: pairs of 16-bit products; 3 and 4: four
 * 8-bit products, of an unsigned first factor and of an unsigned second one. */
#define PRODUCT_f32 0
#define PRODUCT_f64 0
#define PRODUCT_u32 1
#define PRODUCT_u64 1
#define PRODUCT_int16x2 2
#define PRODUCT_u8s8x4 3
#define PRODUCT_s8u8x4 4
#define PRODUCT_OF_(element) PRODUCT_##element
#define PRODUCT_OF(element) PRODUCT_OF_(element)
#define INTEGER_PRODUCTS (PRODUCT_OF(ELEMENT) == 1)

typedef T FN(vec) __attribute__((vector_size(VECTOR_BYTES), aligned(sizeof(T)), may_alias));
#define VEC FN(vec)

/* sum += a * b for vectors; `a` may be a single element. */
#if PRODUCT_OF(ELEMENT) == 2
#include "int16x2.inc.h"
#define MULTIPLY_ADD(sum, a, b) (sum) = multiply_add_int16x2((sum), (VEC){0} + (a), (b))
#elif PRODUCT_OF(ELEMENT) == 3
#include "int8x4.inc.h"
#define MULTIPLY_ADD(sum, a, b) (sum) = multiply_add_int8x4((sum), (VEC){0} + (a), (b))
#elif PRODUCT_OF(ELEMENT) == 4
#include "int8x4.inc.h"
#define MULTIPLY_ADD(sum, a, b) (sum) = multiply_add_int8x4((sum), (b), (VEC){0} + (a))
#else
#define MULTIPLY_ADD(sum, a, b) (sum) += (a) * (b)
#endif

#endif
