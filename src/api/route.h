/* route.h - the generated route table and the search in it.
 *
 * tools/gen_api.py writes one struct api_table per contract: operations (one
 * per method and path) and a tree of path parts. A search walks one node per
 * part and compares the part with the few words below it; where a node has
 * words and a {parameter}, the word wins and is not gone back on.
 *
 * Read-only after the build, so any thread may use it. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/api.h"
#include "api/limit.h"

enum api_kind {
    API_QUERY,   /* reads */
    API_COMMAND, /* one write */
    API_UPLOAD,  /* a raw body */
    API_STREAM,  /* a long download */
    API_SSE      /* server-sent events */
};
enum api_place { API_IN_PATH, API_IN_QUERY, API_IN_BODY };
enum api_type {               /* the member of the struct it fills */
                API_INT,      /* int64_t */
                API_DOUBLE,   /* double */
                API_BOOL,     /* bool */
                API_STR,      /* str */
                API_ENUM,     /* int, index into words */
                API_ENUM_SET, /* unsigned, one bit per word */
                API_INT_LIST, /* struct int64_list */
                API_STR_LIST, /* struct str_list */
                API_JSON      /* json_t * */
};
enum { API_SEGMENTS_MAX = 8, API_NO_OFFSET = 0xFFFF };

/* One property. Bounds of a list's items stand where those of a single value
 * do. 0 = no such bound. */
struct api_field {
    const char *name;
    enum api_place place;
    enum api_type type;
    bool required, has_default, handle; /* handle: only letters, digits, dot, dash, underscore */
    unsigned char segment;              /* which {parameter} of the path */
    unsigned short offset, has_offset;  /* in the struct; has_offset API_NO_OFFSET
                                           when there is no has_NAME */
    int64_t minimum, maximum;           /* API_INT, API_INT_LIST */
    double number_minimum, number_maximum;
    size_t chars_min, chars_max, bytes_max; /* code points; bytes */
    size_t items_min, items_max;
    const char *const *words;
    int word_count;
    int64_t default_int; /* int, bool, enum */
    double default_number;
    const char *default_text;
};

struct api_operation {
    const char *id; /* "project_list" */
    enum http_method method;
    const char *path; /* "/projects/{project}", below the prefix */
    const char *summary;
    enum api_kind kind;
    unsigned roles;  /* any of these; 0 = any person */
    unsigned scopes; /* a token needs any of these; 0 = none */
    bool is_public;  /* no login needed */
    enum limit_class limit;
    int status; /* of a success */
    size_t in_bytes;
    const struct api_field *fields;
    int field_count;
    err (*run)(struct api_call *call, const void *in);
};

struct api_node {
    const char *segment; /* its word, "" for a {parameter} */
    unsigned char len;
    unsigned short first, count;          /* the words below it: nodes[first .. first + count) */
    unsigned short parameter;             /* the {parameter} below it, 0 = none */
    unsigned short operation[HTTP_OTHER]; /* by method: 1 + index, 0 = none */
};

struct api_table {
    const char *prefix; /* "/api/v1" */
    const struct api_operation *operations;
    int operation_count;
    const struct api_node *nodes; /* [0] is the prefix itself */
    int node_count;
};

struct route_match {
    const struct api_operation *operation; /* NULL unless OK */
    const struct api_node *node;           /* NULL when nothing is at this path */
    str segments[API_SEGMENTS_MAX];        /* values of the {parameters}, in order;
                                              borrowed from path */
    int segment_count;
};

/* path: whole, percent-decoded. ERR_NOT_FOUND or ERR_METHOD_NOT_ALLOWED (node
 * is set then, see route_allow). */
err route_find(const struct api_table *table, enum http_method method, str path, struct route_match *match);
/* "GET, HEAD, POST": for the Allow header, in the arena. */
const char *route_allow(const struct api_node *node, struct arena *a);
/* Is path the prefix itself or below it? */
bool route_below(const struct api_table *table, str path);
