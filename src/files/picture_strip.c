/* What a picture says beside its pixels (place, camera, owner, remarks) is cut out of it, without coding it anew: see
 * files.h. JPEG: ISO/IEC 10918-1, annex B; PNG: RFC 2083, 3; WebP: RFC 9649, 2; GIF: GIF89a, 17 to 27. What is not
 * built as its format says may say anything anywhere, so it is refused. */
#include <stdint.h>
#include <string.h>

#include "files/files_internal.h"

enum { JPEG_APP0 = 0xE0, JPEG_APP1 = 0xE1, JPEG_APP2 = 0xE2, JPEG_APP14 = 0xEE, JPEG_APP15 = 0xEF, JPEG_COM = 0xFE };
enum { JPEG_SOI = 0xD8, JPEG_EOI = 0xD9, JPEG_SOS = 0xDA, JPEG_RST0 = 0xD0, JPEG_RST7 = 0xD7, JPEG_TEM = 0x01 };
enum { GIF_EXTENSION = 0x21, GIF_IMAGE = 0x2C, GIF_END = 0x3B, GIF_CONTROL = 0xF9, GIF_APPLICATION = 0xFF };
enum { ORIENTATION_TAG = 0x0112, EXIF_HEAD = 6 };

static unsigned byte_at(str s, size_t i) { return (unsigned char)s.data[i]; }

static uint32_t number(str s, size_t at, size_t bytes, bool little) {
    uint32_t value = 0;
    for (size_t i = 0; i < bytes; i++) value = value << 8 | byte_at(s, at + (little ? bytes - 1 - i : i));
    return value;
}

/* Of an Exif block ("Exif\0\0" and a TIFF head); 1 when it tells none. */
static unsigned orientation_of(str exif) {
    if (exif.len < EXIF_HEAD + 8 || memcmp(exif.data, "Exif\0\0", EXIF_HEAD) != 0) return 1;
    str tiff = {exif.data + EXIF_HEAD, exif.len - EXIF_HEAD};
    bool little = tiff.data[0] == 'I';
    size_t at = number(tiff, 4, 4, little);
    if (at > tiff.len || tiff.len - at < 2) return 1;
    size_t count = number(tiff, at, 2, little);
    for (at += 2; count > 0 && at + 12 <= tiff.len; at += 12, count--) {
        uint32_t value = number(tiff, at + 8, 2, little);
        if (number(tiff, at, 2, little) == ORIENTATION_TAG) return value >= 1 && value <= 8 ? value : 1;
    }
    return 1;
}

/* Which side is up must stay: a block with that alone. */
static void orientation_add(struct buf *out, unsigned orientation) {
    static const char begin[] = "\xFF\xE1\x00\x22"
                                "Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0";
    if (orientation == 1) return;
    buf_add(out, begin, sizeof begin - 1);
    buf_add_char(out, (char)orientation);
    buf_add(out, "\0\0\0\0\0\0", 6);
}

/* Behind the coded data that starts at i: the next marker that is no restart. */
static size_t scan_end(str s, size_t i) {
    for (; i + 1 < s.len; i++)
        if (byte_at(s, i) == 0xFF && byte_at(s, i + 1) != 0 && byte_at(s, i + 1) != 0xFF &&
            !(byte_at(s, i + 1) >= JPEG_RST0 && byte_at(s, i + 1) <= JPEG_RST7))
            return i;
    return s.len;
}

static bool jpeg_kept(unsigned marker, str body) {
    if (marker == JPEG_COM) return false;
    if (marker < JPEG_APP0 || marker > JPEG_APP15) return true;
    if (marker == JPEG_APP2) return body.len >= 12 && memcmp(body.data, "ICC_PROFILE", 12) == 0;
    return marker == JPEG_APP0 || marker == JPEG_APP14; /* JFIF; Adobe's colours */
}

static bool jpeg_strip(str s, struct buf *out) {
    unsigned orientation = 1;
    bool told = false, scanned = false;
    buf_add(out, s.data, 2);
    for (size_t i = 2; i + 2 <= s.len;) {
        if (byte_at(s, i) != 0xFF) return false;
        unsigned marker = byte_at(s, i + 1);
        if (marker == 0xFF) { /* fill */
            i++;
            continue;
        }
        if (marker == JPEG_EOI) { /* what comes behind it is no picture */
            buf_add(out, s.data + i, 2);
            return true;
        }
        if (marker <= JPEG_TEM || (marker >= JPEG_RST0 && marker <= JPEG_SOI) || i + 4 > s.len) return false;
        size_t len = number(s, i + 2, 2, false);
        if (len < 2 || len > s.len - i - 2) return false;
        str body = {s.data + i + 4, len - 2};
        if (marker == JPEG_APP1 && orientation == 1) orientation = orientation_of(body);
        /* Before the first segment that is no application's, as Exif wants it. */
        if (!told && (marker < JPEG_APP0 || marker > JPEG_APP15) && marker != JPEG_COM) {
            orientation_add(out, orientation);
            told = true;
        }
        size_t end = marker == JPEG_SOS ? scan_end(s, i + 2 + len) : i + 2 + len;
        scanned = scanned || marker == JPEG_SOS;
        if (jpeg_kept(marker, body)) buf_add(out, s.data + i, end - i);
        i = end;
    }
    return scanned; /* many a camera leaves out the end; whether the pixels are whole is the decoder's to say */
}

static bool png_kept(const char *type) {
    static const char *const said[] = {"tEXt", "zTXt", "iTXt", "eXIf", "tIME"};
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        if (memcmp(type, said[i], 4) == 0) return false;
    return true;
}

static bool png_strip(str s, struct buf *out) {
    buf_add(out, s.data, 8);
    for (size_t i = 8; i + 12 <= s.len;) {
        size_t len = number(s, i, 4, false);
        if (len > s.len - i - 12) return false;
        if (png_kept(s.data + i + 4)) buf_add(out, s.data + i, len + 12);
        if (memcmp(s.data + i + 4, "IEND", 4) == 0) return true;
        i += len + 12;
    }
    return false;
}

static bool webp_strip(str s, struct buf *out) {
    size_t all = number(s, 4, 4, true), flags_at = 0;
    if (all > s.len - 8 || all < 4) return false;
    buf_add(out, s.data, 12);
    for (size_t i = 12; i + 8 <= all + 8;) {
        size_t len = number(s, i + 4, 4, true), room = all + 8 - i - 8;
        if (len > room) return false;
        size_t whole = 8 + len + (len & 1 && len < room);
        if (memcmp(s.data + i, "VP8X", 4) == 0 && len >= 10) flags_at = out->len + 8;
        if (memcmp(s.data + i, "EXIF", 4) != 0 && memcmp(s.data + i, "XMP ", 4) != 0) buf_add(out, s.data + i, whole);
        i += whole;
    }
    if (flags_at) out->data[flags_at] = (char)(out->data[flags_at] & ~0x0C);
    uint32_t size = (uint32_t)(out->len - 8);
    for (int i = 0; i < 4; i++) out->data[4 + i] = (char)(size >> 8 * i);
    return true;
}

/* The end of a row of sub-blocks (a length and so many bytes, until a length of 0); 0 when it has none. */
static size_t gif_blocks_end(str s, size_t i) {
    while (i < s.len) {
        size_t len = byte_at(s, i++);
        if (len == 0) return i;
        if (len > s.len - i) return 0;
        i += len;
    }
    return 0;
}

/* Of the extensions: how a frame is shown, how often all are, which colours are meant. */
static bool gif_kept(str extension) {
    static const char *const kept[] = {"NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012"};
    if (byte_at(extension, 1) == GIF_CONTROL) return true;
    if (byte_at(extension, 1) != GIF_APPLICATION || extension.len < 14 || byte_at(extension, 2) != 11) return false;
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        if (memcmp(extension.data + 3, kept[i], 11) == 0) return true;
    return false;
}

/* Behind a table of colours, when its flag says that there is one. */
static size_t gif_colours_end(unsigned flags, size_t i) {
    return flags & 0x80 ? i + 3 * ((size_t)2 << (flags & 7)) : i;
}

static bool gif_strip(str s, struct buf *out) {
    size_t i = gif_colours_end(byte_at(s, 10), 13);
    if (i > s.len) return false;
    buf_add(out, s.data, i);
    while (i < s.len) {
        size_t end = 0;
        bool kept = true;
        if (byte_at(s, i) == GIF_END) break; /* what comes behind it is no picture */
        if (byte_at(s, i) == GIF_IMAGE && s.len - i > 11)
            end = gif_blocks_end(s, gif_colours_end(byte_at(s, i + 9), i + 10) + 1);
        if (byte_at(s, i) == GIF_EXTENSION && s.len - i > 2) {
            end = gif_blocks_end(s, i + 2);
            kept = end != 0 && gif_kept((str){s.data + i, end - i});
        }
        if (end == 0) return false;
        if (kept) buf_add(out, s.data + i, end - i);
        i = end;
    }
    buf_add_char(out, GIF_END);
    return true;
}

err picture_strip(str picture, struct buf *out, struct problem *p) {
    static const struct {
        const char *type;
        bool (*strip)(str picture, struct buf *out);
    } formats[] = {{"image/jpeg", jpeg_strip},
                   {"image/png", png_strip},
                   {"image/webp", webp_strip},
                   {"image/gif", gif_strip},
                   {"image/avif", picture_strip_avif}};
    const char *type = picture_type(picture);
    bool whole = false;
    buf_clear(out);
    for (size_t i = 0; type && picture.len >= 16 && i < sizeof formats / sizeof *formats; i++)
        if (strcmp(type, formats[i].type) == 0) whole = formats[i].strip(picture, out);
    if (!whole)
        return problem_set(
            p, ERR_PICTURE_INVALID,
            "What the picture says beside its pixels (place, camera, owner) cannot be cut out: it is not "
            "built as its format says, or is an animated AVIF. Save it again as a JPEG, PNG or WebP.");
    if (str_equal(buf_str(out), picture)) buf_clear(out);
    return OK;
}
