/* The number of CPUs that a thread may run on.
 *
 * Each convolution needs it, and sched_getaffinity takes 294 ns. That is longer than a planned call
 * of tiny/signal, 251 ns (Zen 4 under a hypervisor, 2026-11-30, mean of 10,000 calls). So the
 * number is cached for 20 ms, for each thread, because each has an affinity mask of its own.
 * Reading the coarse clock, which gives its age, takes 5 ns.
 */
#define _GNU_SOURCE
#include "cpus.h"

#ifdef __linux__
#include <sched.h>
#include <time.h>

/* Age at which an answer is forgotten: 20 ms, in nanoseconds. A call then costs 294 ns once in
 * 80,000 tiny calls, and a process that is moved to other CPUs plans for them before a person
 * notices. */
#define CACHE_NS 20000000LL

static int count_affinity(void) {
    cpu_set_t cpus;
    return sched_getaffinity(0, sizeof cpus, &cpus) == 0 ? CPU_COUNT(&cpus) : 0;
}

int pc_usable_cpus(void) {
    static _Thread_local long long expires = 0;
    static _Thread_local int usable;
    struct timespec time;
    if (clock_gettime(CLOCK_MONOTONIC_COARSE, &time) != 0)
        return count_affinity();
    const long long now = time.tv_sec * 1000000000LL + time.tv_nsec;
    if (now >= expires) {
        usable = count_affinity();
        expires = now + CACHE_NS;
    }
    return usable;
}
#else
int pc_usable_cpus(void) { return 0; }
#endif
