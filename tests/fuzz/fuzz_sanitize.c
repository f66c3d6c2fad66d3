/* Any bytes as HTML and as Markdown: what comes out is valid UTF-8, holds only what is allowed, and does not change
 * when it is sanitised again. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "domain/markdown.h"
#include "domain/sanitize.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static const char allowed_elements[] = " a abbr article aside b bdi blockquote br caption cite code dd del details dfn "
                                       "div dl dt em figcaption figure footer h1 "
                                       "h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre q rp rt ruby s "
                                       "samp section small span strong sub summary "
                                       "sup table tbody td tfoot th thead tr u ul var wbr ";
static const char allowed_attributes[] = " href src alt width height colspan rowspan align scope start reversed open "
                                         "class title lang dir rel target loading "
                                         "referrerpolicy ";

static bool listed(const char *list, const char *word, size_t len) {
    char padded[32];
    if (len == 0 || len > sizeof padded - 3) return false;
    padded[0] = padded[len + 1] = ' ';
    memcpy(padded + 1, word, len);
    padded[len + 2] = 0;
    return strstr(list, padded) != NULL;
}

static void check_address(const char *name, size_t name_len, const char *value) {
    if (name_len == 4 && memcmp(name, "href", 4) == 0)
        assert(strncasecmp(value, "http://", 7) == 0 || strncasecmp(value, "https://", 8) == 0 ||
               strncasecmp(value, "mailto:", 7) == 0);
    if (name_len == 3 && memcmp(name, "src", 3) == 0)
        assert(strncasecmp(value, "http://", 7) == 0 || strncasecmp(value, "https://", 8) == 0 ||
               strncmp(value, "/files/", 7) == 0 || strncasecmp(value, "data:image/", 11) == 0);
}

/* Reads the output by its own simple form: <name( name="value")*> and </name>. */
static void check_markup(const char *p) {
    while ((p = strchr(p, '<'))) {
        p++;
        bool is_end = *p == '/';
        p += is_end;
        size_t len = strspn(p, "abcdefghijklmnopqrstuvwxyz123456");
        assert(listed(allowed_elements, p, len));
        for (p += len; *p != '>';) {
            assert(!is_end && *p == ' ');
            p++;
            size_t name = strcspn(p, "=");
            assert(listed(allowed_attributes, p, name));
            const char *value = p + name + 2;
            assert(value[-1] == '"');
            check_address(p, name, value);
            size_t value_len = strcspn(value, "\"<>");
            assert(value[value_len] == '"');
            p = value + value_len + 1;
        }
        p++;
        assert(!memchr(p, '>', strcspn(p, "<")));
    }
}

static void check(str clean) {
    CLEANUP(buf_free) struct buf again = {0};
    assert(str_utf8_valid(clean));
    check_markup(clean.data);
    sanitize_html(clean, &again);
    assert(str_equal(clean, buf_str(&again)));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len) {
    CLEANUP(buf_free) struct buf html = {0}, text = {0};
    sanitize_html((str){(const char *)bytes, len}, &html);
    check(buf_str(&html));
    markdown_html((str){(const char *)bytes, len}, &text);
    check(buf_str(&text));
    return 0;
}
