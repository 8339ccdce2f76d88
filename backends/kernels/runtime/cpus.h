/* The number of CPUs that a thread may run on. */
#ifndef POLYCONV_CPUS_H
#define POLYCONV_CPUS_H

/* Return the size of this thread's affinity mask, at most 20 ms old; 0 where there is none. */
int pc_usable_cpus(void);

#endif
