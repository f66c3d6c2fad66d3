/* decode.h - fills a generated request struct from path, query and body, or
 * says everything that is wrong with them.
 *
 * Driven by the descriptors that tools/gen_api.py makes from the contract;
 * knows no operation by name. Pure: no HTTP, no clock. All wrong fields are
 * reported at once: a body property by JSON pointer ("/price_micros",
 * "/ids/3"), a parameter by its name. Unknown names are refused, so that a
 * misspelt one is never silently without effect.
 *
 * Outcomes: ERR_NOT_FOUND (only parameters of the path are wrong),
 * ERR_UNSUPPORTED_TYPE, ERR_BAD_JSON, ERR_INVALID.
 *
 * To add a type of field: see tools/gen_api.py. */
#pragma once
#include <jansson.h>

#include "api/route.h"

struct decode_input {
    const str *segments;      /* of the route_match */
    str query;                /* raw, without '?' */
    const char *content_type; /* NULL when absent */
    str body;                 /* of an upload it is left alone */
};

/* in: operation->in_bytes zeroed bytes. *body: the parsed body (NULL when there
 * is none), the caller's also when this fails; strings and JSON values of in
 * are borrowed from it, other memory is in the arena. */
err decode(const struct api_operation *operation, const struct decode_input *input, struct arena *a, void *in,
           json_t **body, struct problem *p);
