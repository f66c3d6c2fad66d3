#!/usr/bin/env python3
"""Reads the contract (src/api/openapi.yaml) and writes what follows from it.

    gen_api.py openapi.yaml --header api_gen.h --source api_gen.c   request structs, route table, field descriptors
    gen_api.py openapi.yaml --errors err.def --docs docs/api.md     the reference page
    gen_api.py openapi.yaml --errors err.def --page errors.html     the error codes as a web page

It understands the part of OpenAPI 3.1 that the contract uses and refuses everything else, with the place, so that nothing
in the contract is silently without effect.

To add a type of field: Reader.field, C_TYPES and source_field here, enum api_type in src/api/route.h, src/api/decode.c.
"""

import argparse
import html
import os
import re
import sys

import yaml

ID_MAX = 2**53 - 1  # the largest integer that JavaScript reads exactly: the bound where the contract gives none
METHODS = ("get", "post", "put", "patch", "delete")
KINDS = ("query", "command", "upload", "stream", "sse")
ROLES = ("worker", "requester", "reviewer", "operator")
SCOPES = ("read", "write", "work", "admin")
LIMITS = ("api", "login", "signup", "upload")
SEGMENTS_MAX = 8  # API_SEGMENTS_MAX in route.h
C_TYPES = {
    "int": "int64_t",
    "double": "double",
    "bool": "bool",
    "str": "str",
    "enum": "int",
    "enum_set": "unsigned",
    "int_list": "struct int64_list",
    "str_list": "struct str_list",
    "json": "json_t *",
}
C_KEYWORDS = set(
    "auto bool break case char const continue default do double else enum extern false float for goto if inline int long"
    " register restrict return short signed sizeof static struct switch true typedef union unsigned void volatile while"
    " str err".split()
)


class Refused(Exception):
    """The contract says something that this program does not understand."""


class StrictLoader(yaml.SafeLoader):
    """YAML without repeated keys."""


def strict_mapping(loader, node):
    seen = set()
    for key_node, _ in node.value:
        if key_node.tag == "tag:yaml.org,2002:merge":
            raise Refused(f"line {key_node.start_mark.line + 1}: merge keys (<<) are not understood; use an anchor")
        key = loader.construct_object(key_node)
        if key in seen:
            raise Refused(f"line {key_node.start_mark.line + 1}: the key {key!r} stands twice")
        seen.add(key)
    return yaml.SafeLoader.construct_mapping(loader, node, deep=True)


StrictLoader.add_constructor("tag:yaml.org,2002:map", strict_mapping)


class Field:
    """One property of an operation, from the path, the query or the body."""

    def __init__(self, name, place, kind, required):
        self.name, self.place, self.kind, self.required = name, place, kind, required
        self.segment = -1
        self.minimum = self.maximum = None
        self.chars_min = self.chars_max = self.bytes_max = 0
        self.items_min = self.items_max = 0
        self.words = []
        self.default = None
        self.handle = False
        self.description = ""

    @property
    def has_flag(self):
        return not self.required and self.default is None


class Operation:
    """One row of the route table."""

    def __init__(self, name, method, path):
        self.name, self.method, self.path = name, method, path
        self.fields = []


def expect(condition, where, message):
    if not condition:
        raise Refused(f"{where}: {message}")


def expect_keys(value, allowed, where):
    expect(isinstance(value, dict), where, "must be a mapping")
    for key in value:
        expect(key in allowed, where, f"the key {key!r} is not understood here; known are: {', '.join(sorted(allowed))}")


def expect_int(value, where, lowest=0):
    expect(isinstance(value, int) and not isinstance(value, bool) and value >= lowest, where, f"must be a whole number of at least {lowest}")
    return value


def words(value, allowed, where):
    value = [value] if isinstance(value, str) else value
    expect(isinstance(value, list) and value, where, "must be a word or a list of words")
    for word in value:
        expect(word in allowed, where, f"{word!r} is not one of: {', '.join(allowed)}")
    return value


class Reader:
    """Turns the YAML tree into operations, checking every key on the way."""

    def __init__(self, tree):
        self.tree = tree
        expect_keys(tree, {"openapi", "info", "servers", "components", "paths"}, "contract")
        for key in ("info", "servers", "paths"):
            expect(key in tree, "contract", f"{key} is missing")
        expect(str(tree.get("openapi", "")).startswith("3.1"), "openapi", "must be 3.1.x")
        expect_keys(tree["info"], {"title", "version", "description"}, "info")
        components = tree.get("components") or {}
        expect_keys(components, {"parameters", "schemas"}, "components")
        self.parameters = components.get("parameters") or {}
        self.schemas = components.get("schemas") or {}
        for name, schema in self.schemas.items():
            expect_keys(schema, {"description"}, f"components/schemas/{name}")
        servers = tree["servers"]
        expect(isinstance(servers, list) and len(servers) == 1, "servers", "must hold exactly one server")
        expect_keys(servers[0], {"url"}, "servers/0")
        self.prefix = servers[0]["url"]
        expect(re.fullmatch(r"(/[a-z0-9]+)+", self.prefix), "servers/0/url", "must look like /api/v1")
        self.operations = []
        for path, item in tree["paths"].items():
            expect_keys(item, set(METHODS), path)
            for method, value in item.items():
                self.operations.append(self.operation(method, path, value))
        seen = {}
        for op in self.operations:
            where = f"{op.method} {op.path}"
            expect(op.name not in seen, where, f"operationId {op.name} is also that of {seen.get(op.name)}")
            seen[op.name] = where
        expect(self.operations, "paths", "there are no operations")

    def operation(self, method, path, value):
        where = f"{method} {path}"
        known = {"operationId", "tags", "summary", "parameters", "requestBody", "responses"}
        expect_keys(value, known | {"x-public", "x-roles", "x-scope", "x-kind", "x-limit"}, where)
        name = value.get("operationId", "")
        expect(re.fullmatch(r"[a-z][a-z0-9_]*", str(name)), where, "operationId must be a name like project_list")
        op = Operation(name, method.upper(), path)
        op.summary = " ".join(str(value.get("summary", "")).split())
        expect(op.summary, where, "summary is missing")
        tags = value.get("tags", [])
        expect(isinstance(tags, list) and len(tags) == 1, where, "tags must hold exactly one tag")
        op.tag = str(tags[0])
        op.kind = value.get("x-kind")
        expect(op.kind in KINDS, where, f"x-kind must be one of: {', '.join(KINDS)}")
        op.public = value.get("x-public", False)
        expect(isinstance(op.public, bool), where, "x-public must be true or false")
        op.roles = words(value["x-roles"], ROLES, where + " x-roles") if "x-roles" in value else []
        expect(not (op.public and (op.roles or "x-scope" in value)), where, "x-public excludes x-roles and x-scope")
        if "x-scope" in value:
            op.scopes = words(value["x-scope"], SCOPES, where + " x-scope")
        else:
            op.scopes = [] if op.public else ["admin"]  # the strictest, so that leaving it out opens nothing
        op.limit = value.get("x-limit", "api")
        expect(op.limit in LIMITS, where, f"x-limit must be one of: {', '.join(LIMITS)}")
        expect(op.kind not in ("stream", "sse") or method == "get", where, f"x-kind {op.kind} is for GET only")
        expect(op.kind not in ("command", "upload") or method != "get", where, f"x-kind {op.kind} is not for GET")
        self.path_and_query(op, value.get("parameters") or [], where)
        if "requestBody" in value:
            expect(method != "get" and op.kind != "upload", where, "requestBody is for JSON bodies of writes")
            self.body(op, value["requestBody"], where + " requestBody")
        self.responses(op, value.get("responses"), where)
        expect(len(op.fields) < 64, where, "at most 63 fields (decode.c counts them in one word)")
        names = set()
        for field in op.fields:
            for c_name in [field.name] + (["has_" + field.name] if field.has_flag else []):
                expect(c_name not in names, where, f"the name {c_name} is used twice")
                names.add(c_name)
        return op

    def responses(self, op, value, where):
        expect(isinstance(value, dict) and len(value) == 1, where, "responses must hold exactly one status")
        status, response = next(iter(value.items()))
        expect(isinstance(status, str) and re.fullmatch(r"2\d\d", status), where, "the response status must be a quoted 2xx")
        expect_keys(response, {"description"}, f"{where} responses/{status}")
        op.status = int(status)
        op.answer = " ".join(str(response.get("description", "")).split())

    def path_and_query(self, op, parameters, where):
        segments = op.path.split("/")[1:]
        expect(op.path.startswith("/") and len(segments) <= SEGMENTS_MAX, where, f"a path starts with / and has at most {SEGMENTS_MAX} parts")
        in_path = []
        for segment in segments:
            match = re.fullmatch(r"\{([a-z_]+)\}|[a-z0-9-]+", segment)
            expect(match, where, f"the path part {segment!r} is neither a word nor one {{parameter}}")
            if match.group(1):
                in_path.append(match.group(1))
        expect(isinstance(parameters, list), where, "parameters must be a list")
        for i, parameter in enumerate(parameters):
            here = f"{where} parameters/{i}"
            parameter = self.resolved(parameter, here)
            expect_keys(parameter, {"name", "in", "required", "description", "schema"}, here)
            place = parameter.get("in")
            expect(place in ("path", "query"), here, "in must be path or query")
            required = parameter.get("required", False)
            expect(isinstance(required, bool), here, "required must be true or false")
            field = self.field(parameter.get("name"), place, parameter.get("schema"), required, here)
            field.description = parameter.get("description", field.description)
            if place == "path":
                expect(required, here, "a path parameter is always required")
                expect(field.name in in_path, here, f"{{{field.name}}} is not in the path")
                expect(field.kind in ("int", "str"), here, "a path parameter is an integer or a string")
                field.segment = in_path.index(field.name)
            else:
                expect(field.kind in ("int", "bool", "str", "enum"), here, "a query parameter is an integer, boolean, string or enum")
            op.fields.append(field)
        have = [f.name for f in op.fields if f.place == "path"]
        expect(sorted(have) == sorted(in_path), where, f"the path has {in_path}, parameters describe {have}")

    def resolved(self, parameter, where):
        if "$ref" not in parameter:
            return parameter
        expect_keys(parameter, {"$ref"}, where)
        match = re.fullmatch(r"#/components/parameters/(\w+)", parameter["$ref"])
        expect(match and match.group(1) in self.parameters, where, f"{parameter['$ref']} leads nowhere")
        return self.parameters[match.group(1)]

    def body(self, op, value, where):
        expect_keys(value, {"content"}, where)
        expect_keys(value["content"], {"application/json"}, where + "/content")
        media = value["content"]["application/json"]
        expect_keys(media, {"schema"}, where)
        schema = media["schema"]
        expect_keys(schema, {"type", "required", "properties"}, where + " schema")
        expect(schema.get("type") == "object", where, "the schema must be of type object")
        properties = schema.get("properties") or {}
        required = schema.get("required") or []
        for name in required:
            expect(name in properties, where, f"the required property {name!r} is not described")
        for name, one in properties.items():
            field = self.field(name, "body", one, name in required, f"{where} {name}")
            # What a PATCH leaves out stays as it is: a default would quietly set it back.
            if op.method == "PATCH":
                field.default = None
            op.fields.append(field)

    def field(self, name, place, schema, required, where):
        expect(isinstance(name, str) and re.fullmatch(r"[a-z][a-z0-9_]*", name), where, f"the name {name!r} must be lower case letters, digits and _")
        expect(name not in C_KEYWORDS, where, f"{name!r} is a word of C; choose another name")
        if isinstance(schema, dict) and "x-json" in schema:
            expect_keys(schema, {"x-json", "description"}, where)
            expect(schema["x-json"] is True and place == "body", where, "x-json must be true, and in a body")
            field = Field(name, place, "json", required)
        else:
            field = self.typed_field(name, place, schema, required, where)
        field.description = " ".join(str(schema.get("description", "")).split())
        expect(not (required and field.default is not None), where, "a required property cannot have a default")
        return field

    def typed_field(self, name, place, schema, required, where):
        keys = {
            "integer": {"minimum", "maximum", "default"},
            "number": {"minimum", "maximum", "default"},
            "boolean": {"default"},
            "string": {"minLength", "maxLength", "pattern", "enum", "default", "x-bytes"},
            "array": {"minItems", "maxItems", "items"},
        }
        expect(isinstance(schema, dict), where, "schema is missing")
        kind = schema.get("type")
        expect(isinstance(kind, str) and kind in keys, where, f"type must be one of: {', '.join(keys)}")
        expect_keys(schema, keys[kind] | {"type", "description"}, where)
        default = schema.get("default")
        if kind in ("integer", "number"):
            return self.number_field(name, place, schema, required, where, kind)
        if kind == "boolean":
            field = Field(name, place, "bool", required)
            expect(default is None or isinstance(default, bool), where, "default must be true or false")
        elif kind == "string":
            field = self.string_field(name, place, schema, required, where)
            expect(default is None or isinstance(default, str), where, "default must be a string")
            expect(default is None or not field.words or default in field.words, where, "default is not one of the enum")
        else:
            field = self.array_field(name, place, schema, required, where)
        field.default = default
        return field

    def number_field(self, name, place, schema, required, where, kind):
        whole = kind == "integer"
        field = Field(name, place, "int" if whole else "double", required)
        types = (int,) if whole else (int, float)
        for key in ("minimum", "maximum", "default"):
            value = schema.get(key)
            fits = isinstance(value, types) and not isinstance(value, bool)
            expect(value is None or fits, where, f"{key} must be {'a whole number' if whole else 'a number'}")
            setattr(field, key, value)
        if whole:
            field.minimum = -ID_MAX if field.minimum is None else field.minimum
            field.maximum = ID_MAX if field.maximum is None else field.maximum
            expect(-(2**63) < field.minimum and field.maximum < 2**63, where, "the bounds must fit 64 bits")
        else:
            expect(None not in (field.minimum, field.maximum), where, "a number needs minimum and maximum")
        expect(field.minimum <= field.maximum, where, "minimum is above maximum")
        inside = field.default is None or field.minimum <= field.default <= field.maximum
        expect(inside, where, "default is outside its own bounds")
        return field

    def string_field(self, name, place, schema, required, where):
        if "enum" in schema:
            expect_keys(schema, {"type", "description", "enum", "default"}, where)
            field = Field(name, place, "enum", required)
            field.words = self.enum_words(schema["enum"], where)
            return field
        field = Field(name, place, "str", required)
        field.chars_min = expect_int(schema.get("minLength", 0), where + " minLength")
        field.chars_max = expect_int(schema.get("maxLength", 0), where + " maxLength")
        field.bytes_max = expect_int(schema.get("x-bytes", 0), where + " x-bytes")
        expect(field.chars_max or field.bytes_max, where, "a string needs maxLength or x-bytes: every input has a maximum")
        expect(not field.chars_max or field.chars_min <= field.chars_max, where, "minLength is above maxLength")
        if "pattern" in schema:
            expect(schema["pattern"] == "handle", where, 'the only pattern is "handle" (letters, digits, dot, dash, underscore)')
            field.handle = True
        return field

    def enum_words(self, value, where):
        expect(isinstance(value, list) and 0 < len(value) <= 31, where, "enum must be a list of 1 to 31 words")
        for word in value:
            expect(isinstance(word, str) and re.fullmatch(r"[a-z][a-z0-9_]*", word), where, f"the enum word {word!r} must be lower case letters, digits and _ (quote yes, no, on, off)")
        expect(len(set(value)) == len(value), where, "an enum word stands twice")
        return value

    def array_field(self, name, place, schema, required, where):
        items = schema.get("items")
        expect(isinstance(items, dict), where, "items is missing")
        expect("maxItems" in schema, where, "an array needs maxItems: every input has a maximum")
        inner = self.typed_field("item", place, items, True, where + " items")
        expect(inner.default is None, where, "items cannot have a default")
        kinds = {"int": "int_list", "str": "str_list", "enum": "enum_set"}
        expect(inner.kind in kinds, where, "items must be integers, strings or an enum")
        field = Field(name, place, kinds[inner.kind], required)
        for key in ("minimum", "maximum", "chars_min", "chars_max", "bytes_max", "words", "handle"):
            setattr(field, key, getattr(inner, key))
        field.items_min = expect_int(schema.get("minItems", 0), where + " minItems")
        field.items_max = expect_int(schema["maxItems"], where + " maxItems", 1)
        expect(field.items_min <= field.items_max, where, "minItems is above maxItems")
        return field


# ---------------------------------------------------------------- C


def c_text(text):
    out = []
    for byte in text.encode():
        char = chr(byte)
        if char in '"\\':
            out.append("\\" + char)
        elif 0x20 <= byte < 0x7F:
            out.append(char)
        else:
            out.append(f"\\{byte:03o}")
    return '"' + "".join(out).replace("??", '?""?') + '"'


def constant(op, field, word):
    return f"IN_{op.name}_{field.name}_{word}".upper()


def header_text(reader, source_name):
    out = [
        f"/* Generated by tools/gen_api.py from {source_name}; do not edit.",
        " *",
        " * One struct per operation. A property that may be left out and has no default comes with has_NAME. Strings, lists and",
        " * JSON values are borrowed from the call: its body's tree or its arena. */",
        "#pragma once",
        '#include "api/api.h"',
        "",
    ]
    for op in reader.operations:
        for field in op.fields:
            if field.kind == "enum":
                out.append(f"enum {{ /* {op.name} {field.name} */")
                out += [f"    {constant(op, field, word)}," for word in field.words]
                out.append("};")
            elif field.kind == "enum_set":
                out.append(f"enum {{ /* {op.name} {field.name}: bits */")
                out += [f"    {constant(op, field, word)} = {1 << i}," for i, word in enumerate(field.words)]
                out.append("};")
        out += [f"/* {op.method} {op.path} */", f"struct in_{op.name} {{"]
        for field in op.fields:
            c_type = C_TYPES[field.kind]
            note = ""
            if field.kind == "enum":
                note = f" /* {constant(op, field, '')}... */"
            elif field.kind == "enum_set":
                note = f" /* bits {constant(op, field, '')}... */"
            out.append(f"    {c_type}{'' if c_type.endswith('*') else ' '}{field.name};{note}")
            if field.has_flag:
                out.append(f"    bool has_{field.name};")
        if not op.fields:
            out.append("    bool nothing; /* takes no fields */")
        out += ["};", f"err op_{op.name}(struct api_call *call, const struct in_{op.name} *in);", ""]
    out.append("extern const struct api_table api_table;")
    return "\n".join(out) + "\n"


def source_field(op, field, index):
    parts = [
        f".name = {c_text(field.name)}",
        f".place = API_IN_{field.place.upper()}",
        f".type = API_{field.kind.upper()}",
        f".offset = offsetof(struct in_{op.name}, {field.name})",
        f".has_offset = offsetof(struct in_{op.name}, has_{field.name})" if field.has_flag else ".has_offset = API_NO_OFFSET",
    ]
    if field.required:
        parts.append(".required = true")
    if field.segment >= 0:
        parts.append(f".segment = {field.segment}")
    if field.kind in ("int", "int_list"):
        parts.append(f".minimum = INT64_C({field.minimum}), .maximum = INT64_C({field.maximum})")
    if field.kind == "double":
        parts.append(f".number_minimum = {float(field.minimum)!r}, .number_maximum = {float(field.maximum)!r}")
    for key in ("chars_min", "chars_max", "bytes_max", "items_min", "items_max"):
        if getattr(field, key):
            parts.append(f".{key} = {getattr(field, key)}")
    if field.handle:
        parts.append(".handle = true")
    if field.words:
        parts.append(f".words = words_{op.name}_{field.name}, .word_count = {len(field.words)}")
    if field.default is not None:
        parts.append(".has_default = true")
        if field.kind in ("int", "bool"):
            parts.append(f".default_int = {int(field.default)}")
        elif field.kind == "enum":
            parts.append(f".default_int = {constant(op, field, field.default)}")
        elif field.kind == "double":
            parts.append(f".default_number = {float(field.default)!r}")
        else:
            parts.append(f".default_text = {c_text(field.default)}")
    return "    {" + ", ".join(parts) + "},"


class Node:
    """A place in the tree of paths; children hang below a word or below a parameter (None)."""

    def __init__(self, segment):
        self.segment, self.children, self.operations = segment, {}, {}


def route_nodes(operations):
    """Breadth first, so that the words below a node stand next to each other."""
    root = Node("")
    for index, op in enumerate(operations):
        node = root
        for segment in op.path.split("/")[1:]:
            key = None if segment.startswith("{") else segment
            node = node.children.setdefault(key, Node(key))
        expect(op.method not in node.operations, f"{op.method} {op.path}", "another path means the same address")
        node.operations[op.method] = index
        if op.method == "GET" and op.kind == "query":
            node.operations["HEAD"] = index
    order = [root]
    for node in order:  # grows while it runs
        node.below = sorted((n for key, n in node.children.items() if key is not None), key=lambda n: n.segment)
        node.first = len(order)
        order += node.below
        node.parameter = 0
        if None in node.children:
            node.parameter = len(order)
            order.append(node.children[None])
    return order


def source_text(reader, header_name, source_name):
    ops = reader.operations
    out = [
        f"/* Generated by tools/gen_api.py from {source_name}; do not edit. */",
        f'#include "{header_name}"',
        "",
        "#include <stddef.h>",
        "",
        '#include "api/route.h"',
        "",
    ]
    for op in ops:
        for field in op.fields:
            if field.words:
                listed = ", ".join(c_text(w) for w in field.words)
                out.append(f"static const char *const words_{op.name}_{field.name}[] = {{{listed}}};")
        if op.fields:
            out.append(f"static const struct api_field fields_{op.name}[] = {{")
            out += [source_field(op, field, i) for i, field in enumerate(op.fields)]
            out.append("};")
        # The call makes the compiler check the handler's type.
        out.append(f"static err run_{op.name}(struct api_call *call, const void *in) {{ return op_{op.name}(call, in); }}")
        out.append("")
    out.append("static const struct api_operation operations[] = {")
    for op in ops:
        roles = " | ".join("ROLE_" + r.upper() for r in op.roles) or "0"
        scopes = " | ".join("SCOPE_" + s.upper() for s in op.scopes) or "0"
        out += [
            f"    {{.id = {c_text(op.name)}, .method = HTTP_{op.method}, .path = {c_text(op.path)},",
            f"     .summary = {c_text(op.summary)},",
            f"     .kind = API_{op.kind.upper()}, .roles = {roles}, .scopes = {scopes}, .is_public = {str(op.public).lower()},",
            f"     .limit = LIMIT_{op.limit.upper()}, .status = {op.status}, .in_bytes = sizeof(struct in_{op.name}),",
            f"     .fields = {'fields_' + op.name if op.fields else 'NULL'}, .field_count = {len(op.fields)}, .run = run_{op.name}}},",
        ]
    out += ["};", "", "static const struct api_node nodes[] = {"]
    nodes = route_nodes(ops)
    for node in nodes:
        by_method = ", ".join(f"[HTTP_{m}] = {i + 1}" for m, i in node.operations.items()) or "0"
        segment = node.segment or ""
        out.append(
            f"    {{.segment = {c_text(segment)}, .len = {len(segment)}, .first = {node.first}, .count = {len(node.below)},"
            f" .parameter = {node.parameter}, .operation = {{{by_method}}}}},"
        )
    out += [
        "};",
        "",
        "const struct api_table api_table = {",
        f"    .prefix = {c_text(reader.prefix)}, .operations = operations, .operation_count = {len(ops)},",
        f"    .nodes = nodes, .node_count = {len(nodes)}}};",
    ]
    return "\n".join(out) + "\n"


# ---------------------------------------------------------------- reference page


def errors_read(path):
    """Rows of err.def: name, status, code, sentence."""
    with open(path, encoding="utf-8") as file:
        rows = re.findall(r'^ERR\((\w+), (\d+), "(\w+)", "([^"]*)"\)', file.read(), re.M)
    expect(rows, path, "no ERR(...) rows found")
    return [row for row in rows if row[0] != "OK"]


def type_text(field):
    def span(low, high, unit):
        unit = unit[:-1] if high == 1 else unit
        return f"{low} to {high} {unit}" if low else f"at most {high} {unit}"

    def text_bounds():
        parts = []
        if field.chars_max:
            parts.append(span(field.chars_min, field.chars_max, "characters"))
        elif field.chars_min:
            parts.append(f"at least {field.chars_min} character{'s' if field.chars_min > 1 else ''}")
        if field.bytes_max:
            parts.append(f"at most {field.bytes_max} bytes")
        return ", ".join(parts)

    def int_bounds():
        if field.maximum == ID_MAX:
            return "any" if field.minimum == -ID_MAX else f"at least {field.minimum}"
        return f"{field.minimum} to {field.maximum}"

    choice = ", ".join(f"`{w}`" for w in field.words)
    items = span(field.items_min, field.items_max, "items")
    return {
        "int": lambda: "integer, " + int_bounds(),
        "double": lambda: f"number, {field.minimum} to {field.maximum}",
        "bool": lambda: "`true` or `false`",
        "str": lambda: "string, " + text_bounds(),
        "enum": lambda: "one of " + choice,
        "enum_set": lambda: f"list of {choice}; {items}",
        "int_list": lambda: f"list of integers, each {int_bounds()}; {items}",
        "str_list": lambda: f"list of strings, each {text_bounds()}; {items}",
        "json": lambda: "any JSON",
    }[field.kind]()


def access_text(op):
    if op.public:
        return "Anyone"
    who = " or ".join(op.roles) if op.roles else "any person"
    return f"{who[0].upper()}{who[1:]}; a token needs the scope {' or '.join(f'`{s}`' for s in op.scopes)}"


def schema_link(text):
    return re.sub(r"\s+", " ", text).replace("|", "\\|")


def docs_text(reader, errors, source_name):
    kinds = {
        "query": "read only",
        "command": "a write; answered once it is stored",
        "upload": "raw body",
        "stream": "a streamed file",
        "sse": "server-sent events",
    }
    out = [
        "# API reference",
        "",
        f"<!-- Generated by tools/gen_api.py from {source_name}; do not edit: change the contract and run `ninja api-docs`. -->",
        "",
        reader.tree["info"].get("description", "").strip(),
        "",
        f"All addresses below stand under `{reader.prefix}`. Unknown parameters and unknown body properties are refused by",
        "name. In a `PATCH` what is left out stays as it is.",
        "",
        "## Shapes",
        "",
    ]
    for name, schema in reader.schemas.items():
        out += [f"**{name}**: {' '.join(schema['description'].split())}", ""]
    for tag in dict.fromkeys(op.tag for op in reader.operations):
        out += [f"## {tag[0].upper()}{tag[1:]}", ""]
        for op in (o for o in reader.operations if o.tag == tag):
            limit = "" if op.limit == "api" else f" Rate class: {op.limit}."
            out += [f"### {op.method} {op.path}", "", op.summary, ""]
            out += [f"`{op.name}`, {kinds[op.kind]}. {access_text(op)}.{limit} Answers {op.status}: {op.answer}.", ""]
            if op.fields:
                out += ["| field | in | what | |", "|---|---|---|---|"]
                for field in op.fields:
                    need = "required" if field.required else "optional"
                    if field.default is not None:
                        shown = str(field.default).lower() if isinstance(field.default, bool) else field.default
                        need = f"default `{shown}`"
                    what = type_text(field) + (". " + field.description[0].upper() + field.description[1:] if field.description else "")
                    out.append(f"| `{field.name}` | {field.place} | {schema_link(what)} | {need} |")
                out.append("")
    out += ["## Errors", "", "| code | status | sentence |", "|---|---|---|"]
    out += [f"| `{code}` | {status} | {sentence} |" for _, status, code, sentence in errors]
    return "\n".join(out) + "\n"


def page_text(errors):
    rows = "\n".join(
        f'<dt id="{code}"><code>{code}</code> ({status})</dt><dd>{html.escape(sentence)}</dd>' for _, status, code, sentence in errors
    )
    return f"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Faena: error codes</title>
<h1>Error codes</h1>
<p>Every refusal is a problem document (RFC 9457) with one of these codes. Its <code>detail</code> and <code>errors</code> say
what was wrong and where.</p>
<dl>
{rows}
</dl>
</html>
"""


def file_write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def contract_read(path):
    with open(path, encoding="utf-8") as file:
        try:
            return Reader(yaml.load(file, StrictLoader))
        except yaml.YAMLError as error:
            raise Refused(f"not YAML: {error}") from error


def main(argv):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("contract")
    parser.add_argument("--header")
    parser.add_argument("--source", help="needs --header")
    parser.add_argument("--errors", help="err.def, for --docs and --page")
    parser.add_argument("--docs")
    parser.add_argument("--page")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when the file of --docs is not up to date")
    args = parser.parse_args(argv)
    if (args.source and not args.header) or ((args.docs or args.page) and not args.errors):
        parser.error("--source needs --header, --docs and --page need --errors")
    try:
        reader = contract_read(args.contract)
        name = os.path.basename(args.contract)
        texts = {}
        if args.header:
            texts[args.header] = header_text(reader, name)
        if args.source:
            texts[args.source] = source_text(reader, os.path.basename(args.header), name)
        if args.docs:
            texts[args.docs] = docs_text(reader, errors_read(args.errors), name)
        if args.page:
            texts[args.page] = page_text(errors_read(args.errors))
    except (Refused, OSError) as error:
        print(f"{args.contract}: {error}", file=sys.stderr)
        return 1
    for path, text in texts.items():
        if not args.check:
            file_write(path, text)
            continue
        try:
            with open(path, encoding="utf-8") as file:
                fresh = file.read() == text
        except OSError:
            fresh = False
        if not fresh:
            print(f"{path} is not what {name} gives; run `ninja api-docs` in the build directory", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
