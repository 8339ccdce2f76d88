/* Which fused kernel computes a filter, by its taps and its kind. Included by lines.inc.h after
 * fused.inc.h, whose macros it uses and undefines. */

/* Compute all rows of outputs, R at a time. If the second row is aligned differently from the
 * first, its stores take two accesses. Kernels that memory bounds, all but those of many loads,
 * then compute one row at a time. */
#define FUSED_ROWS(TAPS, KIND, R, STEP)                                                            \
    FUSED(TAPS, KIND, 1, STEP, TAPS##_##KIND##_##STEP##_1)                                         \
    FUSED(TAPS, KIND, R, STEP, TAPS##_##KIND##_##STEP##_##R)                                       \
    static void FN(fused_##TAPS##_##KIND##_##STEP)(const pc_fused_args *p) {                       \
        const int aligned = p->rows > 1 && (p->out[1] - p->out[0]) % VECTOR_BYTES == 0;            \
        pc_size row = 0;                                                                           \
        FN(fused) f;                                                                               \
        FN(fused_edges) e;                                                                         \
        FN(fused_start)(&f, &e, p, TAPS, KIND);                                                    \
        for (; row + R <= p->rows && (aligned || TAPS == 9 || KIND == BOX); row += R)              \
            FN(fused_##TAPS##_##KIND##_##STEP##_##R)(&f, &e, p, row);                              \
        for (; row < p->rows; row++)                                                               \
            FN(fused_##TAPS##_##KIND##_##STEP##_1)(&f, &e, p, row);                                \
    }
/* Functions for filters of the kinds ANY, EVEN_BOTH, and odd along one axis. */
#define FUSED_ANY(TAPS, R, STEP)                                                                   \
    FUSED_ROWS(TAPS, ANY, R, STEP)                                                                 \
    static void FN(fused_##TAPS##_##STEP)(const pc_fused_args *p) {                                \
        FN(fused_##TAPS##_ANY_##STEP)(p);                                                          \
    }
#define FUSED_EVEN(TAPS, R, STEP)                                                                  \
    FUSED_ROWS(TAPS, ANY, R, STEP)                                                                 \
    FUSED_ROWS(TAPS, EVEN_BOTH, R, STEP)                                                           \
    static void FN(fused_##TAPS##_##STEP)(const pc_fused_args *p) {                                \
        if (FN(fused_kind)(p, TAPS) == EVEN_BOTH)                                                  \
            FN(fused_##TAPS##_EVEN_BOTH_##STEP)(p);                                                \
        else                                                                                       \
            FN(fused_##TAPS##_ANY_##STEP)(p);                                                      \
    }
/* Kernels of odd vectors skip the products of the middle 0, which are NaN if the input is not
 * finite (fused.inc.h). They add to no earlier sums, so all rows can be computed again. */
#define FUSED_ODD(TAPS, KIND, STEP)                                                                \
    {                                                                                              \
        const int finite = FN(all_finite)(p);                                                      \
        if (finite)                                                                                \
            FN(fused_##TAPS##_##KIND##_##STEP)(p);                                                 \
        if (!finite || !FN(all_finite)(p))                                                         \
            FN(fused_##TAPS##_##KIND##_WHOLE_##STEP)(p);                                           \
    }
#define FUSED_EVEN_OR_ODD(TAPS, R, STEP)                                                           \
    FUSED_ROWS(TAPS, ANY, R, STEP)                                                                 \
    FUSED_ROWS(TAPS, EVEN_BOTH, R, STEP)                                                           \
    FUSED_ROWS(TAPS, ODD_ALONG, R, STEP)                                                           \
    FUSED_ROWS(TAPS, ODD_ACROSS, R, STEP)                                                          \
    FUSED_ROWS(TAPS, ODD_ALONG_WHOLE, R, STEP)                                                     \
    FUSED_ROWS(TAPS, ODD_ACROSS_WHOLE, R, STEP)                                                    \
    static void FN(fused_##TAPS##_##STEP)(const pc_fused_args *p) {                                \
        switch (FN(fused_kind)(p, TAPS)) {                                                         \
        case EVEN_BOTH: FN(fused_##TAPS##_EVEN_BOTH_##STEP)(p); break;                             \
        case ODD_ALONG: FUSED_ODD(TAPS, ODD_ALONG, STEP) break;                                    \
        case ODD_ACROSS: FUSED_ODD(TAPS, ODD_ACROSS, STEP) break;                                  \
        default: FN(fused_##TAPS##_ANY_##STEP)(p);                                                 \
        }                                                                                          \
    }
#define FUSED_STEP(STEP, OF_3, OF_MORE)                                                            \
    OF_3(3, ROWS_OF_3, STEP)                                                                       \
    OF_MORE(5, ROWS_OF_5, STEP)                                                                    \
    OF_MORE(7, 2, STEP)                                                                            \
    OF_MORE(9, 2, STEP)                                                                            \
    FUSED_ROWS(7, BOX, BOX_ROWS, STEP)                                                             \
    FUSED_ROWS(9, BOX, BOX_ROWS, STEP)                                                             \
    static void FN(fused_rows_##STEP)(const pc_fused_args *p) {                                    \
        switch (p->taps) {                                                                         \
        case 3: FN(fused_3_##STEP)(p); break;                                                      \
        case 5: FN(fused_5_##STEP)(p); break;                                                      \
        case 7: (p->box ? FN(fused_7_BOX_##STEP) : FN(fused_7_##STEP))(p); break;                  \
        default: (p->box ? FN(fused_9_BOX_##STEP) : FN(fused_9_##STEP))(p); break;                 \
        }                                                                                          \
    }

/* Structural: rows at a time. Shared lines and sums fill most registers. Kernels of 3 taps, which
 * memory bounds, compute two rows instead of four, because two streams are prefetched better:
 * Sobel's filter on 1024x1024 takes 0.87 to 0.91 of the time of four (Zen 4, 1 core, 2026-11-30,
 * `--workload separable/sobel_1mpx`). */
#if VECTOR_REGISTERS == 32
#define ROWS_OF_5 4
#define ROWS_OF_3 2
#define BOX_ROWS 4
#else
#define ROWS_OF_5 2
#define ROWS_OF_3 2
#define BOX_ROWS 2
#endif

/* Return the kind of the weights: EVEN_BOTH, ODD_ALONG, ODD_ACROSS, or else ANY. */
INLINE int FN(fused_kind)(const pc_fused_args *p, const int TAPS) {
    const T *const vectors[2] = {p->across, p->along};
    int even[2], odd[2];
    for (int i = 0; i < 2; i++) {
        even[i] = odd[i] = 1;
        UNROLL
        for (int t = 0; t <= TAPS / 2; t++) {
            even[i] &= vectors[i][t] == vectors[i][TAPS - 1 - t];
            odd[i] &= vectors[i][t] == -vectors[i][TAPS - 1 - t];
        }
    }
    if (odd[0] && even[1])
        return p->add ? ANY : ODD_ACROSS;
    if (!even[0] || vectors[0][TAPS / 2] != 1)
        return ANY;
    return even[1] ? EVEN_BOTH : odd[1] && !p->add ? ODD_ALONG : ANY;
}

/* Integers and colours have the kind ANY only: a kernel for each kind would take 20 KiB more. */
#if IS_FLOAT(ELEMENT)
/* Return 1 if the padding and all elements of lines that the maxima hold so far are finite. */
static int FN(all_finite)(const pc_fused_args *p) {
    const BITS infinite = (BITS)((VEC){0} + (T)INFINITY), *maxima = p->maxima, *seen = p->seen;
    BITS max = FN(max_magnitude)((BITS){0}, (BITS)((VEC){0} + *(const T *)p->padding));
    int finite = 1;
    for (int i = 0; i < PC_MAX_ABS_BYTES / VECTOR_BYTES; i++)
        max = FN(max_magnitude)(FN(max_magnitude)(max, maxima[i]), seen[i]);
    const BITS below = max < infinite;
    for (int i = 0; i < LANES; i++)
        finite &= below[i] != 0;
    return finite;
}
FUSED_STEP(1, FUSED_EVEN_OR_ODD, FUSED_EVEN)
#else
FUSED_STEP(1, FUSED_ANY, FUSED_ANY)
#endif
FUSED_STEP(3, FUSED_ANY, FUSED_ANY)

static void FN(fused_rows)(const pc_fused_args *p) {
    (p->step == 1 ? FN(fused_rows_1) : FN(fused_rows_3))(p);
}
#undef ANY
#undef BOX
#undef EVEN_BOTH
#undef ODD_ALONG
#undef ODD_ACROSS
#undef ODD_ALONG_WHOLE
#undef ODD_ACROSS_WHOLE
#undef IS_ODD_ALONG
#undef IS_ODD_ACROSS
#undef TAPS_BEFORE
#undef TAPS_AFTER
#undef TAPS_AT
#undef FUSED
#undef FUSED_ROWS
#undef FUSED_ANY
#undef FUSED_EVEN
#undef FUSED_EVEN_OR_ODD
#undef FUSED_ODD
#undef ROWS_OF_3
#undef ROWS_OF_5
#undef BOX_ROWS
#undef FUSED_STEP
#undef FUSED_PREFETCH
#undef FUSED_PREFETCH_NEAR
#undef FUSED_NEAR
#undef FUSED_NEARS
