/* Characters, words, edit distance. */
#include "text_words.h"

#include <stdlib.h>
#include <string.h>

/* One code point at p; its length. Overlong forms, surrogates and what is cut off are bytes of their own. */
static int character_at(const char *p, int32_t *character) {
    const unsigned char *u = (const unsigned char *)p;
    int length = u[0] < 0x80                   ? 1
                 : u[0] >= 0xc2 && u[0] < 0xe0 ? 2
                 : (u[0] & 0xf0) == 0xe0       ? 3
                 : (u[0] & 0xf8) == 0xf0       ? 4
                                               : 0;
    int32_t value = length == 1 ? u[0] : u[0] & (0x7f >> length);
    for (int i = 1; i < length; i++) {
        if ((u[i] & 0xc0) != 0x80) length = 0;
        value = value << 6 | (u[i] & 0x3f);
    }
    if (length == 3 && (value < 0x800 || (value >= 0xd800 && value < 0xe000))) length = 0;
    if (length == 4 && (value < 0x10000 || value > 0x10ffff)) length = 0;
    *character = length ? value : 0x110000 + u[0];
    return length ? length : 1;
}

int64_t fs_characters(const char *text, int32_t *out) {
    int64_t count = 0;
    while (*text) text += character_at(text, &out[count++]);
    return count;
}

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

void fs_text_size(const char *text, bool by_character, int64_t *characters, int64_t *words) {
    bool inside = false;
    *characters = *words = 0;
    for (int32_t character; *text; text += character_at(text, &character)) {
        bool space = is_space(*text);
        ++*characters;
        *words += by_character || (!space && !inside);
        inside = !space;
    }
}

bool fs_words_of(const char *text, bool by_character, struct fs_names *names, struct fs_scratch *s,
                 struct words *words) {
    words->count = 0;
    words->word = fs_scratch_new(s, (int64_t)strlen(text), sizeof *words->word);
    if (!words->word) return false;
    while (*text) {
        size_t length = 0;
        int32_t unused;
        if (by_character)
            length = (size_t)character_at(text, &unused);
        else
            while (text[length] && !is_space(text[length])) length++;
        if (length) {
            int32_t number = fs_names_add(names, text, length);
            if (number < 0) return false;
            words->word[words->count++] = number;
        }
        text += length;
        while (!by_character && is_space(*text)) text++;
    }
    return true;
}

int64_t fs_edits(const int32_t *a, int64_t n, const int32_t *b, int64_t m) {
    /* What begins and ends alike costs nothing. */
    for (; n > 0 && m > 0 && a[0] == b[0]; a++, b++, n--, m--)
        ;
    for (; n > 0 && m > 0 && a[n - 1] == b[m - 1]; n--, m--)
        ;
    if (n == 0 || m == 0) return n + m;
    int32_t *row = malloc((size_t)(m + 1) * sizeof *row);
    if (!row) return -1;
    for (int64_t j = 0; j <= m; j++) row[j] = (int32_t)j;
    for (int64_t i = 1; i <= n; i++) {
        int32_t corner = row[0], here = a[i - 1], left = (int32_t)i;
        row[0] = left;
        for (int64_t j = 1; j <= m; j++) {
            int32_t change = corner + (here != b[j - 1]), above = row[j];
            corner = above;
            int32_t least = (above < left ? above : left) + 1;
            row[j] = left = change < least ? change : least;
        }
    }
    int64_t edits = row[m];
    free(row);
    return edits;
}

double fs_text_distance(const char *a, const char *b) {
    size_t a_bytes = strlen(a), b_bytes = strlen(b);
    int32_t *characters = malloc((a_bytes + b_bytes + 1) * sizeof *characters);
    if (!characters) return -1;
    int64_t n = fs_characters(a, characters), m = fs_characters(b, characters + n);
    int64_t edits = fs_edits(characters, n, characters + n, m), longer = n > m ? n : m;
    free(characters);
    return edits < 0 ? -1 : longer == 0 ? 0 : (double)edits / (double)longer;
}

double fs_word_error_rate(const char *reference, const char *heard) {
    struct fs_scratch s = {0};
    struct fs_names names = {0};
    struct words a, b;
    double rate = -1;
    if (fs_words_of(reference, false, &names, &s, &a) && fs_words_of(heard, false, &names, &s, &b)) {
        int64_t edits = fs_edits(a.word, a.count, b.word, b.count);
        if (edits >= 0) rate = a.count > 0 ? (double)edits / (double)a.count : b.count > 0;
    }
    fs_names_free(&names);
    fs_scratch_free(&s);
    return rate;
}
