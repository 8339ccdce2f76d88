/* The thread pool: one for the process, shared by all backends, with work stealing. */
#ifndef POLYCONV_THREAD_POOL_H
#define POLYCONV_THREAD_POOL_H

#include "types.h"

typedef void (*pc_task)(void *context, pc_size item, pc_size worker);

/* Call task(context, item, worker) once for each item below `items`, on up to `workers` threads,
 * each with its own number `worker` below `workers`; the caller is worker 0.
 *
 * Returns when all items are done. A worker that wakes late finds no work and is not waited for.
 * The caller does all items itself where no thread can be started, or while another caller has the
 * pool; items must therefore not wait for one another. */
void pc_thread_pool_run(pc_size workers, pc_size items, pc_task task, void *context);

#endif
