/* import_zip.h - a zip archive of pictures, made into something that can be imported row by row.
 *
 *   import_zip_unpack (once: reads the archive) -> spool files, kept until the import ends
 *       import-ID-pictures   JSON lines in the archive's order: {"name", "address"}, {"name", "wrong"} or, for the
 * tasks file,
 *                            {"name", "tasks": true}
 *       import-ID-tasks      the tasks file of the archive, if it has one (tasks.csv, .tsv, .json, .jsonl)
 *   import_names_open (again after a restart) -> import_names_find -> import_names_free
 *
 * Every picture is decoded (picture_check) and stored (files_put) before it has an address. Memory: one entry of the
 * archive at a time, and some 150 bytes per picture. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "files/files.h"

enum { IMPORT_SPOOL_NAME_BYTES = 48 };

struct import_unpacking {
    struct files *files;
    const char *program; /* for picture_check */
    int64_t import_id;
    /* Called after each entry with the bytes unpacked so far; anything but OK ends the unpacking. */
    err (*pulse)(void *arg, int64_t bytes);
    void *arg;
};

/* Names of the spool files. */
void import_zip_pictures_name(int64_t import_id, char name[IMPORT_SPOOL_NAME_BYTES]);
void import_zip_tasks_name(int64_t import_id, char name[IMPORT_SPOOL_NAME_BYTES]);
void import_zip_clean(struct files *files, int64_t import_id);

/* ERR_INVALID when the archive is none, is unsafe or holds two tasks files; a fault when a picture cannot be stored. */
err import_zip_unpack(const struct import_unpacking *unpacking, const char *path, struct problem *p);

/* What the names of the archive's files stand for. */
struct import_names;
enum import_named { IMPORT_NAME_UNKNOWN, IMPORT_NAME_PICTURE, IMPORT_NAME_REFUSED };

/* From the spool; ERR_NOT_FOUND when the spool file is gone. */
err import_names_open(struct files *files, int64_t import_id, struct import_names **names, struct problem *p);
/* The tasks file's name in the archive; "" = it has none. */
const char *import_names_tasks_file(const struct import_names *names);
/* The picture that a row's value names: by its path in the archive, its path from the tasks file's folder, or its bare
 * file name when only one picture has it. *found: its address, or why it was refused; borrowed from names. */
enum import_named import_names_find(const struct import_names *names, str value, const char **found);
void import_names_free(struct import_names *names);
