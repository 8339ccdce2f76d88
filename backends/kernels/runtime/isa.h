/* The ISA level in use: chosen once per process, by CPUID and POLYCONV_ISA. */
#ifndef POLYCONV_ISA_H
#define POLYCONV_ISA_H

/* PC_MAX_ISA, of the build, is the value of the highest level that is compiled. */
enum pc_isa { PC_BASE, PC_V3, PC_V4 };

enum pc_isa pc_isa_level(void);
const char *pc_isa_name(void);

/* Return the reason why POLYCONV_ISA cannot be followed, or ""; the highest level is used then. */
const char *pc_isa_error(void);

/* Return 1 on a processor of AMD's. */
int pc_is_amd(void);

#endif
