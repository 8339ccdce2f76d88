/* Stop tokens, by which a job that ends early tells work items that are being computed.
 *
 * Each worker has a token of its own. A long work item asks it between its parts, and returns at
 * once if the job stops; its outputs are undefined then. The caller's token also looks for signals
 * meanwhile; see thread_pool.c.
 */
#ifndef POLYCONV_STOP_TOKEN_H
#define POLYCONV_STOP_TOKEN_H

#include <stdatomic.h>
#include <stdbool.h>

typedef struct pc_stop_token pc_stop_token;
struct pc_stop_token {
    atomic_bool *stop;  /* true if the job stops */
    unsigned countdown; /* questions until `poll` is called; 0: it never is */
    void (*poll)(pc_stop_token *self);
};

/* Return true if the job stops. The answer takes 1 ns; parts of work items should take 1 us to 10
 * ms. */
static inline bool pc_stop_requested(pc_stop_token *token) {
    if (token->countdown > 0 && --token->countdown == 0)
        token->poll(token);
    return atomic_load_explicit(token->stop, memory_order_relaxed);
}

#endif
