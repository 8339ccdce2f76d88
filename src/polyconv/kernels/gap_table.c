/* The table of tiles of one ISA level; compiled once for each, with PC_LEVEL its name. */
#include "level.h"

#include "gap_tiles.h"

#define TILE(element) JOIN(element##_gap_tile__, PC_LEVEL)

void TILE(f32)(const pc_gap_tiles *, const pc_gap_arrays *, pc_size, char *, pc_stop_token *);
void TILE(f64)(const pc_gap_tiles *, const pc_gap_arrays *, pc_size, char *, pc_stop_token *);

#define ADD_VALID(element) JOIN(element##_add_valid__, PC_LEVEL)

void ADD_VALID(f32)(const void *, const double *, const double *, pc_size, double *);
void ADD_VALID(f64)(const void *, const double *, const double *, pc_size, double *);

/* 4 vectors: see gap_tiles.c. */
const pc_gap_table JOIN(pc_gap_tables_, PC_LEVEL) = {
    .f32 = TILE(f32),
    .f64 = TILE(f64),
    .add_valid_f32 = ADD_VALID(f32),
    .add_valid_f64 = ADD_VALID(f64),
    .block = {VECTOR_BYTES, VECTOR_BYTES / 2},
};
