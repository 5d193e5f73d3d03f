# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""What the checkers of the editor grammars share: the traces of the parser, and the report of what differs.

A checker reads JSON lines from standard input. The first holds the words of the schema, each further one a text and what
the parser made of it; `Tests/TMSyntaxTests/SyntaxTrace.swift` writes them.
"""

import json
import sys

MOST_REPORTS = 20


class Token:
    """A stretch of a text, in characters, and what it is there for."""

    def __init__(self, role, start, end):
        self.role, self.start, self.end = role, start, end


class Trace:
    """A text and what the parser made of it."""

    def __init__(self, record):
        self.origin = record["origin"]
        self.text = record["text"]
        self.is_accepted = record["isAccepted"]
        self.tree = record["tree"]
        self.tokens = [Token(one["role"], one["start"], one["end"]) for one in record["tokens"]]

    def place(self, position):
        """Where a character stands, for a report."""
        line = self.text.count("\n", 0, position) + 1
        start = self.text.rfind("\n", 0, position) + 1
        end = self.text.find("\n", position)
        return f"{self.origin}, line {line}: {self.text[start:end if end >= 0 else None].strip()[:80]}"


class Found(Exception):
    """The first difference, where one is enough."""


class Report:
    """The differences between a grammar and the parser."""

    def __init__(self, is_one_enough=False):
        self.count = 0
        self.is_one_enough = is_one_enough

    def add(self, text):
        if self.is_one_enough:
            raise Found(text)
        self.count += 1
        if self.count <= MOST_REPORTS:
            print(text)

    def finish(self, checked):
        """The exit status; says what was compared, so that an empty comparison shows."""
        if self.count > MOST_REPORTS:
            print(f"... and {self.count - MOST_REPORTS} more")
        print(f"{checked}; {self.count} differences")
        return 1 if self.count else 0


def read(stream=sys.stdin.buffer):
    """The words of the schema by their kind, and the traces."""
    words = json.loads(stream.readline())
    return words, [Trace(json.loads(line)) for line in stream]


def varied(examples):
    """The written cases, and of the other traces those that have something that none before them has: a role between two
    others, or a shape of a part of a tree."""
    seen, result = set(), []
    for trace in sorted(examples, key=lambda one: (not one.origin.startswith("cases.md"), len(one.text))):
        roles = [token.role for token in trace.tokens]
        shapes = set(zip(roles, roles[1:], roles[2:])) if trace.is_accepted else set()
        is_odd = "\r" in trace.text or "\ufeff" in trace.text
        if trace.origin.startswith("cases.md") or is_odd and trace.is_accepted or not shapes <= seen:
            result.append(trace)
            seen |= shapes
    return result


def compare_words(report, what, written, expected):
    """Reports the words that a grammar lacks, and those that the language does not have."""
    for word in sorted(set(expected) - set(written)):
        report.add(f"{what}: `{word}` of the schema is missing")
    for word in sorted(set(written) - set(expected)):
        report.add(f"{what}: `{word}` is not in the schema")
