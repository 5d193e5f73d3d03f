# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""The jobs for GitLab: their scripts, run as a runner does, with a small GitLab on this machine."""

import hashlib
import http.server
import json
import re
import threading
import unittest
import urllib.parse

import yaml

from support import TOP, Scratch, code_blocks, load_yaml

HEADER, JOBS = load_yaml("integrations/gitlab/drawbridge.yml")
INPUTS = HEADER["spec"]["inputs"]


def filled(value, values):
    """A value with the inputs in its texts."""
    if isinstance(value, dict):
        return {key: filled(one, values) for key, one in value.items()}
    if isinstance(value, list):
        return [filled(one, values) for one in value]
    if isinstance(value, str):
        return re.sub(r"\$\[\[ inputs\.([a-z0-9-]+) \]\]", lambda match: values[match[1]], value)
    return value


def jobs(**given):
    """The jobs as GitLab makes them from the inputs."""
    values = {name: given.pop(name.replace("-", "_"), spec["default"]) for name, spec in INPUTS.items()}
    assert not given
    found = filled(JOBS, values)
    for job in found.values():
        base = found[job["extends"]] if "extends" in job else {}
        for key, value in base.items():
            job.setdefault(key, value)
    return found


class GitLab(http.server.BaseHTTPRequestHandler):
    """The notes of one merge request."""

    def do_GET(self):  # pylint: disable=invalid-name
        path = urllib.parse.urlsplit(self.path)
        if path.path == "/api/user":
            return self.answer({"id": 5})
        page = int(urllib.parse.parse_qs(path.query)["page"][0])
        return self.answer(self.server.notes[100 * (page - 1):100 * page])

    def do_POST(self):  # pylint: disable=invalid-name
        note = {"id": len(self.server.notes), "author": {"id": 5}, "body": self.body()}
        self.server.notes.append(note)
        self.answer(note)

    def do_PUT(self):  # pylint: disable=invalid-name
        note = self.server.notes[int(self.path.rsplit("/", 1)[1])]
        assert note["author"]["id"] == 5
        note["body"] = self.body()
        self.answer(note)

    def body(self):
        assert re.match(r"/api/projects/8/merge_requests/3/notes(/\d+)?$", self.path), self.path
        return json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"]

    def answer(self, value):
        allowed = self.headers["PRIVATE-TOKEN"] == "secret"
        self.send_response(200 if allowed else 401)
        self.end_headers()
        self.wfile.write(json.dumps(value if allowed else {}).encode())

    def log_message(self, *_):
        pass


class Template(unittest.TestCase):
    def test_each_input_is_used_and_described(self):
        page = (TOP / "docs/integrations/gitlab.md").read_text(encoding="utf-8")
        text = yaml.safe_dump(JOBS)
        for name, spec in INPUTS.items():
            self.assertIn(f"$[[ inputs.{name} ]]", text)
            self.assertIn(f"| `{name}` |", page)
            self.assertTrue(spec["description"])

    def test_no_input_becomes_part_of_a_script(self):
        for name, job in JOBS.items():
            for line in job.get("before_script", []) + job.get("script", []):
                self.assertNotIn("$[[", line, name)

    def test_the_example_gives_inputs_that_there_are(self):
        example = yaml.safe_load(code_blocks("docs/integrations/gitlab.md", "yaml")[0])
        self.assertLessEqual(set(example["include"][0]["inputs"]), set(INPUTS))


class Jobs(Scratch):
    def run_job(self, job, folder, status=0, **variables):
        lines = job.get("before_script", []) + job["script"]
        return self.run_in(
            folder, "bash", "-eo", "pipefail", "-c", "\n".join(lines), status=status,
            **job.get("variables", {}), **variables)

    def test_findings_are_reports_and_fail_the_job(self):
        top = self.repository("pump", "shop")
        job = jobs()["drawbridge-lint"]
        self.run_job(job, top)
        self.drop_crossing(top / "pump/model.tm")
        output = self.run_job(job, top, status=1)
        self.assertIn("error[missing-crossing]", output)
        reports = job["artifacts"]["reports"]
        quality = json.loads((top / reports["codequality"]).read_text(encoding="utf-8"))
        self.assertEqual([(one["check_name"], one["location"]["path"]) for one in quality],
                         [("missing-crossing", "pump/model.tm")])
        self.assertIn("missing-crossing", (top / reports["junit"]).read_text(encoding="utf-8"))

    def test_inputs_reach_the_program(self):
        top = self.repository("pump", "shop")
        self.drop_crossing(top / "pump/model.tm")
        self.run_job(jobs(files="shop")["drawbridge-lint"], top)
        self.run_in(top, "tm", "lint", "--write-baseline", "known.json", ".")
        self.run_job(jobs(baseline="known.json")["drawbridge-lint"], top)
        self.run_job(jobs(files="$(touch trap) `touch trap`")["drawbridge-lint"], top, status=2)
        self.assertFalse((top / "trap").exists())

    def test_a_merge_request_is_compared_with_its_base(self):
        top = self.repository()
        base = self.run_in(top, "git", "rev-parse", "HEAD").strip()
        self.replace(top / "model.tm", "controls: rights-checks, rate-limit", "controls: rate-limit")
        self.commit(top, "change")
        self.run_job(jobs()["drawbridge-diff"], top, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
        self.assertIn("exceeded-rights", (top / "drawbridge-diff.md").read_text(encoding="utf-8"))
        # In the pipeline of a merged result, the base is the branch as it was merged into.
        head = self.run_in(top, "git", "rev-parse", "HEAD").strip()
        for files in (".", "model.tm"):
            self.run_job(jobs(files=files)["drawbridge-diff"], top, CI_MERGE_REQUEST_TARGET_BRANCH_SHA=head,
                         CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
            self.assertEqual((top / "drawbridge-diff.md").read_text(encoding="utf-8"), "")

    def test_the_package_is_installed_if_its_checksum_is_right(self):
        (self.tools / "tm").unlink()
        package = self.folder / "package.deb"
        package.write_bytes(b"a package")
        self.tool("apt-get", f"#!/bin/sh\necho \"$@\" >>{self.folder}/apt\n")
        self.tool("curl", "#!/bin/sh\nfor word; do case $previous in --output) target=$word ;; esac; previous=$word; done\n"
                  'cp "${word#file://}" "$target"\n')
        digest = hashlib.sha256(b"a package").hexdigest()
        for checksum, status in ((digest, 0), ("0" * 64, 1)):
            (self.folder / "apt").write_text("", encoding="utf-8")
            job = jobs(package_url=f"file://{package}", package_sha256=checksum)["drawbridge-lint"]
            self.run_job({**job, "script": []}, self.folder, status=status)
            installed = "/tmp/drawbridge.deb" in (self.folder / "apt").read_text(encoding="utf-8")
            self.assertEqual(installed, status == 0)
        self.run_job({**jobs()["drawbridge-lint"], "script": []}, self.folder, status=2)


class Note(Scratch):
    def setUp(self):
        super().setUp()
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), GitLab)
        self.server.notes = []
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)

    def note(self, text, token="secret", status=0):
        (self.folder / "drawbridge-diff.md").write_text(text, encoding="utf-8")
        job = jobs()["drawbridge-note"]
        self.run_in(
            self.folder, "bash", "-eo", "pipefail", "-c", "\n".join(job["before_script"] + job["script"]), status=status,
            CI_API_V4_URL=f"http://127.0.0.1:{self.server.server_port}/api", CI_PROJECT_ID="8", CI_MERGE_REQUEST_IID="3",
            DRAWBRIDGE_TOKEN=token)

    def test_one_note_is_rewritten_and_those_of_others_are_left_alone(self):
        strangers = [{"id": index, "author": {"id": 9}, "body": "<!-- drawbridge-diff -->"} for index in range(130)]
        self.server.notes += [dict(one) for one in strangers]
        self.note("First\n")
        self.note("Second\n")
        self.assertEqual(self.server.notes[:-1], strangers)
        self.assertEqual(self.server.notes[-1]["body"], "<!-- drawbridge-diff -->\nSecond\n")

    def test_nothing_is_said_where_nothing_changed(self):
        self.note("")
        self.assertEqual(self.server.notes, [])

    def test_a_line_of_a_model_is_no_quick_action(self):
        self.note("Title\n/merge\n  /close\n")
        self.assertEqual(self.server.notes[0]["body"], "<!-- drawbridge-diff -->\nTitle\n&#47;merge\n  &#47;close\n")

    def test_a_token_without_rights_fails_the_job(self):
        self.note("Text\n", token="wrong", status=22)


if __name__ == "__main__":
    unittest.main()
