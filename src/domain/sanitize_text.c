#include "domain/sanitize_text.h"

#include <libxml/HTMLparser.h>
#include <string.h>
#include <strings.h>
#include <utf8proc.h>

#include "base/arena.h"
#include "domain/sanitize.h"

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

static bool is_word_char(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

enum { REFERENCE_BYTES_MAX = 34 };

/* Bytes of the complete reference ("&amp;", "&#64;", "&#x40;") that text begins with, 0 when there is none. */
static size_t reference_len(str text) {
    size_t i = 1, start;
    if (text.len < 3) return 0;
    if (text.data[1] == '#') {
        bool hex = text.data[2] == 'x' || text.data[2] == 'X';
        start = i = hex ? 3 : 2;
        while (i < text.len && i < REFERENCE_BYTES_MAX && (hex ? is_hex(text.data[i]) : is_digit(text.data[i]))) i++;
    } else {
        start = i;
        while (i < text.len && i < REFERENCE_BYTES_MAX && is_word_char(text.data[i])) i++;
        if (is_digit(text.data[start])) return 0;
    }
    return i > start && i < text.len && text.data[i] == ';' ? i + 1 : 0;
}

/* Appends one character that is neither markup nor a control character; returns the bytes it took from text. */
static size_t add_char(str text, struct buf *out) {
    utf8proc_int32_t code;
    utf8proc_ssize_t len = utf8proc_iterate((const utf8proc_uint8_t *)text.data, (utf8proc_ssize_t)text.len, &code);
    if (len <= 0) {
        buf_add_text(out, "\xEF\xBF\xBD");
        return 1;
    }
    bool is_control = (code < 0x20 && code != '\t' && code != '\n' && code != '\r') || (code >= 0x7F && code < 0xA0);
    if (!is_control) buf_add(out, text.data, (size_t)len);
    return (size_t)len;
}

static void add_escaped(str text, bool keep_references, struct buf *out) {
    for (size_t i = 0; i < text.len;) {
        str rest = {text.data + i, text.len - i};
        size_t reference;
        switch (rest.data[0]) {
        case '<': buf_add_text(out, "&lt;"), i++; break;
        case '>': buf_add_text(out, "&gt;"), i++; break;
        case '"': buf_add_text(out, "&quot;"), i++; break;
        case '&':
            reference = keep_references ? reference_len(rest) : 0;
            if (reference)
                buf_add(out, rest.data, reference);
            else
                buf_add_text(out, "&amp;");
            i += reference ? reference : 1;
            break;
        default: i += add_char(rest, out);
        }
    }
}

void sanitize_text(str text, struct buf *out) { add_escaped(text, true, out); }

/* ------------------------------------------------------------------ addresses */

static void add_code_point(struct buf *out, unsigned long code) {
    utf8proc_uint8_t bytes[4];
    if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) code = 0xFFFD;
    buf_add(out, bytes, (size_t)utf8proc_encode_char((utf8proc_int32_t)code, bytes));
}

/* Appends what the reference at the start of text stands for; returns its bytes, 0 when it is none that we know. What
 * is not decoded here is written with its '&' escaped, so that a browser sees the very text that was checked. */
static size_t decode_reference(str text, struct buf *out) {
    size_t len = reference_len(text);
    if (len == 0) return 0;
    if (text.data[1] == '#') {
        bool hex = text.data[2] == 'x' || text.data[2] == 'X';
        unsigned long code = 0;
        for (size_t i = hex ? 3 : 2; i < len - 1 && code <= 0x10FFFF; i++) {
            char c = text.data[i];
            unsigned long digit = (unsigned long)(is_digit(c) ? c - '0' : (c | 32) - 'a' + 10);
            code = code * (hex ? 16 : 10) + digit;
        }
        add_code_point(out, code);
        return len;
    }
    char name[REFERENCE_BYTES_MAX + 1];
    memcpy(name, text.data + 1, len - 2);
    name[len - 2] = 0;
    const htmlEntityDesc *entity = htmlEntityLookup((const xmlChar *)name);
    if (!entity) return 0;
    add_code_point(out, entity->value);
    return len;
}

/* The address that a browser would see: references decoded, tabs and line ends out, outer control characters and spaces
 * trimmed. False when control characters or broken UTF-8 are left. */
static bool decode_address(str value, struct buf *out) {
    for (size_t i = 0; i < value.len;) {
        str rest = {value.data + i, value.len - i};
        size_t reference = rest.data[0] == '&' ? decode_reference(rest, out) : 0;
        if (!reference) buf_add_char(out, rest.data[0]);
        i += reference ? reference : 1;
    }
    size_t kept = 0, start = 0;
    for (size_t i = 0; i < out->len; i++)
        if (!strchr("\t\n\r", out->data[i]) || out->data[i] == 0) out->data[kept++] = out->data[i];
    while (start < kept && (unsigned char)out->data[start] <= ' ') start++;
    while (kept > start && (unsigned char)out->data[kept - 1] <= ' ') kept--;
    out->len = kept;
    buf_drop(out, start);
    for (size_t i = 0; i < out->len; i++)
        if ((unsigned char)out->data[i] < ' ' || out->data[i] == 0x7F) return false;
    return str_utf8_valid(buf_str(out));
}

/* Does s begin with the prefix, in any case. */
static bool begins(str s, const char *prefix) {
    size_t len = strlen(prefix);
    return s.len >= len && strncasecmp(s.data, prefix, len) == 0;
}

static bool is_web(str address) {
    if (address.len > SANITIZE_ADDRESS_BYTES_MAX) return false;
    size_t scheme = begins(address, "https://") ? 8 : begins(address, "http://") ? 7 : 0;
    return scheme && address.len > scheme && !strchr("/\\?#", address.data[scheme]);
}

static bool is_mail(str address) {
    return begins(address, "mailto:") && address.len > 7 && address.len <= SANITIZE_ADDRESS_BYTES_MAX;
}

/* A file of this server, in plain characters, so that nothing in it can climb out of /files/. */
static bool is_file(str address) {
    if (!str_starts(address, "/files/") || address.len == 7 || address.len > SANITIZE_ADDRESS_BYTES_MAX) return false;
    for (size_t i = 0; i < address.len; i++) {
        char c = address.data[i];
        if (!is_word_char(c) && !strchr("/._-?=&", c)) return false;
        if (c == '.' && address.data[i - 1] == '.') return false;
    }
    return true;
}

static bool is_inline_picture(str address) {
    static const char *const types[] = {"data:image/png;base64,", "data:image/jpeg;base64,", "data:image/webp;base64,",
                                        "data:image/gif;base64,"};
    for (size_t t = 0; t < sizeof types / sizeof *types; t++) {
        if (!begins(address, types[t])) continue;
        size_t start = strlen(types[t]);
        for (size_t i = start; i < address.len; i++)
            if (!is_word_char(address.data[i]) && !strchr("+/=", address.data[i])) return false;
        return address.len > start;
    }
    return false;
}

bool sanitize_link(str value, struct buf *out) {
    CLEANUP(buf_free) struct buf address = {0};
    if (!decode_address(value, &address)) return false;
    if (!is_web(buf_str(&address)) && !is_mail(buf_str(&address))) return false;
    add_escaped(buf_str(&address), false, out);
    return true;
}

static bool is_picture(str address) { return is_web(address) || is_file(address) || is_inline_picture(address); }

bool sanitize_picture(str value, struct buf *out) {
    CLEANUP(buf_free) struct buf address = {0};
    if (!decode_address(value, &address) || !is_picture(buf_str(&address))) return false;
    add_escaped(buf_str(&address), false, out);
    return true;
}

bool sanitize_picture_plain(str address, struct buf *out) {
    for (size_t i = 0; i < address.len; i++)
        if ((unsigned char)address.data[i] < ' ' || address.data[i] == 0x7F) return false;
    if (!str_utf8_valid(address) || !is_picture(address)) return false;
    add_escaped(address, false, out);
    return true;
}

/* ------------------------------------------------------------------ other values */

bool sanitize_number(str value, int max, struct buf *out) {
    int64_t number;
    if (!str_to_int64(value, &number) || number < 0 || number > max) return false;
    buf_printf(out, "%d", (int)number);
    return true;
}

bool sanitize_word(str value, const char *words, struct buf *out) {
    char padded[16];
    if (value.len == 0 || value.len > sizeof padded - 3) return false;
    for (size_t i = 0; i < value.len; i++) {
        char c = value.data[i];
        if (!is_word_char(c)) return false;
        padded[i + 1] = (char)(is_digit(c) ? c : c | 32);
    }
    padded[0] = padded[value.len + 1] = ' ';
    padded[value.len + 2] = 0;
    if (!strstr(words, padded)) return false;
    buf_add(out, padded + 1, value.len);
    return true;
}

bool sanitize_language(str value, struct buf *out) {
    if (value.len == 0 || value.len > 35) return false;
    for (size_t i = 0; i < value.len; i++)
        if (!is_word_char(value.data[i]) && value.data[i] != '-') return false;
    buf_add_str(out, value);
    return true;
}

bool sanitize_code_language(str value, struct buf *out) {
    for (size_t i = 0; i < value.len;) {
        size_t start = i;
        while (i < value.len && (unsigned char)value.data[i] > ' ') i++;
        str word = {value.data + start, i - start};
        bool good = str_starts(word, "language-") && word.len > 9 && word.len <= 40;
        for (size_t k = 9; good && k < word.len; k++)
            good = is_word_char(word.data[k]) || strchr("_+#.-", word.data[k]);
        if (good) {
            buf_add_str(out, word);
            return true;
        }
        i++;
    }
    return false;
}
