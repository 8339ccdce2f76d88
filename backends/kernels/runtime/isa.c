/* ISA levels, named as in the x86-64 psABI: v3 is AVX2, FMA, BMI and F16C; v4 adds AVX-512 F, BW,
 * CD, DQ and VL. */
#include "isa.h"

#include <stdlib.h>
#include <string.h>

static const char *const names[] = {"base", "v3", "v4"};

#if PC_MAX_ISA > 0
#include <cpuid.h>

/* __builtin_cpu_supports("f16c") is missing from some compilers. */
static int has_f16c(void) {
    unsigned a, b, c, d;
    return __get_cpuid(1, &a, &b, &c, &d) && (c & bit_F16C);
}
#endif

static enum pc_isa highest(void) {
#if PC_MAX_ISA > 0
    __builtin_cpu_init();
    /* Feature by feature: "x86-64-v3" is missing from some compilers. */
    int v3 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
             __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") && has_f16c();
    int v4 = v3 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
             __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq") &&
             __builtin_cpu_supports("avx512vl");
    return PC_MAX_ISA == 2 && v4 ? PC_V4 : v3 ? PC_V3 : PC_BASE;
#else
    return PC_BASE;
#endif
}

static enum pc_isa level;
static const char *error;

/* Runs when the library is loaded, before other threads can call pc_isa_level. */
__attribute__((constructor)) static void decide(void) {
    const char *wanted = getenv("POLYCONV_ISA");
    enum pc_isa max = highest();
    level = max;
    error = "";
    if (wanted == NULL || *wanted == '\0')
        return;
    for (int i = PC_BASE; i <= PC_V4; i++) {
        if (strcmp(wanted, names[i]) != 0)
            continue;
        if (i <= (int)max)
            level = (enum pc_isa)i;
        else
            error = "this processor does not have it, or this build";
        return;
    }
    error = "allowed: base, v3, v4";
}

enum pc_isa pc_isa_level(void) { return level; }

int pc_is_amd(void) {
#if PC_MAX_ISA > 0
    __builtin_cpu_init();
    return __builtin_cpu_is("amd") != 0;
#else
    return 0;
#endif
}

const char *pc_isa_name(void) { return names[level]; }

const char *pc_isa_error(void) { return error; }
