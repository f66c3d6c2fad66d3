/* Tests of markdown.h: what Markdown becomes, and that nothing in it can run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "domain/markdown.h"

#define LINK " rel=\"noopener nofollow noreferrer\" target=\"_blank\""
#define PICTURE " loading=\"lazy\" referrerpolicy=\"no-referrer\""

static const struct {
    const char *markdown, *wanted;
} cases[] = {
    {"", ""},
    {"# Rules\n\nLabel *all* of it, **always**.\n",
     "<h1>Rules</h1>\n<p>Label <em>all</em> of it, <strong>always</strong>.</p>\n"},
    {"- a\n- b\n  1. c\n", "<ul>\n<li>a</li>\n<li>b<ol>\n<li>c</li>\n</ol>\n</li>\n</ul>\n"},
    {"3. x\n", "<ol start=\"3\">\n<li>x</li>\n</ol>\n"},
    {"~~no~~ `a<b`", "<p><del>no</del> <code>a&lt;b</code></p>\n"},
    {"```python\nx < 1\n```\n", "<pre><code class=\"language-python\">x &lt; 1\n</code></pre>\n"},
    {"| a | b |\n|:--|--:|\n| 1 | 2 |\n",
     "<table><thead><tr><th align=\"left\">a</th>\n<th align=\"right\">b</th>\n</tr>\n</thead>\n"
     "<tbody><tr><td align=\"left\">1</td>\n<td align=\"right\">2</td>\n</tr>\n</tbody>\n</table>\n"},
    {"> q\n\n---\n", "<blockquote>\n<p>q</p>\n</blockquote>\n<hr>\n"},
    {"[x](https://a.org \"t\") <https://b.org> https://c.org www.d.org e@f.org",
     "<p><a href=\"https://a.org\" title=\"t\"" LINK ">x</a> <a href=\"https://b.org\"" LINK ">https://b.org</a> "
     "https://c.org www.d.org e@f.org</p>\n"},
    {"![a cat](/files/0a1b)", "<p><img src=\"/files/0a1b\" alt=\"a cat\"" PICTURE "></p>\n"},
    {"&copy; &lt; ñ & \\&amp; \\*", "<p>&copy; &lt; ñ &amp; &amp;amp; *</p>\n"},
    {"a  \nb\nc", "<p>a<br>\nb\nc</p>\n"},
    /* raw HTML is text */
    {"<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"},
    {"a <b onclick=x>b</b>", "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>\n"},
    {"<!-- c -->", "<p>&lt;!-- c --&gt;</p>\n"},
    /* addresses */
    {"[x](javascript:alert(1))", "<p>x</p>\n"},
    {"[x](JAVASCRIPT&colon;alert(1))", "<p>x</p>\n"},
    {"[x](java&#115;cript:alert(1))", "<p>x</p>\n"},
    {"<javascript:alert(1)>", "<p>javascript:alert(1)</p>\n"},
    {"[x](data:text/html;base64,AAAA)", "<p>x</p>\n"},
    {"[x]\n\n[x]: javascript:alert(1)\n", "<p>x</p>\n"},
    {"![x](javascript:alert(1))", "<p></p>\n"},
    {"![\"onerror=\"alert(1)](https://a.org)",
     "<p><img src=\"https://a.org\" alt=\"&quot;onerror=&quot;alert(1)\"" PICTURE "></p>\n"},
    {"[x](https://a.org \"\\\" onclick=alert(1)\")",
     "<p><a href=\"https://a.org\" title=\"&quot; onclick=alert(1)\"" LINK ">x</a></p>\n"},
    {"```\"onclick=x><script>\n```", "<pre><code></code></pre>\n"},
};

static void renders(void **state) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        CLEANUP(buf_free) struct buf out = {0};
        markdown_html(str_from(cases[i].markdown), &out);
        assert_string_equal(buf_str(&out).data, cases[i].wanted);
    }
}

/* A table row of 64 KiB and as many short rows would become gigabytes. */
static void bounds_the_outcome(void **state) {
    CLEANUP(buf_free) struct buf text = {0}, out = {0};
    for (int i = 0; i < 5000; i++) buf_add_text(&text, "|a");
    buf_add_text(&text, "|\n");
    for (int i = 0; i < 5000; i++) buf_add_text(&text, "|---");
    buf_add_text(&text, "|\n");
    for (int i = 0; i < 1000; i++) buf_add_text(&text, "|b|\n");
    markdown_html(buf_str(&text), &out);
    assert_true(out.len <= 2 * MARKDOWN_HTML_BYTES_MAX);
    assert_non_null(strstr(out.data, "</table>"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(renders),
        cmocka_unit_test(bounds_the_outcome),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
