/* files_internal.h - shared by the .c files of files/; private. */
#pragma once
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

/* picture_check with another time limit, for tests. */
err picture_check_within(const char *program, str bytes, int seconds_max, struct picture_info *info, struct problem *p);

/* picture_sandbox.c: from now on this process can compute, read and write the files it has open, and end; any other
 * system call fails with EPERM. False when the kernel or the machine does not support it (then only the limits hold).
 */
bool picture_sandbox(void);
