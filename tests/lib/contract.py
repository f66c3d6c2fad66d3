"""The contract (src/api/openapi.yaml): where an operation is, and whether a reply has the shape that its text promises.

The shapes are written in the contract for people, as pseudo JSON in descriptions: `{"id", "owner": {"id", "handle"}, "state":
"open|done", "share": 0..1 | null, "created_at"}`. Shape reads these; a reply must have exactly the members named there."""

import importlib.util
import os
import re
import urllib.parse

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PATH = os.path.join(ROOT, "src", "api", "openapi.yaml")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def reader_load():
    spec = importlib.util.spec_from_file_location("contract_reader", os.path.join(ROOT, "tools", "contract.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Shape:
    """{name: what the text says of its value}"""

    def __init__(self, members):
        self.members = members

    @classmethod
    def read(cls, text):
        """From the first pseudo JSON object of the text; None when it has none."""
        start = text.find('{"')
        if start < 0:
            return None
        members, at = {}, start + 1
        while True:
            match = re.compile(r'\s*"([a-z_]+)"\s*').match(text, at)
            if not match:
                raise ValueError(f"no member name at: {text[at:at + 40]!r}")
            end, depth, quoted = match.end(), 0, False
            while depth > 0 or quoted or text[end] not in ",}":
                if text[end] == '"':
                    quoted = not quoted
                elif not quoted:
                    depth += (text[end] in "({[") - (text[end] in ")}]")
                end += 1
            members[match.group(1)] = text[match.end():end].strip().removeprefix(":").strip()
            at = end + 1
            if text[end] == "}":
                return cls(members)

    def but(self, without=(), plus=()):
        """plus: names, or what the text says of each."""
        return Shape({k: v for k, v in self.members.items() if k not in without} | (plus if isinstance(plus, dict) else dict.fromkeys(plus, "")))


class Contract:
    def __init__(self):
        self.reader = reader_load().contract_read(PATH)
        self.prefix = self.reader.prefix
        self.operations = {op.name: op for op in self.reader.operations}
        self.shapes = {name: Shape.read(" ".join(schema["description"].split()).replace("`", ""))
                       for name, schema in self.reader.schemas.items()}

    # --- requests

    def address(self, name, parameters):
        """Method and path with query of an operation; parameters by name."""
        op, left = self.operations[name], dict(parameters)
        path = self.prefix + re.sub(r"\{([a-z_]+)\}", lambda m: urllib.parse.quote(str(left.pop(m.group(1))), safe=""), op.path)
        query = {}
        for field in op.fields:
            if field.place == "query" and field.name in left:
                value = left.pop(field.name)
                query[field.name] = str(value).lower() if isinstance(value, bool) else value
        assert not left, f"{name} has no parameters {sorted(left)}"
        return op.method, path + ("?" + urllib.parse.urlencode(query) if query else "")

    def body_fields(self, name):
        return [field for field in self.operations[name].fields if field.place == "body"]

    # --- replies

    def reply_shape(self, name):
        """(is it a list, Shape or None)"""
        op = self.operations[name]
        answer = op.answer
        if name == "work_history":
            return True, self.shapes["Annotation"].but(without=("result", "worker", "gold_right", "drawn", "rounds"), plus=("project",))
        listed = answer.startswith("list of ") or answer == "list"
        match = re.match(r"(?:list of )?([A-Z][A-Za-z]+)(.*)", answer)
        if match and match.group(1) in self.shapes:
            without = re.findall(r"[a-z_]+", re.sub(r"\b(without|and)\b", "", match.group(2))) if "without" in answer else ()
            plus = () if "without" in answer else {name: null for name, null in re.findall(
                r"([a-z_]+)( \| null)?", re.sub(r"\b(with|and)\b", "", match.group(2)))}
            shape = self.shapes[match.group(1)].but(without, plus)
            if '"annotations"' in op.summary:  # a task with every answer
                shape = shape.but(plus=re.findall(r'"([a-z]+)": \[', op.summary))
            return listed, shape
        return listed, Shape.read(answer) or Shape.read(op.summary)

    def check(self, name, value):
        """AssertionError when the JSON reply of an operation is not what the contract promises."""
        listed, shape = self.reply_shape(name)
        if name == "session_show" and value.get("person") is None:
            return
        if listed:
            assert set(value) == {"items", "next_cursor"}, f"{name}: a list has items and next_cursor, not {sorted(value)}"
            assert value["next_cursor"] is None or isinstance(value["next_cursor"], str), name
            for item in value["items"]:
                self.check_object(name, shape, item)
        elif shape:
            self.check_object(name, shape, value)

    def check_object(self, where, shape, value):
        assert isinstance(value, dict), f"{where}: {value!r} is not an object"
        missing, extra = set(shape.members) - set(value), set(value) - set(shape.members)
        assert not missing, f"{where}: the contract promises {sorted(missing)}, which the reply does not have"
        assert not extra, f"{where}: the reply has {sorted(extra)}, of which the contract says nothing"
        for key, text in shape.members.items():
            self.check_value(f"{where}.{key}", key, text, value[key])

    def check_value(self, where, key, text, value):
        if value is None:
            assert "null" in text or key.endswith("_at") or key in ("external_id", "reason", "note", "fix"), f"{where} must not be null"
            return
        name = re.match(r"\[?([A-Z][A-Za-z]+)", text)
        if name and name.group(1) in self.shapes:
            for item in value if text.startswith("[") else [value]:
                self.check_object(where, self.shapes[name.group(1)], item)
        elif text.startswith(("{", "[{")):
            for item in value if text.startswith("[") else [value]:
                self.check_object(where, Shape.read(text), item)
        words = re.match(r'"([a-z_]+(?:\|[a-z_]+)+)"', text)
        if words:
            assert value in words.group(1).split("|"), f"{where} is {value!r}"
        if key.endswith("_at") or key == "deadline":
            assert isinstance(value, str) and TIME.fullmatch(value), f"{where} is no time: {value!r}"
        elif key in ("answers", "leases") and isinstance(value, list):
            pass  # a list of them
        elif key.endswith(("_micros", "_permille", "_bytes")) or key in ("id", "overlap", "priority", "answers", "leases", "wanted"):
            assert type(value) is int, f"{where} is no whole number: {value!r}"
        elif key.endswith("_seconds"):
            assert type(value) in (int, float), f"{where} is no number: {value!r}"
        elif key in ("title", "description", "instructions", "label_config", "handle", "display_name"):
            assert isinstance(value, str), f"{where} is no text: {value!r}"


CONTRACT = Contract()
