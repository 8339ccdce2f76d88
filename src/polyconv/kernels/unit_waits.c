#include "unit_waits.h"

#include <time.h>

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * INT64_C(1000000000) + time.tv_nsec;
}

pc_hand_over pc_new_hand_over(int64_t limit) {
    return (pc_hand_over){.handed = now(), .limit = limit};
}

/* A worker that spins may take both items before the caller takes its own; the first one counts. */
void pc_take(void *job, pc_size item, pc_size worker, pc_stop_token *token) {
    pc_hand_over *mine = job;
    int64_t not_yet = 0;
    (void)item, (void)token;
    if (worker != 0)
        atomic_compare_exchange_strong(&mine->taken, &not_yet, now());
    else
        while (atomic_load(&mine->taken) == 0 && now() < mine->handed + mine->limit)
            ;
}

int64_t pc_taken(pc_hand_over *job) { return atomic_load(&job->taken); }
