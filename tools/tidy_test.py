"""Self-test of tidy.py: each rule finds its small wrong snippet, where it stands, and leaves the right one alone."""

import shutil
import tempfile
import unittest

import tidy


def tree(**files):
    """A tree of texts; __ in a name stands for /, the last _ for the dot."""
    result = tidy.Tree(".", [])
    for name, text in files.items():
        path = ".".join(name.replace("__", "/").rsplit("_", 1))
        result.texts[path] = text
    result.paths = sorted(result.texts)
    return result


def places(findings):
    return [(f.path, f.line) for f in findings]


class Layers(unittest.TestCase):
    def test_upward_include(self):
        t = tree(src__base__a_c='#include "base/b.h"\n#include "core/tx.h"\n')
        self.assertEqual(places(tidy.layers(t)), [("src/base/a.c", 2)])

    def test_formats_and_files_know_no_domain(self):
        t = tree(src__formats__a_c='#include "domain/x.h"\n', src__files__a_h='#include "domain/x.h"\n')
        self.assertEqual(len(list(tidy.layers(t))), 2)

    def test_single_headers(self):
        t = tree(
            src__core__a_c='#include "send/outbox.h"\n#include "send/mail.h"\n',
            src__cli__b_c='#include "http/http.h"\n#include "http/guard.h"\n',
        )
        self.assertEqual(places(tidy.layers(t)), [("src/cli/b.c", 2), ("src/core/a.c", 2)])

    def test_allowed(self):
        t = tree(
            src__api__a_c='#include "api/api.h"\n#include "api_gen.h"\n#include "http/http.h"\n#include <event2/http.h>\n',
            src__main_c='#include "cli/cli.h"\n#include "api/api.h"\n',
            tests__fuzz__a_c='#include "core/tx.h"\n',
        )
        self.assertEqual(list(tidy.layers(t)), [])

    def test_main_and_unknown(self):
        t = tree(src__main_c='#include "store/store.h"\n', src__misc__a_c="")
        self.assertEqual(places(tidy.layers(t)), [("src/main.c", 1), ("src/misc/a.c", 0)])

    def test_relative(self):
        t = tree(src__api__a_c='#include "../base/str.h"\n')
        self.assertEqual(places(tidy.layers(t)), [("src/api/a.c", 1)])


class Sizes(unittest.TestCase):
    def test_files(self):
        t = tree(long_c="x\n" * 901, most_c="x\n" * 900, fine_py="x\n" * 600, data_csv="x\n" * 2000)
        self.assertEqual(places(tidy.file_sizes(t)), [("long.c", 0)])
        self.assertEqual(places(tidy.file_size_warnings(t)), [("most.c", 0)])

    def test_functions(self):
        body = "    x();\n"
        t = tree(
            a_c="int f(void) {\n" + body * 118 + "}\n",
            b_c="\nint f(void) {\n" + body * 119 + "}\nint g(void) {\n}\n",
            c_c="static int f(int one,\n             int two) {\n" + body * 119 + "}\n",
            d_c="static const int t[] = {\n" + body * 200 + "};\n",
        )
        self.assertEqual(places(tidy.function_sizes(t)), [("b.c", 2), ("c.c", 2)])


class Texts(unittest.TestCase):
    def test_whitespace(self):
        t = tree(a_c="int a;\n\tint b;\nint c; \nint d;\r\n", b_py="x", c_json="x ", d_md="fine\n")
        self.assertEqual(places(tidy.whitespace(t)), [("a.c", 2), ("a.c", 3), ("a.c", 4), ("b.py", 0)])

    def test_marks(self):
        for mark in ("TO" "DO", "FIX" "ME", "XX" "X", "HA" "CK"):
            self.assertEqual(places(tidy.marks(tree(a_c=f"\n/* {mark}: later */\n"))), [("a.c", 2)])
        self.assertEqual(list(tidy.marks(tree(a_c="/* TODOS XXXL hack */\n"))), [])

    def test_machine_paths(self):
        for path in ("/ho" "me/ana/x", "/wo" "rk/main", "/Us" "ers/ana", "/ro" "ot/x"):
            self.assertEqual(places(tidy.machine_paths(tree(a_md=f"see {path}\n"))), [("a.md", 1)])
        self.assertEqual(list(tidy.machine_paths(tree(a_md="GET /work/projects, /var/lib/faena\n"))), [])

    def test_registry_hosts(self):
        t = tree(package_json='{"resolved": "https://registry.npm' 'js.org/x"}\n', b_md="see npm\n")
        self.assertEqual(places(tidy.registry_hosts(t)), [("package.json", 1)])


class Folders(unittest.TestCase):
    def test_readmes(self):
        t = tree(src__base__a_c="", src__core__a_h="", src__core__README_md="", src__main_c="", src__store__x__a_sql="")
        self.assertEqual(places(tidy.readmes(t)), [("src/base", 0)])


class Code(unittest.TestCase):
    def test_headers(self):
        t = tree(a_h="/* a.h - a */\n#pragma once\n", b_h="#pragma once\n", c_h="/* c */\nint c;\n")
        self.assertEqual(places(tidy.headers(t)), [("b.h", 1), ("c.h", 1)])

    def test_banned_calls(self):
        for call in tidy.BANNED_CALLS:
            self.assertEqual(places(tidy.banned_calls(tree(a_c=f"\nx = {call} (y);\n"))), [("a.c", 2)])
        fine = '/* strcpy(a) */ my_system(a); h->system(a); o.popen(a); s = "gets(a)"; c = \'"\'; rand_t r; // alloca(a)\n'
        self.assertEqual(list(tidy.banned_calls(tree(a_c=fine))), [])
        self.assertEqual(places(tidy.banned_calls(tree(a_c='s = "\\""; /* a\nb */ gets(c);\n'))), [("a.c", 2)])

    @unittest.skipUnless(shutil.which("clang-format"), "clang-format is not installed")
    def test_formatted(self):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in (("good.c", "int a;\n"), ("bad.c", "int   a ;\n")):
                with open(f"{folder}/{name}", "w", encoding="utf-8") as file:
                    file.write(text)
            self.assertEqual(places(tidy.formatted(tidy.Tree(folder, ["bad.c", "good.c"]))), [("bad.c", 1)])


class Walk(unittest.TestCase):
    def test_without_git(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("a.c", "build-x.c"):
                with open(f"{folder}/{name}", "w", encoding="utf-8") as file:
                    file.write("\n")
            self.assertEqual(tidy.tree_open(folder).paths, ["a.c", "build-x.c"])


if __name__ == "__main__":
    unittest.main()
