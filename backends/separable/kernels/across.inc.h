/* Passes across lines. Included by lines.inc.h.
 *
 * Register block: LINES outputs x LINE_VECTORS vectors, which share each loaded line. Expected
 * inner loop of filter_lines with 32 registers, for each line: 2 loads, 8 broadcasts and 16 FMAs;
 * no spills.
 */

#if VECTOR_REGISTERS == 32
#define LINES 8
#else
#define LINES 4
#endif
#define LINE_VECTORS 2

/* Store R x V sums, of which the last vector has `tail` elements. */
INLINE void FN(store_lines)(VEC sum[][LINE_VECTORS], const void *bias_, int add, pc_size at,
                            pc_size tail, char *const *out, const char *const *ahead, const int R,
                            const int V) {
    const T *bias = bias_;
    UNROLL
    for (int r = 0; r < R; r++) {
        T *to = (T *)out[r] + at;
        if (ahead)
            UNROLL
        for (int v = 0; v < V; v++)
            PREFETCH_L2((const T *)ahead[r] + at + v * LANES);
        UNROLL
        for (int v = 0; v < V; v++, to += LANES) {
            const int part = v == V - 1 && tail < LANES;
            VEC value = sum[r][v];
            if (add)
                value += part ? FN(load_part)(to, tail) : *(const VEC *)to;
            if (bias)
                value += *bias;
            if (part)
                FN(store_part)(to, tail, value);
            else
                *(VEC *)to = value;
        }
    }
}

/* Add the products of line i with the outputs LO to HI - 1; `w` is the weight of output 0. */
INLINE void FN(add_line)(VEC sum[][LINE_VECTORS], const T *line, const T *w, const int LO,
                         const int HI, const int V) {
    VEC value[LINE_VECTORS];
    /* Load the weights again for each line: GCC would keep those of the last line in registers,
     * move and broadcast them there, with more instructions than loads take. */
    NO_HOIST(w);
    UNROLL
    for (int v = 0; v < V; v++)
        value[v] = *(const VEC *)(line + v * LANES);
    UNROLL
    for (int r = LO; r < HI; r++)
        UNROLL
    for (int v = 0; v < V; v++)
        sum[r][v] += w[-r] * value[v];
}

/* Compute R outputs of TAPS taps, or of `taps` >= R if TAPS is 0. Then lines before `first` and
 * from `last` on, which are zeros, are not read. */
INLINE void FN(filter_block)(const char *const *lines, pc_size first, pc_size last, const T *w,
                             pc_size taps, const void *bias, int add, pc_size at, pc_size tail,
                             char *const *out, const char *const *ahead, const int R, const int V,
                             const int TAPS) {
    VEC sum[LINES][LINE_VECTORS];
    UNROLL
    for (int r = 0; r < R; r++)
        UNROLL
    for (int v = 0; v < V; v++)
        sum[r][v] = (VEC){0};
#define LINE(i) ((const T *)lines[i] + at)
    if (TAPS) {
        UNROLL
        for (int i = 0; i < R + TAPS - 1; i++) {
            const int lo = i < TAPS ? 0 : i - TAPS + 1, hi = i < R ? i + 1 : R;
            FN(add_line)(sum, LINE(i), w + i, lo, hi, V);
        }
    } else {
        UNROLL
        for (int i = 0; i < R - 1; i++)
            if (first <= i && i < last)
                FN(add_line)(sum, LINE(i), w + i, 0, i + 1, V);
        const pc_size end = last < taps ? last : taps;
        for (pc_size i = first < R - 1 ? R - 1 : first; i < end; i++)
            FN(add_line)(sum, LINE(i), w + i, 0, R, V);
        UNROLL
        for (int k = 1; k < R; k++)
            if (first <= taps - 1 + k && taps - 1 + k < last)
                FN(add_line)(sum, LINE(taps - 1 + k), w + taps - 1 + k, k, R, V);
    }
    FN(store_lines)(sum, bias, add, at, tail, out, ahead, R, V);
}

/* Compute R outputs of taps >= R equal taps: the lines that all windows share are summed once. */
INLINE void FN(box_block)(const char *const *lines, const T *w, pc_size taps, const void *bias,
                          int add, pc_size at, pc_size tail, char *const *out,
                          const char *const *ahead, const int R, const int V) {
    VEC sum[LINES][LINE_VECTORS];
    const T scale = w[0];
    UNROLL
    for (int v = 0; v < V; v++) {
        VEC shared[2] = {{0}, {0}}, part = {0};
        pc_size i = R - 1;
        for (; i + 1 < taps; i += 2) {
            shared[0] += *(const VEC *)(LINE(i) + v * LANES);
            shared[1] += *(const VEC *)(LINE(i + 1) + v * LANES);
        }
        if (i < taps)
            shared[0] += *(const VEC *)(LINE(i) + v * LANES);
        shared[0] += shared[1];
        sum[R - 1][v] = shared[0];
        UNROLL
        for (int r = R - 2; r >= 0; r--) {
            part += *(const VEC *)(LINE(r) + v * LANES);
            sum[r][v] = shared[0] + part;
        }
        part = (VEC){0};
        UNROLL
        for (int r = 1; r < R; r++) {
            part += *(const VEC *)(LINE(taps - 1 + r) + v * LANES);
            sum[r][v] += part;
        }
        UNROLL
        for (int r = 0; r < R; r++)
            sum[r][v] = sum[r][v] * scale + (VEC){0}; /* no negative zero */
    }
    FN(store_lines)(sum, bias, add, at, tail, out, ahead, R, V);
}
#undef LINE

/* Return the number of elements before the first cache line that starts in a row of n elements; 0
 * for short rows. Stores across two cache lines take twice as long as others, loads do not. */
INLINE pc_size FN(to_alignment)(const char *out, pc_size n) {
    const pc_size before = -((uintptr_t)out / sizeof(T)) % LANES;
    return n >= 4 * LANES ? before : 0;
}

/* Compute R outputs along whole lines: BLOCK computes some vectors of them. */
#define LINES_ARGUMENTS                                                                            \
    const char *const *lines, pc_size first, pc_size last, const T *w, pc_size taps,               \
        const void *bias, int add, pc_size n, char *const *out, const char *const *ahead
#define FILTER(R, TAPS)                                                                            \
    static void FN(filter_##R##_##TAPS)(LINES_ARGUMENTS) {                                         \
        pc_size at = FN(to_alignment)(out[0], n);                                                  \
        if (at > 0)                                                                                \
            FN(filter_block)(lines, first, last, w, taps, bias, add, 0, at, out, ahead, R, 1,      \
                             TAPS);                                                                \
        for (; at + LINE_VECTORS * LANES <= n; at += LINE_VECTORS * LANES)                         \
            FN(filter_block)(lines, first, last, w, taps, bias, add, at, LANES, out, ahead, R,     \
                             LINE_VECTORS, TAPS);                                                  \
        for (; at < n; at += LANES)                                                                \
            FN(filter_block)(lines, first, last, w, taps, bias, add, at,                           \
                             n - at < LANES ? n - at : LANES, out, ahead, R, 1, TAPS);             \
    }
#define BOX(R)                                                                                     \
    static void FN(box_##R)(LINES_ARGUMENTS) {                                                     \
        (void)first, (void)last;                                                                   \
        pc_size at = FN(to_alignment)(out[0], n);                                                  \
        if (at > 0)                                                                                \
            FN(box_block)(lines, w, taps, bias, add, 0, at, out, ahead, R, 1);                     \
        for (; at + LINE_VECTORS * LANES <= n; at += LINE_VECTORS * LANES)                         \
            FN(box_block)(lines, w, taps, bias, add, at, LANES, out, ahead, R, LINE_VECTORS);      \
        for (; at < n; at += LANES)                                                                \
            FN(box_block)(lines, w, taps, bias, add, at, n - at < LANES ? n - at : LANES, out,     \
                          ahead, R, 1);                                                            \
    }
#define OF_LINES(R) FILTER(R, 0) FILTER(R, 3) FILTER(R, 5) BOX(R)
OF_LINES(1)
OF_LINES(2)
OF_LINES(4)
#if LINES == 8
OF_LINES(8)
#endif

/* Compute all outputs in blocks of the largest power of two of outputs that is left, at most LINES
 * and, without TAPS, at most `taps`. */
#define OF_BLOCK(NAME) FN(NAME)(lines, first, last, w, taps, bias, add, n, out, ahead)
#if LINES == 8
#define CASE_8(NAME) case 8: OF_BLOCK(NAME); break;
#else
#define CASE_8(NAME)
#endif
#define EACH_BLOCK(MAX, OF_1, OF_2, OF_4, OF_8)                                                    \
    for (pc_size block; outputs > 0; outputs -= block, lines += block, first -= block,             \
         last -= block, out += block, ahead += ahead ? block : 0) {                                \
        for (block = LINES; block > outputs || block > (MAX); block /= 2)                          \
            ;                                                                                      \
        switch (block) {                                                                           \
            CASE_8(OF_8)                                                                           \
        case 4: OF_BLOCK(OF_4); break;                                                             \
        case 2: OF_BLOCK(OF_2); break;                                                             \
        default: OF_BLOCK(OF_1); break;                                                            \
        }                                                                                          \
    }

static void FN(filter_lines)(const char *const *lines, pc_size first, pc_size last, const void *w_,
                             pc_size taps, const void *bias, int add, pc_size outputs, pc_size n,
                             char *const *out, const char *const *ahead) {
    const T *w = w_;
    if (taps == 3)
        EACH_BLOCK(LINES, filter_1_3, filter_2_3, filter_4_3, filter_8_3)
    else if (taps == 5)
        EACH_BLOCK(LINES, filter_1_5, filter_2_5, filter_4_5, filter_8_5)
    else
        EACH_BLOCK(taps, filter_1_0, filter_2_0, filter_4_0, filter_8_0)
}

static void FN(box_lines)(const char *const *lines, const void *w_, pc_size taps, const void *bias,
                          int add, pc_size outputs, pc_size n, char *const *out,
                          const char *const *ahead) {
    const T *w = w_;
    pc_size first = 0, last = 0; /* unused */
    EACH_BLOCK(taps, box_1, box_2, box_4, box_8)
}

#undef OF_BLOCK
#undef LINES_ARGUMENTS
#undef FILTER
#undef BOX
#undef OF_LINES
#undef CASE_8
#undef EACH_BLOCK
