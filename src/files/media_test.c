/* Tests of media.c: what sound and video files begin with. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "files/files.h"

#define BYTES(text) text, sizeof text - 1
#define OGG "OggS\0\2\0\0\0\0\0\0\0\0\1\2\3\4\0\0\0\0\5\6\7\10\1\23"

static const struct {
    const char *bytes;
    size_t len;
    const char *type;
} files[] = {
    {BYTES(OGG "OpusHead\1\2\70\1\200\273\0\0\0\0\0"), "audio/ogg"},
    {BYTES(OGG "\1vorbis\0\0\0\0\2\104\254\0\0"), "audio/ogg"},
    {BYTES(OGG "\200theora\3\2\1\0\24\0\17"), "video/ogg"},
    {BYTES(OGG "fishead\0\3\0\0\0\0\0\0\0"), NULL},
    {BYTES("OggS\0\2"), NULL},
    {BYTES("ID3\4\0\0\0\0\0\43TSSE\0\0\0\17"), "audio/mpeg"},
    {BYTES("\377\373\220\144\0\0\0\0\0\0\0\0"), "audio/mpeg"},
    {BYTES("\377\377\377\377"), NULL},
    {BYTES("\377\330\377\340\0\20JFIF"), NULL},
    {BYTES("RIFF\44\10\0\0WAVEfmt \20\0\0\0\1\0\1\0"), "audio/wav"},
    {BYTES("RIFF\44\10\0\0WEBPVP8 \20\0\0\0\1\0\1\0"), NULL},
    {BYTES("fLaC\0\0\0\42\20\0\20\0"), "audio/flac"},
    {BYTES("\32\105\337\243\237\102\206\201\1\102\367\201\1\102\362\201\4\102\363\201\10\102\202\204webm"),
     "video/webm"},
    {BYTES("\32\105\337\243\237\102\206\201\1\102\367\201\1\102\362\201\4\102\363\201\10\102\202\210matroska"), NULL},
    {BYTES("\0\0\0\40ftypisom\0\0\2\0isomiso2avc1mp41"), "video/mp4"},
    {BYTES("\0\0\0\40ftypmp42\0\0\0\0mp42isom"), "video/mp4"},
    {BYTES("\0\0\0\34ftypM4A \0\0\2\0M4A isomiso2"), "audio/mp4"},
    {BYTES("\0\0\0\34ftypavif\0\0\0\0avifmif1miaf"), NULL},
    {BYTES("<html><script>alert(1)</script>webm OpusHead ftypisom"), NULL},
    {BYTES(""), NULL},
};

static void knows_types(void **state) {
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        const char *type = media_type((str){files[i].bytes, files[i].len});
        if (!type != !files[i].type || (type && strcmp(type, files[i].type) != 0))
            fail_msg("file %zu is taken for %s, not %s", i, type ? type : "none",
                     files[i].type ? files[i].type : "none");
        /* no length of a beginning is read beyond its end (the address sanitizer looks) */
        for (size_t len = 0; len <= files[i].len; len++) {
            char copy[128];
            memcpy(copy, files[i].bytes, len);
            media_type((str){copy, len});
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(knows_types)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
