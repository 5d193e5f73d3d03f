# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""The hooks, run by pre-commit itself in a scratch repository."""

import shutil
import sys
import unittest
from importlib import util

from support import TOP, Scratch, code_blocks, load_yaml


class Hooks(unittest.TestCase):
    def test_the_page_names_each_hook(self):
        page = (TOP / "docs/integrations/pre-commit.md").read_text(encoding="utf-8")
        for hook in load_yaml(".pre-commit-hooks.yaml")[0]:
            self.assertIn(f"`{hook['id']}`", page)


@unittest.skipUnless(util.find_spec("pre_commit"), "the package pre-commit is not here")
class PreCommit(Scratch):
    def setUp(self):
        super().setUp()
        # The hooks as they are now, as a repository of their own.
        self.hooks = self.folder / "hooks"
        self.hooks.mkdir()
        self.run_in(self.hooks, "git", "init", "--quiet")
        shutil.copy(TOP / ".pre-commit-hooks.yaml", self.hooks)
        self.revision = self.commit(self.hooks, "hooks")

    def configured(self, *folders):
        """A repository that uses the hooks as the page says."""
        top = self.repository(*folders)
        configuration = code_blocks("docs/integrations/pre-commit.md", "yaml")[0]
        lines = configuration.splitlines()
        lines[1] = f"  - repo: {self.hooks}"
        lines[2] = f"    rev: {self.revision}"
        (top / ".pre-commit-config.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
        self.run_in(top, "git", "add", "--all")
        return top

    def pre_commit(self, top, *arguments, status=0):
        return self.run_in(top, sys.executable, "-m", "pre_commit", "run", "--color=never", *arguments, status=status)

    def test_a_clean_repository_passes(self):
        top = self.configured()
        output = self.pre_commit(top, "--all-files")
        self.assertRegex(output, r"check threat models\.+Passed")
        self.assertRegex(output, r"format threat models\.+Passed")

    def test_a_finding_fails_whichever_file_changed(self):
        top = self.configured("pump", "shop")
        # The part that changed has no model of its own.
        (top / "pump/part.tm").write_text('asset log "Log" { class: phi }\n', encoding="utf-8")
        self.replace(top / "pump/model.tm", 'model "', 'import "part.tm"\nmodel "')
        self.commit(top, "part")
        self.replace(top / "pump/part.tm", "class: phi", "class: phy")
        self.run_in(top, "git", "add", "--all")
        output = self.pre_commit(top, status=1)
        self.assertRegex(output, r"check threat models\.+Failed")
        self.assertIn("--> pump/part.tm:1:", output)
        self.assertNotIn("shop/", output)

    def test_a_part_that_is_deleted_is_missed(self):
        top = self.configured()
        (top / "part.tm").write_text('asset log "Log" { class: phi }\n', encoding="utf-8")
        self.replace(top / "model.tm", 'model "', 'import "part.tm"\nmodel "')
        self.commit(top, "part")
        self.run_in(top, "git", "rm", "--quiet", "part.tm")
        self.assertIn("`part.tm` does not exist", self.pre_commit(top, "tm-lint", status=1))

    def test_a_list_of_approvals_is_checked_alone(self):
        top = self.configured()
        self.commit(top, "configuration")
        (top / "model.approved").write_text("no approval\n", encoding="utf-8")
        self.run_in(top, "git", "add", "--all")
        self.assertRegex(self.pre_commit(top, "tm-lint", status=1), r"check threat models\.+Failed")

    def test_a_name_is_no_option(self):
        top = self.configured()
        (top / "--check.tm").write_text('process   p "P"\n', encoding="utf-8")
        self.run_in(top, "git", "add", "--all")
        self.pre_commit(top, "tm-fmt", status=1)
        self.assertEqual((top / "--check.tm").read_text(encoding="utf-8"), 'process p "P"\n')

    def test_files_are_formatted(self):
        top = self.configured()
        self.replace(top / "model.tm", "  zone: cloud", "      zone:   cloud")
        self.run_in(top, "git", "add", "--all")
        output = self.pre_commit(top, "tm-fmt", status=1)
        self.assertIn("files were modified by this hook", output)
        self.run_in(top, "git", "add", "--all")
        self.pre_commit(top, "tm-fmt")


if __name__ == "__main__":
    unittest.main()
