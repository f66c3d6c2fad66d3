/* Runs every file given, and every file in the directories given, through LLVMFuzzerTestOneInput: a fuzz target's
 * corpus as an ordinary test. Prints TAP, one line per argument; a broken promise of the code ends the program. */
#include <dirent.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void replay_file(const char *path, int *files) {
    FILE *f = fopen(path, "rb");
    struct stat info;
    if (!f || fstat(fileno(f), &info) != 0) {
        printf("Bail out! %s: %s\n", path, strerror(errno));
        exit(1);
    }
    size_t len = (size_t)info.st_size;
    uint8_t *bytes =
        malloc(len ? len : 1); /* exactly this size, so that the address sanitizer sees a read past the end */
    if (!bytes || fread(bytes, 1, len, f) != len) {
        printf("Bail out! %s: cannot be read\n", path);
        exit(1);
    }
    fclose(f);
    LLVMFuzzerTestOneInput(bytes, len);
    free(bytes);
    ++*files;
}

static void replay(const char *path, int *files) {
    DIR *directory = opendir(path);
    if (!directory) {
        replay_file(path, files);
        return;
    }
    for (struct dirent *entry; (entry = readdir(directory));) {
        char inner[4096];
        if (entry->d_name[0] == '.') continue;
        snprintf(inner, sizeof inner, "%s/%s", path, entry->d_name);
        replay(inner, files);
    }
    closedir(directory);
}

int main(int argc, char **argv) {
    printf("1..%d\n", argc - 1);
    for (int i = 1; i < argc; i++) {
        int files = 0;
        replay(argv[i], &files);
        const char *name = strrchr(argv[i], '/');
        printf("%sok %d - %s, %d files\n", files ? "" : "not ", i, name ? name + 1 : argv[i], files);
        fflush(stdout);
    }
    return 0;
}
