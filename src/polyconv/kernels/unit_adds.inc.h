/* Multiply-adds of one element type at their peak rate. Included by unit_loops.c.
 *
 * NUM_SUMS independent sums hide the latency of the multiply-adds (4 cycles, two in each cycle),
 * and leave registers for the factors where there are 16. The compiler must not see that the
 * factors stay equal, or it would multiply integers once, before the loop, and only add in the
 * loop. */
typedef T FN(vec) __attribute__((vector_size(VECTOR_BYTES)));

static void FN(multiply_add)(pc_size rounds) {
    FN(vec) sums[NUM_SUMS], factor = (FN(vec)){0} + 1, other = factor;
    UNROLL for (int i = 0; i < NUM_SUMS; i++) {
        sums[i] = factor;
        OPAQUE(sums[i]);
    }
    OPAQUE(other);
    for (pc_size round = 0; round < rounds; round++)
        UNROLL for (int i = 0; i < NUM_SUMS; i++) {
            OPAQUE(factor);
            sums[i] = PRODUCT_SUM(sums[i], factor, other);
        }
    UNROLL for (int i = 0; i < NUM_SUMS; i++)
        KEEP(sums[i]);
}
