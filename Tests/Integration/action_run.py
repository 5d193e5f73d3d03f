# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""Runs the steps of action.yml as a runner does: expressions, environment, files of commands."""

import os
import re
import subprocess

from support import TOP, load_yaml

ACTION = load_yaml("action.yml")[0]

TOKEN = re.compile(r"\s*('(?:[^']|'')*'|==|!=|&&|\|\||!|\(|\)|[A-Za-z_][\w.-]*)")


class Expressions:
    """The part of the expression language that the action uses; what is missing is the empty text."""

    def __init__(self, contexts):
        self.contexts = contexts

    def lookup(self, name):
        if name in ("true", "false"):
            return name == "true"
        value = self.contexts
        for part in name.split("."):
            value = value.get(part, "") if isinstance(value, dict) else ""
        return value

    def value(self, text):
        words = []
        position = 0
        while text[position:].strip():
            match = TOKEN.match(text, position)
            if not match:
                raise ValueError(f"no expression: {text}")
            position = match.end()
            token = match[1]
            operators = {"&&": "and", "||": "or", "!": "not", "==": "==", "!=": "!=", "(": "(", ")": ")"}
            if token in operators:
                words.append(operators[token])
            elif token.startswith("'"):
                words.append(repr(token[1:-1].replace("''", "'")))
            else:
                words.append(repr(self.lookup(token)))
        return eval(" ".join(words), {"__builtins__": {}})  # pylint: disable=eval-used

    def filled(self, text):
        def shown(match):
            value = self.value(match[1])
            return str(value).lower() if isinstance(value, bool) else str(value)

        return re.sub(r"\$\{\{(.*?)\}\}", shown, text, flags=re.DOTALL)

    def holds(self, condition):
        match = re.fullmatch(r"\$\{\{(.*)\}\}", condition.strip(), re.DOTALL)
        return bool(self.value(match[1] if match else condition))


class ActionRun:
    """One run of the action in a checkout."""

    def __init__(self, test, checkout, inputs=None, event=None, event_name="pull_request", variables=None):
        self.folder = test.folder / "runner"
        self.folder.mkdir(exist_ok=True)
        self.log = ""
        self.failed = False
        self.ran = []
        self.used = []
        self.summary = ""
        github = {
            "token": "token-of-the-job", "event": event or {}, "event_name": event_name, "action_repository": "some/where",
        }
        defaults = {name: given.get("default", "") for name, given in ACTION["inputs"].items()}
        expressions = Expressions({"github": github})
        values = {name: expressions.filled(default) for name, default in defaults.items()}
        values.update(inputs or {})
        self.steps = {}
        contexts = {"github": github, "inputs": values, "steps": self.steps}
        environment = {
            **test.environment, "GITHUB_ACTIONS": "true", "GITHUB_ACTION_PATH": str(TOP), "GITHUB_WORKSPACE": str(checkout),
            "GITHUB_REPOSITORY": "owner/name", "GITHUB_SERVER_URL": "https://github.com", "GITHUB_RUN_ID": "7",
            "RUNNER_TEMP": str(self.folder / "temp"), "GITHUB_EVENT_NAME": event_name, **(variables or {}),
        }
        (self.folder / "temp").mkdir(exist_ok=True)
        for step in ACTION["runs"]["steps"]:
            expressions = Expressions(contexts)
            # A step runs only if no step before it failed, unless it says otherwise.
            if self.failed or not expressions.holds(step.get("if", "true")):
                continue
            self.ran.append(step["name"])
            if "uses" in step:
                self.used.append({name: expressions.filled(str(value)) for name, value in step["with"].items()})
                continue
            self.run(step, expressions, environment, checkout)
        self.outputs = {
            name: Expressions(contexts).filled(output["value"]) for name, output in ACTION["outputs"].items()}

    def run(self, step, expressions, environment, checkout):
        assert step["shell"] == "bash"
        files = {}
        for name in ("GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STEP_SUMMARY", "GITHUB_ENV"):
            files[name] = self.folder / name.lower()
            files[name].write_text("", encoding="utf-8")
        script = self.folder / "step.sh"
        script.write_text(expressions.filled(step["run"]), encoding="utf-8")
        variables = {name: expressions.filled(str(value)) for name, value in step.get("env", {}).items()}
        run = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)], cwd=checkout,
            env={**environment, **{name: str(path) for name, path in files.items()}, **variables},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, timeout=300)
        self.log += run.stdout.decode("utf-8", "replace")
        self.failed = run.returncode != 0
        lines = files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines()
        self.steps[step.get("id", step["name"])] = {"outputs": dict(line.split("=", 1) for line in lines)}
        self.summary += files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
        for folder in files["GITHUB_PATH"].read_text(encoding="utf-8").split():
            environment["PATH"] = folder + os.pathsep + environment["PATH"]

    def commands(self):
        """The workflow commands that a runner would act on, with their texts."""
        found = []
        token = None
        for line in self.log.splitlines():
            # A runner looks for the older form anywhere in a line that does not start with the newer one.
            match = re.match(r"\s*::([^:]+?)::(.*)$", line) or re.search(r"##\[([^\]]+)\](.*)$", line)
            if not match:
                continue
            if token:
                if match[1] == token:
                    token = None
            elif match[1] == "stop-commands":
                token = match[2]
            else:
                found.append((match[1], match[2]))
        return found
