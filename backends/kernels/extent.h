/* How large the elements of an array are. */
#ifndef POLYCONV_EXTENT_H
#define POLYCONV_EXTENT_H

#include "microkernels.h"

/* The largest magnitude of n elements of `type`, which is no integer; NaN counts as infinite. */
double pc_largest(enum pc_type type, const void *x, pc_size n);

#endif
