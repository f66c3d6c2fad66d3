/* demo.h - the files of the demo, inside of the program; made by tools/gen_demo.py from demo/ and src/cli/demo/. */
#pragma once
#include <stddef.h>

struct demo_file {
    const char *name;  /* "films.csv", "films.xml", "films.md", "pictures/pic-001.jpg" */
    const char *bytes; /* followed by a NUL */
    size_t len;
};

extern const struct demo_file demo_files[]; /* by name */
extern const int demo_file_count;
