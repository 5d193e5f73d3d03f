# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""What the tests of the integrations share: the program, scratch repositories, runs of shells."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

import yaml

TOP = pathlib.Path(__file__).resolve().parents[2]
TM = pathlib.Path(os.environ.get("TM", TOP / ".build/debug/tm")).resolve()

# A model with one finding: `keep-visits` crosses a boundary without saying so.
MISSING_CROSSING = "  crosses: database-net\n"


def load_yaml(path):
    """The documents of a file of this repository."""
    return list(yaml.safe_load_all((TOP / path).read_text(encoding="utf-8")))


class Scratch(unittest.TestCase):
    """A test with a folder of its own, in which `tm` is on the path and git asks nobody."""

    def setUp(self):
        self.assertTrue(TM.exists(), f"{TM} is missing: build first")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tm-integration-")).resolve()
        self.addCleanup(shutil.rmtree, self.folder)
        self.tools = self.folder / "tools"
        self.tools.mkdir()
        (self.tools / "tm").symlink_to(TM)
        home = self.folder / "home"
        home.mkdir()
        self.environment = {
            "PATH": f"{self.tools}:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "HOME": str(home), "LC_ALL": "C.UTF-8",
            "TZ": "UTC", "TMPDIR": str(home), "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "Test", "GIT_AUTHOR_EMAIL": "test@example.invalid",
            "GIT_COMMITTER_NAME": "Test", "GIT_COMMITTER_EMAIL": "test@example.invalid",
        }

    def run_in(self, folder, *command, status=0, **variables):
        """Runs a command; its standard output."""
        run = subprocess.run(
            command, cwd=folder, env={**self.environment, **variables}, stdin=subprocess.DEVNULL, capture_output=True,
            text=True, encoding="utf-8", timeout=300, check=False)
        self.assertEqual(run.returncode, status, f"{command}\n{run.stdout}\n{run.stderr}")
        return run.stdout

    def tool(self, name, text):
        """Puts a program on the path, in front of all others."""
        path = self.tools / name
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)

    def repository(self, *folders):
        """A git repository with a starter model in each of the folders, on the branch main."""
        top = self.folder / "repository"
        top.mkdir()
        self.run_in(top, "git", "init", "--quiet", "--initial-branch=main")
        for folder in folders or ["."]:
            (top / folder).mkdir(parents=True, exist_ok=True)
            self.run_in(top, "tm", "init", folder)
        self.commit(top, "models")
        return top

    def commit(self, top, message):
        self.run_in(top, "git", "add", "--all")
        self.run_in(top, "git", "commit", "--quiet", "--message", message)
        return self.run_in(top, "git", "rev-parse", "HEAD").strip()

    def drop_crossing(self, path):
        """Makes a starter model have its finding."""
        self.replace(path, MISSING_CROSSING, "")

    def replace(self, path, old, new):
        text = path.read_text(encoding="utf-8")
        self.assertTrue(old in text, f"{old!r} is not in {path}")
        path.write_text(text.replace(old, new), encoding="utf-8")


def code_blocks(page, language):
    """The blocks of a language in a page of this repository."""
    text = (TOP / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
