/* blobs.h - the files beside a database, copied for backup and restore. */
#pragma once
#include <stdint.h>

#include "base/err.h"

struct blobs_copied {
    int64_t files, bytes; /* looked at; those that were there already count too */
};

/* Makes every blob of directory `from` be in directory `to` (made when missing): linked where both are on one disk,
 * else copied and synced. Blobs are named by their content and never change, so what is there is kept. Neither uploads
 * in the spool nor the server's key are copied. A missing `from` has no blobs. ERR_SYSTEM, ERR_STORE_FULL. */
err blobs_copy(const char *from, const char *to, struct blobs_copied *copied, struct problem *p);
/* Run by root: gives a new file or folder to whom the folder belongs that it lies in, so that the server's user can
 * read what root has restored. Else nothing. */
err owner_follow(const char *path, struct problem *p);
/* One file, whole and synced, to a path that does not exist yet. */
err file_copy(const char *from, const char *to, struct problem *p);
