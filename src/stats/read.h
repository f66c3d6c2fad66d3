/* read.h - inside of the readers: records of fields. read.c knows columns, read_json.c one line of JSONL. */
#pragma once
#include "fs_read.h"
#include "internal.h"

enum fs_column { FS_TASK, FS_WORKER, FS_LABEL, FS_WEIGHT, FS_TIME, FS_COLUMNS };

struct fs_field {
    const char *text; /* NULL: not there, or null */
    size_t len;
};

/* Bytes that grow. */
struct fs_bytes {
    char *data;
    size_t len, size;
};
bool fs_bytes_add(struct fs_bytes *bytes, const char *data, size_t len);

/* Which column a name means; FS_COLUMNS: none. */
enum fs_column fs_column_named(const struct fs_read_options *options, const char *name, size_t len);

/* The fields of one object; texts with escapes are decoded into scratch, which must outlive them. FS_INVALID with what
 * is wrong. An object's other members are skipped. */
enum fs_status fs_json_line(const struct fs_read_options *options, const char *line, size_t len,
                            struct fs_field fields[FS_COLUMNS], struct fs_bytes *scratch, struct fs_problem *problem);

/* Microseconds since 1970 of "2026-01-31T12:00:00.5Z" or a number as it stands; false when it is neither. */
bool fs_time_read(const char *text, size_t len, int64_t *time);

/* In two steps, so that memory is on its way between them (names.c). */
uint64_t fs_names_hash(const char *text, size_t len);
void fs_names_prefetch(const struct fs_names *names, uint64_t hash);
void fs_names_prefetch_text(const struct fs_names *names, uint64_t hash);
int32_t fs_names_add_hashed(struct fs_names *names, const char *text, size_t len, uint64_t hash);
