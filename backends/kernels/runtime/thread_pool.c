#include "thread_pool.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <time.h>

/* Idle threads spin for 200 us before they sleep, and read the clock once in 32 spins. Waking a
 * thread takes 30 to 50 us, as long as a small layer of a network, and layers called one after the
 * other should not pay that each time. `polyconv tune --machine` measures it (wake_up), and the
 * time of handing a job to a thread that spins (hand_over). */
enum { SPIN_NS = 200000, SPINS_PER_CLOCK = 32 };

/* A caller checks for signals every 50 ms. To a person that looks as if the program stopped at
 * once, and the interpreter's lock, which may take 5 ms to get, is taken at most 20 times a
 * second. */
enum { CHECK_NS = 50000000 };
/* Questions to the caller's stop token before the first reading of the clock (tiny jobs ask fewer),
 * and maximum questions from one reading to the next. Once readings are more than 10 ms apart, each
 * question reads the clock. */
enum { FIRST_POLL = 4, MAX_POLL_INTERVAL = 32, MAX_POLL_NS = 10000000 };

/* A clock that takes 5 ns to read; it is 1 to 10 ms late. */
#if defined(CLOCK_MONOTONIC_COARSE)
#define COARSE_CLOCK CLOCK_MONOTONIC_COARSE
#elif defined(CLOCK_MONOTONIC_RAW_APPROX)
#define COARSE_CLOCK CLOCK_MONOTONIC_RAW_APPROX
#else
#define COARSE_CLOCK CLOCK_MONOTONIC
#endif

/* Maximum number of workers of a job. */
enum { MAX_WORKERS = 1024 };

/* Work stealing: each worker owns a range of chunks, which it takes from the front. A worker whose
 * range is empty steals from the back of the others' ranges. So in repeated calls a worker computes
 * mostly the items of the call before, and finds their data in its cache.
 *
 * Range word: first chunk << 32 | end. A chunk is one item, or several if there are 2^31 - 1 items
 * or more. */
struct worker {
    _Alignas(64) _Atomic uint64_t range;
    bool asleep;
    pthread_cond_t wake;
};
#define RANGE(first, end) ((uint64_t)(first) << 32 | (uint64_t)(end))
#define FIRST(range) ((range) >> 32)
#define END(range) ((range) & UINT32_MAX)

/* Job word: epoch << 32 | closed << 31 | joined workers. Workers join by compare-and-swap, so a
 * late worker can never enter a finished job. */
#define CLOSED ((uint64_t)1 << 31)
#define JOINED (CLOSED - 1)
#define EPOCH(job) ((job) >> 32)

static struct {
    pthread_mutex_t caller; /* held by the caller whose job it is */
    pc_task task;
    void *context;
    pc_size items, chunk;
    _Atomic pc_size workers_wanted, workers_done;
    atomic_bool stop; /* the job ends early */
    _Atomic uint64_t job;
    unsigned forks; /* number of forks between the pool's first process and this one */

    pthread_mutex_t sleep; /* guards `asleep`, `caller_asleep` and `threads` */
    pthread_cond_t done;
    pc_size threads; /* started, the caller included */
    _Atomic bool caller_asleep;
    struct worker workers[MAX_WORKERS];
} pool = {
    .caller = PTHREAD_MUTEX_INITIALIZER,
    .sleep = PTHREAD_MUTEX_INITIALIZER,
    .done = PTHREAD_COND_INITIALIZER,
    .job = CLOSED,
    .threads = 1,
};

/* The caller of a job. Only the caller's thread may run the program's signal handlers. */
struct caller {
    pc_stop_token token; /* first: `poll` finds the caller by it */
    pc_signal_check check;
    unsigned poll_interval;
    int64_t last_poll, next_check; /* in ns */
    unsigned forks;                /* `pool.forks` when the job began */
    bool interrupted;              /* a signal handler stops the job */
};

static int64_t read_clock(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return time.tv_sec * INT64_C(1000000000) + time.tv_nsec;
}

static int64_t now(void) { return read_clock(CLOCK_MONOTONIC); }

/* Pause between two polls; once in SPINS_PER_CLOCK, yield to a thread that needs the processor. */
static void spin(int count) {
    if (count == 0)
        sched_yield();
#if defined(__x86_64__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    __asm__ volatile("isb");
#endif
}

/* ---- stopping ---- */

/* True in a child that a signal handler forked and returned to: the workers of its job, and the
 * items that they were computing, are its parent's. */
static bool is_orphaned(const struct caller *caller) {
    return caller->token.stop == &pool.stop && caller->forks != pool.forks;
}

static void check_signals(struct caller *caller) {
    caller->interrupted = caller->check();
    if (caller->interrupted || is_orphaned(caller)) {
        atomic_store(caller->token.stop, true);
        caller->token.countdown = 0;
    }
}

/* Read the clock, and check for signals if it is time. */
static void poll(pc_stop_token *token) {
    struct caller *caller = (struct caller *)token;
    const int64_t time = read_clock(COARSE_CLOCK);
    const bool first = caller->next_check == 0;
    if (first)
        caller->next_check = time + CHECK_NS;
    if (first || time - caller->last_poll > MAX_POLL_NS)
        caller->poll_interval = 1;
    else if (caller->poll_interval < MAX_POLL_INTERVAL)
        caller->poll_interval *= 2;
    caller->last_poll = time;
    token->countdown = caller->poll_interval;
    if (time >= caller->next_check) {
        check_signals(caller);
        caller->next_check = read_clock(COARSE_CLOCK) + CHECK_NS;
    }
}

static struct caller new_caller(atomic_bool *stop, pc_signal_check check) {
    return (struct caller){
        .token = {.stop = stop, .countdown = check != NULL ? FIRST_POLL : 0, .poll = poll},
        .check = check,
        .forks = pool.forks,
    };
}

/* ---- work stealing ---- */

static void run_chunk(uint64_t chunk, pc_size worker, pc_stop_token *token) {
    pc_size item = (pc_size)chunk * pool.chunk, end = item + pool.chunk;
    for (end = end < pool.items ? end : pool.items; item < end && !pc_stop_requested(token); item++)
        pool.task(pool.context, item, worker, token);
}

/* Run the worker's own chunks, then steal from the other workers in turn, until the job stops. An
 * owner takes the first chunk of its range; a thief takes the last chunk of another worker's range,
 * one at a time, and visits each worker once. */
static void run_chunks(pc_size worker, pc_stop_token *token) {
    const pc_size workers = atomic_load_explicit(&pool.workers_wanted, memory_order_relaxed);
    for (pc_size i = 0; i < workers; i++) {
        const pc_size owner = (worker + i) % workers;
        _Atomic uint64_t *ranges = &pool.workers[owner].range;
        uint64_t range = atomic_load(ranges);
        while (FIRST(range) < END(range) && !atomic_load(token->stop)) {
            /* The owner moves the first chunk up by 1, a thief the end down by 1. */
            const uint64_t rest = i == 0 ? range + RANGE(1, 0) : range - 1;
            if (atomic_compare_exchange_weak(ranges, &range, rest)) {
                run_chunk(i == 0 ? FIRST(range) : END(rest), worker, token);
                range = atomic_load(ranges);
            }
        }
    }
}

/* Give each worker an equal range of chunks. */
static void divide(pc_size items, pc_size workers) {
    const pc_size chunk = 1 + items / INT32_MAX, chunks = (items + chunk - 1) / chunk;
    for (pc_size i = 0; i < workers; i++) {
        const uint64_t first = (uint64_t)i * (uint64_t)chunks / (uint64_t)workers;
        const uint64_t end = (uint64_t)(i + 1) * (uint64_t)chunks / (uint64_t)workers;
        atomic_store_explicit(&pool.workers[i].range, RANGE(first, end), memory_order_relaxed);
    }
    pool.items = items;
    pool.chunk = chunk;
}

/* ---- workers ---- */

/* Return the job word once its epoch is not `seen`; spin until `deadline`, then sleep. */
static uint64_t next_job(struct worker *self, uint64_t seen, int64_t deadline) {
    uint64_t job = atomic_load(&pool.job);
    for (int count = 0; EPOCH(job) == seen; job = atomic_load(&pool.job)) {
        count = (count + 1) % SPINS_PER_CLOCK;
        spin(count);
        if (count != 0 || now() < deadline)
            continue;
        pthread_mutex_lock(&pool.sleep);
        self->asleep = true;
        while (EPOCH(job = atomic_load(&pool.job)) == seen)
            pthread_cond_wait(&self->wake, &pool.sleep);
        self->asleep = false;
        pthread_mutex_unlock(&pool.sleep);
        return job;
    }
    return job;
}

/* Join `job`; return false if it is closed or wants fewer workers. */
static bool join(uint64_t job, pc_size worker) {
    const uint64_t epoch = EPOCH(job);
    if (worker >= atomic_load(&pool.workers_wanted))
        return false;
    while (EPOCH(job) == epoch && !(job & CLOSED))
        if (atomic_compare_exchange_weak(&pool.job, &job, job + 1))
            return true;
    return false;
}

static void *worker_loop(void *number) {
    const pc_size worker = (pc_size)(intptr_t)number;
    /* The epoch before the current one: the job that started this thread is its first. */
    uint64_t seen = EPOCH(atomic_load(&pool.job)) - 1;
    pc_stop_token token = {.stop = &pool.stop};
    int64_t deadline = 0;
    for (;;) {
        const uint64_t job = next_job(&pool.workers[worker], seen, deadline);
        seen = EPOCH(job);
        if (!join(job, worker))
            continue;
        run_chunks(worker, &token);
        atomic_fetch_add(&pool.workers_done, 1);
        if (atomic_load(&pool.caller_asleep)) {
            pthread_mutex_lock(&pool.sleep);
            pthread_cond_signal(&pool.done);
            pthread_mutex_unlock(&pool.sleep);
        }
        deadline = now() + SPIN_NS;
    }
    return NULL;
}

/* A forked child has none of its parent's threads; it starts its own. */
static void reset_after_fork(void) {
    pthread_mutex_init(&pool.caller, NULL);
    pthread_mutex_init(&pool.sleep, NULL);
    pthread_cond_init(&pool.done, NULL);
    pool.threads = 1;
    atomic_store(&pool.caller_asleep, false);
    atomic_store(&pool.job, CLOSED);
    pool.forks++;
}

static void register_fork_handler(void) { pthread_atfork(NULL, NULL, reset_after_fork); }

static bool start(pc_size worker) {
    pthread_t thread;
    pool.workers[worker].asleep = false;
    pthread_cond_init(&pool.workers[worker].wake, NULL);
    return pthread_create(&thread, NULL, worker_loop, (void *)(intptr_t)worker) == 0 &&
           pthread_detach(thread) == 0;
}

/* Wake or start the workers below `workers`. */
static void wake(pc_size workers) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, register_fork_handler);
    pthread_mutex_lock(&pool.sleep);
    for (pc_size i = 1; i < workers && i < pool.threads; i++)
        if (pool.workers[i].asleep)
            pthread_cond_signal(&pool.workers[i].wake);
    if (pool.threads < workers) {
        sigset_t all, before;
        /* Signals go to the threads of the program, not to the pool's. */
        sigfillset(&all);
        pthread_sigmask(SIG_SETMASK, &all, &before);
        while (pool.threads < workers && start(pool.threads))
            pool.threads++;
        pthread_sigmask(SIG_SETMASK, &before, NULL);
    }
    pthread_mutex_unlock(&pool.sleep);
}

/* ---- callers ---- */

/* Sleep until the workers that joined are done, or until it is time to check for signals. */
static void sleep_until_done(pc_size joined, const struct caller *caller) {
    const bool checks = caller->check != NULL && !caller->interrupted;
    /* macOS has no other clock for conditions. */
    const int64_t end = read_clock(CLOCK_REALTIME) + CHECK_NS;
    const struct timespec until = {end / 1000000000, end % 1000000000};
    int error = 0;
    pthread_mutex_lock(&pool.sleep);
    atomic_store(&pool.caller_asleep, true);
    while (atomic_load(&pool.workers_done) != joined && error == 0)
        error = checks ? pthread_cond_timedwait(&pool.done, &pool.sleep, &until)
                       : pthread_cond_wait(&pool.done, &pool.sleep);
    atomic_store(&pool.caller_asleep, false);
    pthread_mutex_unlock(&pool.sleep);
}

/* Wait until the workers that joined are done, and check for signals meanwhile. */
static void wait_for(pc_size joined, struct caller *caller) {
    const int64_t deadline = now() + SPIN_NS;
    for (int count = 0; atomic_load(&pool.workers_done) != joined;) {
        count = (count + 1) % SPINS_PER_CLOCK;
        spin(count);
        if (count != 0 || now() < deadline)
            continue;
        sleep_until_done(joined, caller);
        if (atomic_load(&pool.workers_done) == joined)
            return;
        check_signals(caller);
        if (is_orphaned(caller))
            return;
    }
}

/* Run all items in the caller's thread. */
static bool run_alone(pc_size items, pc_task task, void *context, pc_signal_check check) {
    atomic_bool stop = false;
    struct caller caller = new_caller(&stop, check);
    for (pc_size item = 0; item < items && !pc_stop_requested(&caller.token); item++)
        task(context, item, 0, &caller.token);
    return !caller.interrupted;
}

bool pc_thread_pool_run(pc_size workers, pc_size items, pc_task task, void *context,
                        pc_signal_check check) {
    if (workers > items)
        workers = items;
    if (workers > MAX_WORKERS)
        workers = MAX_WORKERS;
    if (workers <= 1 || pthread_mutex_trylock(&pool.caller) != 0)
        return run_alone(items, task, context, check);
    struct caller caller = new_caller(&pool.stop, check);
    pool.task = task;
    pool.context = context;
    divide(items, workers);
    atomic_store(&pool.stop, false);
    atomic_store(&pool.workers_wanted, workers);
    atomic_store(&pool.workers_done, 0);
    atomic_store(&pool.job, (EPOCH(atomic_load(&pool.job)) + 1) << 32);
    wake(workers);
    run_chunks(0, &caller.token);
    if (!is_orphaned(&caller)) {
        const uint64_t job = atomic_fetch_or(&pool.job, CLOSED);
        wait_for((pc_size)(job & JOINED), &caller);
    }
    if (is_orphaned(&caller)) /* The fork released the pool. */
        return !caller.interrupted && run_alone(items, task, context, check);
    pthread_mutex_unlock(&pool.caller);
    return !caller.interrupted;
}
