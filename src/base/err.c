#include "base/err.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static const struct {
    int status;
    const char *code, *sentence;
} table[] = {
#define ERR(name, status, code, sentence) {status, code, sentence},
#include "base/err.def"
#undef ERR
};

int err_status(err e) {
    assert(e < ERR_COUNT);
    return table[e].status;
}

const char *err_code(err e) {
    assert(e < ERR_COUNT);
    return table[e].code;
}

const char *err_sentence(err e) {
    assert(e < ERR_COUNT);
    return table[e].sentence;
}

bool err_is_fault(err e) { return err_status(e) >= 500; }

err err_named(const char *code) {
    for (int i = 0; code && i < ERR_COUNT; i++)
        if (strcmp(table[i].code, code) == 0) return (err)i;
    return ERR_INTERNAL;
}

/* vsnprintf may cut inside a UTF-8 sequence; a reply must stay valid UTF-8. */
static void trim_utf8(char *text, size_t size) {
    size_t len = strnlen(text, size);
    if (len < size - 1) return;
    while (len > 0 && ((unsigned char)text[len - 1] & 0xC0) == 0x80) len--;
    if (len > 0 && ((unsigned char)text[len - 1] & 0x80)) len--;
    text[len] = 0;
}

err problem_set(struct problem *p, err e, const char *format, ...) {
    if (!p) return e;
    va_list args;
    va_start(args, format);
    vsnprintf(p->detail, sizeof p->detail, format, args);
    va_end(args);
    trim_utf8(p->detail, sizeof p->detail);
    return e;
}

static void field_add(struct problem *p, const char *path, int line, int column, const char *format, va_list args) {
    if (!p) return;
    int i = p->field_count++;
    if (i >= PROBLEM_FIELDS_MAX) return;
    struct problem_field *field = &p->fields[i];
    snprintf(field->path, sizeof field->path, "%s", path);
    trim_utf8(field->path, sizeof field->path);
    vsnprintf(field->detail, sizeof field->detail, format, args);
    trim_utf8(field->detail, sizeof field->detail);
    field->line = line;
    field->column = column;
}

void problem_field_add(struct problem *p, const char *path, const char *format, ...) {
    va_list args;
    va_start(args, format);
    field_add(p, path, 0, 0, format, args);
    va_end(args);
}

void problem_place_add(struct problem *p, const char *path, int line, int column, const char *format, ...) {
    va_list args;
    va_start(args, format);
    field_add(p, path, line, column, format, args);
    va_end(args);
}
