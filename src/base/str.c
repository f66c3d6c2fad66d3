#include "base/str.h"

#include <string.h>

str str_from(const char *c_string) { return c_string ? (str){c_string, strlen(c_string)} : (str){"", 0}; }

bool str_equal(str a, str b) { return a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len) == 0); }

bool str_is(str a, const char *c_string) { return str_equal(a, str_from(c_string)); }

bool str_starts(str a, const char *prefix) {
    size_t n = strlen(prefix);
    return a.len >= n && memcmp(a.data, prefix, n) == 0;
}

/* Length of the sequence that starts at p, 0 when it is not valid. */
static size_t utf8_sequence(const unsigned char *p, size_t left) {
    if (p[0] == 0) return 0;
    if (p[0] < 0x80) return 1;
    size_t n = p[0] >= 0xF0 ? 4 : p[0] >= 0xE0 ? 3 : 2;
    if (p[0] < 0xC2 || p[0] > 0xF4 || n > left) return 0;
    for (size_t i = 1; i < n; i++)
        if ((p[i] & 0xC0) != 0x80) return 0;
    if (p[0] == 0xE0 && p[1] < 0xA0) return 0;
    if (p[0] == 0xED && p[1] > 0x9F) return 0;
    if (p[0] == 0xF0 && p[1] < 0x90) return 0;
    if (p[0] == 0xF4 && p[1] > 0x8F) return 0;
    return n;
}

bool str_utf8_valid(str s) {
    const unsigned char *p = (const unsigned char *)s.data;
    for (size_t i = 0; i < s.len;) {
        size_t n = utf8_sequence(p + i, s.len - i);
        if (n == 0) return false;
        i += n;
    }
    return true;
}

size_t str_utf8_chars(str s) {
    size_t chars = 0;
    for (size_t i = 0; i < s.len; i++) chars += ((unsigned char)s.data[i] & 0xC0) != 0x80;
    return chars;
}

bool str_to_int64(str s, int64_t *value) {
    size_t i = 0;
    bool negative = s.len > 0 && s.data[0] == '-';
    if (negative) i++;
    if (i == s.len || s.len - i > 19) return false;
    uint64_t sum = 0;
    for (; i < s.len; i++) {
        if (s.data[i] < '0' || s.data[i] > '9') return false;
        sum = sum * 10 + (uint64_t)(s.data[i] - '0'); /* 19 digits fit in 64 bits */
    }
    if (sum > (uint64_t)INT64_MAX) return false;
    *value = negative ? -(int64_t)sum : (int64_t)sum;
    return true;
}

void hex_encode(const void *bytes, size_t n, char *out) {
    static const char digits[] = "0123456789abcdef";
    const unsigned char *p = bytes;
    for (size_t i = 0; i < n; i++) {
        out[2 * i] = digits[p[i] >> 4];
        out[2 * i + 1] = digits[p[i] & 15];
    }
    out[2 * n] = 0;
}

static int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool hex_decode(str hex, void *bytes, size_t n) {
    if (hex.len != 2 * n) return false;
    unsigned char *out = bytes;
    for (size_t i = 0; i < n; i++) {
        int high = hex_digit(hex.data[2 * i]), low = hex_digit(hex.data[2 * i + 1]);
        if (high < 0 || low < 0) return false;
        out[i] = (unsigned char)(high << 4 | low);
    }
    return true;
}
