#include "domain/markdown.h"

#include <md4c.h>
#include <string.h>

#include "base/arena.h"
#include "domain/sanitize.h"

/* md4c has a renderer of its own, but it cannot be stopped: 64 KiB of table take it seconds. Here every callback stops
 * the parser when the outcome is too long.
 *
 * md4c 0.4.8 (Debian 12) reads a few bytes past a text that ends inside of a link or a table row. It gets a copy that
 * ends with a line end and has room behind it, and no text outside of the copy is believed. */
enum { PAST_THE_END = 16 };

struct renderer {
    const char *text, *end; /* what md4c reads */
    struct buf html;
    int pictures; /* open pictures: what is inside becomes their alternative text */
};

/* What every callback returns: 0 goes on. */
static int too_long(const struct renderer *r) { return r->html.len > MARKDOWN_HTML_BYTES_MAX ? -1 : 0; }

/* What md4c calls text is never a reference: those come apart as entities. */
static void add_text(struct buf *html, const char *text, size_t len) {
    for (size_t i = 0; i < len; i++) {
        switch (text[i]) {
        case '&': buf_add_text(html, "&amp;"); break;
        case '<': buf_add_text(html, "&lt;"); break;
        case '>': buf_add_text(html, "&gt;"); break;
        case '"': buf_add_text(html, "&quot;"); break;
        default: buf_add_char(html, text[i]);
        }
    }
}

/* start: " name=\"" and what the value begins with */
static void add_attribute(struct buf *html, const char *start, const MD_ATTRIBUTE *value) {
    if (!value->text) return;
    buf_add_text(html, start);
    for (int i = 0; value->substr_offsets[i] < value->size; i++) {
        const char *text = value->text + value->substr_offsets[i];
        size_t len = value->substr_offsets[i + 1] - value->substr_offsets[i];
        if (value->substr_types[i] == MD_TEXT_ENTITY)
            buf_add(html, text, len);
        else
            add_text(html, text, len);
    }
    buf_add_char(html, '"');
}

static const char *block_name(MD_BLOCKTYPE type, const void *detail) {
    static const char *const headings[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
    switch (type) {
    case MD_BLOCK_QUOTE: return "blockquote";
    case MD_BLOCK_UL: return "ul";
    case MD_BLOCK_OL: return "ol";
    case MD_BLOCK_LI: return "li";
    case MD_BLOCK_HR: return "hr";
    case MD_BLOCK_H: return headings[((const MD_BLOCK_H_DETAIL *)detail)->level - 1];
    case MD_BLOCK_P: return "p";
    case MD_BLOCK_TABLE: return "table";
    case MD_BLOCK_THEAD: return "thead";
    case MD_BLOCK_TBODY: return "tbody";
    case MD_BLOCK_TR: return "tr";
    case MD_BLOCK_TH: return "th";
    case MD_BLOCK_TD: return "td";
    default: return NULL;
    }
}

static void enter_item(struct buf *html, MD_BLOCKTYPE type, const void *detail) {
    static const char *const aligns[] = {"", " align=\"left\"", " align=\"center\"", " align=\"right\""};
    if (type == MD_BLOCK_OL && ((const MD_BLOCK_OL_DETAIL *)detail)->start != 1)
        buf_printf(html, " start=\"%u\"", ((const MD_BLOCK_OL_DETAIL *)detail)->start);
    if (type == MD_BLOCK_TH || type == MD_BLOCK_TD)
        buf_add_text(html, aligns[((const MD_BLOCK_TD_DETAIL *)detail)->align]);
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *arg) {
    struct renderer *r = arg;
    const char *name = block_name(type, detail);
    if (name) {
        buf_printf(&r->html, "<%s", name);
        enter_item(&r->html, type, detail);
        buf_add_char(&r->html, '>');
        if (type == MD_BLOCK_UL || type == MD_BLOCK_OL || type == MD_BLOCK_QUOTE || type == MD_BLOCK_HR)
            buf_add_char(&r->html, '\n');
    } else if (type == MD_BLOCK_CODE) {
        buf_add_text(&r->html, "<pre><code");
        add_attribute(&r->html, " class=\"language-", &((MD_BLOCK_CODE_DETAIL *)detail)->lang);
        buf_add_char(&r->html, '>');
    }
    return too_long(r);
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *arg) {
    struct renderer *r = arg;
    const char *name = block_name(type, detail);
    if (type == MD_BLOCK_CODE)
        buf_add_text(&r->html, "</code></pre>\n");
    else if (name && type != MD_BLOCK_HR)
        buf_printf(&r->html, "</%s>\n", name);
    return too_long(r);
}

static const char *span_name(MD_SPANTYPE type) {
    switch (type) {
    case MD_SPAN_EM: return "em";
    case MD_SPAN_STRONG: return "strong";
    case MD_SPAN_A: return "a";
    case MD_SPAN_CODE: return "code";
    case MD_SPAN_DEL: return "del";
    default: return NULL;
    }
}

static bool is_math(MD_SPANTYPE type) { return type == MD_SPAN_LATEXMATH || type == MD_SPAN_LATEXMATH_DISPLAY; }

static int enter_span(MD_SPANTYPE type, void *detail, void *arg) {
    struct renderer *r = arg;
    if (type == MD_SPAN_IMG) {
        if (r->pictures++ == 0) {
            add_attribute(&r->html, "<img src=\"", &((MD_SPAN_IMG_DETAIL *)detail)->src);
            add_attribute(&r->html, " title=\"", &((MD_SPAN_IMG_DETAIL *)detail)->title);
            buf_add_text(&r->html, " alt=\"");
        }
    } else if (r->pictures == 0 && span_name(type)) {
        buf_add_char(&r->html, '<');
        buf_add_text(&r->html, span_name(type));
        if (type == MD_SPAN_A) {
            add_attribute(&r->html, " href=\"", &((MD_SPAN_A_DETAIL *)detail)->href);
            add_attribute(&r->html, " title=\"", &((MD_SPAN_A_DETAIL *)detail)->title);
        }
        buf_add_char(&r->html, '>');
    } else if (r->pictures == 0 && is_math(type)) {
        buf_printf(&r->html, "<code class=\"language-math%s\">", type == MD_SPAN_LATEXMATH_DISPLAY ? "-display" : "");
    }
    return too_long(r);
}

static int leave_span(MD_SPANTYPE type, void *detail, void *arg) {
    struct renderer *r = arg;
    if (type == MD_SPAN_IMG) {
        if (--r->pictures == 0) buf_add_text(&r->html, "\">");
    } else if (r->pictures == 0 && span_name(type)) {
        buf_printf(&r->html, "</%s>", span_name(type));
    } else if (r->pictures == 0 && is_math(type)) {
        buf_add_text(&r->html, "</code>");
    }
    return too_long(r);
}

static int text(MD_TEXTTYPE type, const MD_CHAR *bytes, MD_SIZE size, void *arg) {
    struct renderer *r = arg;
    if (bytes >= r->text && bytes <= r->end && size > (size_t)(r->end - bytes)) size = (MD_SIZE)(r->end - bytes);
    switch (type) {
    case MD_TEXT_NULLCHAR: buf_add_text(&r->html, "\uFFFD"); break;
    case MD_TEXT_BR: buf_add_text(&r->html, r->pictures ? " " : "<br>\n"); break;
    case MD_TEXT_SOFTBR: buf_add_text(&r->html, r->pictures ? " " : "\n"); break;
    case MD_TEXT_ENTITY: buf_add(&r->html, bytes, size); break;
    default: add_text(&r->html, bytes, size);
    }
    return too_long(r);
}

static void render(str markdown, unsigned more_flags, struct buf *out) {
    const MD_PARSER parser = {
        .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOHTML | more_flags,
        .enter_block = enter_block,
        .leave_block = leave_block,
        .enter_span = enter_span,
        .leave_span = leave_span,
        .text = text,
    };
    static const char past_the_end[PAST_THE_END];
    CLEANUP(buf_free) struct buf copy = {0};
    if (str_starts(markdown, "\xEF\xBB\xBF")) markdown = (str){markdown.data + 3, markdown.len - 3};
    buf_add_str(&copy, markdown);
    buf_add_char(&copy, '\n');
    buf_add(&copy, past_the_end, sizeof past_the_end);
    size_t len = copy.len - sizeof past_the_end;
    struct renderer r = {.text = copy.data, .end = copy.data + len};
    md_parse(copy.data, (MD_SIZE)len, &parser, &r); /* stopped or not, what there is counts */
    sanitize_html(buf_str(&r.html), out);
    buf_free(&r.html);
}

void markdown_html(str markdown, struct buf *out) { render(markdown, 0, out); }

void markdown_math_html(str markdown, struct buf *out) { render(markdown, MD_FLAG_LATEXMATHSPANS, out); }
