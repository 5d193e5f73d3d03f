# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""Parses texts by a table, with the lexer of tree-sitter: only tokens that can stand at a place are looked for there."""

import re

import tables


class SyntaxMistake(Exception):
    """No token that can stand here is here."""

    def __init__(self, position):
        super().__init__(f"no token fits at character {position}")
        self.position = position


class Node:
    """A named node of the tree, or a token; `field` is its name in the node around it."""

    def __init__(self, name, is_named, start, end, children=(), field=None):
        self.name, self.is_named, self.start, self.end = name, is_named, start, end
        self.children, self.field = list(children), field

    def expression(self):
        """The tree in the notation of the corpus, without comments."""
        inner = ""
        for one in self.children:
            if one.is_named and one.name != "comment":
                inner += f" {one.field + ': ' if one.field else ''}{one.expression()}"
        return f"({self.name}{inner})"


class Pattern:
    """A token as Python can match it: precedence first, then length, then literals before patterns."""

    def __init__(self, rule, order):
        self.is_immediate = False
        self.precedence = 0
        self.order = order
        while rule["type"] not in ("STRING", "PATTERN"):
            if rule["type"] == "IMMEDIATE_TOKEN":
                self.is_immediate = True
            elif rule["type"] == "PREC":
                self.precedence = rule["value"]
            elif rule["type"] != "TOKEN":
                raise tables.GrammarError(f"a token of the type {rule['type']}")
            rule = rule["content"]
        self.is_literal = rule["type"] == "STRING"
        self.literal = rule["value"] if self.is_literal else None
        self.pattern = re.compile(re.escape(rule["value"]) if self.is_literal else rule["value"])

    def rank(self, length):
        return (self.precedence, length, self.is_literal, -self.order)


def line_end(text, position):
    """What src/scanner.c does: the end of the white space behind a line ending that ends an item, else None."""
    end = position
    while end < len(text) and text[end] in " \t\r\n\ufeff":
        end += 1
    if not any(one in "\r\n" for one in text[position:end]):
        return None
    ahead = end
    while True:
        while ahead < len(text) and text[ahead] in " \t\r\n":
            ahead += 1
        if not text.startswith("//", ahead):
            break
        while ahead < len(text) and text[ahead] not in "\r\n":
            ahead += 1
    return None if ahead < len(text) and text[ahead] in '{"' else end


class Parser:
    def __init__(self, source):
        self.grammar = tables.Grammar(source)
        self.table = tables.Table(self.grammar)
        self.patterns = {
            token: Pattern(rule, order) for order, (token, rule) in enumerate(self.grammar.tokens.items())
        }
        self.extras = []
        for number, rule in enumerate(source["extras"]):
            is_comment = rule["type"] == "SYMBOL"
            token = ("rule", rule["name"]) if is_comment else ("extra", number)
            self.patterns[token] = Pattern(self.grammar.rules[rule["name"]] if is_comment else rule, len(self.patterns))
            self.extras.append(token)
        self.word = ("rule", source["word"])
        self.keywords = {
            pattern.literal: token
            for token, pattern in self.patterns.items()
            if pattern.is_literal and self.patterns[self.word].pattern.fullmatch(pattern.literal)
        }
        self.joined = []

    # ------------------------------------------------------------------------------------------------ Tokens

    def next_token(self, text, position, valid):
        """The token that comes next, its start and its end; skips what may stand anywhere."""
        while True:
            if ("external", "_line_end") in valid:
                end = line_end(text, position)
                if end is not None:
                    return ("external", "_line_end"), position, end
            if position == len(text):
                return tables.END, position, position
            candidates = [
                token for token in valid if token in self.patterns and self.patterns[token].literal not in self.keywords
            ]
            if self.word not in candidates and any(token in valid for token in self.keywords.values()):
                candidates.append(self.word)
            best, found = None, None
            for token in candidates + self.extras:
                match = self.patterns[token].pattern.match(text, position)
                if match and match.end() > position:
                    rank = self.patterns[token].rank(match.end() - position)
                    if best is None or rank > best:
                        best, found = rank, (token, position, match.end())
            if found is None:
                raise SyntaxMistake(position)
            token, start, end = found
            if token in self.extras:
                if any(one in "\r\n" for one in text[start:end]):
                    self.joined.append((start, end))
                if token[0] == "rule":
                    self.comments.append((start, end))
                position = end
                # Behind white space no immediate token stands.
                valid = [one for one in valid if one not in self.patterns or not self.patterns[one].is_immediate]
                continue
            if token == self.word:
                keyword = self.keywords.get(text[start:end])
                if keyword in valid:
                    token = keyword
                elif self.word not in valid:
                    raise SyntaxMistake(position)
            return token, start, end

    # ------------------------------------------------------------------------------------------------- Trees

    def parse(self, text):
        """The tree of a text, with the comments at its end; raises `SyntaxMistake`.

        `joined` then holds the line endings that were taken for white space."""
        self.joined, self.comments = [], []
        states, stack = [0], []
        position = 0
        while True:
            actions = self.table.actions[states[-1]]
            token, start, end = self.next_token(text, position, actions)
            while True:
                action = self.table.actions[states[-1]].get(token)
                if action is None:
                    raise SyntaxMistake(start)
                if action[0] == "reduce":
                    self.reduce(action[1], states, stack)
                    continue
                break
            if action[0] == "accept":
                root = stack[0][1][0]
                root.children += [Node("comment", True, *place) for place in self.comments]
                return root
            states.append(action[1])
            stack.append((token, [self.leaf(token, start, end)]))
            position = end

    def leaf(self, token, start, end):
        kind, name = token
        if kind == "rule":
            return Node(name, not name.startswith("_"), start, end)
        return Node(name if kind == "literal" else "", False, start, end)

    def reduce(self, production, states, stack):
        """Takes the parts of a production from the stack and puts on it what they build: a node, or of a hidden rule its
        parts, which the node around it shows."""
        count = len(production.symbols)
        first = len(stack) - count
        children = []
        for (symbol, nodes), alias, field in zip(stack[first:], production.aliases, production.fields):
            if alias:
                inner = nodes if is_hidden(symbol) else nodes[0].children
                nodes = [Node(*alias, nodes[0].start, nodes[-1].end, inner)]
            if field:
                for node in nodes:
                    node.field = field
            children += nodes
        del stack[first:], states[first + 1 :]
        if not is_hidden(production.head):
            start = children[0].start if children else 0
            end = children[-1].end if children else 0
            children = [Node(production.head[1], True, start, end, children)]
        stack.append((production.head, children))
        states.append(self.table.gotos[states[-1]][production.head])


def is_hidden(symbol):
    """Whether a rule has no node of its own."""
    return symbol[0] == "symbol" and (symbol[1].startswith("_") or "_repeat" in symbol[1])
