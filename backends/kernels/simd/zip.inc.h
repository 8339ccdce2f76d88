/* Zip `parts` vectors in log2(parts) rounds, each of which zips two halves of them: a shuffle for each
 * vector and round. They are written as one run. */
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
