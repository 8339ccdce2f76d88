/* Zip `parts` vectors and write them as one run. Each of the log2(parts) rounds zips the first half
 * of the vectors with the second, by one shuffle for each vector. */
INLINE void FN(store_zipped)(VEC part[], T *out, const int parts) {
    VEC zipped[8];
    UNROLL
    for (int round = parts; round > 1; round /= 2) {
        UNROLL
        for (int j = 0; j < parts / 2; j++) {
            VEC a = part[j], b = part[j + parts / 2];
            zipped[2 * j] = __builtin_shufflevector(a, b, LANE_LIST(ZIPPED, 0));
            zipped[2 * j + 1] = __builtin_shufflevector(a, b, LANE_LIST(ZIPPED, LANES / 2));
        }
        UNROLL
        for (int i = 0; i < parts; i++)
            part[i] = zipped[i];
    }
    UNROLL
    for (int i = 0; i < parts; i++)
        *(VEC *)(out + i * LANES) = part[i];
}

/* Lanes of vector `first` / LANES of three zipped vectors: those from the first two vectors, and
 * those from the third. */
#define OF_TWO(j, first)                                                                           \
    (((first) + (j)) % 3 < 2 ? ((first) + (j)) % 3 * LANES + ((first) + (j)) / 3 : 0)
#define OF_THIRD(j, first) (((first) + (j)) % 3 == 2 ? LANES + ((first) + (j)) / 3 : (j))
#define STORE_OF_THREE(i)                                                                          \
    *(VEC *)(out + (i) * LANES) = __builtin_shufflevector(                                         \
        __builtin_shufflevector(part[0], part[1], LANE_LIST(OF_TWO, (i) * LANES)), part[2],        \
        LANE_LIST(OF_THIRD, (i) * LANES))

/* Zip three vectors, by two shuffles for each vector that is written. */
INLINE void FN(store_three_zipped)(const VEC part[], T *out) {
    STORE_OF_THREE(0);
    STORE_OF_THREE(1);
    STORE_OF_THREE(2);
}

#undef OF_TWO
#undef OF_THIRD
#undef STORE_OF_THREE
