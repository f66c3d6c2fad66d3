/* markdown.h - Markdown of requesters (project instructions) as HTML for the page.
 *
 * CommonMark with tables, ~~strikethrough~~ and bare addresses as links, read by md4c; raw HTML in it is shown as text.
 * The outcome goes through sanitize_html, so that it is safe whatever was written before. Pure; threads: any. */
#pragma once
#include "base/buf.h"
#include "base/str.h"

/* A short text can ask for a huge outcome (a wide table with many short rows): past this it is cut off. */
enum { MARKDOWN_HTML_BYTES_MAX = 1024 * 1024 };

/* Appends the HTML to out. */
void markdown_html(str markdown, struct buf *out);
/* The same for data of tasks, with TeX between $ or $$: <code class="language-math">, or "language-math-display", which
 * the page shows as MathML. */
void markdown_math_html(str markdown, struct buf *out);
