/* Integers and element types that all C sources share. */
#ifndef POLYCONV_TYPES_H
#define POLYCONV_TYPES_H

#include <stddef.h>
#include <stdint.h>

typedef ptrdiff_t pc_size;

static inline pc_size pc_min(pc_size a, pc_size b) { return a < b ? a : b; }

/* Element types of the kernels. Signed and unsigned integers share one type: their sums are the
 * same modulo 2^64, or 2^32. An int16x2 is a pair of 16-bit integers, two channels of the
 * input or of the weights; the product of two of them is the sum of two products, in 32 bits. An
 * int8x4 is four 8-bit integers. Either the input or the weights are unsigned, the other signed:
 * PC_U8S8X4 names the type of the input first. Types from PC_INT16X2 on are copied as PC_U32. */
enum pc_type {
    PC_F32,
    PC_F64,
    PC_U64,
    PC_U32,
    PC_INT16X2,
    PC_U8S8X4,
    PC_S8U8X4,
    PC_TYPES
};

#endif
