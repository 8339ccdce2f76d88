/* The table of passes of one ISA level; compiled once for each, with PC_LEVEL its name. */
#include "level.h"
#include "passes.h"

#define TILE(element) JOIN(element##_tile__, PC_LEVEL)

void TILE(f32)(const pc_passes *, const pc_pass_arrays *, pc_size, char *, pc_stop_token *);
void TILE(f64)(const pc_passes *, const pc_pass_arrays *, pc_size, char *, pc_stop_token *);

const pc_pass_table JOIN(pc_pass_tables_, PC_LEVEL) = {.f32 = TILE(f32), .f64 = TILE(f64)};
