/* Label config XML to nodes, with libxml2's SAX2 parser: no tree of its own, no entities, no DTD, no network. */
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "base/limits.h"
#include "domain/label_config.h"
#include "domain/label_parts.h"

struct reader {
    struct label_parse *parse;
    xmlParserCtxtPtr context;
    struct label_node *open; /* innermost open tag */
    int depth;
    struct buf text; /* since the last tag */
    bool stopped;    /* by us or by an error in the XML */
};

void label_config_setup(void) { xmlInitParser(); }

static void stop(struct reader *r) {
    r->stopped = true;
    xmlStopParser(r->context);
}

/* Byte at which libxml2 stands. */
static size_t place(const struct reader *r) {
    long at = xmlByteConsumed(r->context);
    if (at < 0) return 0;
    return (size_t)at < r->parse->xml.len ? (size_t)at : r->parse->xml.len;
}

/* Byte of the '<' of the markup that was just read: no other '<' can stand inside it. */
static size_t tag_offset(const struct reader *r) {
    size_t at = place(r);
    while (at > 0 && r->parse->xml.data[at - 1] != '<') at--;
    return at > 0 ? at - 1 : 0;
}

static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/* Byte of an attribute inside a well-formed start tag. */
static size_t attr_offset(str xml, size_t tag, const char *name) {
    size_t len = strlen(name), i = tag + 1;
    while (i < xml.len && !is_space(xml.data[i]) && xml.data[i] != '/' && xml.data[i] != '>') i++;
    while (i < xml.len && xml.data[i] != '>') {
        if (is_space(xml.data[i]) || xml.data[i] == '/') {
            i++;
            continue;
        }
        size_t start = i;
        while (i < xml.len && xml.data[i] != '=' && !is_space(xml.data[i])) i++;
        if (i - start == len && memcmp(xml.data + start, name, len) == 0) return start;
        while (i < xml.len && xml.data[i] != '"' && xml.data[i] != '\'') i++;
        if (i == xml.len) break;
        char quote = xml.data[i++];
        while (i < xml.len && xml.data[i] != quote) i++;
        if (i < xml.len) i++;
    }
    return tag;
}

/* Gives the open tag the text before a tag, unless it is white space. Only the first text counts: a tag that may hold
 * text may hold nothing else. */
static void text_flush(struct reader *r) {
    if (r->open && !r->open->text)
        for (size_t i = 0; i < r->text.len; i++)
            if (!is_space(r->text.data[i])) {
                r->open->text = arena_copy(&r->parse->config->arena, r->text.data, r->text.len);
                break;
            }
    buf_clear(&r->text);
}

static const char *full_name(struct arena *arena, const xmlChar *prefix, const xmlChar *name) {
    if (prefix) return arena_printf(arena, "%s:%s", (const char *)prefix, (const char *)name);
    return arena_copy(arena, name, strlen((const char *)name));
}

static void attrs_read(struct reader *r, struct label_node *node, int count, const xmlChar **attributes) {
    struct arena *arena = &r->parse->config->arena;
    node->attrs = arena_alloc(arena, sizeof *node->attrs * (size_t)(count + 1));
    for (int i = 0; i < count; i++, attributes += 5) {
        struct label_attr *attr = &node->attrs[node->attr_count++];
        attr->name = full_name(arena, attributes[1], attributes[0]);
        attr->value = arena_copy(arena, attributes[3], (size_t)(attributes[4] - attributes[3]));
        attr->offset = node->offset;
    }
    /* Finding the place takes a look through the tag; no tag has that many attributes that are worth it. */
    for (int i = 0; i < node->attr_count && i < 100; i++)
        node->attrs[i].offset = attr_offset(r->parse->xml, node->offset, node->attrs[i].name);
}

static void on_start(void *arg, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
                     const xmlChar **namespaces, int attr_count, int defaulted_count, const xmlChar **attributes) {
    struct reader *r = arg;
    struct label_parse *parse = r->parse;
    if (r->stopped) return;
    text_flush(r);
    size_t offset = tag_offset(r);
    if (++r->depth > LABEL_CONFIG_DEPTH_MAX) {
        label_wrong(parse, offset, "Tags are nested more than %d deep; put fewer into each other.",
                    LABEL_CONFIG_DEPTH_MAX);
        stop(r);
        return;
    }
    if (++parse->nodes > LABEL_CONFIG_NODES_MAX) {
        label_wrong(parse, offset,
                    "There are more than %d tags; choices from the task (<Choices value=\"$field\">) need none.",
                    LABEL_CONFIG_NODES_MAX);
        stop(r);
        return;
    }
    if (namespace_count > 0)
        label_wrong(parse, offset, "Namespaces (xmlns) are not used in a label config; leave them out.");
    struct label_node *node = arena_alloc(&parse->config->arena, sizeof *node);
    node->name = full_name(&parse->config->arena, prefix, name);
    node->offset = offset;
    node->parent = r->open;
    attrs_read(r, node, attr_count, attributes);
    if (!r->open)
        parse->config->root = node;
    else if (r->open->last)
        r->open->last->next = node;
    else
        r->open->first = node;
    if (r->open) r->open->last = node;
    r->open = node;
}

static void on_end(void *arg, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    struct reader *r = arg;
    if (r->stopped || !r->open) return;
    text_flush(r);
    r->open = r->open->parent;
    r->depth--;
}

static void on_text(void *arg, const xmlChar *text, int len) {
    struct reader *r = arg;
    if (!r->stopped) buf_add(&r->text, text, (size_t)len);
}

static void on_doctype(void *arg, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
    struct reader *r = arg;
    label_wrong(r->parse, tag_offset(r), "A label config has no <!DOCTYPE>; take it out.");
    stop(r);
}

static void on_instruction(void *arg, const xmlChar *target, const xmlChar *data) {
    struct reader *r = arg;
    if (!r->stopped)
        label_wrong(r->parse, tag_offset(r), "Instructions like <?%.*s ...?> are not used; take it out.",
                    SHORT((const char *)target));
}

/* libxml2's finding as a sentence that says what to do. */
static void on_error(void *arg, xmlErrorPtr error) {
    struct reader *r = arg;
    if (r->stopped || error->level != XML_ERR_FATAL) return;
    struct label_parse *parse = r->parse;
    size_t at = place(r);
    r->stopped = true; /* what follows a break only repeats it */
    const char *message = error->message ? error->message : "";
    switch (error->code) {
    case XML_ERR_TAG_NAME_MISMATCH:
        label_wrong(parse, at, "</%.*s> stands where <%.*s> of line %d must be closed with </%.*s> first.",
                    SHORT(error->str2 ? error->str2 : "?"), SHORT(error->str1 ? error->str1 : "?"), error->int1,
                    SHORT(error->str1 ? error->str1 : "?"));
        return;
    case XML_ERR_TAG_NOT_FINISHED:
        label_wrong(parse, at, "The text ends before <%.*s> is closed.", SHORT(error->str1 ? error->str1 : "?"));
        return;
    case XML_ERR_DOCUMENT_EMPTY: label_wrong(parse, at, "A label config begins with <View>."); return;
    case XML_ERR_DOCUMENT_END:
        label_wrong(parse, at, "There is something behind the outermost tag; one <View> must hold everything.");
        return;
    case XML_ERR_UNDECLARED_ENTITY:
        label_wrong(parse, at,
                    "&%.*s; is not known in XML: only &amp; &lt; &gt; &quot; &apos; and numbers like &#160; are.",
                    SHORT(error->str1 ? error->str1 : "?"));
        return;
    case XML_ERR_LT_IN_ATTRIBUTE:
        label_wrong(parse, at, "Inside quotes write < as &lt;, and close the quotes.");
        return;
    case XML_ERR_ATTRIBUTE_NOT_STARTED:
        label_wrong(parse, at, "The value of an attribute must stand in quotes: name=\"text\".");
        return;
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
        label_wrong(parse, at, "The attribute %.*s needs a value: %.*s=\"...\".",
                    SHORT(error->str1 ? error->str1 : "?"), SHORT(error->str1 ? error->str1 : "?"));
        return;
    case XML_ERR_INVALID_CHAR:
        label_wrong(parse, at, "Here is a control character, which XML does not allow; take it out.");
        return;
    case XML_ERR_HYPHEN_IN_COMMENT:
        label_wrong(parse, at, "A comment cannot hold -- inside; write a single -.");
        return;
    case XML_ERR_ATTRIBUTE_REDEFINED:
        label_wrong(parse, at, "The attribute %.*s is given twice.", SHORT(error->str1 ? error->str1 : "?"));
        return;
    default: break;
    }
    if (strstr(message, "EntityRef"))
        label_wrong(parse, at, "Write & as &amp;.");
    else
        label_wrong(parse, at, "This is not well-formed XML: %.*s.", (int)strcspn(message, "\n"), message);
}

void label_xml_read(struct label_parse *parse) {
    str xml = parse->xml;
    struct reader r = {.parse = parse};
    r.context = xmlCreateMemoryParserCtxt(xml.data, (int)xml.len);
    if (!r.context) {
        label_wrong(parse, 0, "The XML cannot be read.");
        return;
    }
    xmlSAXHandler handler = {
        .initialized = XML_SAX2_MAGIC,
        .internalSubset = on_doctype,
        .startElementNs = on_start,
        .endElementNs = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_text,
        .processingInstruction = on_instruction,
        .serror = on_error,
    };
    *r.context->sax = handler;
    r.context->userData = &r;
    xmlCtxtUseOptions(r.context, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
    xmlParseDocument(r.context);
    if (!r.stopped && !r.context->wellFormed) {
        label_wrong(parse, place(&r), "This is not well-formed XML.");
        r.stopped = true;
    }
    if (r.stopped) parse->config->root = NULL;
    if (r.context->myDoc) xmlFreeDoc(r.context->myDoc);
    xmlFreeParserCtxt(r.context);
    buf_free(&r.text);
}
