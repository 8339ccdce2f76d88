#include "thread_pool.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <time.h>

/* How long a thread looks for something to do before it goes to sleep. To wake it costs 30 to 50
 * us, as much as a small layer of a network; whoever calls one layer after the other should not
 * pay that for each of them. */
enum { PATIENCE_NS = 200000, LOOKS = 32 };

/* More threads than these do not join. */
enum { MOST_MEMBERS = 1024 };

/* Each member has a share of the items, begins at its front, and then helps the others from the
 * back: what is computed again and again is mostly computed where it is still in a cache.
 * First unit and end in one word; a unit is one item unless there are too many for that. */
struct member {
    _Alignas(64) _Atomic uint64_t units;
    bool asleep;
    pthread_cond_t work;
};
#define SHARE(first, end) ((uint64_t)(first) << 32 | (uint64_t)(end))
#define FIRST(units) ((units) >> 32)
#define END(units) ((units) & UINT32_MAX)

/* A job is open to those who come through its door while it is open: its number, whether it is
 * closed, and how many have joined, in one word, so that nobody joins a job that is over. */
#define CLOSED ((uint64_t)1 << 31)
#define JOINED (CLOSED - 1)
#define NUMBER(door) ((door) >> 32)

static struct {
    pthread_mutex_t calls; /* held by the caller whose job it is */
    pc_task task;
    void *context;
    pc_size items, unit;
    _Atomic pc_size places, left;
    _Atomic uint64_t door;

    pthread_mutex_t beds; /* guards all going to sleep, and how many members there are */
    pthread_cond_t done;
    pc_size started;
    _Atomic bool caller_sleeps;
    struct member members[MOST_MEMBERS];
} team = {
    .calls = PTHREAD_MUTEX_INITIALIZER,
    .beds = PTHREAD_MUTEX_INITIALIZER,
    .done = PTHREAD_COND_INITIALIZER,
    .door = CLOSED,
    .started = 1, /* the caller, whoever that is */
};

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * INT64_C(1000000000) + time.tv_nsec;
}

/* Between two looks. Others may have the processor, if they wait for it. */
static void pause_a_little(int look) {
    if (look == 0)
        sched_yield();
#if defined(__x86_64__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    __asm__ volatile("isb");
#endif
}

static void do_unit(uint64_t unit, pc_size member) {
    pc_size item = (pc_size)unit * team.unit, end = item + team.unit;
    for (end = end < team.items ? end : team.items; item < end; item++)
        team.task(team.context, item, member);
}

static void do_items(pc_size member) {
    const pc_size places = atomic_load_explicit(&team.places, memory_order_relaxed);
    for (pc_size i = 0; i < places; i++) {
        const pc_size owner = (member + i) % places;
        _Atomic uint64_t *share = &team.members[owner].units;
        uint64_t units = atomic_load(share);
        while (FIRST(units) < END(units)) {
            const uint64_t rest = i == 0 ? units + SHARE(1, 0) : units - 1;
            if (atomic_compare_exchange_weak(share, &units, rest)) {
                do_unit(i == 0 ? FIRST(units) : END(rest), member);
                units = atomic_load(share);
            }
        }
    }
}

static void share_out(pc_size items, pc_size workers) {
    const pc_size unit = 1 + items / INT32_MAX, units = (items + unit - 1) / unit;
    for (pc_size i = 0; i < workers; i++) {
        const uint64_t first = (uint64_t)i * (uint64_t)units / (uint64_t)workers;
        const uint64_t end = (uint64_t)(i + 1) * (uint64_t)units / (uint64_t)workers;
        atomic_store_explicit(&team.members[i].units, SHARE(first, end), memory_order_relaxed);
    }
    team.items = items;
    team.unit = unit;
}

/* The door, once it is that of another job than number `seen`. */
static uint64_t next_door(struct member *self, uint64_t seen, int64_t patience_ends) {
    uint64_t door = atomic_load(&team.door);
    for (int look = 0; NUMBER(door) == seen; door = atomic_load(&team.door)) {
        look = (look + 1) % LOOKS;
        pause_a_little(look);
        if (look != 0 || now() < patience_ends)
            continue;
        pthread_mutex_lock(&team.beds);
        self->asleep = true;
        while (NUMBER(door = atomic_load(&team.door)) == seen)
            pthread_cond_wait(&self->work, &team.beds);
        self->asleep = false;
        pthread_mutex_unlock(&team.beds);
        return door;
    }
    return door;
}

/* Join the job behind `door`, unless it is over or has no place for this member. */
static bool join(uint64_t door, pc_size member) {
    const uint64_t number = NUMBER(door);
    if (member >= atomic_load(&team.places))
        return false;
    while (NUMBER(door) == number && !(door & CLOSED))
        if (atomic_compare_exchange_weak(&team.door, &door, door + 1))
            return true;
    return false;
}

static void *be_member(void *number) {
    const pc_size member = (pc_size)(intptr_t)number;
    /* That which it was started for is new to it. */
    uint64_t seen = NUMBER(atomic_load(&team.door)) - 1;
    int64_t patience_ends = 0;
    for (;;) {
        const uint64_t door = next_door(&team.members[member], seen, patience_ends);
        seen = NUMBER(door);
        if (!join(door, member))
            continue;
        do_items(member);
        atomic_fetch_add(&team.left, 1);
        if (atomic_load(&team.caller_sleeps)) {
            pthread_mutex_lock(&team.beds);
            pthread_cond_signal(&team.done);
            pthread_mutex_unlock(&team.beds);
        }
        patience_ends = now() + PATIENCE_NS;
    }
    return NULL;
}

/* A child has none of its parent's threads; it starts its own. */
static void begin_anew(void) {
    pthread_mutex_init(&team.calls, NULL);
    pthread_mutex_init(&team.beds, NULL);
    pthread_cond_init(&team.done, NULL);
    team.started = 1;
    atomic_store(&team.caller_sleeps, false);
    atomic_store(&team.door, CLOSED);
}

static void register_for_forks(void) { pthread_atfork(NULL, NULL, begin_anew); }

static bool start(pc_size member) {
    pthread_t thread;
    team.members[member].asleep = false;
    pthread_cond_init(&team.members[member].work, NULL);
    return pthread_create(&thread, NULL, be_member, (void *)(intptr_t)member) == 0
           && pthread_detach(thread) == 0;
}

/* Have the members below `workers` on their feet. */
static void call_up(pc_size workers) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, register_for_forks);
    pthread_mutex_lock(&team.beds);
    for (pc_size i = 1; i < workers && i < team.started; i++)
        if (team.members[i].asleep)
            pthread_cond_signal(&team.members[i].work);
    if (team.started < workers) {
        sigset_t all, before;
        /* Signals are for the threads of the program that the team is part of. */
        sigfillset(&all);
        pthread_sigmask(SIG_SETMASK, &all, &before);
        while (team.started < workers && start(team.started))
            team.started++;
        pthread_sigmask(SIG_SETMASK, &before, NULL);
    }
    pthread_mutex_unlock(&team.beds);
}

static void wait_for(pc_size joined) {
    const int64_t patience_ends = now() + PATIENCE_NS;
    for (int look = 0; atomic_load(&team.left) != joined;) {
        look = (look + 1) % LOOKS;
        pause_a_little(look);
        if (look != 0 || now() < patience_ends)
            continue;
        pthread_mutex_lock(&team.beds);
        atomic_store(&team.caller_sleeps, true);
        while (atomic_load(&team.left) != joined)
            pthread_cond_wait(&team.done, &team.beds);
        atomic_store(&team.caller_sleeps, false);
        pthread_mutex_unlock(&team.beds);
        return;
    }
}

void pc_thread_pool_run(pc_size workers, pc_size items, pc_task task, void *context) {
    uint64_t door;
    if (workers > items)
        workers = items;
    if (workers > MOST_MEMBERS)
        workers = MOST_MEMBERS;
    if (workers <= 1 || pthread_mutex_trylock(&team.calls) != 0) {
        for (pc_size item = 0; item < items; item++)
            task(context, item, 0);
        return;
    }
    team.task = task;
    team.context = context;
    share_out(items, workers);
    atomic_store(&team.places, workers);
    atomic_store(&team.left, 0);
    atomic_store(&team.door, (NUMBER(atomic_load(&team.door)) + 1) << 32);
    call_up(workers);
    do_items(0);
    door = atomic_fetch_or(&team.door, CLOSED);
    wait_for((pc_size)(door & JOINED));
    pthread_mutex_unlock(&team.calls);
}
