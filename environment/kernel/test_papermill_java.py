"""Tests papermill_java.py: python3 -m unittest test_papermill_java (in this folder).

Papermill need not be installed: what it documents of its translators is stood in for.
"""

import shutil
import subprocess
import sys
import types
import unittest
from unittest import mock

import papermill_java


class Values(unittest.TestCase):
    def test_writes_java(self):
        cases = {
            "true": True,
            "3": 3,
            "-2147483649L": -2147483649,
            'new java.math.BigInteger("9223372036854775808")': 2**63,
            "1e-05": 1e-5,
            "Double.NaN": float("nan"),
            "Double.NEGATIVE_INFINITY": float("-inf"),
            '"a \\"b\\"\\n\\\\u0041 \\u00e9"': 'a "b"\n\\u0041 é',
            'java.util.List.of(1, "a")': [1, "a"],
            'java.util.Map.ofEntries(java.util.Map.entry("k", java.util.List.of()))': {"k": []},
        }
        for expected, value in cases.items():
            self.assertEqual(expected, papermill_java.java(value))

    def test_refuses_what_java_collections_cannot_hold(self):
        for value in [[None], {"a": None}]:
            with self.assertRaisesRegex(ValueError, "got none"):
                papermill_java.java(value)

    def test_refuses_names_that_java_does(self):
        for name in ["class", "a b", "1a", "_", "x;"]:
            with self.assertRaisesRegex(ValueError, "a name that Java allows"):
                papermill_java.codify({name: 1})

    def test_writes_a_cell(self):
        self.assertEqual(
            '// Parameters\nvar steps = 100;\nObject seed = null;\nvar name = "thin";\n',
            papermill_java.codify({"steps": 100, "seed": None, "name": "thin"}),
        )

    @unittest.skipUnless(shutil.which("jshell"), "needs jshell")
    def test_java_reads_what_was_written(self):
        code = papermill_java.codify(
            {"text": 'a "b"\\ é', "list": [1, 2.5], "map": {"k": True}, "big": 2**63}
        )
        code += "System.out.println(text + list + map + big);\n/exit\n"
        done = subprocess.run(["jshell", "-s", "-"], input=code, capture_output=True, text=True)
        self.assertIn("[1, 2.5]{k=true}9223372036854775808", done.stdout)
        self.assertNotIn("rror", done.stdout + done.stderr)


class Registration(unittest.TestCase):
    def setUp(self):
        self.registered = {}
        self.called = []
        translators = types.ModuleType("papermill.translators")
        translators.Translator = type("Translator", (), {})
        translators.papermill_translators = types.SimpleNamespace(
            register=self.registered.__setitem__
        )
        cli = types.ModuleType("papermill.cli")
        cli.papermill = lambda: self.called.append(dict(self.registered))
        modules = {
            "papermill": types.ModuleType("papermill"),
            "papermill.translators": translators,
            "papermill.cli": cli,
        }
        patch = mock.patch.dict(sys.modules, modules)
        patch.start()
        self.addCleanup(patch.stop)

    def test_registers_a_translator_for_java(self):
        papermill_java.register()
        translator = self.registered["java"]
        # As papermill.translators.translate_parameters calls it, with and without a comment.
        self.assertEqual("// Parameters\nvar a = 1;\n", translator.codify({"a": 1}))
        self.assertEqual("// Mine\nvar a = 1;\n", translator.codify({"a": 1}, "Mine"))

    def test_runs_the_command_once_registered(self):
        papermill_java.main()
        self.assertEqual(1, len(self.called))
        self.assertIn("java", self.called[0])


class Absence(unittest.TestCase):
    def test_says_that_papermill_is_missing(self):
        with mock.patch.dict(sys.modules, {"papermill": None, "papermill.translators": None}):
            with self.assertRaisesRegex(SystemExit, "papermill is not installed"):
                papermill_java.main()


if __name__ == "__main__":
    unittest.main()
