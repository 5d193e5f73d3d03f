# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""Runs the queries of the grammar over a tree: the part of tree-sitter's query language that they use."""

import re

TOKEN = re.compile(r'\s+|;[^\n]*|(?P<sign>[()\[\]])|(?P<string>"(?:[^"\\]|\\.)*")|(?P<word>[^\s()\[\]";]+)')


class QueryError(Exception):
    """What tree-sitter would not take for a query of this grammar."""


class Pattern:
    """A node to look for: its name, nil for any of `choices`, with what has to be among its children."""

    def __init__(self, name=None, is_named=True, choices=()):
        self.name, self.is_named, self.choices = name, is_named, list(choices)
        self.field, self.captures, self.children, self.predicates = None, [], [], []

    def all(self):
        yield self
        for one in self.choices + self.children:
            yield from one.all()


def parse(text):
    """The patterns of a query file."""
    words = [match for match in TOKEN.finditer(text) if match.lastgroup]
    position = 0

    def peek():
        return words[position].group() if position < len(words) else ""

    def take():
        nonlocal position
        position += 1
        return words[position - 1].group()

    def pattern():
        field = take()[:-1] if peek().endswith(":") else None
        word = take()
        if word == "[":
            result = Pattern(choices=[])
            while peek() != "]":
                result.choices.append(pattern())
            take()
        elif word.startswith('"'):
            result = Pattern(word[1:-1], is_named=False)
        elif word == "(":
            grouped = peek() in "(["
            result = pattern() if grouped else Pattern(take())
            while peek() != ")":
                if peek() == "(" and words[position + 1].group().startswith("#"):
                    take()
                    predicate = []
                    while peek() != ")":
                        predicate.append(take())
                    take()
                    result.predicates.append(predicate)
                else:
                    result.children.append(pattern())
            take()
        else:
            raise QueryError(f"unexpected `{word}`")
        while peek().startswith("@"):
            result.captures.append(take()[1:])
        result.field = field
        return result

    patterns = []
    while position < len(words):
        patterns.append(pattern())
    return patterns


def check(patterns, grammar):
    """Reports a node, a token or a field that the grammar does not have."""
    named = {name for name in grammar.rules if not name.startswith("_")}
    named |= {alias[0] for ones in grammar.productions.values() for one in ones for alias in one.aliases if alias}
    fields = {field for ones in grammar.productions.values() for one in ones for field in one.fields}
    literals = {token[1] for token in grammar.tokens if token[0] == "literal"}
    for one in (inner for pattern in patterns for inner in pattern.all()):
        if one.name and one.name not in (named if one.is_named else literals):
            raise QueryError(f"the grammar has no `{one.name}`")
        if one.field and one.field not in fields:
            raise QueryError(f"the grammar has no field `{one.field}`")


def captures(patterns, root, text):
    """For each node that is captured, its place and the names that it is captured by."""
    result = {}
    todo = [root]
    while todo:
        node = todo.pop()
        todo += node.children
        for pattern in patterns:
            for found in match(pattern, node):
                if all(holds(predicate, found, text) for predicate in pattern.predicates):
                    for name, one in found:
                        result.setdefault((one.start, one.end), set()).add(name)
    return result


def match(pattern, node):
    """The ways in which a pattern fits a node, each as the captures it makes."""
    if pattern.field is not None and pattern.field != node.field:
        return []
    if pattern.name is None:
        inner = [found for one in pattern.choices for found in match(one, node)]
    elif pattern.name != node.name or pattern.is_named != node.is_named:
        return []
    else:
        inner = [[]]
    for child in pattern.children:
        options = [found for one in node.children for found in match(child, one)]
        inner = [before + found for before in inner for found in options]
    return [[(name, node) for name in pattern.captures] + found for found in inner]


def holds(predicate, found, text):
    kind, name, *values = predicate
    if kind == "#set!":
        return True
    values = [value[1:-1] for value in values]
    words = [text[node.start : node.end] for capture, node in found if capture == name[1:]]
    tests = {
        "#any-of?": lambda word: word in values,
        "#not-any-of?": lambda word: word not in values,
        "#match?": lambda word: re.search(values[0], word) is not None,
        "#not-match?": lambda word: re.search(values[0], word) is None,
    }
    if kind not in tests:
        raise QueryError(f"the predicate `{kind}` is not known here")
    return all(tests[kind](word) for word in words)
