#include "core/jobs.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/arena.h"

enum { THREADS_MAX = 16 };

struct job {
    void (*fn)(void *arg);
    void *arg;
    struct job *next;
};

struct jobs {
    pthread_mutex_t lock; /* guards all below */
    pthread_cond_t wake;
    struct job *first, **last;
    int queued, queue_max, threads;
    bool stopping;
    pthread_t thread[THREADS_MAX];
};

static void *jobs_thread(void *arg) {
    struct jobs *jobs = arg;
    for (;;) {
        pthread_mutex_lock(&jobs->lock);
        while (!jobs->first && !jobs->stopping) pthread_cond_wait(&jobs->wake, &jobs->lock);
        struct job *job = jobs->first;
        if (job) {
            jobs->first = job->next;
            if (!jobs->first) jobs->last = &jobs->first;
            jobs->queued--;
        }
        pthread_mutex_unlock(&jobs->lock);
        if (!job) return NULL;
        job->fn(job->arg);
        free(job);
    }
}

struct jobs *jobs_start(int threads, int queue_max) {
    struct jobs *jobs = mem_alloc(sizeof *jobs);
    jobs->last = &jobs->first;
    jobs->queue_max = queue_max;
    pthread_mutex_init(&jobs->lock, NULL);
    pthread_cond_init(&jobs->wake, NULL);
    for (jobs->threads = 0; jobs->threads < threads && jobs->threads < THREADS_MAX; jobs->threads++)
        if (pthread_create(&jobs->thread[jobs->threads], NULL, jobs_thread, jobs) != 0) abort();
    return jobs;
}

bool jobs_submit(struct jobs *jobs, void (*fn)(void *arg), void *arg) {
    struct job *job = mem_alloc(sizeof *job);
    *job = (struct job){.fn = fn, .arg = arg};
    pthread_mutex_lock(&jobs->lock);
    bool taken = !jobs->stopping && jobs->queued < jobs->queue_max;
    if (taken) {
        *jobs->last = job;
        jobs->last = &job->next;
        jobs->queued++;
        pthread_cond_signal(&jobs->wake);
    }
    pthread_mutex_unlock(&jobs->lock);
    if (!taken) free(job);
    return taken;
}

void jobs_stop(struct jobs *jobs) {
    if (!jobs) return;
    pthread_mutex_lock(&jobs->lock);
    jobs->stopping = true;
    pthread_cond_broadcast(&jobs->wake);
    pthread_mutex_unlock(&jobs->lock);
    for (int i = 0; i < jobs->threads; i++) pthread_join(jobs->thread[i], NULL);
    pthread_mutex_destroy(&jobs->lock);
    pthread_cond_destroy(&jobs->wake);
    free(jobs);
}
