/* The processors that a thread may run on. */
#ifndef POLYCONV_CPUS_H
#define POLYCONV_CPUS_H

/* How many there are, or were a few hundredths of a second ago; 0 where the system does not tell. */
int pc_usable_cpus(void);

#endif
