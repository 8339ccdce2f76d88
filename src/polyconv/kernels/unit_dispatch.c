/* The loops of the ISA level in use, and one that is the same at each level. */
#include "dispatch.h"
#include "unit_loops.h"

PC_DISPATCH(pc_unit_loops, pc_unit_loops_here)

void pc_add_in_turn(pc_size rounds) {
    pc_size sum = 0;
    for (pc_size round = 0; round < rounds; round += 8)
        for (int i = 0; i < 8; i++) {
            sum += rounds;
            __asm__ volatile("" : "+r"(sum));
        }
}
