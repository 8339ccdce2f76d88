/* Includes TEMPLATE once for each floating-point type, and, where TEMPLATE_INTEGERS is defined, for
 * each integer type; level.h derives T, LANES and names from ELEMENT. */
#define ELEMENT f32
#include TEMPLATE
#undef ELEMENT

#define ELEMENT f64
#include TEMPLATE
#undef ELEMENT

#ifdef TEMPLATE_INTEGERS
#define ELEMENT u32
#include TEMPLATE
#undef ELEMENT

#define ELEMENT u64
#include TEMPLATE
#undef ELEMENT
#endif
