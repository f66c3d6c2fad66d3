"""Reads the contract (src/api/openapi.yaml) into operations and fields.

It understands the part of OpenAPI 3.1 that the contract uses and refuses everything else, with the place, so that nothing
in the contract is silently without effect. Used by gen_api.py and by the tests that compare the program with the contract.

To add a type of field: Reader.field here, C_TYPES and source_field in gen_api.py, enum api_type in src/api/route.h,
src/api/decode.c.
"""

import re

import yaml

ID_MAX = 2**53 - 1  # the largest integer that JavaScript reads exactly: the bound where the contract gives none
METHODS = ("get", "post", "put", "patch", "delete")
KINDS = ("query", "command", "upload", "stream", "sse")
ROLES = ("worker", "requester", "reviewer", "operator")
SCOPES = ("read", "write", "work", "admin")
LIMITS = ("api", "login", "signup", "upload")
SEGMENTS_MAX = 8  # API_SEGMENTS_MAX in route.h
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


def contract_read(path):
    with open(path, encoding="utf-8") as file:
        try:
            return Reader(yaml.load(file, StrictLoader))
        except yaml.YAMLError as error:
            raise Refused(f"not YAML: {error}") from error
