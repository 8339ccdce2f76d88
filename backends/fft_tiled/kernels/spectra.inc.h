/* Fourier transforms for elements of type T, with names made by FN(...); included by spectra.c only.
 *
 * A stage knows its radix while compiling. "Forth" multiplies by roots and then takes differences of
 * sums (a butterfly); "back" undoes both, but for a factor of the length. */

typedef T FN(vec) __attribute__((vector_size(VECTOR_BYTES), may_alias));
#define VEC FN(vec)

/* The transform of R numbers, in place. */
INLINE void FN(butterfly)(VEC *restrict re, VEC *restrict im, const int R, const int back) {
    if (R == 2) {
        VEC r = re[0] - re[1], i = im[0] - im[1];
        re[0] += re[1], im[0] += im[1];
        re[1] = r, im[1] = i;
    } else if (R == 4) {
        VEC r02 = re[0] + re[2], i02 = im[0] + im[2], d02 = re[0] - re[2], e02 = im[0] - im[2];
        VEC r13 = re[1] + re[3], i13 = im[1] + im[3];
        VEC d13 = back ? re[3] - re[1] : re[1] - re[3], e13 = back ? im[3] - im[1] : im[1] - im[3];
        re[0] = r02 + r13, im[0] = i02 + i13;
        re[2] = r02 - r13, im[2] = i02 - i13;
        re[1] = d02 + e13, im[1] = e02 - d13;
        re[3] = d02 - e13, im[3] = e02 + d13;
    } else {
        /* cos and sin of 2 pi / R and 4 pi / R. */
        const T c1 = R == 3 ? -0.5 : 0.30901699437494742410;
        const T s1 = R == 3 ? 0.86602540378443864676 : 0.95105651629515357212;
        const T c2 = -0.80901699437494742410, s2 = 0.58778525229247312917;
        VEC r0 = re[0], i0 = im[0];
        VEC r1 = re[1] + re[R - 1], i1 = im[1] + im[R - 1];
        VEC d1 = back ? re[R - 1] - re[1] : re[1] - re[R - 1];
        VEC e1 = back ? im[R - 1] - im[1] : im[1] - im[R - 1];
        if (R == 3) {
            VEC r = r0 + c1 * r1, i = i0 + c1 * i1, d = s1 * d1, e = s1 * e1;
            re[0] = r0 + r1, im[0] = i0 + i1;
            re[1] = r + e, im[1] = i - d;
            re[2] = r - e, im[2] = i + d;
        } else {
            VEC r2 = re[2] + re[3], i2 = im[2] + im[3];
            VEC d2 = back ? re[3] - re[2] : re[2] - re[3], e2 = back ? im[3] - im[2] : im[2] - im[3];
            VEC ra = r0 + c1 * r1 + c2 * r2, ia = i0 + c1 * i1 + c2 * i2;
            VEC rb = r0 + c2 * r1 + c1 * r2, ib = i0 + c2 * i1 + c1 * i2;
            VEC da = s1 * d1 + s2 * d2, ea = s1 * e1 + s2 * e2;
            VEC db = s2 * d1 - s1 * d2, eb = s2 * e1 - s1 * e2;
            re[0] = r0 + r1 + r2, im[0] = i0 + i1 + i2;
            re[1] = ra + ea, im[1] = ia - da;
            re[4] = ra - ea, im[4] = ia + da;
            re[2] = rb + eb, im[2] = ib - db;
            re[3] = rb - eb, im[3] = ib + db;
        }
    }
}

/* One stage for lines `pitch` elements apart: `groups` transforms of R * m lines each. Roots are the
 * same for all lines of a group, and are left out if there is only the trivial one. */
INLINE void FN(stage)(T *re, T *im, pc_size pitch, pc_size groups, pc_size m, const T *roots,
                      const int R, const int back) {
    for (pc_size g = 0; g < groups; g++, roots += 2 * (R - 1)) {
        for (pc_size j = 0; j < m; j++, re += pitch, im += pitch) {
            UNROLL
            for (int v = 0; v < PC_SIDE; v += LANES) {
                VEC r[5], i[5];
                UNROLL
                for (int k = 0; k < R; k++) {
                    r[k] = *(VEC *)(re + v + k * m * pitch);
                    i[k] = *(VEC *)(im + v + k * m * pitch);
                    if (!back && k) {
                        T c = roots[2 * k - 2], s = roots[2 * k - 1];
                        VEC x = r[k] * c - i[k] * s;
                        i[k] = i[k] * c + r[k] * s;
                        r[k] = x;
                    }
                }
                FN(butterfly)(r, i, R, back);
                UNROLL
                for (int k = 0; k < R; k++) {
                    if (back && k) {
                        T c = roots[2 * k - 2], s = roots[2 * k - 1];
                        VEC x = r[k] * c + i[k] * s;
                        i[k] = i[k] * c - r[k] * s;
                        r[k] = x;
                    }
                    *(VEC *)(re + v + k * m * pitch) = r[k];
                    *(VEC *)(im + v + k * m * pitch) = i[k];
                }
            }
        }
        re += (R - 1) * m * pitch, im += (R - 1) * m * pitch;
    }
}

static void FN(any_stage)(T *re, T *im, pc_size pitch, pc_size groups, pc_size m, const T *roots,
                          const int radix, const int back) {
#define STAGE(R)                                                                                   \
    case R:                                                                                        \
        if (back)                                                                                  \
            FN(stage)(re, im, pitch, groups, m, roots, R, 1);                                      \
        else                                                                                       \
            FN(stage)(re, im, pitch, groups, m, roots, R, 0);                                      \
        break;
    switch (radix) { STAGE(2) STAGE(3) STAGE(4) STAGE(5) }
#undef STAGE
}

static void FN(forth)(const pc_transform *t, T *re, T *im, pc_size pitch) {
    const T *roots = t->roots;
    pc_size groups = 1, n = t->length;
    for (int s = 0; s < t->stages; s++) {
        n /= t->radix[s];
        FN(any_stage)(re, im, pitch, groups, n, roots, t->radix[s], 0);
        roots += 2 * (t->radix[s] - 1) * groups;
        groups *= t->radix[s];
    }
}

static void FN(back)(const pc_transform *t, T *re, T *im, pc_size pitch) {
    /* All stages together have length - 1 roots. */
    const T *roots = (const T *)t->roots + 2 * (t->length - 1);
    pc_size groups = t->length, n = 1;
    for (int s = t->stages - 1; s >= 0; s--) {
        groups /= t->radix[s];
        roots -= 2 * (t->radix[s] - 1) * groups;
        FN(any_stage)(re, im, pitch, groups, n, roots, t->radix[s], 1);
        n *= t->radix[s];
    }
}

/* ---- tiles ---- */

/* A power of two: in bit d of their places, the row and the column of an element change. */
#define LOW(j, d) ((j) & (d) ? LANES + (j) - (d) : (j))
#define HIGH(j, d) ((j) & (d) ? LANES + (j) : (j) + (d))
#define EXCHANGE(d)                                                                                \
    if (LANES > d)                                                                                 \
        UNROLL                                                                                     \
        for (int i = 0; i < LANES; i++)                                                            \
            if (!(i & d) && i + d < LANES) {                                                       \
                VEC a = v[i], b = v[i + d];                                                        \
                v[i] = __builtin_shufflevector(a, b, LANE_LIST(LOW, (d & (LANES - 1))));           \
                v[i + d] = __builtin_shufflevector(a, b, LANE_LIST(HIGH, (d & (LANES - 1))));      \
            }

/* A square of LANES x LANES elements of a tile becomes another's transposition. */
INLINE void FN(transpose_square)(const T *from, T *to) {
    VEC v[LANES];
    UNROLL
    for (int i = 0; i < LANES; i++)
        v[i] = *(const VEC *)(from + i * PC_SIDE);
    EXCHANGE(1)
    EXCHANGE(2)
    EXCHANGE(4)
    EXCHANGE(8)
    UNROLL
    for (int i = 0; i < LANES; i++)
        *(VEC *)(to + i * PC_SIDE) = v[i];
}

static void FN(transpose_tile)(const T *from, T *to) {
    for (int i = 0; i < PC_SIDE; i += LANES)
        for (int j = 0; j < PC_SIDE; j += LANES)
            FN(transpose_square)(from + i * PC_SIDE + j, to + j * PC_SIDE + i);
}

/* Multiply the lines of a tile by roots of unity, the first of them line `line` of its row. */
INLINE void FN(turn)(const pc_spectra *s, const T *from_re, const T *from_im, T *to_re, T *to_im,
                     pc_size line, const int back) {
    const T *root_re = s->roots, *root_im = root_re + s->lines * PC_SIDE;
    for (int q = 0; q < PC_SIDE; q++) {
        UNROLL
        for (int v = 0; v < PC_SIDE; v += LANES) {
            pc_size at = q * PC_SIDE + v, with = line * PC_SIDE + v;
            VEC r = *(const VEC *)(from_re + at), i = *(const VEC *)(from_im + at);
            VEC c = *(const VEC *)(root_re + with), e = *(const VEC *)(root_im + with);
            *(VEC *)(to_re + at) = back ? r * c + i * e : r * c - i * e;
            *(VEC *)(to_im + at) = back ? i * c - r * e : i * c + r * e;
        }
        line = line + 1 == s->lines ? 0 : line + 1;
    }
}

#define TILE (PC_SIDE * PC_SIDE)

static void FN(tile)(const pc_spectra *s, T *re, T *im, pc_size line) {
    T turned[2][TILE] __attribute__((aligned(64)));
    FN(turn)(s, re, im, turned[0], turned[1], line, 0);
    FN(transpose_tile)(turned[0], re);
    FN(transpose_tile)(turned[1], im);
    FN(forth)(&s->tile, re, im, PC_SIDE);
}

/* Imaginary parts stand `imaginary` elements after real ones, and terms twice as far apart. */
static void FN(tile_back)(const pc_spectra *s, const T *from, const T *filter, pc_size terms,
                          pc_size imaginary, T *re, T *im, pc_size line) {
    T product[2][TILE] __attribute__((aligned(64))), across[2][TILE] __attribute__((aligned(64)));
    for (int e = 0; e < TILE; e += LANES) {
        VEC real = {0}, imag = {0};
        for (pc_size t = 0, at = e; t < terms; t++, at += 2 * imaginary) {
            VEC r = *(const VEC *)(from + at), i = *(const VEC *)(from + at + imaginary);
            VEC a = *(const VEC *)(filter + at), b = *(const VEC *)(filter + at + imaginary);
            real += r * a;
            real -= i * b;
            imag += r * b;
            imag += i * a;
        }
        *(VEC *)(product[0] + e) = real;
        *(VEC *)(product[1] + e) = imag;
    }
    FN(back)(&s->tile, product[0], product[1], PC_SIDE);
    FN(transpose_tile)(product[0], across[0]);
    FN(transpose_tile)(product[1], across[1]);
    FN(turn)(s, across[0], across[1], re, im, line, 1);
}

/* ---- planes ---- */

/* Some rows, or as many of them as there are; those that only fill up a tile are zeros. */
INLINE void FN(some_rows)(const pc_spectra *s, T *re, T *im, pc_size first, pc_size last,
                          const int back) {
    pc_size row = s->lines * PC_SIDE;
    for (pc_size e = first; e < last && e < s->rows * row; e += row) {
        if (back)
            FN(back)(&s->axes[2], re + e, im + e, PC_SIDE);
        else
            FN(forth)(&s->axes[2], re + e, im + e, PC_SIDE);
    }
}

static void FN(rows)(const pc_spectra *s, void *planes) {
    T *re = planes, *im = re + s->plane;
    FN(some_rows)(s, re, im, 0, s->plane, 0);
    for (pc_size e = 0; e < s->plane; e += TILE)
        FN(tile)(s, re + e, im + e, e / PC_SIDE % s->lines);
}

static void FN(rows_back)(const pc_spectra *s, const void *from, const void *filters, pc_size terms,
                          void *to) {
    T *re = to, *im = re + s->plane;
    for (pc_size e = 0; e < s->plane; e += TILE)
        FN(tile_back)(s, (const T *)from + e, (const T *)filters + e, terms, s->plane, re + e,
                      im + e, e / PC_SIDE % s->lines);
    FN(some_rows)(s, re, im, 0, s->plane, 1);
}

static void FN(through)(const pc_spectra *s, void *planes, const void *filter) {
    pc_size size = s->together * s->lines * PC_SIDE;
    T *re = planes, *im = re + s->plane;
    for (pc_size at = 0; at < s->plane; at += size) {
        pc_size end = at + size < s->plane ? at + size : s->plane;
        FN(some_rows)(s, re, im, at, end, 0);
        for (pc_size e = at; e < end; e += TILE) {
            pc_size line = e / PC_SIDE % s->lines;
            FN(tile)(s, re + e, im + e, line);
            FN(tile_back)(s, re + e, (const T *)filter + e, 1, s->plane, re + e, im + e, line);
        }
        FN(some_rows)(s, re, im, at, end, 1);
    }
}

static void FN(outer)(const pc_spectra *s, void *planes, pc_size rows, pc_size lines) {
    pc_size row = s->lines * PC_SIDE, slab = s->slab * row;
    T *re = planes, *im = re + s->plane;
    if (s->axes[0].length > 1)
        for (pc_size y = 0; y < rows; y++)
            for (pc_size e = 0; e < lines * PC_SIDE; e += PC_SIDE)
                FN(forth)(&s->axes[0], re + y * row + e, im + y * row + e, slab);
    if (s->axes[1].length > 1)
        for (pc_size z = 0; z < s->axes[0].length; z++)
            for (pc_size e = 0; e < lines * PC_SIDE; e += PC_SIDE)
                FN(forth)(&s->axes[1], re + z * slab + e, im + z * slab + e, row);
}

static void FN(outer_back)(const pc_spectra *s, void *planes, pc_size rows, pc_size lines) {
    pc_size row = s->lines * PC_SIDE, slab = s->slab * row;
    T *re = planes, *im = re + s->plane;
    if (s->axes[1].length > 1)
        for (pc_size z = 0; z < s->axes[0].length; z++)
            for (pc_size e = 0; e < lines * PC_SIDE; e += PC_SIDE)
                FN(back)(&s->axes[1], re + z * slab + e, im + z * slab + e, row);
    if (s->axes[0].length > 1)
        for (pc_size y = 0; y < rows; y++)
            for (pc_size e = 0; e < lines * PC_SIDE; e += PC_SIDE)
                FN(back)(&s->axes[0], re + y * row + e, im + y * row + e, slab);
}

static const pc_spectra_kernels FN(spectra) = {
    FN(outer), FN(outer_back), FN(rows), FN(rows_back), FN(through),
};
#undef VEC
