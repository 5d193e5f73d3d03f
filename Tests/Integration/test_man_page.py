# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""The man page: complete, accepted by groff, its examples run."""

import json
import re
import shutil
import subprocess
import sys
import unittest
from importlib import machinery, util

from support import TM, TOP, Scratch


def generator():
    """The script that writes the page, as a module."""
    loader = machinery.SourceFileLoader("man_page", str(TOP / "scripts/man-page"))
    module = util.module_from_spec(util.spec_from_loader("man_page", loader))
    sys.dont_write_bytecode = True
    loader.exec_module(module)
    return module


class ManPage(Scratch):
    def page(self, date="2026-01-02"):
        return self.run_in(self.folder, sys.executable, str(TOP / "scripts/man-page"), str(TM), date)

    def test_it_has_every_command_and_option(self):
        page = self.page().replace("\\-", "-")
        tool = json.loads(self.run_in(self.folder, "tm", "--experimental-dump-help"))
        commands = tool["command"]["subcommands"]
        self.assertGreater(len(commands), 8)
        for command in commands:
            if not command["shouldDisplay"] or command["commandName"] == "help":
                continue
            self.assertIn(f".SS \\fBtm {command['commandName']}\\fR", page)
            for argument in command["arguments"]:
                for name in argument.get("names", []) if argument["shouldDisplay"] else []:
                    self.assertRegex(page, rf"\\fB--?{name['name']}\\fR")

    def test_it_names_the_variables_that_the_program_reads(self):
        read = set()
        for path in (TOP / "Sources").rglob("*.swift"):
            text = path.read_text(encoding="utf-8")
            for word in re.findall(r"\bgetenv\(([^)]+)\)", text):
                # A literal, or a constant of the file.
                constant = re.search(rf'\blet {re.escape(word)} = "(\w+)"', text)
                read.add(constant[1] if constant else word.strip('"'))
        self.assertEqual(read, {name for name, _ in generator().ENVIRONMENT})

    def test_it_is_a_function_of_the_program_and_the_date(self):
        self.assertEqual(self.page(), self.page())
        self.assertIn('.TH TM 1 "2026-01-02" "tm 0', self.page())

    @unittest.skipUnless(shutil.which("man") and shutil.which("groff"), "man and groff are not here")
    def test_groff_has_nothing_to_say(self):
        path = self.folder / "tm.1"
        path.write_text(self.page(), encoding="utf-8")
        for command in (
            ["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", str(path)],
            ["groff", "-ww", "-man", "-Tutf8", "-Kutf8", "-Z", str(path)],
        ):
            run = subprocess.run(command, capture_output=True, text=True, check=False)
            self.assertEqual((run.returncode, run.stderr), (0, ""), command)

    def test_nothing_in_a_help_text_acts_on_the_page(self):
        escaped = generator().prose("`.so /etc/passwd` \\fI 'it' -- ~^")
        self.assertEqual(escaped, "\\fB\\&.so /etc/passwd\\fR \\efI \\(aqit\\(aq \\-\\- \\(ti\\(ha")

    def test_its_examples_run(self):
        work = self.folder / "work"
        work.mkdir()
        commands = [command for _, session in generator().EXAMPLES for command in session]
        self.assertGreater(len(commands), 6)
        for command in commands:
            self.run_in(work, "bash", "-c", command)
        self.assertTrue((work / "model.svg").exists())


if __name__ == "__main__":
    unittest.main()
