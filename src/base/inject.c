#include "base/inject.h"

#include <assert.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

const char *const inject_points[] = {
    "begin",       /* writer: opening a transaction */
    "load",        /* writer: any read inside it */
    "save",        /* writer: any write inside it */
    "commit",      /* writer: before COMMIT is sent: surely not stored */
    "commit_lost", /* writer: after COMMIT, as if its answer were lost: fate unknown to the program */
    "read",        /* reader: any query */
    "spool",       /* import: writing an uploaded part */
    "blob",        /* files: storing a blob */
    NULL,
};

enum { POINTS_MAX = 16 };
static struct {
    char name[32];
    long left;
    bool onward;
} armed[POINTS_MAX];
static int armed_count;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
bool inject_on;

static bool known(const char *name) {
    for (int i = 0; inject_points[i]; i++)
        if (strcmp(inject_points[i], name) == 0) return true;
    return false;
}

void inject_setup(void) {
    const char *text = getenv("FAENA_INJECT");
    if (!text) return;
    char copy[512] = {0};
    strncpy(copy, text, sizeof copy - 1);
    char *save = NULL;
    for (char *item = strtok_r(copy, ",", &save); item && armed_count < POINTS_MAX; item = strtok_r(NULL, ",", &save)) {
        char *colon = strchr(item, ':');
        if (!colon) continue;
        *colon = 0;
        assert(known(item));
        char *end = NULL;
        armed[armed_count].left = strtol(colon + 1, &end, 10);
        armed[armed_count].onward = *end == '+';
        strncpy(armed[armed_count].name, item, sizeof armed[0].name - 1);
        armed_count++;
    }
    inject_on = armed_count > 0;
}

bool inject_hit(const char *point) {
    assert(known(point));
    bool hit = false;
    pthread_mutex_lock(&lock);
    for (int i = 0; i < armed_count; i++) {
        if (strcmp(armed[i].name, point) != 0) continue;
        if (armed[i].left > 0) armed[i].left--;
        if (armed[i].left == 0) {
            hit = true;
            if (!armed[i].onward) armed[i].left = -1;
        }
    }
    pthread_mutex_unlock(&lock);
    return hit;
}
