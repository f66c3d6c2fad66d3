/* http_fake.h - stands in for http/ in unit tests: a request made by hand, a
 * reply kept for looking at. */
#pragma once
#include "base/buf.h"
#include "http/http.h"

enum { FAKE_HEADERS_MAX = 20 };

struct http_request {
    enum http_method method;
    const char *path, *query, *remote;
    str body;
    bool secure;
    void *state;
    const char *headers[FAKE_HEADERS_MAX][2]; /* name, value; the first NULL name ends them */
    struct arena arena;

    int replies, status;
    const char *type, *note;
    struct buf reply, reply_headers; /* headers: "Name: value\n" each */
};

void fake_free(struct http_request *r);
/* Value of a reply header in the request's arena, NULL when absent. */
const char *fake_reply_header(struct http_request *r, const char *name);
