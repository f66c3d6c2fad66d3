/* sanitize.h - makes HTML from outside safe to put into a page.
 *
 * An allow-list, never a block-list. The input is read by a small tokenizer of our own; the output is written from
 * scratch. What makes it safe does not depend on reading the input as a browser would (so that there is no "mutation"
 * to exploit):
 *
 *  1. Only elements and attributes of the tables in sanitize.c are ever written, each attribute value checked by its
 * kind and quoted; every other '<', '>', '"' is escaped and every '&' is escaped unless it begins a complete reference.
 *  2. The output is well nested and closed; no element in it changes how a browser reads what follows (no script,
 * style, svg, math, template, noscript, textarea, title, select, iframe ...: those vanish with their content).
 *  3. Addresses: links http, https, mailto; pictures http, https, /files/..., or data: with base64 of png, jpeg, webp,
 * gif. They are decoded, checked, and written exactly as checked. Links get rel="noopener nofollow noreferrer" and
 *     target="_blank", pictures load lazily and send no referrer.
 *  4. No style, id, name, on*, or form attribute; class only as "language-...".
 *  5. The output is valid UTF-8 whatever the input is; sanitising it again changes nothing.
 *
 * Elements that are not allowed are unwrapped (their text stays). Pure; time is linear in the input. Threads: any. */
#pragma once
#include "base/buf.h"
#include "base/str.h"

enum {
    SANITIZE_DEPTH_MAX = 100,          /* open elements; deeper ones are unwrapped */
    SANITIZE_ADDRESS_BYTES_MAX = 4096, /* longer addresses are dropped; data: addresses may be longer */
};

/* Appends the clean HTML to out. */
void sanitize_html(str html, struct buf *out);
/* May this address be shown as a picture: the rule of 3 above. */
bool sanitize_picture_address(str address);
