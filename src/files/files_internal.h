/* files_internal.h - shared by the .c files of files/; private. */
#pragma once
#include "base/buf.h"
#include "files/files.h"

struct files {
    char *directory;
    int dir_fd, tmp_fd, spool_fd;
};

/* The fault behind errno: ERR_STORE_FULL when the disk is full, else ERR_SYSTEM, with what was being done to which
 * file. */
err files_fault(struct problem *p, const char *what, const char *name);
/* Writes all of it at an offset; false with errno. */
bool files_write_all(int fd, str bytes, int64_t offset);
bool files_sync_dir(int dir_fd);
bool files_spool_name_valid(const char *name);
bool files_blob_name_valid(const char *name);
/* A regular file below a folder, never through a link; ERR_NOT_FOUND. */
err files_regular_open(int at_fd, const char *name, int *fd, int64_t *bytes);

/* Exit codes of `faena picture-check`. */
enum picture_exit {
    PICTURE_EXIT_OK = 0,
    PICTURE_EXIT_BYTES = 10,
    PICTURE_EXIT_TYPE,
    PICTURE_EXIT_SIDE,
    PICTURE_EXIT_PIXELS,
    PICTURE_EXIT_DECODE,
    PICTURE_EXIT_SETUP,
    PICTURE_EXIT_NO_EXEC,
};

/* What a child said and how it ended. */
struct picture_outcome {
    struct buf reply; /* NUL-terminated */
    bool late;        /* ended by us: out of time */
    int status;       /* of waitpid, -1 = unknown */
};
/* picture_process.c: runs `program argv...` with the limits that picture_check promises, bytes on its standard input;
 * hears at most reply_bytes_max bytes. False with errno when it cannot be started. */
bool picture_process(const char *program, char *const *argv, str bytes, size_t reply_bytes_max, int seconds_max,
                     struct picture_outcome *out);
void picture_outcome_free(struct picture_outcome *out);

/* picture_check with another time limit, for tests. */
err picture_check_within(const char *program, str bytes, int seconds_max, struct picture_info *info, struct problem *p);

/* picture_strip_avif.c: picture_strip of an AVIF; false when it is not built as it should be. */
bool picture_strip_avif(str picture, struct buf *out);

/* picture_sandbox.c: from now on this process can compute, read and write the files it has open, and end; any other
 * system call fails with EPERM. False when the kernel refuses it; on machines that have no such filter here only the
 * limits hold. */
bool picture_sandbox(void);

/* sound_sandbox.c: the same for a program that is about to be executed and loads what it needs: it may read the
 * system's libraries and the open file `input`, write to what is open, and reach neither the network nor other
 * processes. False when the kernel refuses. Between fork and exec. */
bool sound_sandbox(const char *program, int input);
