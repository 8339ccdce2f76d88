#include "thread_pool.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <time.h>

/* Idle threads spin for 200 us before they sleep. A wake-up costs 30 to 50 us, as long as a small
 * layer of a network takes, and layers called one after the other should not pay it each time. The
 * clock is read once in 32 spins. */
enum { SPIN_NS = 200000, SPINS_PER_CLOCK = 32 };

/* Workers of a job, at most. */
enum { MAX_WORKERS = 1024 };

/* Work stealing: each worker owns a range of chunks, which it takes from the front. A worker whose
 * range is empty steals from the back of the others' ranges. The same worker thus computes mostly
 * the same items in repeated calls, and finds them in its cache.
 *
 * Range word: first chunk << 32 | end. A chunk is one item, or more where items exceed 2^31. */
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
    _Atomic uint64_t job;

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

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * INT64_C(1000000000) + time.tv_nsec;
}

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

static void run_chunk(uint64_t chunk, pc_size worker) {
    pc_size item = (pc_size)chunk * pool.chunk, end = item + pool.chunk;
    for (end = end < pool.items ? end : pool.items; item < end; item++)
        pool.task(pool.context, item, worker);
}

/* Run the worker's own chunks, then steal those of the others. */
static void run_chunks(pc_size worker) {
    const pc_size workers = atomic_load_explicit(&pool.workers_wanted, memory_order_relaxed);
    for (pc_size i = 0; i < workers; i++) {
        const pc_size owner = (worker + i) % workers;
        _Atomic uint64_t *ranges = &pool.workers[owner].range;
        uint64_t range = atomic_load(ranges);
        while (FIRST(range) < END(range)) {
            const uint64_t rest = i == 0 ? range + RANGE(1, 0) : range - 1;
            if (atomic_compare_exchange_weak(ranges, &range, rest)) {
                run_chunk(i == 0 ? FIRST(range) : END(rest), worker);
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
    int64_t deadline = 0;
    for (;;) {
        const uint64_t job = next_job(&pool.workers[worker], seen, deadline);
        seen = EPOCH(job);
        if (!join(job, worker))
            continue;
        run_chunks(worker);
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

/* Wait until the workers that joined are done. */
static void wait_for(pc_size joined) {
    const int64_t deadline = now() + SPIN_NS;
    for (int count = 0; atomic_load(&pool.workers_done) != joined;) {
        count = (count + 1) % SPINS_PER_CLOCK;
        spin(count);
        if (count != 0 || now() < deadline)
            continue;
        pthread_mutex_lock(&pool.sleep);
        atomic_store(&pool.caller_asleep, true);
        while (atomic_load(&pool.workers_done) != joined)
            pthread_cond_wait(&pool.done, &pool.sleep);
        atomic_store(&pool.caller_asleep, false);
        pthread_mutex_unlock(&pool.sleep);
        return;
    }
}

void pc_thread_pool_run(pc_size workers, pc_size items, pc_task task, void *context) {
    uint64_t job;
    if (workers > items)
        workers = items;
    if (workers > MAX_WORKERS)
        workers = MAX_WORKERS;
    if (workers <= 1 || pthread_mutex_trylock(&pool.caller) != 0) {
        for (pc_size item = 0; item < items; item++)
            task(context, item, 0);
        return;
    }
    pool.task = task;
    pool.context = context;
    divide(items, workers);
    atomic_store(&pool.workers_wanted, workers);
    atomic_store(&pool.workers_done, 0);
    atomic_store(&pool.job, (EPOCH(atomic_load(&pool.job)) + 1) << 32);
    wake(workers);
    run_chunks(0);
    job = atomic_fetch_or(&pool.job, CLOSED);
    wait_for((pc_size)(job & JOINED));
    pthread_mutex_unlock(&pool.caller);
}
