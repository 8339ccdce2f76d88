/* The processors that a process may run on. Every call asks for them, and Python would make a set
 * of their numbers.
 */
#define _GNU_SOURCE
#include "cpus.h"

#ifdef __linux__
#include <sched.h>
#endif

int pc_usable_cpus(void) {
#ifdef __linux__
    cpu_set_t cpus;
    if (sched_getaffinity(0, sizeof cpus, &cpus) == 0)
        return CPU_COUNT(&cpus);
#endif
    return 0;
}
