# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""The GitHub action: its steps, run as a runner does, in a repository with a pull request."""

import hashlib
import json
import pathlib
import re
import subprocess
import sys
import tarfile
import unittest

from action_run import ACTION, ActionRun
from support import TM, TOP, Scratch

# Stands for gh: comments are kept in a file; what is written needs a token that may write.
GH = f"#!{sys.executable}\n" + r'''
import json, os, pathlib, subprocess, sys
store = pathlib.Path(os.environ["FAKE_GH"])
state = json.loads(store.read_text())
state["calls"].append(sys.argv[1:])
arguments = sys.argv[1:]
assert arguments.pop(0) == "api" and os.environ["GH_TOKEN"] == "token-of-the-job"
fields, method, jq, path = {}, "GET", None, None
while arguments:
    word = arguments.pop(0)
    if word in ("-f", "-F"):
        name, value = arguments.pop(0).split("=", 1)
        fields[name] = pathlib.Path(value[1:]).read_text() if word == "-F" and value.startswith("@") else value
    elif word == "--method":
        method = arguments.pop(0)
    elif word == "--jq":
        jq = arguments.pop(0)
    elif word not in ("--paginate", "--silent"):
        path = word
status = 0
if path == "graphql":
    assert fields["owner"] == "owner" and fields["name"] == "name" and fields["number"] == "12", fields
    nodes = [{"databaseId": one["id"], "viewerDidAuthor": one["own"], "body": one["body"]} for one in state["comments"]]
    answer = {"data": {"repository": {"pullRequest": {"comments": {"nodes": nodes}}}}}
    subprocess.run(["jq", "-r", jq], input=json.dumps(answer), text=True, check=True)
elif state["read-only"]:
    print("gh: Resource not accessible by integration (HTTP 403)", file=sys.stderr)
    status = 1
elif method == "POST":
    assert path == "repos/owner/name/issues/12/comments", path
    state["comments"].append({"id": 100 + len(state["comments"]), "own": True, "body": fields["body"]})
elif method == "PATCH":
    comment = next(one for one in state["comments"] if path == f"repos/owner/name/issues/comments/{one['id']}")
    comment["body"] = fields["body"]
store.write_text(json.dumps(state))
sys.exit(status)
'''


class ActionFile(unittest.TestCase):
    def test_no_text_of_others_becomes_part_of_a_script(self):
        for step in ACTION["runs"]["steps"]:
            self.assertNotIn("${{", step.get("run", ""), step["name"])

    def test_only_actions_of_github_are_used(self):
        used = [step["uses"] for step in ACTION["runs"]["steps"] if "uses" in step]
        self.assertEqual(used, ["github/codeql-action/upload-sarif@v3"])

    def test_each_input_is_used_and_described(self):
        page = (TOP / "docs/integrations/github.md").read_text(encoding="utf-8")
        text = (TOP / "action.yml").read_text(encoding="utf-8")
        for name, given in ACTION["inputs"].items():
            self.assertIn(f"inputs.{name}", text)
            self.assertIn(f"| `{name}` |", page)
            self.assertTrue(given["description"])
        for name in ACTION["outputs"]:
            self.assertIn(f"| `{name}` |", page)

    def test_every_script_is_called(self):
        text = (TOP / "action.yml").read_text(encoding="utf-8")
        called = set(re.findall(r"integrations/github/(\S+\.sh)", text))
        scripts = {path.name for path in (TOP / "integrations/github").glob("*.sh")} - {"common.sh"}
        self.assertEqual(called, scripts)


class ActionSteps(Scratch):
    def setUp(self):
        super().setUp()
        self.tool("gh", GH)
        self.gh = self.folder / "gh.json"
        self.write_gh({"comments": [], "read-only": False, "calls": []})

    def write_gh(self, state):
        self.gh.write_text(json.dumps(state), encoding="utf-8")

    def comments(self):
        return json.loads(self.gh.read_text(encoding="utf-8"))["comments"]

    def pull_request(self, change, *folders):
        """A checkout of a pull request as actions/checkout makes it: shallow, of the merge; and the event."""
        origin = self.repository(*folders)
        base = self.run_in(origin, "git", "rev-parse", "HEAD").strip()
        self.run_in(origin, "git", "checkout", "--quiet", "-b", "change")
        change(origin)
        head = self.commit(origin, "change")
        self.run_in(origin, "git", "checkout", "--quiet", "main")
        # The base goes on after the branch was made: what changed there is no change of the pull request.
        (origin / "README").write_text("More\n", encoding="utf-8")
        self.commit(origin, "more")
        self.run_in(origin, "git", "merge", "--quiet", "--no-ff", "--message", "merge", "change")
        self.run_in(origin, "git", "update-ref", "refs/pull/12/merge", "HEAD")
        self.run_in(origin, "git", "reset", "--quiet", "--hard", "HEAD^1")
        # As with GitHub, any commit can be fetched by its name.
        self.run_in(origin, "git", "config", "uploadpack.allowAnySHA1InWant", "true")
        checkout = self.folder / "checkout"
        checkout.mkdir()
        self.run_in(checkout, "git", "init", "--quiet")
        self.run_in(checkout, "git", "remote", "add", "origin", f"file://{origin}")
        self.run_in(checkout, "git", "fetch", "--quiet", "--depth=1", "origin", "refs/pull/12/merge")
        self.run_in(checkout, "git", "checkout", "--quiet", "FETCH_HEAD")
        repository = {"fork": False}
        event = {"pull_request": {"number": 12, "base": {"sha": base}, "head": {"sha": head, "repo": repository}}}
        return checkout, event

    def act(self, checkout, event, **inputs):
        given = {"version": "installed", **{name.replace("_", "-"): value for name, value in inputs.items()}}
        return ActionRun(self, checkout, given, event, variables={"FAKE_GH": str(self.gh)})

    def worse(self, origin):
        self.drop_crossing(origin / "model.tm")

    def test_a_finding_is_an_annotation_and_fails_the_job(self):
        checkout, event = self.pull_request(self.worse)
        run = self.act(checkout, event, sarif="true")
        self.assertTrue(run.failed)
        self.assertEqual(run.ran[-1], "Judge")
        errors = [(name, text) for name, text in run.commands() if name.startswith("error")]
        self.assertRegex(errors[0][0], r"^error file=model\.tm,line=\d+,")
        self.assertIn("`keep-visits` crosses `database-net`", errors[0][1])
        self.assertEqual(run.outputs["exit-status"], "1")
        sarif = json.loads(pathlib.Path(run.outputs["sarif"]).read_text(encoding="utf-8"))
        result = sarif["runs"][0]["results"][0]
        self.assertEqual(result["ruleId"], "missing-crossing")
        self.assertEqual(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "model.tm")
        self.assertEqual(run.used, [{"sarif_file": run.outputs["sarif"], "category": "drawbridge"}])

    def test_a_clean_model_passes(self):
        checkout, event = self.pull_request(lambda origin: (origin / "notes.txt").write_text("x", encoding="utf-8"))
        run = self.act(checkout, event)
        self.assertFalse(run.failed, run.log)
        self.assertEqual(run.outputs["exit-status"], "0")
        self.assertEqual(run.outputs["risk-grew"], "false")
        self.assertEqual(self.comments(), [])
        self.assertNotIn("Upload findings to code scanning", run.ran)

    def unlock(self, origin):
        """A change without an error that makes a threat open."""
        self.replace(origin / "model.tm", "controls: rights-checks, rate-limit", "controls: rate-limit")

    def test_what_changed_is_one_comment_that_is_rewritten(self):
        checkout, event = self.pull_request(self.unlock)
        run = self.act(checkout, event, fail_on="error")
        comments = self.comments()
        self.assertEqual(len(comments), 1, run.log)
        body = comments[0]["body"]
        self.assertRegex(body, r"^<!-- drawbridge-diff [0-9a-f]{16} -->\n")
        self.assertIn("exceeded-rights", body)
        self.assertIn(body.split("\n", 1)[1].strip(), run.summary)
        self.assertNotIn("README", body)
        self.act(checkout, event, fail_on="error")
        self.assertEqual(self.comments(), comments)
        # The change is taken back: the comment says so.
        self.run_in(checkout, "git", "fetch", "--quiet", "origin", "main")
        self.run_in(checkout, "git", "checkout", "--quiet", "FETCH_HEAD")
        event["pull_request"]["head"]["sha"] = self.run_in(checkout, "git", "rev-parse", "HEAD").strip()
        self.act(checkout, event)
        self.assertEqual(len(self.comments()), 1)
        self.assertIn("No change to the threat models.", self.comments()[0]["body"])

    def test_risk_that_grew_fails_the_job_if_asked(self):
        checkout, event = self.pull_request(self.unlock)
        run = self.act(checkout, event, fail_on="error")
        self.assertEqual((run.failed, run.outputs["risk-grew"]), (False, "true"), run.log)
        run = self.act(checkout, event, fail_on="error", fail_on_risk="true")
        self.assertTrue(run.failed)
        self.assertIn(("error", "the change makes the risk grow"), run.commands())

    def test_a_comment_of_a_stranger_with_the_marker_is_left_alone(self):
        checkout, event = self.pull_request(self.unlock)
        marker = f"<!-- drawbridge-diff {hashlib.sha256(b'.' + bytes([10])).hexdigest()[:16]} -->"
        stranger = {"id": 3, "own": False, "body": marker + "\nAll is well."}
        self.write_gh({"comments": [stranger], "read-only": False, "calls": []})
        self.act(checkout, event, fail_on="error")
        self.assertEqual(self.comments()[0], stranger)
        self.assertEqual(self.comments()[1]["body"].split("\n")[0], marker)

    def test_a_fork_gets_a_summary_instead_of_a_comment(self):
        checkout, event = self.pull_request(self.unlock)
        event["pull_request"]["head"]["repo"]["fork"] = True
        self.write_gh({"comments": [], "read-only": True, "calls": []})
        run = self.act(checkout, event, fail_on="error", sarif="true")
        self.assertFalse(run.failed, run.log)
        self.assertEqual(run.used, [])
        self.assertIn("exceeded-rights", run.summary)
        self.assertTrue([text for name, text in run.commands() if name == "warning" and "fork" in text], run.log)

    def test_a_difference_too_long_for_a_comment_is_a_sentence_and_a_link(self):
        diff = self.folder / "diff.md"
        diff.write_text("<!-- x -->\n**Threat model: much.**\n\n" + "| row |\n" * 20000, encoding="utf-8")
        self.run_in(
            self.folder, "bash", str(TOP / "integrations/github/comment.sh"), FAKE_GH=str(self.gh),
            GH_TOKEN="token-of-the-job", PULL_NUMBER="12", MODEL_FILES=".", DIFF=str(diff), DIFF_CHANGED="true",
            RUNNER_TEMP=str(self.folder), GITHUB_SERVER_URL="https://github.com", GITHUB_REPOSITORY="owner/name",
            GITHUB_RUN_ID="7")
        body = self.comments()[0]["body"]
        self.assertLess(len(body), 1000)
        self.assertIn("**Threat model: much.**\n", body)
        self.assertIn("](https://github.com/owner/name/actions/runs/7)", body)

    def test_the_head_checked_out_alone_is_compared_with_where_it_left_its_base(self):
        checkout, event = self.pull_request(self.unlock)
        head = event["pull_request"]["head"]["sha"]
        self.run_in(checkout, "git", "fetch", "--quiet", "--depth=1", "origin", head)
        self.run_in(checkout, "git", "checkout", "--quiet", head)
        run = self.act(checkout, event, fail_on="error")
        self.assertEqual(run.outputs["risk-grew"], "true", run.log)

    def test_inputs_are_words_and_never_commands(self):
        checkout, event = self.pull_request(self.worse)
        trap = self.folder / "trap"
        hostile = f"model.tm\n$(touch {trap})\n`touch {trap}`\n; touch {trap}"
        for inputs in (
            {"files": hostile}, {"files": "--help"}, {"baseline": f"$(touch {trap})"}, {"fail_on": f"error; touch {trap}"},
            {"base": f"$(touch {trap})"}, {"base": "--output=x"}, {"version": f"0.1.0;touch {trap}"},
        ):
            run = self.act(checkout, event, **inputs)
            self.assertTrue(run.failed, inputs)
            self.assertFalse(trap.exists(), inputs)

    def test_a_hostile_model_gives_no_command_to_the_runner(self):
        title = "x\\n::set-output name=a::b ::error::fake @everyone <!-- x --> | `$(reboot)`"

        def hostile(origin):
            path = origin / "model.tm"
            text = path.read_text(encoding="utf-8")
            text = re.sub(r'(flow keep-visits: [^"]*)"[^"]*"', lambda match: f'{match[1]}"{title}"', text)
            self.assertIn(title, text)
            path.write_text(text.replace("  crosses: database-net\n", ""), encoding="utf-8")

        checkout, event = self.pull_request(hostile)
        run = self.act(checkout, event)
        for name, text in run.commands():
            self.assertRegex(name, r"^(error|warning|notice|group|endgroup)( file=model\.tm,[^:]*)?$")
            self.assertNotEqual(text, "fake")
        for comment in self.comments():
            self.assertNotIn("@everyone", comment["body"])

    def test_lines_of_a_model_with_errors_give_no_command_to_the_runner(self):
        def hostile(origin):
            path = origin / "model.tm"
            path.write_text(
                path.read_text(encoding="utf-8")
                + 'process odd "##[stop-commands]zz ##[error]fake" { ##[add-mask]e }\n'
                + "::error::fake\n##[error]fake\n", encoding="utf-8")

        checkout, event = self.pull_request(hostile)
        run = self.act(checkout, event)
        self.assertTrue(run.failed)
        self.assertIn("stop-commands", run.log)
        for name, text in run.commands():
            self.assertRegex(name, r"^(error|warning|notice|group|endgroup)( file=model\.tm,[^:]*)?$")
            self.assertNotEqual(text, "fake")
        self.assertTrue(run.commands())
        # Also where a job runs the program itself: what is shown of a line is no command.
        for command in (("lint", "model.tm"), ("diff", "HEAD", "model.tm"), ("threats", "model.tm"), ("fmt", "model.tm")):
            shown = subprocess.run(
                [TM, *command], cwd=checkout, env=self.environment, capture_output=True, text=True, check=False)
            said = shown.stdout + shown.stderr
            self.assertIn("model.tm:", said, command)
            self.assertNotRegex(said, r"##\[|(?m:^\s*::)", command)

    def test_several_models_in_one_repository_are_all_checked(self):
        checkout, event = self.pull_request(
            lambda origin: self.drop_crossing(origin / "product/pump/model.tm"), "product/pump", "shop")
        run = self.act(checkout, event)
        files = {name for name, _ in run.commands() if name.startswith("error file=")}
        self.assertEqual({name.split(",")[0] for name in files}, {"error file=product/pump/model.tm"}, run.log)
        run = self.act(checkout, event, files="shop")
        self.assertEqual(run.outputs["exit-status"], "0", run.log)


class Installation(Scratch):
    """The step that installs, with a curl that reads from a folder of releases."""

    NAME = "drawbridge-0.1.0-linux-x86_64.tar.gz"

    def setUp(self):
        super().setUp()
        (self.tools / "tm").unlink()
        self.releases = self.folder / "releases"
        self.releases.mkdir()
        self.tool("curl", """#!/bin/sh
for word; do case $previous in --output) target=$word ;; esac; previous=$word; done
echo "$word" >>"$RELEASES/asked"
cp "$RELEASES/${word##*/}" "$target"
""")
        self.tool("uname", "#!/bin/sh\ncase $1 in -m) echo x86_64 ;; *) echo Linux ;; esac\n")
        self.tool("swift", "#!/bin/sh\necho 'no Swift here' >&2; exit 1\n")
        self.checkout = self.folder / "checkout"
        self.checkout.mkdir()

    def release(self):
        root = self.folder / "root/drawbridge-0.1.0-linux-x86_64/bin"
        root.mkdir(parents=True)
        (root / "tm").write_text(f"#!/bin/sh\nexec {TM} \"$@\"\n", encoding="utf-8")
        (root / "tm").chmod(0o755)
        with tarfile.open(self.releases / self.NAME, "w:gz") as archive:
            archive.add(root.parent, arcname=root.parent.name)
        digest = hashlib.sha256((self.releases / self.NAME).read_bytes()).hexdigest()
        (self.releases / "SHA256SUMS").write_text(f"{digest}  {self.NAME}\n", encoding="utf-8")
        return digest

    def install(self, **inputs):
        return ActionRun(
            self, self.checkout, {"files": "none", **inputs}, {}, "push", variables={"RELEASES": str(self.releases)})

    def test_the_release_of_the_action_is_installed(self):
        self.release()
        run = self.install()
        self.assertEqual(run.ran, ["Install tm", "Check threat models"], run.log)
        self.assertRegex(run.log, r"(?m)^0\.1\.0$")
        asked = (self.releases / "asked").read_text(encoding="utf-8").split()
        self.assertEqual(asked[0], f"https://github.com/some/where/releases/download/v0.1.0/{self.NAME}")

    def test_a_wrong_checksum_installs_nothing(self):
        digest = self.release()
        run = self.install(version="0.1.0", checksum=digest)
        self.assertIn("Check threat models", run.ran)
        run = self.install(version="0.1.0", checksum="0" * 64)
        self.assertEqual(run.ran, ["Install tm"])
        self.assertIn("has the SHA-256", run.log)
        (self.releases / "SHA256SUMS").write_text("", encoding="utf-8")
        self.assertEqual(self.install().ran, ["Install tm"])

    def test_without_a_release_it_is_built_from_source(self):
        run = self.install()
        self.assertEqual(run.ran, ["Install tm"])
        self.assertIn("tm is built from source", run.log)
        self.assertIn("building tm from", run.log)
        run = self.install(version="9.9.9")
        self.assertIn("there is no release 9.9.9", run.log)
        self.assertNotIn("building tm from", run.log)


if __name__ == "__main__":
    unittest.main()
