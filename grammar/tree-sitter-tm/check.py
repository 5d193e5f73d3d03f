# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""Says where the tree-sitter grammar builds another tree than the parser.

    check.py [GRAMMAR.js] < TRACES

Needs node, and for what the parser refuses the package `lark`. Exit status: 0 when the two agree, 1 otherwise.
"""

import functools
import importlib.util
import json
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE / "test"), str(HERE.parent)]
import interpreter  # noqa: E402
import query  # noqa: E402
import scanner  # noqa: E402
import traces  # noqa: E402


# What queries/highlights.scm captures a token of each role by.
CAPTURES = {
    "comment": {"comment"},
    "documentation": {"comment.documentation"},
    "keyword": {"keyword"},
    "id": {"type"},
    "reference": {"variable"},
    "property": {"property"},
    "attribute": {"attribute"},
    "label": {"variable.parameter"},
    "operator": {"keyword.operator"},
    "sign": {"operator"},
    "arrow": {"operator"},
    "word": {"constant"},
    "number": {"number"},
    "date": {"number"},
    "text": {"string"},
    "escape": {"string.escape"},
    "unknown-escape": set(),
}
PUNCTUATION = {"@": {"punctuation.special"}} | {sign: {"punctuation.delimiter"} for sign in ",:;"}


def expected_captures(trace, token, keywords):
    word = trace.text[token.start : token.end]
    if token.role == "punctuation":
        return PUNCTUATION.get(word, {"punctuation.bracket"})
    if token.role == "keyword" and word not in keywords:
        return set()
    if token.role == "word" and word in ("yes", "no"):
        return {"boolean"}
    return CAPTURES[token.role]


def check_highlights(report, highlights, trace, tree, keywords):
    found = query.captures(highlights, tree, trace.text)
    for token in trace.tokens:
        expected = expected_captures(trace, token, keywords)
        names = found.get((token.start, token.end), set())
        if names != expected:
            report.add(f"highlighted as {sorted(names)}, not {sorted(expected)}: {trace.place(token.start)}")


def keywords_of(highlights):
    """The words that the query takes for keywords."""
    return {word[1:-1] for one in highlights for kind, name, *words in one.predicates if name == "@keyword" for word in words}


def check_scanner(report, line_end, trace):
    """Compares src/scanner.c with what the interpreter puts in its place, wherever white space can start."""
    characters = scanner.array(trace.text)
    for place, character in enumerate(trace.text):
        if character in " \t\r\n" and line_end(characters, place) != interpreter.line_end(trace.text, place):
            report.add(f"src/scanner.c says otherwise: {trace.place(place)}")
    for flags in ((False, False), (True, True)):
        if "\n" in trace.text and line_end(characters, trace.text.index("\n"), *flags) is not None:
            report.add(f"src/scanner.c ends a line where no line can end: {trace.origin}")


def evaluate(path):
    """The grammar.json of a grammar.js."""
    run = subprocess.run(["node", str(HERE / "test/dsl.js"), str(path)], capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


@functools.cache
def normative():
    """A function that says whether `../tm.ebnf` takes a text; None where lark is not there."""
    specification = importlib.util.spec_from_file_location("normative", HERE.parent / "check.py")
    module = importlib.util.module_from_spec(specification)
    try:
        specification.loader.exec_module(module)
    except ImportError:
        return None
    parser = module.load()
    return lambda text: module.place_of_error(parser, text) is None


def leaves(node):
    return [one for child in node.children for one in leaves(child)] if node.children else [node]


def joined(parser, tree, text):
    """A text with spaces for its comments and for the line endings that the grammar takes for white space, and a space
    behind every number: a lexer of tree-sitter cannot ask what follows one."""
    result = list(text)
    for start, end in parser.joined + parser.comments:
        result[start:end] = " " * (end - start)
    for leaf in leaves(tree):
        if leaf.name in ("number", "date"):
            result[leaf.end - 1] += " "
    return "".join(result)


def queries():
    """The patterns of each query file, by its name."""
    files = sorted((HERE / "queries").glob("*.scm"))
    return {path.stem: query.parse(path.read_text(encoding="utf-8")) for path in files}


def check(report, grammar, patterns, words, examples):
    """Reports the differences between a grammar.json with its queries and the parser; what was compared."""
    parser = interpreter.Parser(grammar)
    for one in patterns.values():
        query.check(one, parser.grammar)
    keywords = keywords_of(patterns["highlights"]) | {"flow", "import"}
    traces.compare_words(report, "keyword", keywords, words["keywords"])
    takes = normative()
    accepted = refused = lenient = 0
    for trace in examples:
        try:
            tree = parser.parse(trace.text)
        except interpreter.SyntaxMistake as mistake:
            refused += 1
            if trace.is_accepted:
                report.add(f"no tree: {trace.place(mistake.position)}")
            continue
        if not trace.is_accepted:
            # It is more lenient about spaces and line breaks alone: with those in order, the text has to be right.
            lenient += 1
            if takes and not takes(joined(parser, tree, trace.text)):
                report.add(f"takes what the language refuses: {trace.origin}:\n{trace.text}")
            continue
        accepted += 1
        check_highlights(report, patterns["highlights"], trace, tree, keywords | {"as"})
        if tree.expression() != trace.tree:
            report.add(f"another tree of {trace.origin}:\n  {tree.expression()}\n  {trace.tree}")
    if not takes:
        print("skipped: the texts that the parser refuses: python3 has no lark")
    return (
        f"tree-sitter: {len(parser.table.actions)} states, {accepted} trees, {refused} texts refused, "
        f"{lenient} right but for a space or a line break"
    )


def main():
    if not shutil.which("node"):
        print("skipped: the tree-sitter grammar: node is not here")
        return 0
    words, examples = traces.read()
    grammar = evaluate(sys.argv[1] if len(sys.argv) > 1 else HERE / "grammar.js")
    report = traces.Report()
    checked = check(report, grammar, queries(), words, examples)
    line_end = scanner.compiled()
    if line_end:
        for trace in examples:
            check_scanner(report, line_end, trace)
    else:
        print("skipped: src/scanner.c: no compiler of C is here")
    return report.finish(checked)


if __name__ == "__main__":
    sys.exit(main())
