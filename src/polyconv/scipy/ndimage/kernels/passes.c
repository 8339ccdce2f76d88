/* Passes over a tile, see passes.inc.h and tile.inc.h; compiled once for each ISA level and element
 * type of the sums.
 *
 * On x86-64, sums of float64 must not be contracted to fused multiply-adds, because SciPy is
 * compiled for processors without them. Sums then equal SciPy's bit for bit, and so do their casts
 * to integers. meson.build sets -ffp-contract. */
#include "passes.h"

#define IS_F64_f32 0
#define IS_F64_f64 1
#define IS_F64_OF_(element) IS_F64_##element
#define IS_F64_OF(element) IS_F64_OF_(element)
#define SUMS_ARE_F64 IS_F64_OF(ELEMENT)
#if SUMS_ARE_F64
#define FMA(a, b, c) __builtin_fma((a), (b), (c))
#else
#define FMA(a, b, c) __builtin_fmaf((a), (b), (c))
#endif
#define OWN_TYPE (SUMS_ARE_F64 ? PC_FLOAT64 : PC_FLOAT32)

#include "passes.inc.h"
#include "tile.inc.h"
