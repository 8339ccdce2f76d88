/* Winograd transforms of one vector: written by python backends/winograd/cook_toom.py,
 * not to be edited. Included by winograd.inc.h, once for each T. */
#ifndef TRANSFORMS
#define TRANSFORMS(X) X(2, 3) X(3, 3) X(4, 3) X(2, 5) X(4, 5) X(3, 7)
#endif

/* F(2, 3) at the points 0, 1, -1, infinity. */
INLINE void FN(input_2_3)(const VEC *d, VEC *v) {
    v[0] = d[2] - d[0];
    v[1] = d[2] + d[1];
    v[2] = d[2] - d[1];
    v[3] = d[3] - d[1];
}
INLINE void FN(output_2_3)(const VEC *m, VEC *y) {
    VEC sum1 = m[1] + m[2];
    VEC difference1 = m[1] - m[2];
    y[0] = m[0] + sum1;
    y[1] = m[3] + difference1;
}

/* F(3, 3) at the points 7/16, -7/16, 39/32, -39/32, infinity. */
INLINE void FN(input_3_3)(const VEC *d, VEC *v) {
    VEC odd0 = d[2] - (T)1.4853515625 * d[0];
    VEC even0 = d[3] - (T)1.4853515625 * d[1];
    v[0] = even0 + (T)0.4375 * odd0;
    v[1] = even0 - (T)0.4375 * odd0;
    VEC odd1 = d[2] - (T)0.19140625 * d[0];
    VEC even1 = d[3] - (T)0.19140625 * d[1];
    v[2] = even1 + (T)1.21875 * odd1;
    v[3] = even1 - (T)1.21875 * odd1;
    v[4] = d[4] - (T)1.6767578125 * d[2];
    v[4] = v[4] + (T)0.2843055725097656 * d[0];
}
INLINE void FN(output_3_3)(const VEC *m, VEC *y) {
    VEC sum0 = m[0] + m[1];
    VEC difference0 = m[0] - m[1];
    VEC sum1 = m[2] + m[3];
    VEC difference1 = m[2] - m[3];
    y[0] = sum0 + sum1;
    y[1] = (T)0.4375 * difference0;
    y[1] = y[1] + (T)1.21875 * difference1;
    y[2] = m[4] + (T)0.19140625 * sum0;
    y[2] = y[2] + (T)1.4853515625 * sum1;
}

/* F(4, 3) at the points 0, 23/32, -23/32, 11/8, -11/8, infinity. */
INLINE void FN(input_4_3)(const VEC *d, VEC *v) {
    v[0] = d[4] - (T)2.4072265625 * d[2];
    v[0] = v[0] + (T)0.9766998291015625 * d[0];
    VEC odd1 = d[3] - (T)1.890625 * d[1];
    VEC even1 = d[4] - (T)1.890625 * d[2];
    v[1] = even1 + (T)0.71875 * odd1;
    v[2] = even1 - (T)0.71875 * odd1;
    VEC odd2 = d[3] - (T)0.5166015625 * d[1];
    VEC even2 = d[4] - (T)0.5166015625 * d[2];
    v[3] = even2 + (T)1.375 * odd2;
    v[4] = even2 - (T)1.375 * odd2;
    v[5] = d[5] - (T)2.4072265625 * d[3];
    v[5] = v[5] + (T)0.9766998291015625 * d[1];
}
INLINE void FN(output_4_3)(const VEC *m, VEC *y) {
    VEC sum1 = m[1] + m[2];
    VEC difference1 = m[1] - m[2];
    VEC sum2 = m[3] + m[4];
    VEC difference2 = m[3] - m[4];
    y[0] = m[0] + sum1;
    y[0] = y[0] + sum2;
    y[1] = (T)0.71875 * difference1;
    y[1] = y[1] + (T)1.375 * difference2;
    y[2] = (T)0.5166015625 * sum1;
    y[2] = y[2] + (T)1.890625 * sum2;
    y[3] = m[5] + (T)0.371307373046875 * difference1;
    y[3] = y[3] + (T)2.599609375 * difference2;
}

/* F(2, 5) at the points 0, 23/32, -23/32, 11/8, -11/8, infinity. */
INLINE void FN(input_2_5)(const VEC *d, VEC *v) {
    v[0] = d[4] - (T)2.4072265625 * d[2];
    v[0] = v[0] + (T)0.9766998291015625 * d[0];
    VEC odd1 = d[3] - (T)1.890625 * d[1];
    VEC even1 = d[4] - (T)1.890625 * d[2];
    v[1] = even1 + (T)0.71875 * odd1;
    v[2] = even1 - (T)0.71875 * odd1;
    VEC odd2 = d[3] - (T)0.5166015625 * d[1];
    VEC even2 = d[4] - (T)0.5166015625 * d[2];
    v[3] = even2 + (T)1.375 * odd2;
    v[4] = even2 - (T)1.375 * odd2;
    v[5] = d[5] - (T)2.4072265625 * d[3];
    v[5] = v[5] + (T)0.9766998291015625 * d[1];
}
INLINE void FN(output_2_5)(const VEC *m, VEC *y) {
    VEC sum1 = m[1] + m[2];
    VEC difference1 = m[1] - m[2];
    VEC sum2 = m[3] + m[4];
    VEC difference2 = m[3] - m[4];
    y[0] = m[0] + sum1;
    y[0] = y[0] + sum2;
    y[1] = m[5] + (T)0.71875 * difference1;
    y[1] = y[1] + (T)1.375 * difference2;
}

/* F(4, 5) at the points 0, 5/8, -5/8, 1, -1, 13/8, -13/8, infinity. */
INLINE void FN(input_4_5)(const VEC *d, VEC *v) {
    v[0] = d[6] - (T)4.03125 * d[4];
    v[0] = v[0] + (T)4.062744140625 * d[2];
    v[0] = v[0] - (T)1.031494140625 * d[0];
    VEC odd1 = d[5] - (T)3.640625 * d[3];
    odd1 = odd1 + (T)2.640625 * d[1];
    VEC even1 = d[6] - (T)3.640625 * d[4];
    even1 = even1 + (T)2.640625 * d[2];
    v[1] = even1 + (T)0.625 * odd1;
    v[2] = even1 - (T)0.625 * odd1;
    VEC odd2 = d[5] - (T)3.03125 * d[3];
    odd2 = odd2 + (T)1.031494140625 * d[1];
    VEC even2 = d[6] - (T)3.03125 * d[4];
    even2 = even2 + (T)1.031494140625 * d[2];
    v[3] = even2 + odd2;
    v[4] = even2 - odd2;
    VEC odd3 = d[5] - (T)1.390625 * d[3];
    odd3 = odd3 + (T)0.390625 * d[1];
    VEC even3 = d[6] - (T)1.390625 * d[4];
    even3 = even3 + (T)0.390625 * d[2];
    v[5] = even3 + (T)1.625 * odd3;
    v[6] = even3 - (T)1.625 * odd3;
    v[7] = d[7] - (T)4.03125 * d[5];
    v[7] = v[7] + (T)4.062744140625 * d[3];
    v[7] = v[7] - (T)1.031494140625 * d[1];
}
INLINE void FN(output_4_5)(const VEC *m, VEC *y) {
    VEC sum1 = m[1] + m[2];
    VEC difference1 = m[1] - m[2];
    VEC sum2 = m[3] + m[4];
    VEC difference2 = m[3] - m[4];
    VEC sum3 = m[5] + m[6];
    VEC difference3 = m[5] - m[6];
    y[0] = m[0] + sum1;
    y[0] = y[0] + sum2;
    y[0] = y[0] + sum3;
    y[1] = (T)0.625 * difference1;
    y[1] = y[1] + difference2;
    y[1] = y[1] + (T)1.625 * difference3;
    y[2] = (T)0.390625 * sum1;
    y[2] = y[2] + sum2;
    y[2] = y[2] + (T)2.640625 * sum3;
    y[3] = m[7] + (T)0.244140625 * difference1;
    y[3] = y[3] + difference2;
    y[3] = y[3] + (T)4.291015625 * difference3;
}

/* F(3, 7) at the points 1/4, -1/4, 3/4, -3/4, 1, -1, 2, -2, infinity. */
INLINE void FN(input_3_7)(const VEC *d, VEC *v) {
    VEC odd0 = d[6] - (T)5.5625 * d[4];
    odd0 = odd0 + (T)6.8125 * d[2];
    odd0 = odd0 - (T)2.25 * d[0];
    VEC even0 = d[7] - (T)5.5625 * d[5];
    even0 = even0 + (T)6.8125 * d[3];
    even0 = even0 - (T)2.25 * d[1];
    v[0] = even0 + (T)0.25 * odd0;
    v[1] = even0 - (T)0.25 * odd0;
    VEC odd1 = d[6] - (T)5.0625 * d[4];
    odd1 = odd1 + (T)4.3125 * d[2];
    odd1 = odd1 - (T)0.25 * d[0];
    VEC even1 = d[7] - (T)5.0625 * d[5];
    even1 = even1 + (T)4.3125 * d[3];
    even1 = even1 - (T)0.25 * d[1];
    v[2] = even1 + (T)0.75 * odd1;
    v[3] = even1 - (T)0.75 * odd1;
    VEC odd2 = d[6] - (T)4.625 * d[4];
    odd2 = odd2 + (T)2.53515625 * d[2];
    odd2 = odd2 - (T)0.140625 * d[0];
    VEC even2 = d[7] - (T)4.625 * d[5];
    even2 = even2 + (T)2.53515625 * d[3];
    even2 = even2 - (T)0.140625 * d[1];
    v[4] = even2 + odd2;
    v[5] = even2 - odd2;
    VEC odd3 = d[6] - (T)1.625 * d[4];
    odd3 = odd3 + (T)0.66015625 * d[2];
    odd3 = odd3 - (T)0.03515625 * d[0];
    VEC even3 = d[7] - (T)1.625 * d[5];
    even3 = even3 + (T)0.66015625 * d[3];
    even3 = even3 - (T)0.03515625 * d[1];
    v[6] = even3 + (T)2.0 * odd3;
    v[7] = even3 - (T)2.0 * odd3;
    v[8] = d[8] - (T)5.625 * d[6];
    v[8] = v[8] + (T)7.16015625 * d[4];
    v[8] = v[8] - (T)2.67578125 * d[2];
    v[8] = v[8] + (T)0.140625 * d[0];
}
INLINE void FN(output_3_7)(const VEC *m, VEC *y) {
    VEC sum0 = m[0] + m[1];
    VEC difference0 = m[0] - m[1];
    VEC sum1 = m[2] + m[3];
    VEC difference1 = m[2] - m[3];
    VEC sum2 = m[4] + m[5];
    VEC difference2 = m[4] - m[5];
    VEC sum3 = m[6] + m[7];
    VEC difference3 = m[6] - m[7];
    y[0] = sum0 + sum1;
    y[0] = y[0] + sum2;
    y[0] = y[0] + sum3;
    y[1] = (T)0.25 * difference0;
    y[1] = y[1] + (T)0.75 * difference1;
    y[1] = y[1] + difference2;
    y[1] = y[1] + (T)2.0 * difference3;
    y[2] = m[8] + (T)0.0625 * sum0;
    y[2] = y[2] + (T)0.5625 * sum1;
    y[2] = y[2] + sum2;
    y[2] = y[2] + (T)4.0 * sum3;
}
