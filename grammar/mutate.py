# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""Takes one rule after the other out of a grammar, or an alternative out of a rule, and says whether its check notices.

    mutate.py textmate|tree-sitter|pygments [--all] < TRACES

TM_TRACES=FILE swift test --filter EditorGrammar writes the traces.

Exit status: 0 when every change was noticed but those that change nothing, 1 otherwise. By hand and after a change of a
grammar: it takes minutes.
"""

import copy
import importlib.util
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import traces  # noqa: E402

# Changes that change no tree: in a text the precedence of its parts tells them from white space and comments already, and
# only a byte-order mark right before a word is left to the extras.
HARMLESS = re.compile(r"IMMEDIATE_TOKEN|^rules\._(short|long)_text\..*no PREC|uFEFF")


def module(path, name):
    specification = importlib.util.spec_from_file_location(name, HERE / path)
    result = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(result)
    return result


def lists(value, path=()):
    """Every list in a JSON value, with the way to it."""
    if isinstance(value, list):
        yield path, value
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield from lists(inner, (*path, key))


def at(value, path):
    for key in path:
        value = value[key]
    return value


def without_members(value, is_mutable):
    """The value without one member of one list, for each."""
    for path, members in list(lists(value)):
        if not is_mutable(path):
            continue
        for index in range(len(members)):
            changed = copy.deepcopy(value)
            del at(changed, path)[index]
            yield f"{'.'.join(map(str, path))}[{index}] {json.dumps(members[index])[:60]}", changed


def without_wrappers(value, kinds, path=()):
    """The value with one rule of some types replaced by what it holds, for each."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        if isinstance(inner, dict) and inner.get("type") in kinds:
            yield (*path, key)
        yield from without_wrappers(inner, kinds, (*path, key))


def textmate(words, examples):
    check = module("textmate/check.py", "textmate_check")
    grammar = json.loads((HERE / "textmate/tm.tmLanguage.json").read_text(encoding="utf-8"))
    mutants = list(without_members(grammar, lambda path: path[-1] == "patterns"))
    for name, rule in grammar["repository"].items():
        for key in ("beginCaptures", "endCaptures", "captures"):
            for number in rule.get(key, ()):
                changed = copy.deepcopy(grammar)
                del changed["repository"][name][key][number]
                mutants.append((f"{name}.{key}.{number}", changed))
    for name, mutant in mutants:
        yield name, lambda mutant=mutant: check.check(traces.Report(is_one_enough=True), mutant, words, examples)


def tree_sitter(words, examples):
    check = module("tree-sitter-tm/check.py", "tree_sitter_check")
    grammar = check.evaluate(HERE / "tree-sitter-tm/grammar.js")
    patterns = check.queries()

    def is_choice(path):
        return path[0] == "extras" or path[-1] == "members" and at(grammar, path[:-1])["type"] == "CHOICE"

    mutants = list(without_members(grammar, is_choice))
    wrappers = ("REPEAT", "REPEAT1", "PREC", "PREC_RIGHT", "ALIAS", "FIELD", "IMMEDIATE_TOKEN")
    for path in without_wrappers(grammar["rules"], wrappers, ("rules",)):
        changed = copy.deepcopy(grammar)
        rule = at(changed, path)
        at(changed, path[:-1])[path[-1]] = rule["content"]
        mutants.append((f"{'.'.join(map(str, path))}: no {rule['type']}", changed))
    for name, mutant in mutants:
        yield name, lambda mutant=mutant: check.check(traces.Report(is_one_enough=True), mutant, patterns, words, examples)
    for index in range(len(patterns["highlights"])):
        changed = {**patterns, "highlights": patterns["highlights"][:index] + patterns["highlights"][index + 1 :]}
        yield (
            f"highlights.scm[{index}]",
            lambda changed=changed: check.check(traces.Report(is_one_enough=True), grammar, changed, words, examples),
        )


def pygments(words, examples):
    path = HERE / "pygments/drawbridge_pygments.py"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    check = module("pygments/check.py", "pygments_check")
    is_rule = re.compile(r"\s+(\(r|\(words|default|include|\*joints).*,\n")
    for index, line in enumerate(lines):
        if not is_rule.fullmatch(line):
            continue
        source = "".join(lines[:index] + lines[index + 1 :])

        def run(source=source):
            names = {"__name__": "mutant"}
            exec(compile(source, str(path), "exec"), names)
            check.check(traces.Report(is_one_enough=True), names["TMLexer"](), names["KEYWORDS"], words, examples)

        yield f"line {index + 1}: {line.strip()[:70]}", run


def main():
    kinds = {"textmate": textmate, "tree-sitter": tree_sitter, "pygments": pygments}
    if len(sys.argv) < 2 or sys.argv[1] not in kinds:
        print(__doc__.strip(), file=sys.stderr)
        return 64
    words, examples = traces.read()
    if "--all" not in sys.argv:
        examples = traces.varied(examples)
    noticed, missed = 0, []
    for name, run in kinds[sys.argv[1]](words, examples):
        try:
            run()
            missed.append(name)
        except Exception:  # A grammar that cannot be used is noticed as well.
            noticed += 1
    for name in missed:
        print(f"not noticed{', harmless' if HARMLESS.search(name) else ''}: {name}")
    print(f"{sys.argv[1]}: {noticed} of {noticed + len(missed)} changes noticed")
    return 0 if all(map(HARMLESS.search, missed)) else 1


if __name__ == "__main__":
    sys.exit(main())
