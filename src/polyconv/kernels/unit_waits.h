/* The time until another worker of the thread pool takes an item. */
#ifndef POLYCONV_UNIT_WAITS_H
#define POLYCONV_UNIT_WAITS_H

#include <stdatomic.h>

#include "stop_token.h"
#include "types.h"

/* A job of two items: the caller's, which waits, and one for another worker. Times are in ns. */
typedef struct {
    int64_t handed, limit;
    _Atomic int64_t taken; /* 0 until then */
} pc_hand_over;

/* Begin a job now; its caller waits for at most `limit` ns. */
pc_hand_over pc_new_hand_over(int64_t limit);

/* The task of both items, a pc_task; `job` is a pc_hand_over. */
void pc_take(void *job, pc_size item, pc_size worker, pc_stop_token *token);

/* When another worker took an item; 0 if none did. */
int64_t pc_taken(pc_hand_over *job);

#endif
