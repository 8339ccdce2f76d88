/* Fast Fourier transforms for elements of type T, with names made by FN(...); fft.c includes this.
 *
 * The radix of a stage is a compile-time constant. A forward stage multiplies by twiddles and then
 * computes butterflies (decimation in time). An inverse stage does both in the opposite order and
 * leaves out the division by the radix, which the filters' spectra contain. */

typedef T FN(vec) __attribute__((vector_size(VECTOR_BYTES), may_alias));
#define VEC FN(vec)

/* Radix-R butterfly: the discrete Fourier transform of R numbers, in place. */
INLINE void FN(butterfly)(VEC *restrict re, VEC *restrict im, const int R, const int inverse) {
    if (R == 2) {
        VEC r = re[0] - re[1], i = im[0] - im[1];
        re[0] += re[1], im[0] += im[1];
        re[1] = r, im[1] = i;
    } else if (R == 4) {
        VEC r02 = re[0] + re[2], i02 = im[0] + im[2], d02 = re[0] - re[2], e02 = im[0] - im[2];
        VEC r13 = re[1] + re[3], i13 = im[1] + im[3];
        VEC d13 = inverse ? re[3] - re[1] : re[1] - re[3],
            e13 = inverse ? im[3] - im[1] : im[1] - im[3];
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
        VEC d1 = inverse ? re[R - 1] - re[1] : re[1] - re[R - 1];
        VEC e1 = inverse ? im[R - 1] - im[1] : im[1] - im[R - 1];
        if (R == 3) {
            VEC r = r0 + c1 * r1, i = i0 + c1 * i1, d = s1 * d1, e = s1 * e1;
            re[0] = r0 + r1, im[0] = i0 + i1;
            re[1] = r + e, im[1] = i - d;
            re[2] = r - e, im[2] = i + d;
        } else {
            VEC r2 = re[2] + re[3], i2 = im[2] + im[3];
            VEC d2 = inverse ? re[3] - re[2] : re[2] - re[3],
                e2 = inverse ? im[3] - im[2] : im[2] - im[3];
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

/* One stage for lines `pitch` elements apart: `groups` remainders of R * m lines, and for each m
 * butterflies. All butterflies of a group have the same R - 1 twiddles. */
INLINE void FN(stage)(T *re, T *im, pc_size pitch, pc_size groups, pc_size m, const T *twiddles,
                      const int R, const int inverse) {
    for (pc_size g = 0; g < groups; g++, twiddles += 2 * (R - 1)) {
        for (pc_size j = 0; j < m; j++, re += pitch, im += pitch) {
            UNROLL
            for (int v = 0; v < PC_TILE_SIDE; v += LANES) {
                VEC r[5], i[5];
                UNROLL
                for (int k = 0; k < R; k++) {
                    r[k] = *(VEC *)(re + v + k * m * pitch);
                    i[k] = *(VEC *)(im + v + k * m * pitch);
                    if (!inverse && k) {
                        T c = twiddles[2 * k - 2], s = twiddles[2 * k - 1];
                        VEC x = r[k] * c - i[k] * s;
                        i[k] = i[k] * c + r[k] * s;
                        r[k] = x;
                    }
                }
                FN(butterfly)(r, i, R, inverse);
                UNROLL
                for (int k = 0; k < R; k++) {
                    if (inverse && k) {
                        T c = twiddles[2 * k - 2], s = twiddles[2 * k - 1];
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

static void FN(radix_stage)(T *re, T *im, pc_size pitch, pc_size groups, pc_size m,
                            const T *twiddles, const int radix, const int inverse) {
#define STAGE(R)                                                                                   \
    case R:                                                                                        \
        if (inverse)                                                                               \
            FN(stage)(re, im, pitch, groups, m, twiddles, R, 1);                                   \
        else                                                                                       \
            FN(stage)(re, im, pitch, groups, m, twiddles, R, 0);                                   \
        break;
    switch (radix) { STAGE(2) STAGE(3) STAGE(4) STAGE(5) }
#undef STAGE
}

static void FN(forward)(const pc_transform *t, T *re, T *im, pc_size pitch) {
    const T *twiddles = t->twiddles;
    pc_size groups = 1, n = t->shape.length;
    for (int s = 0; s < t->shape.stages; s++) {
        n /= t->shape.radix[s];
        FN(radix_stage)(re, im, pitch, groups, n, twiddles, t->shape.radix[s], 0);
        twiddles += 2 * (t->shape.radix[s] - 1) * groups;
        groups *= t->shape.radix[s];
    }
}

static void FN(inverse)(const pc_transform *t, T *re, T *im, pc_size pitch) {
    /* Start after the twiddles of the last stage. */
    const T *twiddles = (const T *)t->twiddles + 2 * (t->shape.length - 1);
    pc_size groups = t->shape.length, n = 1;
    for (int s = t->shape.stages - 1; s >= 0; s--) {
        groups /= t->shape.radix[s];
        twiddles -= 2 * (t->shape.radix[s] - 1) * groups;
        FN(radix_stage)(re, im, pitch, groups, n, twiddles, t->shape.radix[s], 1);
        n *= t->shape.radix[s];
    }
}

/* ---- tiles ---- */

/* One step of a transpose, for d a power of two: the bit d of an element's row and the bit d of its
 * column change places. The steps for 1, 2, 4, ... transpose LANES vectors. */
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

/* Transpose a square of LANES x LANES elements of one tile into another tile. */
INLINE void FN(transpose_square)(const T *from, T *to) {
    VEC v[LANES];
    UNROLL
    for (int i = 0; i < LANES; i++)
        v[i] = *(const VEC *)(from + i * PC_TILE_SIDE);
    EXCHANGE(1)
    EXCHANGE(2)
    EXCHANGE(4)
    EXCHANGE(8)
    UNROLL
    for (int i = 0; i < LANES; i++)
        *(VEC *)(to + i * PC_TILE_SIDE) = v[i];
}

static void FN(transpose_tile)(const T *from, T *to) {
    for (int i = 0; i < PC_TILE_SIDE; i += LANES)
        for (int j = 0; j < PC_TILE_SIDE; j += LANES)
            FN(transpose_square)(from + i * PC_TILE_SIDE + j, to + j * PC_TILE_SIDE + i);
}

/* Multiply the lines of a tile by their twiddles, conjugated if `inverse`. The first line of the
 * tile is line `line` of its row. */
INLINE void FN(twiddle)(const pc_fft_plan *plan, const T *from_re, const T *from_im, T *to_re,
                        T *to_im, pc_size line, const int inverse) {
    const pc_re_im_layout *layout = &plan->layout;
    const T *twiddle_re = plan->tile_twiddles,
            *twiddle_im = twiddle_re + layout->row_lines * PC_TILE_SIDE;
    for (int q = 0; q < PC_TILE_SIDE; q++) {
        UNROLL
        for (int v = 0; v < PC_TILE_SIDE; v += LANES) {
            pc_size at = q * PC_TILE_SIDE + v, with = line * PC_TILE_SIDE + v;
            VEC r = *(const VEC *)(from_re + at), i = *(const VEC *)(from_im + at);
            VEC c = *(const VEC *)(twiddle_re + with), e = *(const VEC *)(twiddle_im + with);
            *(VEC *)(to_re + at) = inverse ? r * c + i * e : r * c - i * e;
            *(VEC *)(to_im + at) = inverse ? i * c - r * e : i * c + r * e;
        }
        line = line + 1 == layout->row_lines ? 0 : line + 1;
    }
}

#define TILE_ELEMENTS (PC_TILE_SIDE * PC_TILE_SIDE)

static void FN(forward_tile)(const pc_fft_plan *plan, T *re, T *im, pc_size line) {
    T twiddled[2][TILE_ELEMENTS] __attribute__((aligned(64)));
    FN(twiddle)(plan, re, im, twiddled[0], twiddled[1], line, 0);
    FN(transpose_tile)(twiddled[0], re);
    FN(transpose_tile)(twiddled[1], im);
    FN(forward)(&plan->tile, re, im, PC_TILE_SIDE);
}

/* Sum the products of spectra and filters in one tile, and transform its lines back. Imaginary
 * parts lie `part` elements after real parts, and each spectrum 2 * part after the one before. */
static void FN(multiply_inverse_tile)(const pc_fft_plan *plan, const T *from, const T *filter,
                                      pc_size spectra, pc_size part, T *re, T *im, pc_size line) {
    T product[2][TILE_ELEMENTS] __attribute__((aligned(64))),
        across[2][TILE_ELEMENTS] __attribute__((aligned(64)));
    for (int e = 0; e < TILE_ELEMENTS; e += LANES) {
        VEC real = {0}, imag = {0};
        for (pc_size k = 0, at = e; k < spectra; k++, at += 2 * part) {
            VEC r = *(const VEC *)(from + at), i = *(const VEC *)(from + at + part);
            VEC a = *(const VEC *)(filter + at), b = *(const VEC *)(filter + at + part);
            real += r * a;
            real -= i * b;
            imag += r * b;
            imag += i * a;
        }
        *(VEC *)(product[0] + e) = real;
        *(VEC *)(product[1] + e) = imag;
    }
    FN(inverse)(&plan->tile, product[0], product[1], PC_TILE_SIDE);
    FN(transpose_tile)(product[0], across[0]);
    FN(transpose_tile)(product[1], across[1]);
    FN(twiddle)(plan, across[0], across[1], re, im, line, 1);
}

/* ---- rows, and the first two axes ---- */

/* Transform across the lines of the rows that start in [first, last). The part may end in zeros
 * that only fill its last tile; they belong to no row. */
INLINE void FN(transform_rows)(const pc_fft_plan *plan, T *re, T *im, pc_size first, pc_size last,
                               const int inverse) {
    const pc_re_im_layout *layout = &plan->layout;
    pc_size row = layout->row_lines * PC_TILE_SIDE;
    for (pc_size e = first; e < last && e < layout->rows * row; e += row) {
        if (inverse)
            FN(inverse)(&plan->axes[2], re + e, im + e, PC_TILE_SIDE);
        else
            FN(forward)(&plan->axes[2], re + e, im + e, PC_TILE_SIDE);
    }
}

static void FN(forward_rows)(const pc_fft_plan *plan, void *re_im) {
    const pc_re_im_layout *layout = &plan->layout;
    T *re = re_im, *im = re + layout->part_elements;
    FN(transform_rows)(plan, re, im, 0, layout->part_elements, 0);
    for (pc_size e = 0; e < layout->part_elements; e += TILE_ELEMENTS)
        FN(forward_tile)(plan, re + e, im + e, e / PC_TILE_SIDE % layout->row_lines);
}

static void FN(multiply_inverse_rows)(const pc_fft_plan *plan, const void *from,
                                      const void *filters, pc_size spectra, void *to) {
    const pc_re_im_layout *layout = &plan->layout;
    T *re = to, *im = re + layout->part_elements;
    for (pc_size e = 0; e < layout->part_elements; e += TILE_ELEMENTS)
        FN(multiply_inverse_tile)(plan, (const T *)from + e, (const T *)filters + e, spectra,
                                  layout->part_elements, re + e, im + e,
                                  e / PC_TILE_SIDE % layout->row_lines);
    FN(transform_rows)(plan, re, im, 0, layout->part_elements, 1);
}

static void FN(convolve_rows)(const pc_fft_plan *plan, void *re_im, const void *filter) {
    const pc_re_im_layout *layout = &plan->layout;
    pc_size size = layout->tiled_rows * layout->row_lines * PC_TILE_SIDE;
    T *re = re_im, *im = re + layout->part_elements;
    for (pc_size at = 0; at < layout->part_elements; at += size) {
        pc_size end = at + size < layout->part_elements ? at + size : layout->part_elements;
        FN(transform_rows)(plan, re, im, at, end, 0);
        for (pc_size e = at; e < end; e += TILE_ELEMENTS) {
            pc_size line = e / PC_TILE_SIDE % layout->row_lines;
            FN(forward_tile)(plan, re + e, im + e, line);
            FN(multiply_inverse_tile)(plan, re + e, (const T *)filter + e, 1, layout->part_elements,
                                      re + e, im + e, line);
        }
        FN(transform_rows)(plan, re, im, at, end, 1);
    }
}

static void FN(forward_outer)(const pc_fft_plan *plan, void *re_im, pc_size rows, pc_size lines) {
    const pc_re_im_layout *layout = &plan->layout;
    pc_size row = layout->row_lines * PC_TILE_SIDE, slab = layout->slab_rows * row;
    T *re = re_im, *im = re + layout->part_elements;
    if (plan->axes[0].shape.length > 1)
        for (pc_size y = 0; y < rows; y++)
            for (pc_size e = 0; e < lines * PC_TILE_SIDE; e += PC_TILE_SIDE)
                FN(forward)(&plan->axes[0], re + y * row + e, im + y * row + e, slab);
    if (plan->axes[1].shape.length > 1)
        for (pc_size z = 0; z < plan->axes[0].shape.length; z++)
            for (pc_size e = 0; e < lines * PC_TILE_SIDE; e += PC_TILE_SIDE)
                FN(forward)(&plan->axes[1], re + z * slab + e, im + z * slab + e, row);
}

static void FN(inverse_outer)(const pc_fft_plan *plan, void *re_im, pc_size rows, pc_size lines) {
    const pc_re_im_layout *layout = &plan->layout;
    pc_size row = layout->row_lines * PC_TILE_SIDE, slab = layout->slab_rows * row;
    T *re = re_im, *im = re + layout->part_elements;
    if (plan->axes[1].shape.length > 1)
        for (pc_size z = 0; z < plan->axes[0].shape.length; z++)
            for (pc_size e = 0; e < lines * PC_TILE_SIDE; e += PC_TILE_SIDE)
                FN(inverse)(&plan->axes[1], re + z * slab + e, im + z * slab + e, row);
    if (plan->axes[0].shape.length > 1)
        for (pc_size y = 0; y < rows; y++)
            for (pc_size e = 0; e < lines * PC_TILE_SIDE; e += PC_TILE_SIDE)
                FN(inverse)(&plan->axes[0], re + y * row + e, im + y * row + e, slab);
}

static const pc_fft_kernels FN(fft_kernels) = {
    FN(forward_outer),         FN(inverse_outer), FN(forward_rows),
    FN(multiply_inverse_rows), FN(convolve_rows),
};
#undef VEC
