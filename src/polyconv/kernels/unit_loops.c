/* The loops of one ISA level; compiled once for each, with PC_LEVEL its name. */
#include "level.h"

#include "unit_loops.h"

/* See unit_adds.inc.h. */
enum { NUM_SUMS = 12 };

/* OPAQUE hides the value of a vector in a register from the compiler. KEEP makes the compiler
 * compute a vector that nothing reads. */
#if defined(__x86_64__)
#define OPAQUE(vector) IN_REGISTER(vector)
#define KEEP(vector) __asm__ volatile("" : : "x"(vector))
#elif defined(__aarch64__)
#define OPAQUE(vector) __asm__("" : "+w"(vector))
#define KEEP(vector) __asm__ volatile("" : : "w"(vector))
#else
#define OPAQUE(vector) __asm__("" : "+m"(vector))
#define KEEP(vector) __asm__ volatile("" : : "m"(vector))
#endif

#define PRODUCT_SUM(sum, a, b) ((sum) + (a) * (b))
#define TEMPLATE "unit_adds.inc.h"
#define TEMPLATE_INTEGERS
#include "instantiate.h"
#undef PRODUCT_SUM

#include "int16x2.inc.h"
#define PRODUCT_SUM multiply_add_int16x2
#define ELEMENT int16x2
#include "unit_adds.inc.h"
#undef ELEMENT

/* Vectors of a step of copies. */
enum { STEP = 4 };
typedef uint64_t vector __attribute__((vector_size(VECTOR_BYTES), may_alias));

static void copy(const char *from, char *to, pc_size bytes) {
    const vector *source = (const vector *)from;
    vector *target = (vector *)to;
    for (const vector *end = source + bytes / VECTOR_BYTES; source < end;
         source += STEP, target += STEP)
        UNROLL for (int i = 0; i < STEP; i++) {
            vector value = source[i];
            /* Without OPAQUE, GCC turns the loop into a call of memcpy. */
            OPAQUE(value);
            target[i] = value;
        }
}

static void stream(char *to, pc_size bytes) {
    typedef vector VEC;
    VEC value = {0}, *target = (VEC *)to;
    OPAQUE(value);
    for (pc_size i = 0; i < bytes / VECTOR_BYTES; i++)
        STREAM_STORE(target + i, value);
    STREAM_FENCE();
}

#define SUMS(element) JOIN(element##_multiply_add__, PC_LEVEL)
#define PRODUCTS(bytes, of_element) (NUM_SUMS * VECTOR_BYTES / (bytes) * (of_element))

const pc_unit_loops JOIN(pc_unit_loops_here_, PC_LEVEL) = {
    .multiply_add =
        {
            [PC_F32] = SUMS(f32),
            [PC_F64] = SUMS(f64),
            [PC_U64] = SUMS(u64),
            [PC_U32] = SUMS(u32),
            [PC_INT16X2] = SUMS(int16x2),
        },
    .products =
        {
            [PC_F32] = PRODUCTS(4, 1),
            [PC_F64] = PRODUCTS(8, 1),
            [PC_U64] = PRODUCTS(8, 1),
            [PC_U32] = PRODUCTS(4, 1),
            [PC_INT16X2] = PRODUCTS(4, 2),
        },
    .copy = copy,
    .stream = stream,
};
