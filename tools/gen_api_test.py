"""Tests of contract.py, gen_api.py and gen_assets.py: what they refuse, and what of it they say."""

import copy
import json
import os
import tempfile
import unittest

import yaml

import contract
import gen_api
import gen_assets

HERE = os.path.dirname(os.path.abspath(__file__))
TEST_CONTRACT = os.path.join(HERE, "testdata", "api_test.yaml")
SITE = os.path.join(HERE, "testdata", "site", "assets.json")


class Contract(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with open(TEST_CONTRACT, encoding="utf-8") as file:
            cls.good = yaml.load(file, contract.StrictLoader)

    def refused(self, message, change):
        """The good contract after change is refused with this message."""
        tree = copy.deepcopy(self.good)
        change(tree)
        with self.assertRaisesRegex(contract.Refused, message):
            contract.Reader(tree)

    def refused_operation(self, message, **keys):
        self.refused(message, lambda t: t["paths"]["/boxes"]["get"].update({k.replace("_", "-"): v for k, v in keys.items()}))

    def refused_property(self, message, schema, name="title"):
        def change(tree):
            body = tree["paths"]["/boxes"]["post"]["requestBody"]["content"]["application/json"]["schema"]
            body["properties"][name] = schema

        self.refused(message, change)

    def test_good(self):
        reader = contract.Reader(copy.deepcopy(self.good))
        self.assertEqual(reader.prefix, "/t/v1")
        by_name = {op.name: op for op in reader.operations}
        self.assertEqual(by_name["box_create"].roles, ["requester", "operator"])
        self.assertEqual(by_name["box_delete"].scopes, ["admin"])
        overlap = [f for f in by_name["box_update"].fields if f.name == "overlap"][0]
        self.assertIsNone(overlap.default, "a PATCH has no defaults")

    def test_the_contract_itself(self):
        reader = contract.contract_read(os.path.join(HERE, "..", "src", "api", "openapi.yaml"))
        self.assertGreater(len(reader.operations), 50)

    def test_operations(self):
        self.refused_operation("the key 'x-rolls' is not understood", x_rolls=["worker"])
        self.refused_operation("x-kind must be one of", x_kind="read")
        self.refused_operation("is not for GET", x_kind="command")
        self.refused_operation("'boss' is not one of", x_roles=["boss"])
        self.refused_operation("x-public excludes", x_roles=["worker"])
        self.refused_operation("x-limit must be one of", x_limit="slow")
        self.refused_operation("summary is missing", summary=" ")
        self.refused_operation("exactly one status", responses={})
        self.refused_operation("quoted 2xx", responses={200: {"description": "x"}})
        self.refused_operation("operationId box_create is also", operationId="box_create")

    def test_paths(self):
        self.refused("not in the path", lambda t: t["paths"].update({"/boxes": {"get": t["paths"]["/boxes/{box}"]["get"]}}))
        self.refused("neither a word nor", lambda t: t["paths"].update({"/Boxes": {}, "/a{b}": {"get": self.operation()}}))
        self.refused("leads nowhere", lambda t: t["components"].update(parameters={}))
        self.refused("at most 8 parts", lambda t: t["paths"].update({"/a" * 9: {"get": self.operation()}}))

    @staticmethod
    def operation():
        return {"operationId": "x", "tags": ["x"], "summary": "X.", "x-kind": "query", "responses": {"200": {"description": "x"}}}

    def test_same_address(self):
        tree = copy.deepcopy(self.good)
        other = copy.deepcopy(tree["paths"]["/boxes/{box}"]["get"])
        other["operationId"] = "other"
        other["parameters"] = [{"name": "crate", "in": "path", "required": True, "schema": {"type": "integer"}}]
        tree["paths"]["/boxes/{crate}"] = {"get": other}
        with self.assertRaisesRegex(contract.Refused, "the same address"):
            gen_api.route_nodes(contract.Reader(tree).operations)

    def test_every_input_has_a_maximum(self):
        self.refused_property("needs maxLength or x-bytes", {"type": "string"})
        self.refused_property("needs maxItems", {"type": "array", "items": {"type": "integer"}})
        self.refused_property("needs minimum and maximum", {"type": "number", "minimum": 0})

    def test_properties(self):
        self.refused_property("type must be one of", {"type": "object"})
        self.refused_property("type must be one of", {"type": ["string", "null"]})
        self.refused_property("not understood", {"type": "integer", "multipleOf": 5})
        self.refused_property("only pattern", {"type": "string", "maxLength": 5, "pattern": "[a-z]"})
        self.refused_property("minLength is above", {"type": "string", "minLength": 6, "maxLength": 5})
        self.refused_property("outside its own bounds", {"type": "integer", "maximum": 5, "default": 6}, "extra")
        self.refused_property("cannot have a default", {"type": "integer", "maximum": 5, "default": 5})
        self.refused_property("not one of the enum", {"type": "string", "enum": ["a"], "default": "b"}, "extra")
        self.refused_property("quote yes, no", {"type": "string", "enum": [True, "a"]})
        self.refused_property("stands twice", {"type": "string", "enum": ["a", "a"]})
        self.refused_property("a word of C", {"type": "boolean"}, "default")
        self.refused_property("used twice", {"type": "boolean"}, "has_sealed")
        self.refused_property("must be lower case", {"type": "boolean"}, "camelCase")

    def test_yaml(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "x.yaml")
            for text, message in (("a: 1\na: 2\n", "line 2: the key 'a' stands twice"), ("a: [\n", "not YAML")):
                with open(path, "w", encoding="utf-8") as file:
                    file.write(text)
                with self.assertRaisesRegex(contract.Refused, message):
                    contract.contract_read(path)

    def test_c_text(self):
        self.assertEqual(gen_api.c_text('a"\\ñ\n?'), '"a\\"\\\\\\303\\261\\012?"')

    def test_docs_check(self):
        with tempfile.TemporaryDirectory() as folder:
            docs = os.path.join(folder, "api.md")
            args = [TEST_CONTRACT, "--errors", os.path.join(HERE, "..", "src", "base", "err.def"), "--docs", docs]
            self.assertEqual(gen_api.main(args + ["--check"]), 1)
            self.assertEqual(gen_api.main(args), 0)
            self.assertEqual(gen_api.main(args + ["--check"]), 0)
            with open(docs, "a", encoding="utf-8") as file:
                file.write("x")
            self.assertEqual(gen_api.main(args + ["--check"]), 1)


class Assets(unittest.TestCase):
    def run_on(self, folder, manifest, *more):
        source, blob = os.path.join(folder, "a.c"), os.path.join(folder, "a.bin")
        code = gen_assets.main([manifest, "--source", source, "--blob", blob, *more])
        if code:
            return None, None
        with open(source, encoding="utf-8") as file, open(blob, "rb") as data:
            return file.read(), data.read()

    def test_site(self):
        with tempfile.TemporaryDirectory() as folder:
            text, blob = self.run_on(folder, SITE)
            self.assertIn(b"console.log", blob)
            paths = [line.split('"')[1] for line in text.splitlines() if ".path" in line]
            self.assertEqual(paths, sorted(paths))
            self.assertEqual((text, blob), self.run_on(folder, SITE), "the same input gives the same output")

    def test_without_pages(self):
        for manifest in ("", "nothing/assets.json"):
            with tempfile.TemporaryDirectory() as folder:
                text, blob = self.run_on(folder, manifest)
                self.assertIn(b"npm ci", blob)
                self.assertIn('.path = "/console"', text)

    def test_refused(self):
        row = {"path": "/x", "file": "x", "type": "text/plain", "immutable": False}
        wrong = [[row, row], [{**row, "path": "x"}], [{**row, "file": "../x"}], [{"path": "/x"}], ["x"], [{**row, "file": "none"}]]
        for rows in wrong:
            with tempfile.TemporaryDirectory() as folder:
                with open(os.path.join(folder, "x"), "w", encoding="utf-8") as file:
                    file.write("x")
                manifest = os.path.join(folder, "assets.json")
                with open(manifest, "w", encoding="utf-8") as file:
                    json.dump(rows, file)
                self.assertEqual(self.run_on(folder, manifest), (None, None), rows)


if __name__ == "__main__":
    unittest.main()
