/* fuzz_http_guard.c - the HTTP head and body parser against arbitrary bytes.
 *
 * The input is what a client sends on one connection: any number of requests. Checked:
 *  1. the verdicts, decoded requests and the place where reading stops do not depend on how the bytes are cut;
 *  2. what is accepted keeps the promises of guard.h, judged by a second, much simpler look at the same bytes.
 *
 * Fuzz:   clang -std=gnu17 -D_GNU_SOURCE -g -O1 -fsanitize=fuzzer,address,undefined -Isrc tests/fuzz/fuzz_http_guard.c
 * \ src/http/guard.c src/base/{arena,buf,err,str}.c -o fuzz_http_guard
 *         ./fuzz_http_guard -max_len=20000 tests/fuzz/corpus/http_guard
 * Replay: the build makes a program with FUZZ_REPLAY defined; give it files or a folder. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "http/guard.h"

#define REQUIRE(fact)                                                            \
    do {                                                                         \
        if (!(fact)) {                                                           \
            fprintf(stderr, "%s:%d: not true: %s\n", __FILE__, __LINE__, #fact); \
            abort();                                                             \
        }                                                                        \
    } while (0)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Number of lines of a head that start with this name, blanks before the colon or not. */
static int lines_named(const char *head, size_t len, const char *name) {
    int count = 0;
    for (size_t i = 0; i + 1 < len; i++) {
        if (head[i] != '\n') continue;
        size_t at = i + 1, n = strlen(name);
        while (at < len && (head[at] == ' ' || head[at] == '\t')) at++;
        if (at + n < len && strncasecmp(head + at, name, n) == 0 && strchr(": \t", head[at + n])) count++;
    }
    return count;
}

static void head_judge(const char *head, size_t len, const struct guard_head *h) {
    REQUIRE(len <= HTTP_HEADER_BYTES_MAX && memcmp(head + len - 4, "\r\n\r\n", 4) == 0);
    REQUIRE(!memmem(head, len - 1, "\r\n\r\n", 4));
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)head[i];
        REQUIRE(c >= 0x20 || c == '\t' || (c == '\r' && head[i + 1] == '\n') || (c == '\n' && head[i - 1] == '\r'));
        REQUIRE(c != 0x7f);
    }
    int lengths = lines_named(head, len, "Content-Length"), encodings = lines_named(head, len, "Transfer-Encoding");
    REQUIRE(lengths + encodings <= 1);
    REQUIRE((lengths == 1) == (h->content_length >= 0) && (encodings == 1) == h->chunked);
    REQUIRE(h->content_length <= HTTP_BODY_BYTES_MAX);
    int hosts = lines_named(head, len, "Host");
    REQUIRE(hosts == 1 || (hosts == 0 && h->old));
    REQUIRE(h->header_count <= HTTP_HEADERS_MAX);
    REQUIRE(h->path.len >= 1 && h->path.data[0] == '/' && strlen(h->path.data) == h->path.len);
    REQUIRE(h->path.len <= HTTP_URL_BYTES_MAX && str_utf8_valid(h->path));
    for (size_t i = 0; i < h->path.len; i++) REQUIRE((unsigned char)h->path.data[i] >= 0x20);
    REQUIRE(strlen(h->query.data) == h->query.len);
    char *query = malloc(h->query.len + 1);
    size_t query_len = h->query.len;
    memcpy(query, h->query.data, query_len + 1);
    REQUIRE(guard_decode(query, &query_len, true));
    free(query);
}

/* Reads the bytes as a connection would, at most `step` new ones at a time, and writes down what it understood. */
static void read_all(const char *data, size_t size, size_t step, struct buf *log) {
    size_t start = 0, arrived = 0;
    err e = OK;
    struct guard_detail detail = {{0}};
    while (e == OK && start < size) {
        struct guard_scan scan = {0};
        size_t head_len = 0;
        while ((e = guard_scan(&scan, data + start, arrived - start, &head_len, &detail)) == OK && !head_len) {
            if (arrived == size) break;
            arrived = size - arrived < step ? size : arrived + step;
        }
        if (e != OK || !head_len) break;
        char *text = malloc(head_len);
        memcpy(text, data + start, head_len);
        static struct guard_head head;
        e = guard_parse(text, head_len, &head, &detail);
        if (e == OK) {
            head_judge(data + start, head_len, &head);
            buf_printf(log, "%s %s ?%s %d%d%d", head.method_text, head.path.data, head.query.data, head.old, head.close,
                       head.expect_continue);
            for (int i = 0; i < head.header_count; i++)
                buf_printf(log, "[%s=%s]", head.headers[i].name, head.headers[i].value);
        }
        free(text);
        start += head_len;
        if (e != OK) break;
        struct buf body = {0};
        if (head.chunked) {
            struct guard_chunks chunks = {0};
            while (e == OK && !chunks.done) {
                size_t used = 0;
                e = guard_chunks_read(&chunks, data + start, arrived - start, &used, &body, &detail);
                if (e == OK) start += used;
                if (e != OK || chunks.done) break;
                REQUIRE(start == arrived);
                if (arrived == size) break;
                arrived = size - arrived < step ? size : arrived + step;
            }
            REQUIRE(body.len <= HTTP_BODY_BYTES_MAX);
            if (e == OK && !chunks.done) buf_add_text(log, "(unfinished)");
        } else if (head.content_length > 0) {
            size_t n = (size_t)head.content_length < size - start ? (size_t)head.content_length : size - start;
            buf_add(&body, data + start, n);
            start += n;
            if (arrived < start) arrived = start;
        }
        if (e == OK) buf_add_str(log, buf_str(&body));
        buf_free(&body);
        buf_add_text(log, "\n");
    }
    REQUIRE(e == OK || e == ERR_BAD_REQUEST || e == ERR_TOO_LARGE || e == ERR_URL_TOO_LONG);
    REQUIRE(e == OK || detail.text[0]);
    buf_printf(log, "verdict %s: %s", err_code(e), e == OK ? "" : detail.text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const size_t steps[] = {1, 7, 4096};
    struct buf whole = {0};
    read_all((const char *)data, size, size, &whole);
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        struct buf cut = {0};
        read_all((const char *)data, size, steps[i], &cut);
        REQUIRE(cut.len == whole.len && memcmp(cut.data, whole.data, cut.len) == 0);
        buf_free(&cut);
    }
    buf_free(&whole);
    return 0;
}

#ifdef FUZZ_REPLAY
static void replay_file(const char *path) {
    FILE *f = fopen(path, "rb");
    REQUIRE(f);
    struct buf b = {0};
    char piece[4096];
    for (size_t n; (n = fread(piece, 1, sizeof piece, f)) > 0;) buf_add(&b, piece, n);
    fclose(f);
    LLVMFuzzerTestOneInput((const uint8_t *)buf_str(&b).data, b.len);
    buf_free(&b);
}

int main(int argc, char **argv) {
    int files = 0;
    for (int i = 1; i < argc; i++) {
        DIR *folder = opendir(argv[i]);
        if (!folder) {
            replay_file(argv[i]);
            files++;
            continue;
        }
        for (struct dirent *entry; (entry = readdir(folder));) {
            if (entry->d_name[0] == '.') continue;
            char path[1000];
            snprintf(path, sizeof path, "%s/%s", argv[i], entry->d_name);
            replay_file(path);
            files++;
        }
        closedir(folder);
    }
    printf("%d files replayed\n", files);
    return files ? 0 : 1;
}
#endif
