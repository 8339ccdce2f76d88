/* The table of tiles of one ISA level; compiled once for each, with PC_LEVEL its name. */
#include "level.h"

#include "gap_tiles.h"

#define TILE(element) JOIN(element##_gap_tile__, PC_LEVEL)

#define NARROW(element) JOIN(element##_gap_narrow_tile__, PC_LEVEL)

void TILE(f32)(const pc_gap_tiles *, const pc_gap_arrays *, pc_size, char *, pc_stop_token *);
void TILE(f64)(const pc_gap_tiles *, const pc_gap_arrays *, pc_size, char *, pc_stop_token *);
#if defined(__AVX512F__)
void NARROW(f32)(const pc_gap_tiles *, const pc_gap_arrays *, pc_size, char *, pc_stop_token *);
void NARROW(f64)(const pc_gap_tiles *, const pc_gap_arrays *, pc_size, char *, pc_stop_token *);
#endif

#define ROW(element, name) JOIN(element##_##name##__, PC_LEVEL)
#define DECLARE_ROWS(element)                                                                      \
    void ROW(element, add_valid)(const void *, const double *, const double *, pc_size, double *); \
    void ROW(element, add_weights)(const int64_t *, pc_size, const double *, pc_size, double *);   \
    pc_size ROW(element, divide_less)(void *, const double *, bool, const double *, pc_size,       \
                                      double);                                                     \
    pc_size ROW(element, divide_by)(void *, const void *, pc_size, double, double);                \
    pc_size ROW(element, count)(const void *, const uint8_t *, pc_size, pc_size);                  \
    pc_size ROW(element, clear)(const void *, const uint8_t *, void *, pc_size, int64_t *,         \
                                pc_size);                                                          \
    void ROW(element, split)(const void *, const uint8_t *, void *, void *, pc_size);
#define ROWS(element)                                                                              \
    {                                                                                              \
        .add_valid = ROW(element, add_valid), .add_weights = ROW(element, add_weights),            \
        .divide_less = ROW(element, divide_less), .divide_by = ROW(element, divide_by),            \
        .count = ROW(element, count), .clear = ROW(element, clear),                                \
        .split = ROW(element, split),                                                              \
    }
DECLARE_ROWS(f32)
DECLARE_ROWS(f64)

#define STRIPS(element) JOIN(element##_gap_strips__, PC_LEVEL)
extern const pc_gap_strip_functions STRIPS(f32), STRIPS(f64);

/* 4 vectors: see gap_tiles.c. */
const pc_gap_table JOIN(pc_gap_tables_, PC_LEVEL) = {
    .f32 = TILE(f32),
    .f64 = TILE(f64),
    .block = {VECTOR_BYTES, VECTOR_BYTES / 2},
#if defined(__AVX512F__)
    .pattern = {5, 4}, /* two vectors have 2^5 floats or 2^4 doubles */
    .narrow_f32 = NARROW(f32),
    .narrow_f64 = NARROW(f64),
#endif
    .rows = {ROWS(f32), ROWS(f64)},
    .strips = {&STRIPS(f32), &STRIPS(f64)},
};
