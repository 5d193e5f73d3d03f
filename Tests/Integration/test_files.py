# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""Files that other programs read: YAML that parses, a Dockerfile that keeps to its rules."""

import re
import subprocess
import unittest

import yaml

from support import TOP, code_blocks


def tracked(*patterns):
    listed = subprocess.run(
        ["git", "-C", str(TOP), "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
        capture_output=True, text=True, check=True)
    return listed.stdout.split()


class Unique(yaml.SafeLoader):
    """Refuses a key that stands twice, of which YAML would take the last."""

    def construct_mapping(self, node, deep=False):
        keys = [key.value for key, _ in node.value]
        if len(keys) != len(set(keys)):
            raise yaml.YAMLError(f"a key stands twice: {keys}")
        return super().construct_mapping(node, deep)


class Yaml(unittest.TestCase):
    def test_every_file_parses(self):
        paths = tracked("*.yml", "*.yaml")
        self.assertGreaterEqual(len(paths), 3)
        for path in paths:
            with self.subTest(path):
                text = (TOP / path).read_text(encoding="utf-8")
                self.assertTrue(list(yaml.load_all(text, Unique)))
                # What a fuzzer starts from is as small as can be.
                if not path.startswith("Fuzzing/Corpus/"):
                    self.assertTrue(text.startswith("# SPDX-FileCopyrightText: The Drawbridge authors\n"))

    def test_every_example_in_the_pages_parses(self):
        found = 0
        for page in tracked("docs/integrations/*.md"):
            for block in code_blocks(page, "yaml"):
                with self.subTest(page):
                    self.assertTrue(yaml.load(block, Unique))
                    found += 1
        self.assertGreater(found, 4)

    def test_workflows_have_few_rights(self):
        for path in tracked(".github/workflows/*.yml"):
            with self.subTest(path):
                workflow = yaml.safe_load((TOP / path).read_text(encoding="utf-8"))
                self.assertEqual(workflow["permissions"], {"contents": "read"})
                for job in workflow["jobs"].values():
                    for step in job["steps"]:
                        self.assertNotIn("${{", step.get("run", ""))


class Dockerfile(unittest.TestCase):
    # Each instruction on one line.
    LINES = re.sub(r"\\\n", " ", (TOP / "Dockerfile").read_text(encoding="utf-8")).splitlines()

    def instructions(self, name):
        return [line.split(None, 1)[1] for line in self.LINES if line.startswith(f"{name} ")]

    def test_it_is_of_known_instructions(self):
        known = {"ARG", "FROM", "WORKDIR", "COPY", "RUN", "LABEL", "USER", "ENTRYPOINT", "CMD"}
        words = {line.split()[0] for line in self.LINES if line.strip() and not line.startswith("#")}
        self.assertLessEqual(words, known)

    def test_it_runs_tm_as_somebody_without_rights(self):
        self.assertEqual(self.instructions("ENTRYPOINT"), ['["tm"]'])
        self.assertEqual(self.instructions("USER"), ["tm"])
        self.assertIn("useradd", self.instructions("RUN")[-1])

    def test_its_last_stage_takes_only_the_package(self):
        stages = self.instructions("FROM")
        self.assertEqual(len(stages), 2)
        self.assertTrue(stages[1].endswith("-slim"))
        self.assertEqual(self.instructions("COPY")[1:], ["--from=build /out/*.deb /tmp/"])

    def test_what_it_copies_is_not_ignored(self):
        ignored = (TOP / ".dockerignore").read_text(encoding="utf-8").split()
        for needed in ("Sources", "Package.swift", "scripts", "packaging", "LICENSE", "CHANGELOG.md", "README.md"):
            self.assertNotIn(needed, ignored)
        self.assertIn(".build", ignored)


class Packaging(unittest.TestCase):
    def test_the_copyright_names_what_is_linked_in(self):
        package = (TOP / "Package.swift").read_text(encoding="utf-8")
        linked = re.findall(r'\.package\(url: "https://github\.com/[^"]+/([^"/]+)"', package)
        self.assertTrue(linked)
        text = (TOP / "packaging/copyright").read_text(encoding="utf-8")
        for name in linked:
            self.assertIn(name, text)


if __name__ == "__main__":
    unittest.main()
