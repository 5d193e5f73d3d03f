# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""Says where the TextMate grammar scopes a token otherwise than the parser means it.

    check.py [GRAMMAR] < TRACES

Needs the package `textmate-grammar-python` (https://pypi.org/project/textmate-grammar-python/). Exit status: 0 when the
two agree, 1 otherwise.
"""

import json
import logging
import os
import pathlib
import re
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import traces  # noqa: E402

logging.disable(logging.CRITICAL)

# The innermost scope that a token of each role has.
SCOPES = {
    "comment": "comment.line.double-slash.tm",
    "documentation": "comment.line.documentation.tm",
    "keyword": "keyword.declaration.tm",
    "id": "entity.name.type.tm",
    "reference": "variable.other.reference.tm",
    "property": "support.type.property-name.tm",
    "attribute": "entity.name.function.annotation.tm",
    "label": "variable.parameter.tm",
    "operator": "keyword.operator.word.tm",
    "sign": "keyword.operator.comparison.tm",
    "arrow": "keyword.operator.arrow.tm",
    "word": "constant.other.word.tm",
    "number": "constant.numeric.tm",
    "date": "constant.numeric.date.tm",
    "text": "string.quoted",
    "escape": "constant.character.escape.tm",
    "unknown-escape": "invalid.illegal.unknown-escape.tm",
    "punctuation": "punctuation",
}


def engine():
    """The class that runs a grammar; loaded elsewhere, since it makes a folder for a cache where it is loaded."""
    here = os.getcwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            from textmate_grammar.parsers.base import LanguageParser
        finally:
            os.chdir(here)
    return LanguageParser


def expected_scope(trace, token, keywords):
    word = trace.text[token.start : token.end]
    if token.role == "keyword" and word not in keywords | {"as"}:
        return "source.tm"  # The parser takes any word for a keyword, the schema does not.
    if token.role == "word" and word in ("yes", "no"):
        return "constant.language.boolean.tm"
    return SCOPES[token.role]


def innermost(scopes):
    """The scope that says what a character is; of the marks around a text or a comment, that of the whole."""
    scopes = [one for one in scopes if not one.startswith("meta.")]
    if scopes[-1].startswith(("punctuation.definition.comment", "punctuation.definition.string", "constant.other.vector")):
        scopes.pop()
    return scopes[-1]


def scopes_of(parser, text):
    """For each character of a text, its scopes, the outermost first."""
    # The engine breaks on blanks at the end of a last line without an end, as an editor never has it.
    element = parser.parse_string(text if text.endswith("\n") else text + "\n")
    if element is None:
        return None
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    result = [["source.tm"]] * (len(text) + 1)
    for (line, column), content, scopes in element.flatten():
        begin = starts[line] + column
        for position in range(begin, min(begin + len(content), len(text))):
            result[position] = scopes
    return result


def check_vectors(report, trace, token, scopes):
    """Reports a CVSS vector in a text that has no scope of its own."""
    for vector in re.finditer(r"CVSS:\d\.\d(?:/[A-Za-z]+:[A-Za-z]+)+", trace.text[token.start : token.end]):
        for place in range(token.start + vector.start(), token.start + vector.end()):
            if "constant.other.vector.tm" not in scopes[place]:
                report.add(f"no vector: {trace.place(place)}")
                break


def check(report, grammar, words, examples):
    """Reports the differences; what was compared."""
    LanguageParser = engine()
    written = set()
    for rule in ("declaration", "flow", "import"):
        pattern = grammar["repository"][rule]
        group = re.search(r"\(([a-z|]+)\)", pattern.get("match") or pattern["begin"])
        written |= set(group.group(1).split("|"))
    traces.compare_words(report, "keyword", written, words["keywords"])
    parser = LanguageParser(grammar)
    texts = tokens = 0
    for trace in examples:
        # An editor takes line endings and a byte-order mark away before its grammar sees the text.
        if not trace.is_accepted or not trace.text.strip() or "\r" in trace.text or trace.text.startswith("\ufeff"):
            continue
        texts += 1
        scopes = scopes_of(parser, trace.text)
        inner = [one for one in trace.tokens if one.role.endswith("escape")]
        for token in trace.tokens:
            tokens += 1
            expected = expected_scope(trace, token, written)
            covered = {place for one in inner if one is not token for place in range(one.start, one.end)}
            for place in range(token.start, token.end):
                if trace.text[place] == "\n" or token.role == "text" and place in covered:
                    continue
                found = innermost(scopes[place]) if scopes else "nothing"
                if not found.startswith(expected):
                    report.add(f"{token.role}: {found}, not {expected}: {trace.text[token.start:token.end]!r} in {trace.place(place)}")
                    break
            if token.role == "text":
                check_vectors(report, trace, token, scopes)
    return f"TextMate: {tokens} tokens of {texts} texts"


def main():
    path = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "tm.tmLanguage.json"
    words, examples = traces.read()
    report = traces.Report()
    return report.finish(check(report, json.loads(path.read_text(encoding="utf-8")), words, examples))


if __name__ == "__main__":
    sys.exit(main())
