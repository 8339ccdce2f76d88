/* Loops whose times tell how fast the machine is: `polyconv tune --machine` runs them.
 *
 * One table for each ISA level, because the same processor has another peak at each.
 */
#ifndef POLYCONV_UNIT_LOOPS_H
#define POLYCONV_UNIT_LOOPS_H

#include "types.h"

typedef struct {
    /* Run `rounds` rounds of independent multiply-adds in registers; an element of an int16x2 is
     * two products. `products` holds the products of a round. */
    void (*multiply_add[PC_TYPES])(pc_size rounds);
    int products[PC_TYPES];
    /* Copy vectors; `bytes` is a multiple of 256, both addresses are multiples of 64. */
    void (*copy)(const char *from, char *to, pc_size bytes);
    /* Store vectors past the caches; the conditions of `copy` hold. */
    void (*stream)(char *to, pc_size bytes);
} pc_unit_loops;

const pc_unit_loops *pc_unit_loops_here(void);

/* Run `rounds` additions of which each waits for the one before: one cycle each. */
void pc_add_in_turn(pc_size rounds);

#endif
