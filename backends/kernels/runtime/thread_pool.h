/* The thread pool: one for the process, shared by all backends, with work stealing. */
#ifndef POLYCONV_THREAD_POOL_H
#define POLYCONV_THREAD_POOL_H

#include "stop_token.h"
#include "types.h"

typedef void (*pc_task)(void *context, pc_size item, pc_size worker, pc_stop_token *token);

/* Run the program's signal handlers; return true if the job is to stop. */
typedef int (*pc_signal_check)(void);

/* Call task(context, item, worker, token) once for each item below `items`, on up to `workers`
 * threads, each with its own number `worker` below `workers`; the caller is worker 0. The caller
 * calls `check` every 50 ms, unless it is NULL. `check` may fork, and may run other jobs.
 *
 * Returns true when all items are done. A worker that wakes late finds no work and is not waited
 * for. The caller does all items itself if no thread can be started, or while another caller has
 * the pool; so items must not wait for each other.
 *
 * Returns false if `check` stopped the job: no item is being computed any more, and which of them
 * are done is undefined. */
bool pc_thread_pool_run(pc_size workers, pc_size items, pc_task task, void *context,
                        pc_signal_check check);

#endif
