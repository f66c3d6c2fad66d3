/* Texts made numbers: a hash table of whole words.
 *
 * Ids in crowd files are short (numbers, UUIDs) and repeat. A slot holds the hash's upper half, and the number; the
 * text is compared only when those agree. A file sorted by task hits the last name most of the time, which the reader
 * asks first. */
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "read.h"

struct fs_name_slot {
    uint32_t mark;  /* upper bits of the hash */
    int32_t number; /* + 1; 0: free */
    uint64_t place; /* where the text begins, << LEN_BITS | its length: the text is found without another look-up */
};

enum { LEN_BITS = 24 };
#define LEN_MASK ((UINT64_C(1) << LEN_BITS) - 1)

enum { SLOTS_FIRST = 64 };

/* Eight bytes at a time, each mixed by a 64x64 -> 128 bit product. */
static uint64_t hash_mix(uint64_t a, uint64_t b) {
    unsigned __int128 product = (unsigned __int128)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static uint64_t word_load(const char *text, size_t len) {
    uint64_t word = 0;
    if (len >= 8) {
        memcpy(&word, text, 8);
    } else if (len >= 4) {
        uint32_t first, last;
        memcpy(&first, text, 4);
        memcpy(&last, text + len - 4, 4);
        word = (uint64_t)first | (uint64_t)last << 32;
    } else if (len > 0) {
        word =
            (uint64_t)(uint8_t)text[0] | (uint64_t)(uint8_t)text[len / 2] << 8 | (uint64_t)(uint8_t)text[len - 1] << 16;
    }
    return word;
}

uint64_t fs_names_hash(const char *text, size_t len) {
    uint64_t hash = UINT64_C(0x9e3779b97f4a7c15) ^ len;
    while (len > 8) {
        hash = hash_mix(hash ^ word_load(text, 8), UINT64_C(0xd6e8feb86659fd93));
        text += 8;
        len -= 8;
    }
    return hash_mix(hash ^ word_load(text, len), UINT64_C(0xa0761d6478bd642f));
}

/* Names are looked up all over the place: with large pages the processor finds them without walking its page tables. */
static void pages_large(void *memory, size_t bytes) {
#ifdef MADV_HUGEPAGE
    const uintptr_t large = 2 << 20;
    uintptr_t begin = ((uintptr_t)memory + large - 1) & ~(large - 1), end = ((uintptr_t)memory + bytes) & ~(large - 1);
    if (end > begin) madvise((void *)begin, end - begin, MADV_HUGEPAGE);
#endif
}

static bool slots_grow(struct fs_names *names) {
    uint32_t size = names->slots ? (names->slot_mask + 1) * 2 : SLOTS_FIRST;
    if (size == 0 || size > UINT32_C(1) << 31) return false;
    struct fs_name_slot *slots = fs_calloc(size, sizeof *slots);
    if (!slots) return false;
    pages_large(slots, size * sizeof *slots);
    for (int32_t i = 0; i < names->count; i++) {
        uint64_t start = names->starts[i], len = names->starts[i + 1] - start - 1;
        uint64_t hash = fs_names_hash(names->bytes + start, len);
        uint32_t at = (uint32_t)hash & (size - 1);
        while (slots[at].number) at = (at + 1) & (size - 1);
        slots[at] = (struct fs_name_slot){(uint32_t)(hash >> 32), i + 1, start << LEN_BITS | len};
    }
    free(names->slots);
    names->slots = slots;
    names->slot_mask = size - 1;
    return true;
}

/* As memcmp, by words that overlap at the end. */
static bool bytes_are(const char *a, const char *b, size_t len) {
    if (len < 8) return word_load(a, len) == word_load(b, len) && (len < 4 ? memcmp(a, b, len) == 0 : true);
    uint64_t differ = word_load(a + len - 8, 8) ^ word_load(b + len - 8, 8);
    for (size_t at = 0; at + 8 < len; at += 8) differ |= word_load(a + at, 8) ^ word_load(b + at, 8);
    return differ == 0;
}

static bool text_is(const struct fs_names *names, const struct fs_name_slot *slot, const char *text, size_t len) {
    return (slot->place & LEN_MASK) == len && bytes_are(names->bytes + (slot->place >> LEN_BITS), text, len);
}

int32_t fs_names_find(const struct fs_names *names, const char *text, size_t len) {
    if (!names->slots) return -1;
    uint64_t hash = fs_names_hash(text, len);
    for (uint32_t at = (uint32_t)hash & names->slot_mask; names->slots[at].number; at = (at + 1) & names->slot_mask)
        if (names->slots[at].mark == (uint32_t)(hash >> 32) && text_is(names, &names->slots[at], text, len))
            return names->slots[at].number - 1;
    return -1;
}

static bool text_keep(struct fs_names *names, const char *text, size_t len) {
    if (names->size - names->len < len + 1) {
        size_t size = names->size * 2 + len + 256;
        char *bytes = realloc(names->bytes, size);
        if (!bytes) return false;
        pages_large(bytes, size);
        names->bytes = bytes;
        names->size = size;
    }
    if (names->starts_size < names->count + 2) {
        int32_t size = names->starts_size < INT32_MAX / 2 ? names->starts_size * 2 + 64 : INT32_MAX;
        uint64_t *starts = realloc(names->starts, (size_t)size * sizeof *starts);
        if (!starts) return false;
        names->starts = starts;
        names->starts_size = size;
    }
    if (len) memcpy(names->bytes + names->len, text, len);
    names->bytes[names->len + len] = 0;
    names->starts[names->count] = names->len;
    names->len += len + 1;
    names->starts[names->count + 1] = names->len;
    return true;
}

void fs_names_prefetch(const struct fs_names *names, uint64_t hash) {
    if (names->slots) __builtin_prefetch(&names->slots[(uint32_t)hash & names->slot_mask]);
}

void fs_names_prefetch_text(const struct fs_names *names, uint64_t hash) {
    if (!names->slots) return;
    const struct fs_name_slot *slot = &names->slots[(uint32_t)hash & names->slot_mask];
    if (!slot->number) return;
    const char *text = names->bytes + (slot->place >> LEN_BITS);
    __builtin_prefetch(text);
    __builtin_prefetch(text + (slot->place & LEN_MASK));
}

int32_t fs_names_add(struct fs_names *names, const char *text, size_t len) {
    return fs_names_add_hashed(names, text, len, fs_names_hash(text, len));
}

int32_t fs_names_add_hashed(struct fs_names *names, const char *text, size_t len, uint64_t hash) {
    /* At most three quarters full. */
    if (!names->slots || (uint64_t)names->count * 4 >= (uint64_t)names->slot_mask * 3)
        if (!slots_grow(names)) return -1;
    uint32_t at = (uint32_t)hash & names->slot_mask;
    for (; names->slots[at].number; at = (at + 1) & names->slot_mask)
        if (names->slots[at].mark == (uint32_t)(hash >> 32) && text_is(names, &names->slots[at], text, len))
            return names->slots[at].number - 1;
    if (names->count >= INT32_MAX - 2 || len > LEN_MASK || !text_keep(names, text, len)) return -1;
    uint64_t start = names->starts[names->count];
    names->slots[at] = (struct fs_name_slot){(uint32_t)(hash >> 32), ++names->count, start << LEN_BITS | len};
    return names->count - 1;
}

const char *fs_names_text(const struct fs_names *names, int32_t number, size_t *len) {
    if (len) *len = names->starts[number + 1] - names->starts[number] - 1;
    return names->bytes + names->starts[number];
}

/* --- order --- */

struct sort_item {
    const char *text;
    double number;
    int32_t place;
};

static int compare_texts(const void *a, const void *b) {
    return strcmp(((const struct sort_item *)a)->text, ((const struct sort_item *)b)->text);
}

static int compare_numbers(const void *a, const void *b) {
    const struct sort_item *x = a, *y = b;
    if (x->number != y->number) return x->number < y->number ? -1 : 1;
    return compare_texts(a, b);
}

/* Decimal, without exponent or blanks: "-2", "0.5". */
static bool text_number(const char *text, double *number) {
    const char *at = text + (*text == '-');
    size_t digits = strspn(at, "0123456789"), decimals = 0;
    const char *end = at + digits;
    if (*end == '.') {
        decimals = strspn(end + 1, "0123456789");
        end += 1 + decimals;
    }
    if (*end || digits == 0 || digits + decimals > 300) return false;
    *number = strtod(text, NULL);
    return true;
}

enum fs_status fs_names_sort(struct fs_names *names, int32_t *place) {
    struct fs_scratch scratch = {0};
    struct sort_item *items = fs_scratch_new(&scratch, names->count, sizeof *items);
    struct fs_names sorted = {0};
    bool numbers = true;
    if (scratch.failed) return FS_NO_MEMORY;
    for (int32_t i = 0; i < names->count; i++) {
        items[i] = (struct sort_item){fs_names_text(names, i, NULL), 0, i};
        numbers = numbers && text_number(items[i].text, &items[i].number);
    }
    qsort(items, (size_t)names->count, sizeof *items, numbers ? compare_numbers : compare_texts);
    for (int32_t i = 0; i < names->count; i++) {
        size_t len;
        const char *text = fs_names_text(names, items[i].place, &len);
        if (fs_names_add(&sorted, text, len) < 0) {
            fs_names_free(&sorted);
            fs_scratch_free(&scratch);
            return FS_NO_MEMORY;
        }
        if (place) place[items[i].place] = i;
    }
    fs_scratch_free(&scratch);
    fs_names_free(names);
    *names = sorted;
    return FS_OK;
}

void fs_names_free(struct fs_names *names) {
    free(names->bytes);
    free(names->starts);
    free(names->slots);
    *names = (struct fs_names){0};
}
