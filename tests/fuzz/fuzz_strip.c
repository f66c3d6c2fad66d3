/* Metadata of pictures (picture_strip): what is cut is not there any more, and cutting again changes nothing. */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "files/files.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    CLEANUP(buf_free) struct buf once = {0}, twice = {0};
    struct problem p = {0};
    /* Exactly this size, so that the address sanitizer sees a read past the end. */
    char *copy = mem_alloc(size + !size);
    for (size_t i = 0; i < size; i++) copy[i] = (char)data[i];
    if (picture_strip((str){copy, size}, &once, &p) == OK && once.len > 0) {
        assert(once.len <= size + 36); /* the block with the orientation */
        assert(picture_type(buf_str(&once)));
        assert(picture_strip(buf_str(&once), &twice, &p) == OK && twice.len == 0);
    }
    free(copy);
    return 0;
}
