/* Zip archives, with small limits. */
#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "files/files.h"

enum { ENTRY_BYTES_MAX = 10000, TOTAL_BYTES_MAX = 50000 };

static err entry_check(void *arg, const char *name, str bytes) {
    size_t *total = arg;
    *total += bytes.len;
    assert(bytes.len <= ENTRY_BYTES_MAX && *total <= TOTAL_BYTES_MAX);
    assert(*name && *name != '/' && str_utf8_valid(str_from(name)) && strlen(name) <= ZIP_NAME_BYTES_MAX);
    assert(strcmp(name, "..") != 0 && !str_starts(str_from(name), "../") && !strstr(name, "/../"));
    return OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    int fd = memfd_create("fuzz.zip", MFD_CLOEXEC);
    assert(fd >= 0 && write(fd, data, size) == (ssize_t)size);
    char path[40];
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    struct problem p = {0};
    size_t total = 0;
    err e = zip_read(path, ENTRY_BYTES_MAX, TOTAL_BYTES_MAX, entry_check, &total, &p);
    assert(e == OK || (e == ERR_INVALID && p.detail[0] && str_utf8_valid(str_from(p.detail))));
    close(fd);
    return 0;
}
