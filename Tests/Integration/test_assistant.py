# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""`tm mcp`, asked as an assistant asks it: a message a line."""

import json
import subprocess
import unittest

from support import TM, Scratch


class Assistant(Scratch):
    def setUp(self):
        super().setUp()
        self.work = self.folder / "work"
        self.work.mkdir()
        self.run_in(self.work, "tm", "init")
        self.model = self.work / "model.tm"
        (self.folder / "secret.tm").write_text('model "Elsewhere"\n', encoding="utf-8")

    def talk(self, *messages, folder="."):
        """The answers to some messages; those that are no text are sent as JSON."""
        lines = [one if isinstance(one, bytes) else json.dumps(one).encode() for one in messages]
        before = {path: path.read_bytes() for path in self.folder.rglob("*.tm")}
        run = subprocess.run(
            [TM, "mcp", folder], cwd=self.work, env=self.environment, input=b"\n".join(lines) + b"\n", capture_output=True,
            timeout=120, check=True)
        self.assertEqual(run.stderr, b"")
        self.assertEqual(before, {path: path.read_bytes() for path in self.folder.rglob("*.tm")}, "a file was written")
        return [json.loads(line) for line in run.stdout.decode().splitlines()]

    def call(self, tool, is_error=False, **arguments):
        """The text that a tool answers with."""
        request = {"jsonrpc": "2.0", "id": 7, "method": "tools/call", "params": {"name": tool, "arguments": arguments}}
        [answer] = self.talk(request)
        self.assertEqual(answer["result"]["isError"], is_error, answer)
        [content] = answer["result"]["content"]
        self.assertEqual(content["type"], "text")
        return content["text"]

    def test_a_session_starts_as_the_protocol_says(self):
        start = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}
        first, second, third = self.talk(
            {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": start},
            {"jsonrpc": "2.0", "method": "notifications/initialized"},
            {"jsonrpc": "2.0", "id": "a", "method": "tools/list"},
            {"jsonrpc": "2.0", "id": 2, "method": "ping"},
        )
        self.assertEqual(first["result"]["protocolVersion"], "2025-06-18")
        self.assertEqual(first["result"]["capabilities"], {"tools": {}})
        self.assertEqual(second["id"], "a")
        tools = second["result"]["tools"]
        self.assertEqual([tool["name"] for tool in tools], ["lint", "explain", "threats", "graph", "propose"])
        for tool in tools:
            self.assertTrue(tool["annotations"]["readOnlyHint"])
            self.assertTrue(set(tool["inputSchema"]["required"]) <= set(tool["inputSchema"]["properties"]))
        self.assertEqual(third, {"jsonrpc": "2.0", "id": 2, "result": {}})
        [other] = self.talk({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"protocolVersion": "1999-01-01"}})
        self.assertEqual(other["result"]["protocolVersion"], "2025-11-25")

    def test_messages_that_are_wrong_are_answered_and_the_next_is_heard(self):
        answers = self.talk(
            b"{", b"[]", b"\xff", b"", b'{"id": 1}', {"id": 2, "method": "no/such"}, {"id": 3, "method": "tools/call"},
            {"id": 4, "method": "tools/call", "params": {"name": "write"}}, {"id": 5, "result": {}},
            {"id": 6, "method": "ping"})
        self.assertEqual(
            [(one["id"], one.get("error", {}).get("code")) for one in answers],
            [(None, -32700), (None, -32600), (None, -32700), (1, -32600), (2, -32601), (3, -32602), (4, -32602), (6, None)])

    def test_a_message_that_is_too_long_ends_the_server_with_a_reason(self):
        run = subprocess.run(
            [TM, "mcp"], cwd=self.work, env=self.environment, input=b" " * (5 << 20), capture_output=True, timeout=120, check=False)
        self.assertEqual(run.returncode, 2)
        self.assertIn(b"longer than 4096 KiB", run.stderr)

    def test_lint_is_that_of_the_command(self):
        self.drop_crossing(self.model)
        run = subprocess.run(
            [TM, "lint", "--format", "json"], cwd=self.work, env=self.environment, capture_output=True, text=True, check=False)
        self.assertEqual(self.call("lint"), run.stdout)
        here = json.loads(self.call("lint", file="model.tm", from_line=92, to_line=95))
        self.assertEqual([one["rule"] for one in here["diagnostics"]], ["missing-crossing"])
        elsewhere = self.call("lint", file="model.tm", from_line=1, to_line=3)
        self.assertIn("1 finding elsewhere is not in this answer", elsewhere)

    def test_explain(self):
        self.assertTrue(self.call("explain", name="missing-crossing").startswith("# missing-crossing"))
        self.assertIn("no page of that name", self.call("explain", is_error=True, name="../model.tm"))

    def test_threats(self):
        threats = json.loads(self.call("threats", about="booking", status="open"))["threats"]
        self.assertIn("book-visit.denial-of-service", [one["id"] for one in threats])
        self.assertEqual({one["status"] for one in threats}, {"open"})
        self.assertIn("`visit` is", self.call("threats", is_error=True, status="visit"))

    def test_graph(self):
        near = json.loads(self.call("graph", element="visits"))
        self.assertEqual([one["id"] for one in near["elements"]], ["visits", "booking"])
        self.assertEqual([one["id"] for one in near["flows"]], ["keep-visits"])
        self.assertEqual(near["flows"][0]["crosses"], ["database-net"])
        far = json.loads(self.call("graph", element="visits", depth=2))
        self.assertEqual({one["id"]: one["distance"] for one in far["elements"]}["patient"], 2)
        self.assertIn("`depth` is out of range", self.call("graph", is_error=True, element="visits", depth=99))

    def test_propose_shows_a_change_and_what_it_brings(self):
        lines = self.model.read_text(encoding="utf-8").splitlines()
        line = lines.index("  crosses: database-net") + 1
        text = self.call("propose", from_line=line, to_line=line, text="")
        self.assertIn("--- a/model.tm\n+++ b/model.tm\n", text)
        self.assertIn("-  crosses: database-net\n", text)
        self.assertIn("error[missing-crossing]", text)
        self.assertTrue(text.endswith("Nothing was written.\n"))
        text = self.call("propose", from_line=1, to_line=0, text="// first")
        self.assertIn("+// first\n", text)
        self.assertIn("Brings no finding.", text)
        self.assertIn("no lines", self.call("propose", is_error=True, from_line=1, to_line=100000, text=""))

    def test_nothing_outside_of_the_folder_is_read(self):
        for path in ("../secret.tm", str(self.folder / "secret.tm"), "/etc/passwd"):
            self.assertIn("lies outside the folder", self.call("lint", is_error=True, model=path))
        (self.work / "link.tm").symlink_to(self.folder / "secret.tm")
        self.assertIn("lies outside the folder", self.call("lint", is_error=True, model="link.tm"))
        self.model.write_text('import "../secret.tm"\n' + self.model.read_text(encoding="utf-8"), encoding="utf-8")
        self.assertIn("lies outside the folder", self.call("lint"))

    def test_arguments_that_no_tool_takes_are_refused(self):
        self.assertIn("takes no `write`", self.call("lint", is_error=True, write=True))
        self.assertIn("`file` is no text", self.call("lint", is_error=True, file=3))
        self.assertIn("`element` is missing", self.call("graph", is_error=True))


if __name__ == "__main__":
    unittest.main()
