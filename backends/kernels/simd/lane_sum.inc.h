/* Sums of the lanes of vectors, added pairwise: lanes half a vector apart first. Included by
 * templates that have defined VEC. */
INLINE T FN(lane_sum)(VEC sum) {
    T lane[LANES];
    *(VEC *)lane = sum;
    UNROLL
    for (int half = LANES / 2; half > 0; half /= 2) {
        UNROLL
        for (int i = 0; i < half; i++)
            lane[i] += lane[i + half];
    }
    return lane[0];
}

/* Lane j of the result: if j lacks the bit d, the sum of lanes j and j + d of the first vector;
 * else the sum of lanes j - d and j of the second. */
#define ADD_PAIRS(d)                                                                               \
    if (LANES > d && d < n) {                                                                      \
        UNROLL                                                                                     \
        for (int i = 0; i < d; i++)                                                                \
            v[i] = __builtin_shufflevector(v[i], v[i + d], LANE_LIST(KEPT, (d & (LANES - 1)))) +  \
                   __builtin_shufflevector(v[i], v[i + d], LANE_LIST(MOVED, (d & (LANES - 1))));   \
    } else if (LANES > d) {                                                                        \
        UNROLL                                                                                     \
        for (int i = 0; i < n; i++)                                                                \
            v[i] = __builtin_shufflevector(v[i], v[i], LANE_LIST(KEPT, (d & (LANES - 1)))) +      \
                   __builtin_shufflevector(v[i], v[i], LANE_LIST(MOVED, (d & (LANES - 1))));       \
    }

/* Return the sums of n vectors, a power of two of at most LANES, in the first n lanes. The vectors
 * are overwritten. */
INLINE VEC FN(lane_sums)(VEC *v, const int n) {
    ADD_PAIRS(8)
    ADD_PAIRS(4)
    ADD_PAIRS(2)
    ADD_PAIRS(1)
    return v[0];
}
#undef ADD_PAIRS
