/* What an AVIF says beside its pixels is overwritten in its place, so that no offset in it changes. ISO/IEC 14496-12
 * (boxes; 8.11 for items), ISO/IEC 23008-12 (images as items, 6.5 for properties).
 *
 * An AVIF is a list of boxes. `meta` lists items: `iinf` says of what kind each is, `iloc` where its bytes lie, in
 * `mdat` or `idat`. Bytes of items that are pictures stay; all others there (Exif, XMP, what nobody points to) become
 * zeros, and boxes that pictures do not need become `free` ones. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "files/files_internal.h"

enum { ITEMS_MAX = 1024, SPANS_MAX = 4096 };

struct box {
    char type[5];
    size_t begin, body, end;
};

struct span {
    size_t from, to;
};

struct avif {
    char *bytes; /* the copy that is worked on */
    size_t len;
    bool bad;
    struct box meta, iinf, iloc, iprp, idat; /* end 0: there is none */
    struct {
        uint32_t id;
        char type[5];
    } items[ITEMS_MAX];
    size_t item_count;
    struct span kept[SPANS_MAX], exif[ITEMS_MAX];
    size_t kept_count, exif_count;
};

/* ------------------------------------------------------------------ reading */

struct reader {
    struct avif *a;
    size_t at, end;
};

static uint64_t take(struct reader *r, size_t bytes) {
    if (bytes > 8 || bytes > r->end - r->at) {
        r->a->bad = true;
        r->at = r->end;
        return 0;
    }
    uint64_t value = 0;
    for (size_t i = 0; i < bytes; i++) value = value << 8 | (unsigned char)r->a->bytes[r->at++];
    return value;
}

/* The next box; false at the end or when it is no box. A size of 0 reaches to the end. */
static bool box_next(struct reader *r, struct box *box) {
    if (r->a->bad || r->at == r->end) return false;
    box->begin = r->at;
    uint64_t size = take(r, 4);
    if (r->end - r->at >= 4) memcpy(box->type, r->a->bytes + r->at, 4);
    box->type[4] = 0;
    take(r, 4);
    if (size == 1) size = take(r, 8);
    if (size == 0) size = r->end - box->begin;
    box->body = r->at;
    if (r->a->bad || size < box->body - box->begin || size > r->end - box->begin) {
        r->a->bad = true;
        return false;
    }
    r->at = box->end = box->begin + (size_t)size;
    return true;
}

static bool type_in(const char *type, const char *const *list) {
    for (; *list; list++)
        if (strcmp(type, *list) == 0) return true;
    return false;
}

static void blank(struct avif *a, const struct box *box) {
    memcpy(a->bytes + box->begin + 4, "free", 4);
    memset(a->bytes + box->body, 0, box->end - box->body);
}

/* ------------------------------------------------------------------ boxes */

static void top_read(struct avif *a) {
    struct reader r = {a, 0, a->len};
    for (struct box box; box_next(&r, &box);) {
        if (strcmp(box.type, "meta") == 0) {
            a->bad = a->bad || a->meta.end;
            a->meta = box;
        } else if (strcmp(box.type, "moov") == 0) {
            a->bad = true; /* a film: tracks can say as much, and elsewhere */
        } else if (strcmp(box.type, "ftyp") != 0 && strcmp(box.type, "mdat") != 0) {
            blank(a, &box);
        }
    }
    a->bad = a->bad || !a->meta.end || a->meta.end - a->meta.body < 4;
}

static void meta_read(struct avif *a) {
    static const char *const needed[] = {"hdlr", "pitm", "iref", "dinf", "grpl", "ipro", NULL};
    struct reader r = {a, a->meta.body + 4, a->meta.end};
    for (struct box box; box_next(&r, &box);) {
        struct box *one = strcmp(box.type, "iinf") == 0   ? &a->iinf
                          : strcmp(box.type, "iloc") == 0 ? &a->iloc
                          : strcmp(box.type, "iprp") == 0 ? &a->iprp
                          : strcmp(box.type, "idat") == 0 ? &a->idat
                                                          : NULL;
        if (one) {
            a->bad = a->bad || one->end; /* a second one might be read by others */
            *one = box;
        } else if (!type_in(box.type, needed)) {
            blank(a, &box);
        }
    }
    a->bad = a->bad || !a->iinf.end || !a->iloc.end;
}

static void properties_strip(struct avif *a) {
    static const char *const telling[] = {"udes", "altt", "crtt", "mdft", "uuid", "free", "skip", NULL};
    struct reader r = {a, a->iprp.body, a->iprp.end};
    for (struct box box; a->iprp.end && box_next(&r, &box);) {
        struct reader inner = {a, box.body, box.end};
        if (strcmp(box.type, "ipma") == 0) continue;
        if (strcmp(box.type, "ipco") != 0) blank(a, &box);
        for (struct box property; strcmp(box.type, "ipco") == 0 && box_next(&inner, &property);)
            if (type_in(property.type, telling)) blank(a, &property);
    }
}

/* ------------------------------------------------------------------ items */

static void items_read(struct avif *a) {
    struct reader r = {a, a->iinf.body, a->iinf.end};
    unsigned version = (unsigned)take(&r, 1);
    take(&r, 3);
    take(&r, version == 0 ? 2 : 4); /* how many: the boxes themselves tell */
    for (struct box box; box_next(&r, &box);) {
        struct reader entry = {a, box.body, box.end};
        unsigned kind = (unsigned)take(&entry, 1);
        take(&entry, 3);
        if (strcmp(box.type, "infe") != 0 || kind < 2 || kind > 3 || a->item_count == ITEMS_MAX) {
            a->bad = true;
            return;
        }
        a->items[a->item_count].id = (uint32_t)take(&entry, kind == 2 ? 2 : 4);
        take(&entry, 2);
        if (entry.end - entry.at >= 4) memcpy(a->items[a->item_count].type, a->bytes + entry.at, 4);
        a->item_count++;
    }
}

static const char *item_type(const struct avif *a, uint32_t id) {
    for (size_t i = 0; i < a->item_count; i++)
        if (a->items[i].id == id) return a->items[i].type;
    return "";
}

static void span_add(struct avif *a, const char *type, struct span span) {
    static const char *const pictures[] = {"av01", "grid", "iden", "iovl", "tmap", NULL};
    if (type_in(type, pictures)) {
        if (a->kept_count < SPANS_MAX)
            a->kept[a->kept_count++] = span;
        else
            a->bad = true;
    } else if (strcmp(type, "Exif") == 0 && a->exif_count < ITEMS_MAX) {
        a->exif[a->exif_count++] = span;
    }
}

static void places_read(struct avif *a) {
    struct reader r = {a, a->iloc.body, a->iloc.end};
    unsigned version = (unsigned)take(&r, 1);
    take(&r, 3);
    unsigned sizes = (unsigned)take(&r, 2);
    size_t offset_bytes = sizes >> 12, length_bytes = sizes >> 8 & 15, base_bytes = sizes >> 4 & 15;
    size_t index_bytes = version == 0 ? 0 : sizes & 15;
    uint64_t count = take(&r, version < 2 ? 2 : 4);
    for (uint64_t i = 0; i < count && !a->bad; i++) {
        const char *type = item_type(a, (uint32_t)take(&r, version < 2 ? 2 : 4));
        uint64_t method = version == 0 ? 0 : take(&r, 2) & 15, elsewhere = take(&r, 2), base = take(&r, base_bytes);
        uint64_t extents = take(&r, 2);
        /* In the file or in idat; not in another item or another file. */
        if (version > 2 || method > 1 || elsewhere || (method == 1 && !a->idat.end)) a->bad = true;
        size_t from = method == 1 ? a->idat.body : 0, to = method == 1 ? a->idat.end : a->len;
        for (uint64_t k = 0; k < extents && !a->bad; k++) {
            take(&r, index_bytes);
            uint64_t offset = take(&r, offset_bytes), length = take(&r, length_bytes);
            if (base > to - from || offset > to - from - base || length > to - from - base - offset || length == 0) {
                a->bad = true;
                return;
            }
            size_t begin = from + (size_t)(base + offset);
            span_add(a, type, (struct span){begin, begin + (size_t)length});
        }
    }
}

/* ------------------------------------------------------------------ bytes */

/* Readers that look at Exif find one that says nothing (no offset, a TIFF head, no entries), not a broken one. */
static void exif_write(struct avif *a, size_t from, size_t to) {
    static const char nothing[18] = "\0\0\0\0MM\0\x2A\0\0\0\x08";
    for (size_t i = 0; i < a->exif_count; i++) {
        const struct span *exif = &a->exif[i];
        bool only = exif->from >= from && exif->to <= to && exif->to - exif->from >= sizeof nothing;
        for (size_t k = 0; only && k < exif->to - exif->from; k++) only = a->bytes[exif->from + k] == 0;
        if (only) memcpy(a->bytes + exif->from, nothing, sizeof nothing);
    }
}

/* Whatever of a box's body belongs to no picture. */
static void body_strip(struct avif *a, size_t from, size_t to) {
    for (size_t at = from; at < to;) {
        size_t next = to, beyond = at;
        for (size_t i = 0; i < a->kept_count; i++) {
            if (a->kept[i].from <= at && a->kept[i].to > beyond) beyond = a->kept[i].to;
            if (a->kept[i].from > at && a->kept[i].from < next) next = a->kept[i].from;
        }
        if (beyond > at) {
            at = beyond;
            continue;
        }
        memset(a->bytes + at, 0, next - at);
        at = next;
    }
    exif_write(a, from, to);
}

static void avif_free(struct avif **a) { free(*a); }

bool picture_strip_avif(str picture, struct buf *out) {
    buf_clear(out);
    buf_add_str(out, picture);
    CLEANUP(avif_free) struct avif *a = mem_alloc(sizeof *a);
    a->bytes = out->data;
    a->len = out->len;
    top_read(a);
    if (!a->bad) meta_read(a);
    if (!a->bad) properties_strip(a);
    if (!a->bad) items_read(a);
    if (!a->bad) places_read(a);
    if (a->bad) return false;
    struct reader r = {a, 0, a->len};
    for (struct box box; box_next(&r, &box);)
        if (strcmp(box.type, "mdat") == 0) body_strip(a, box.body, box.end);
    if (a->idat.end) body_strip(a, a->idat.body, a->idat.end);
    return true;
}
