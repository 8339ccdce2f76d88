/* Includes TEMPLATE for each floating-point type; see level.h for what it finds defined. */
#define T float
#define LANES (VECTOR_BYTES / 4)
#define LANE_LIST LIST_BY_4
#define PREFIX f32_
#include TEMPLATE
#undef T
#undef LANES
#undef LANE_LIST
#undef PREFIX

#define T double
#define LANES (VECTOR_BYTES / 8)
#define LANE_LIST LIST_BY_8
#define PREFIX f64_
#include TEMPLATE
#undef T
#undef LANES
#undef LANE_LIST
#undef PREFIX
