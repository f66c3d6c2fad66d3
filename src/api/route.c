#include "api/route.h"

#include <string.h>

bool route_below(const struct api_table *table, str path) {
    if (!str_starts(path, table->prefix)) return false;
    size_t len = strlen(table->prefix);
    return path.len == len || path.data[len] == '/';
}

static const struct api_node *node_below(const struct api_table *table, const struct api_node *node, str segment) {
    for (const struct api_node *n = table->nodes + node->first, *end = n + node->count; n < end; n++)
        if (n->len == segment.len && memcmp(n->segment, segment.data, segment.len) == 0) return n;
    return node->parameter ? &table->nodes[node->parameter] : NULL;
}

err route_find(const struct api_table *table, enum http_method method, str path, struct route_match *match) {
    *match = (struct route_match){0};
    if (!route_below(table, path)) return ERR_NOT_FOUND;
    const struct api_node *node = table->nodes;
    const char *p = path.data + strlen(table->prefix), *end = path.data + path.len;
    while (p < end) {
        p++; /* the slash */
        const char *slash = memchr(p, '/', (size_t)(end - p));
        str segment = {p, (size_t)((slash ? slash : end) - p)};
        if (segment.len == 0) return ERR_NOT_FOUND;
        node = node_below(table, node, segment);
        if (!node) return ERR_NOT_FOUND;
        /* The generator keeps paths within API_SEGMENTS_MAX parts. */
        if (node->len == 0) match->segments[match->segment_count++] = segment;
        p += segment.len;
    }
    bool any = false;
    for (int i = 0; i < HTTP_OTHER; i++) any |= node->operation[i] != 0;
    if (!any) return ERR_NOT_FOUND;
    match->node = node;
    int index = method < HTTP_OTHER ? node->operation[method] : 0;
    if (index == 0) return ERR_METHOD_NOT_ALLOWED;
    match->operation = &table->operations[index - 1];
    return OK;
}

const char *route_allow(const struct api_node *node, struct arena *a) {
    static const char *const names[HTTP_OTHER] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"};
    const char *list = "";
    for (int i = 0; i < HTTP_OTHER; i++)
        if (node->operation[i]) list = arena_printf(a, "%s%s%s", list, *list ? ", " : "", names[i]);
    return list;
}
