/* The threads that work for kernels: one team for the process, shared by all backends. */
#ifndef POLYCONV_TEAM_H
#define POLYCONV_TEAM_H

#include "copy_kernels.h"

typedef void (*pc_task)(void *context, pc_size item, pc_size member);

/* Do `task(context, item, member)` once for every item below `items`, on up to `workers` threads,
 * each of which is another `member` below `workers`; the caller is member 0.
 *
 * Returns when all is done. A member that wakes up late finds nothing left to do and is not waited
 * for, and where no thread can be started, or where another caller has the team, the caller does
 * all by itself: items must not wait for one another.
 */
void pc_thread_pool_run(pc_size workers, pc_size items, pc_task task, void *context);

#endif
