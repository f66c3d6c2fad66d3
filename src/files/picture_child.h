/* picture_child.h - what the parts of the picture checker's child share; private. Its process trusts nobody and is
 * trusted by nobody: one picture, then it ends. */
#pragma once
#include <vips/vips.h>

#include "files/files_internal.h"

/* Reads the picture from stdin and closes the sandbox; PICTURE_EXIT_OK, or why it goes no further. */
enum picture_exit picture_child_begin(char **bytes, size_t *len, const char **type);
/* Reads the header; rows come later, as they are asked for. NULL when it is none. */
VipsImage *picture_child_open(const char *type, char *bytes, size_t len);
/* All of it to stdout. */
bool picture_child_write(const void *bytes, size_t len);
/* Ends the process with the code; the end of vips is not our concern, and a hole in it neither. */
_Noreturn void picture_child_end(enum picture_exit code);
