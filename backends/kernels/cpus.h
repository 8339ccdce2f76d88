/* The processors that a process may run on. */
#ifndef POLYCONV_CPUS_H
#define POLYCONV_CPUS_H

/* How many there are now; 0 where the system does not tell. */
int pc_usable_cpus(void);

#endif
