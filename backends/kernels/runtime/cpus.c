/* The processors that a thread may run on.
 *
 * Every call asks, and the system takes as long to tell as all else that a short one does, so that
 * what it told is repeated for some hundredths of a second. Each thread remembers for itself, for
 * it may be bound by itself.
 */
#define _GNU_SOURCE
#include "cpus.h"

#ifdef __linux__
#include <sched.h>
#include <time.h>

/* Nanoseconds for which an answer holds. */
#define HOLDS 20000000LL

static int asked(void) {
    cpu_set_t cpus;
    return sched_getaffinity(0, sizeof cpus, &cpus) == 0 ? CPU_COUNT(&cpus) : 0;
}

int pc_usable_cpus(void) {
    static _Thread_local long long until = 0;
    static _Thread_local int usable;
    struct timespec time;
    if (clock_gettime(CLOCK_MONOTONIC_COARSE, &time) != 0)
        return asked();
    const long long now = time.tv_sec * 1000000000LL + time.tv_nsec;
    if (now >= until) {
        usable = asked();
        until = now + HOLDS;
    }
    return usable;
}
#else
int pc_usable_cpus(void) { return 0; }
#endif
