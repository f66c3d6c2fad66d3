/* Sound and video files by what they begin with. */
#include <string.h>

#include "files/files.h"

static bool at(str s, size_t offset, const char *magic) {
    size_t len = strlen(magic);
    return s.len >= offset + len && memcmp(s.data + offset, magic, len) == 0;
}

/* The head of an MPEG audio frame: 11 bits set, a version, layer III, a bit rate and a sample rate. */
static bool is_mpeg_frame(str s) {
    if (s.len < 4) return false;
    const unsigned char *b = (const unsigned char *)s.data;
    return b[0] == 0xFF && (b[1] & 0xE0) == 0xE0 && (b[1] & 0x18) != 0x08 && (b[1] & 0x06) == 0x02 &&
           (b[2] & 0xF0) != 0xF0 && (b[2] & 0xF0) != 0 && (b[2] & 0x0C) != 0x0C;
}

static bool holds(str s, const char *word) { return memmem(s.data, s.len, word, strlen(word)) != NULL; }

const char *media_type(str s) {
    if (s.len > 64) s.len = 64;
    if (at(s, 0, "OggS") && s.len >= 36) {
        /* the first page holds the head of the first stream */
        if (holds(s, "OpusHead") || holds(s, "\x01vorbis") ||
            holds(s, "\x7F"
                     "FLAC") ||
            holds(s, "Speex"))
            return "audio/ogg";
        return holds(s, "\x80theora") ? "video/ogg" : NULL;
    }
    if (at(s, 0, "ID3") && s.len >= 10) return "audio/mpeg";
    if (at(s, 0, "RIFF") && at(s, 8, "WAVE")) return "audio/wav";
    if (at(s, 0, "fLaC")) return "audio/flac";
    if (at(s, 0, "\x1A\x45\xDF\xA3")) return holds(s, "webm") ? "video/webm" : NULL;
    if (at(s, 4, "ftyp")) {
        static const char *const brands[] = {"isom", "iso2", "iso4", "iso5", "iso6", "mp41",
                                             "mp42", "avc1", "M4V ", "MSNV", "dash"};
        if (at(s, 8, "M4A ") || at(s, 8, "M4B ")) return "audio/mp4";
        for (size_t i = 0; i < sizeof brands / sizeof *brands; i++)
            if (at(s, 8, brands[i])) return "video/mp4";
        return NULL;
    }
    return is_mpeg_frame(s) ? "audio/mpeg" : NULL;
}
