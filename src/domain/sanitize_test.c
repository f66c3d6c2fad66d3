/* Tests of sanitize.h: what stays, and that no known trick gets through. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <cmocka.h>

#include "base/arena.h"
#include "domain/sanitize.h"

#define LINK " rel=\"noopener nofollow noreferrer\" target=\"_blank\""
#define PICTURE " loading=\"lazy\" referrerpolicy=\"no-referrer\""

static void assert_clean(str html, const char *wanted) {
    CLEANUP(buf_free) struct buf once = {0}, twice = {0};
    sanitize_html(html, &once);
    assert_string_equal(buf_str(&once).data, wanted);
    sanitize_html(buf_str(&once), &twice);
    assert_string_equal(buf_str(&twice).data, wanted);
}

struct vector {
    const char *html, *wanted;
};

static void assert_vectors(const struct vector *vectors, size_t count) {
    for (size_t i = 0; i < count; i++) assert_clean(str_from(vectors[i].html), vectors[i].wanted);
}

static const struct vector kept[] = {
    {"", ""},
    {"plain text", "plain text"},
    {"1 < 2 > 0 & \"so\"", "1 &lt; 2 &gt; 0 &amp; &quot;so&quot;"},
    {"a &amp; b &eacute; &#233; &#xE9; &nosuch; &copy 2020 &;", //
     "a &amp; b &eacute; &#233; &#xE9; &nosuch; &amp;copy 2020 &amp;;"},
    {"<p>One<p>Two", "<p>One</p><p>Two</p>"},
    {"<P CLASS=x ID=y>Big</P>", "<p>Big</p>"},
    {"<b><i>x</b>y</i>z", "<b><i>x</i></b>yz"},
    {"a<br/>b<br>c<hr>d<wbr>e", "a<br>b<br>c<hr>d<wbr>e"},
    {"<h1>T</h1><h2>U<h3>V", "<h1>T</h1><h2>U</h2><h3>V</h3>"},
    {"<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "<ul><li>a</li><li>b<ul><li>c</li></ul></li><li>d</li></ul>"},
    {"<dl><dt>a<dd>b<dt>c</dl>", "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>"},
    {"<ol start=3 reversed type=a><li>x</ol>", "<ol start=\"3\" reversed=\"\"><li>x</li></ol>"},
    {"<table><caption>C<thead><tr><th align=Right>H<tbody><tr><td colspan=2>a<td>b</table>after",
     "<table><caption>C</caption><thead><tr><th align=\"right\">H</th></tr></thead>"
     "<tbody><tr><td colspan=\"2\">a</td><td>b</td></tr></tbody></table>after"},
    {"<table><tr><td><table><tr><td>in</table>out</table>",
     "<table><tr><td><table><tr><td>in</td></tr></table>out</td></tr></table>"},
    {"<td>no row</td><tr>no table</tr>", "no rowno table"},
    {"<details open><summary>S</summary>x</details>", "<details open=\"\"><summary>S</summary>x</details>"},
    {"<blockquote>q</blockquote><sub>a</sub><sup>b</sup><del>c</del><kbd>d</kbd>",
     "<blockquote>q</blockquote><sub>a</sub><sup>b</sup><del>c</del><kbd>d</kbd>"},
    {"<pre><code class=\"hl language-c++ x\">a\n  b</code></pre>",
     "<pre><code class=\"language-c++\">a\n  b</code></pre>"},
    {"<span lang=pt-BR dir=RTL title='a \"b\" <c>'>x</span>",
     "<span title=\"a &quot;b&quot; &lt;c&gt;\" lang=\"pt-BR\" dir=\"rtl\">x</span>"},
    {"<a href=\"https://example.org/?a=1&amp;b=2&copy=3\">x</a>",
     "<a href=\"https://example.org/?a=1&amp;b=2&amp;copy=3\"" LINK ">x</a>"},
    {"<a href=' HTTP://Example.org '>x</a>", "<a href=\"HTTP://Example.org\"" LINK ">x</a>"},
    {"<a href=mailto:a@b.org>x</a>", "<a href=\"mailto:a@b.org\"" LINK ">x</a>"},
    {"<a href=https://a.org>one<a href=https://b.org>two</a>",
     "<a href=\"https://a.org\"" LINK ">one</a><a href=\"https://b.org\"" LINK ">two</a>"},
    {"<img src=/files/0a1b.png?w=640 alt=\"a cat\" width=640 height=9999999>",
     "<img src=\"/files/0a1b.png?w=640\" alt=\"a cat\" width=\"640\"" PICTURE ">"},
    {"<img src='data:image/png;base64,iVBO Rw0K+/=='>", ""},
    {"<img src='data:image/png;base64,iVBO\nRw0K+/=='>", "<img src=\"data:image/png;base64,iVBORw0K+/==\"" PICTURE ">"},
    {"<img src=http://example.org/x.gif>", "<img src=\"http://example.org/x.gif\"" PICTURE ">"},
    {"<center><font color=red>x</font></center>", "x"},
    {"<form action=/pay><input value=1><button>Go</button></form>", "Go"},
    {"<html><head><title>T</title><meta charset=x><link href=y></head><body bgcolor=z>x</body></html>", "x"},
    {"<!doctype html><!-- c --><?php x ?><![CDATA[y]]>z", "z"},
    {"</p></b></table>x", "x"},
    {"a <3 b, </3, <>, <", "a &lt;3 b, , &lt;"},
};

/* Nothing of these may run, load, or leave its place. */
static const struct vector attacks[] = {
    {"<script>alert(1)</script>x", "x"},
    {"<SCRIPT SRC=//evil.example/x.js></SCRIPT>x", "x"},
    {"<scr<script>ipt>alert(1)</scr</script>ipt>", "ipt&gt;alert(1)ipt&gt;"},
    {"<script/x>alert(1)</script/x>y", "y"},
    {"<script>alert(1)", ""},
    {"<script\n>1</script\n>y", "y"},
    {"<script><!--</script>--><b>y", "--&gt;<b>y</b>"},
    {"<<script>alert(1)//<</script>x", "&lt;x"},
    {"<img src=x onerror=alert(1)>", ""},
    {"<img src=https://a.org/x onerror=alert(1)>", "<img src=\"https://a.org/x\"" PICTURE ">"},
    {"<img src=\"https://a.org/x\"onerror=\"alert(1)\">", "<img src=\"https://a.org/x\"" PICTURE ">"},
    {"<img/onerror=alert(1)/src=https://a.org/x>", ""},
    {"<img/onerror='alert(1)'/src=https://a.org/x>", "<img src=\"https://a.org/x\"" PICTURE ">"},
    {"<img src=`x` onerror=alert(1)>", ""},
    {"<img \"\"\"><script>alert(1)</script>\">", "&quot;&gt;"},
    {"<img src=\"javascript:alert(1)\">", ""},
    {"<img src='data:image/svg+xml;base64,PHN2Zy8+'>", ""},
    {"<img src='data:text/html;base64,PHN2Zy8+'>", ""},
    {"<img src='data:image/png;base64,\"onerror=1'>", ""},
    {"<img src=/files/../api/logout>", ""},
    {"<img src=/files/%2e%2e/api>", ""},
    {"<img src=//evil.example/x>", ""},
    {"<img src=\\\\evil.example\\x>", ""},
    {"<img src=https:///evil.example/x>", ""},
    {"<img srcset='https://a.org/x 1x' src=https://a.org/y>", "<img src=\"https://a.org/y\"" PICTURE ">"},
    {"<img alt='\"><script>alert(1)</script>' src=https://a.org/y>",
     "<img src=\"https://a.org/y\" alt=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\"" PICTURE ">"},
    {"<a href=javascript:alert(1)>x</a>", "x"},
    {"<a href=JaVaScRiPt:alert(1)>x</a>", "x"},
    {"<a href=' &#14; javascript:alert(1)'>x</a>", "x"},
    {"<a href='java\tscript:alert(1)'>x</a>", "x"},
    {"<a href='java&#x0A;script:alert(1)'>x</a>", "x"},
    {"<a href='&#106;avascript:alert(1)'>x</a>", "x"},
    {"<a href='&#0000106&#0000097vascript:alert(1)'>x</a>", "x"},
    {"<a href='javascript&colon;alert(1)'>x</a>", "x"},
    {"<a href='java&Tab;script:alert(1)'>x</a>", "x"},
    {"<a href='vbscript:x'>x</a>", "x"},
    {"<a href='data:text/html,<script>alert(1)</script>'>x</a>", "x"},
    {"<a href='blob:https://a.org/1'>x</a>", "x"},
    {"<a href='//evil.example'>x</a>", "x"},
    {"<a href='/people/1/promote'>x</a>", "x"},
    {"<a href='#x' name=y id=z>x</a>", "x"},
    {"<a href=https://a.org target=_self rel=opener onclick=x style=x ping=https://b.org>x</a>",
     "<a href=\"https://a.org\"" LINK ">x</a>"},
    {"<a href='https://a.org/\"onmouseover=alert(1) x'>x</a>",
     "<a href=\"https://a.org/&quot;onmouseover=alert(1) x\"" LINK ">x</a>"},
    {"<a href='https://a.org/&quot;&gt;&lt;script&gt;'>x</a>",
     "<a href=\"https://a.org/&quot;&gt;&lt;script&gt;\"" LINK ">x</a>"},
    {"<a href='https://a.org/&amp;quot;'>x</a>", "<a href=\"https://a.org/&amp;quot;\"" LINK ">x</a>"},
    {"<a href='https://a.org/&#13;&#10;x'>x</a>", "<a href=\"https://a.org/x\"" LINK ">x</a>"},
    {"<a href='https://a.org/&#1;x'>x</a>", "x"},
    {"<a/href=javascript:alert(1)>x</a>", "x"},
    {"<a =href=javascript:alert(1)>x</a>", "x"},
    {"<svg onload=alert(1)>x", ""},
    {"<svg><script>alert(1)</script></svg>y", "y"},
    {"<svg/onload=alert(1)/>y", "y"},
    {"<svg><svg></svg><a href=javascript:alert(1)>x</a></svg>y", "y"},
    {"<svg><style><img src=x onerror=alert(1)></style></svg>y", "y"},
    {"<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">", ""},
    {"<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">", ""},
    {"<math href=javascript:alert(1)>x</math>y", "y"},
    {"<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>", ""},
    {"<style>@import 'https://evil.example/x'</style>y", "y"},
    {"<style><img src='</style><img src=x onerror=alert(1)//'>", ""},
    {"<p style='background:url(javascript:1)'>x</p>", "<p>x</p>"},
    {"<link rel=stylesheet href=https://evil.example/x>y", "y"},
    {"<meta http-equiv=refresh content='0;url=https://evil.example'>y", "y"},
    {"<base href=https://evil.example/>y", "y"},
    {"<iframe src=javascript:alert(1)></iframe>y", "y"},
    {"<iframe srcdoc='<script>alert(1)</script>'>x</iframe>y", "y"},
    {"<object data=javascript:alert(1)><b>x</b></object>y", "y"},
    {"<embed src=javascript:alert(1)>y", "y"},
    {"<video><source onerror=alert(1)></video>y", "y"},
    {"<audio src=x onerror=alert(1)></audio>y", "y"},
    {"<details open ontoggle=alert(1)>y</details>", "<details open=\"\">y</details>"},
    {"<body onload=alert(1)>y", "y"},
    {"<marquee onstart=alert(1)>y</marquee>", "y"},
    {"<input autofocus onfocus=alert(1)>y", "y"},
    {"<select><option onclick=x>a</option></select>y", "y"},
    {"<select><style></select><img src=x onerror=alert(1)></style>y", "y"},
    {"<textarea></textarea><img src=x onerror=alert(1)>y", "y"},
    {"<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\">y", "&quot;&gt;y"},
    {"<title><img title=\"</title><img src=x onerror=alert(1)>\">y", "&quot;&gt;y"},
    {"<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">y", "&quot;&gt;y"},
    {"<noembed><b></noembed>y", "y"},
    {"<xmp><b title=\"</xmp><script>alert(1)</script>\">y", "&quot;&gt;y"},
    {"<plaintext><script>alert(1)</script>", ""},
    {"<template><script>alert(1)</script></template>y", "y"},
    {"<!--><script>alert(1)</script>-->y", "--&gt;y"},
    {"<!---><script>alert(1)</script>-->y", "--&gt;y"},
    {"<!-- --!><script>alert(1)</script>-->y", "--&gt;y"},
    {"<!-- a -- b --->y", "y"},
    {"<!--<img src=\"--><img src=x onerror=alert(1)//\">y", "y"},
    {"<![CDATA[<script>alert(1)</script>]]>y", "alert(1)]]&gt;y"},
    {"<?xml <script>alert(1)</script> ?>y", "alert(1) ?&gt;y"},
    {"</script><script>alert(1)</script>y", "y"},
    {"<b onclick=alert(1) onmouseover='x' data-x=y aria-label=z role=w tabindex=1 contenteditable accesskey=a "
     "is=x>y</b>",
     "<b>y</b>"},
    {"<b title='x' title='y' TITLE=z>y</b>", "<b title=\"x\">y</b>"},
    {"<b title=&quot;onclick=alert(1)>y</b>", "<b title=\"&quot;onclick=alert(1)\">y</b>"},
    {"<span class='btn-pay language-\"><script>' id=pay name=pay slot=x>y</span>", "<span>y</span>"},
    {"<div class=language-a\xc2\xa0"
     "b>y</div>",
     "<div>y</div>"},
    {"<custom-element onclick=x>y</custom-element>", "y"},
    {"<x:script>alert(1)</x:script>", "alert(1)"},
    {"<b/<script>alert(1)</script>", "<b>alert(1)</b>"},
    {"<table><tr><td></table></td></tr><script>1</script>y", "<table><tr><td></td></tr></table>y"},
    {"<img src=https://a.org/x", ""},
    {"<a href=\"https://a.org", ""},
    {"<table background=javascript:x><col style=x><tr><td background=x>y", "<table><tr><td>y</td></tr></table>"},
    {"<isindex action=javascript:1 type=image>y", "y"},
    {"<frameset onload=alert(1)><frame src=javascript:1></frameset>y", "y"},
    {"<bgsound src=javascript:1><layer src=x>y</layer>", "y"},
    {"<portal src=https://evil.example></portal><dialog open>y</dialog>", "y"},
};

static void keeps(void **state) { assert_vectors(kept, sizeof kept / sizeof *kept); }

static void stops_attacks(void **state) {
    assert_true(sizeof attacks / sizeof *attacks >= 60);
    assert_vectors(attacks, sizeof attacks / sizeof *attacks);
}

static void repairs_bytes(void **state) {
    assert_clean((str){"a\0b", 3}, "ab");
    assert_clean((str){"<b\0>x</b\0>", 10}, "x");
    assert_clean((str){"<script\0>x</script\0>y", 21}, "xy");
    assert_clean((str){"<a href=\"java\0script:1\">x</a>", 29}, "x");
    assert_clean((str){"<a href=\"https://a.org/\0\">x</a>", 31}, "<a href=\"https://a.org/\"" LINK ">x</a>");
    assert_clean(STR("\xC0\xAE\xED\xA0\x80 \xFF \xE2\x82"), "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD \uFFFD \uFFFD\uFFFD");
    assert_clean(STR("<b title=\"\xFF\">\x01\x7F\xC2\x85ñ</b>"), "<b title=\"\uFFFD\">ñ</b>");
    assert_clean(STR("<a href=\"https://a.org/\xFF\">x</a>"), "x");
    assert_clean(STR("\xF0\x9F\x99\x82"), "🙂");
}

static void bounds_depth(void **state) {
    CLEANUP(buf_free) struct buf html = {0}, out = {0};
    for (int i = 0; i < 100000; i++) buf_add_text(&html, "<b>");
    buf_add_text(&html, "x");
    sanitize_html(buf_str(&html), &out);
    assert_int_equal(out.len, SANITIZE_DEPTH_MAX * (3 + 4) + 1);
}

static void bounds_addresses(void **state) {
    CLEANUP(buf_free) struct buf html = {0}, out = {0};
    buf_add_text(&html, "<a href=\"https://a.org/");
    while (html.len - 9 < SANITIZE_ADDRESS_BYTES_MAX) buf_add_char(&html, 'x');
    size_t len = html.len;
    buf_add_text(&html, "\">y</a>");
    sanitize_html(buf_str(&html), &out);
    assert_true(out.len > SANITIZE_ADDRESS_BYTES_MAX);
    html.len = len;
    buf_add_text(&html, "x\">y</a>");
    buf_clear(&out);
    sanitize_html(buf_str(&html), &out);
    assert_string_equal(out.data, "y");
}

static void judges_picture_addresses(void **state) {
    static const char *const good[] = {"https://a.org/x.jpg", "http://a.org", "/files/0123abcd",
                                       "data:image/webp;base64,AAAA"};
    static const char *const bad[] = {"",
                                      "x.jpg",
                                      "s3://bucket/x",
                                      "javascript:x",
                                      "/people",
                                      "/files/",
                                      "https://",
                                      "data:image/svg+xml;base64,AAAA",
                                      "data:image/png,x",
                                      "https://a.org/\n",
                                      "/files/a/../../x"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) assert_true(sanitize_picture_address(str_from(good[i])));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) assert_false(sanitize_picture_address(str_from(bad[i])));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps),        cmocka_unit_test(stops_attacks),    cmocka_unit_test(repairs_bytes),
        cmocka_unit_test(bounds_depth), cmocka_unit_test(bounds_addresses), cmocka_unit_test(judges_picture_addresses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
