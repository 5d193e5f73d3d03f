# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""The parse table of a tree-sitter grammar: canonical LR(1), with the conflicts resolved as tree-sitter resolves them.

What `tree-sitter generate` refuses is refused here as well: a rule that matches nothing, a symbol without a rule, a
conflict that neither precedence nor associativity resolves.
"""

import collections

END = ("end",)


class GrammarError(Exception):
    """What `tree-sitter generate` would not take."""


class Production:
    """One way to build a symbol: its parts with their aliases and fields, and the precedence that each carries."""

    def __init__(self, head, steps, precedence, associativity):
        self.head = head
        self.symbols = tuple(step.symbol for step in steps)
        self.aliases = tuple(step.alias for step in steps)
        self.fields = tuple(step.field for step in steps)
        self.precedences = tuple(step.precedence for step in steps)
        self.precedence, self.associativity = precedence, associativity


Step = collections.namedtuple("Step", "symbol alias field precedence")
LEXICAL = {"STRING", "PATTERN", "TOKEN", "IMMEDIATE_TOKEN"}


class Grammar:
    """The productions and the tokens of a grammar.json."""

    def __init__(self, source):
        self.source = source
        self.rules = source["rules"]
        self.externals = {one["name"] for one in source["externals"]}
        self.tokens = {}  # token: its rule
        self.productions = collections.defaultdict(list)
        self.repeats = {}
        self.start = next(iter(self.rules))
        for name, rule in self.rules.items():
            if self.is_token_rule(name):
                self.tokens[("rule", name)] = rule
            else:
                self.add(("symbol", name), rule)
        self.symbols = list(self.productions)
        self.check()

    def is_token_rule(self, name):
        """Whether a rule is one token: written of characters alone."""
        rule = self.rules[name]
        while rule["type"] in ("PREC", "PREC_LEFT", "PREC_RIGHT"):
            rule = rule["content"]
        return rule["type"] in LEXICAL

    def symbol(self, name):
        if name in self.externals:
            return ("external", name)
        if name not in self.rules:
            raise GrammarError(f"`{name}` has no rule")
        return ("rule", name) if self.is_token_rule(name) else ("symbol", name)

    def add(self, head, rule):
        for steps, precedence, associativity in self.expand(rule, head, 0, None):
            self.productions[head].append(Production(head, steps, precedence, associativity))

    def expand(self, rule, head, precedence, associativity):
        """All sequences of steps that a rule stands for, each with the precedence and associativity at its end."""
        kind = rule["type"]
        if kind == "BLANK":
            return [([], precedence, associativity)]
        if kind == "SYMBOL":
            return [([Step(self.symbol(rule["name"]), None, None, precedence)], precedence, associativity)]
        if kind in LEXICAL:
            token = ("literal", rule["value"]) if kind == "STRING" else ("lexical", repr(rule))
            self.tokens[token] = rule
            return [([Step(token, None, None, precedence)], precedence, associativity)]
        if kind == "CHOICE":
            return [one for member in rule["members"] for one in self.expand(member, head, precedence, associativity)]
        if kind == "SEQ":
            results = [([], precedence, associativity)]
            for member in rule["members"]:
                results = [
                    (steps + more, precedence, associativity)
                    for steps, _, _ in results
                    for more, _, _ in self.expand(member, head, precedence, associativity)
                ]
            return results
        if kind == "REPEAT":
            once = self.expand({"type": "REPEAT1", "content": rule["content"]}, head, precedence, associativity)
            return once + [([], precedence, associativity)]
        if kind == "REPEAT1":
            key = repr(rule["content"])
            if key not in self.repeats:
                repeat = ("symbol", f"{head[1]}_repeat{len(self.repeats) + 1}")
                self.repeats[key] = repeat
                for steps, _, _ in self.expand(rule["content"], head, 0, None):
                    self.productions[repeat].append(Production(repeat, steps, 0, None))
                    again = [Step(repeat, None, None, 0)] + steps
                    self.productions[repeat].append(Production(repeat, again, 0, None))
            return [([Step(self.repeats[key], None, None, precedence)], precedence, associativity)]
        if kind in ("PREC", "PREC_LEFT", "PREC_RIGHT"):
            side = {"PREC": associativity, "PREC_LEFT": "left", "PREC_RIGHT": "right"}[kind]
            return [(steps, rule["value"], side) for steps, _, _ in self.expand(rule["content"], head, rule["value"], side)]
        if kind in ("FIELD", "ALIAS"):
            results = []
            for steps, level, side in self.expand(rule["content"], head, precedence, associativity):
                if kind == "FIELD":
                    steps = [step._replace(field=rule["name"]) for step in steps]
                else:
                    steps = [step._replace(alias=(rule["value"], rule["named"])) for step in steps]
                results.append((steps, level, side))
            return results
        raise GrammarError(f"a rule of the unknown type {kind}")

    def check(self):
        for head, productions in self.productions.items():
            for one in productions:
                if not one.symbols and head != ("symbol", self.start):
                    raise GrammarError(f"`{head[1]}` matches nothing, which only the first rule may")
        reached, todo = set(), [("symbol", self.start)]
        while todo:
            head = todo.pop()
            if head not in reached:
                reached.add(head)
                todo += [one for production in self.productions.get(head, ()) for one in production.symbols]
        for name in self.rules:
            is_extra = any(one.get("name") == name for one in self.source["extras"])
            if self.symbol(name) not in reached and not is_extra and name != self.source["word"]:
                raise GrammarError(f"`{name}` is not used")


class Table:
    """States with their actions: `("shift", state)`, `("reduce", production)` or `("accept",)` for each token."""

    def __init__(self, grammar):
        self.grammar = grammar
        self.first = self.first_sets()
        self.actions, self.gotos = [], []
        self.build()

    def first_sets(self):
        first = {token: {token} for token in self.grammar.tokens}
        first |= {("external", name): {("external", name)} for name in self.grammar.externals}
        heads = list(self.grammar.productions)
        first |= {head: set() for head in heads}
        while True:
            size = sum(len(one) for one in first.values())
            for head in heads:
                for production in self.grammar.productions[head]:
                    if production.symbols:
                        first[head] |= first[production.symbols[0]]
            if size == sum(len(one) for one in first.values()):
                return first

    def closure(self, kernel):
        items = {item: set(lookaheads) for item, lookaheads in kernel.items()}
        todo = list(items)
        while todo:
            item = todo.pop()
            production, dot = item
            if dot == len(production.symbols) or production.symbols[dot] not in self.grammar.productions:
                continue
            follow = self.first[production.symbols[dot + 1]] if dot + 1 < len(production.symbols) else items[item]
            for inner in self.grammar.productions[production.symbols[dot]]:
                known = items.setdefault((inner, 0), set())
                if not follow <= known or not known:
                    known |= follow
                    todo.append((inner, 0))
        return items

    def build(self):
        start = Production(("start",), [Step(("symbol", self.grammar.start), None, None, 0)], 0, None)
        kernels = [{(start, 0): frozenset([END])}]
        numbers = {self.key(kernels[0]): 0}
        index = 0
        while index < len(kernels):
            items = self.closure(kernels[index])
            moves = collections.defaultdict(dict)
            reductions = collections.defaultdict(list)
            for (production, dot), lookaheads in items.items():
                if dot < len(production.symbols):
                    moves[production.symbols[dot]][(production, dot + 1)] = frozenset(lookaheads)
                else:
                    for token in lookaheads:
                        reductions[token].append(production)
            actions, gotos = {}, {}
            for symbol, kernel in moves.items():
                key = self.key(kernel)
                if key not in numbers:
                    numbers[key] = len(kernels)
                    kernels.append(kernel)
                if symbol in self.grammar.productions:
                    gotos[symbol] = numbers[key]
                else:
                    actions[symbol] = ("shift", numbers[key])
            for token, productions in reductions.items():
                action = self.resolve(token, productions, items, actions.get(token))
                actions[token] = ("accept",) if action == ("reduce", start) else action
            self.actions.append(actions)
            self.gotos.append(gotos)
            index += 1

    @staticmethod
    def key(kernel):
        return frozenset(kernel.items())

    def resolve(self, token, productions, items, shift):
        best = max(one.precedence for one in productions)
        productions = [one for one in productions if one.precedence == best]
        if shift is None:
            if len(productions) > 1:
                self.refuse(token, productions)
            return ("reduce", productions[0])
        levels = [
            production.precedences[dot - 1]
            for (production, dot) in items
            if 0 < dot < len(production.symbols) and token in self.first[production.symbols[dot]]
        ]
        if min(levels) >= best and max(levels) > best:
            return shift
        if max(levels) < best:
            if len(productions) > 1:
                self.refuse(token, productions)
            return ("reduce", productions[0])
        sides = {one.associativity for one in productions}
        if min(levels) == max(levels) == best and sides == {"right"}:
            return shift
        if min(levels) == max(levels) == best and sides == {"left"} and len(productions) == 1:
            return ("reduce", productions[0])
        return self.refuse(token, productions)

    @staticmethod
    def refuse(token, productions):
        names = ", ".join(sorted({f"{one.head[1]} -> {' '.join(part[-1][:20] for part in one.symbols)}" for one in productions}))
        raise GrammarError(f"a conflict in front of {token}: {names}")
