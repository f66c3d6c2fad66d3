/* test_ops.h - handlers of the test contract for unit tests: each notes that it
 * ran and answers {"op": name}. */
#pragma once
#include "api/api.h"

struct test_ops {
    int calls;
    const char *name;
    const void *in;
    struct api_call *call;
    err result; /* returned instead of answering, unless OK */
    bool keep;  /* return OK without a reply, as a command does; the test replies
                   later */
};
extern struct test_ops test_ops;
