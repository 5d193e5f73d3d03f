# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""What packages of the grammars promise to others: an installed lexer, the files that a manifest names."""

import json
import re
import subprocess
import sys
import unittest

from support import TOP, Scratch, load_yaml

MODELS = sorted((TOP / "examples").rglob("*.tm"))


class Pygments(Scratch):
    def test_the_lexer_is_found_by_its_name_once_installed(self):
        source = self.folder / "source"
        subprocess.run(["cp", "-r", TOP / "grammar/pygments", source], check=True)
        packages = self.folder / "packages"
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation"]
        subprocess.run([*pip, "--disable-pip-version-check", "--target", packages, source], check=True, capture_output=True)
        html = self.run_in(
            self.folder, sys.executable, "-m", "pygments", "-l", "tm", "-f", "html", str(MODELS[0]), PYTHONPATH=str(packages))
        self.assertIn('<span class="kd">', html)
        self.assertNotIn('class="err"', html)


class Manifests(unittest.TestCase):
    def test_tree_sitter_names_files_that_exist(self):
        folder = TOP / "grammar/tree-sitter-tm"
        manifest = json.loads((folder / "tree-sitter.json").read_text(encoding="utf-8"))
        package = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        for grammar in manifest["grammars"]:
            for kind in ("highlights", "injections", "locals", "tags"):
                self.assertTrue((folder / grammar[kind]).is_file(), kind)
            self.assertEqual(grammar["file-types"], ["tm"])
        self.assertEqual(manifest["metadata"]["version"], package["version"])

    def test_linguist_knows_every_example_and_no_other_file_of_the_name(self):
        [entry] = load_yaml("grammar/linguist/languages.yml")
        [[rule]] = load_yaml("grammar/linguist/heuristics.yml")
        self.assertEqual(rule["extensions"], entry["Drawbridge"]["extensions"])
        pattern = re.compile(rule["rules"][0]["pattern"], re.MULTILINE)
        for path in MODELS:
            self.assertTrue(pattern.search(path.read_text(encoding="utf-8")), path)
        # A module of Tcl, whose files end alike.
        self.assertFalse(pattern.search("package provide tool 1.0\nproc rule {a b} {\n  return [expr {$a + $b}]\n}\n"))


if __name__ == "__main__":
    unittest.main()
