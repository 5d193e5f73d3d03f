# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""Says where the Pygments lexer takes a token for something else than the parser does.

    check.py < TRACES

Needs the package `Pygments`. Exit status: 0 when the two agree, 1 otherwise.
"""

import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
import drawbridge_pygments  # noqa: E402
import traces  # noqa: E402
from pygments.token import Comment, Error, Keyword, Literal, Name, Number, Operator, Punctuation, String  # noqa: E402

TYPES = {
    "comment": Comment.Single,
    "documentation": Comment.Special,
    "keyword": Keyword.Declaration,
    "id": Name.Class,
    "reference": Name.Variable,
    "property": Name.Attribute,
    "attribute": Name.Decorator,
    "label": Name.Label,
    "operator": Operator.Word,
    "sign": Operator,
    "arrow": Operator,
    "word": Name.Constant,
    "number": Number,
    "date": Literal.Date,
    "text": String.Double,
    "escape": String.Escape,
    "unknown-escape": Error,
    "punctuation": Punctuation,
}


def expected_type(word, role, keywords):
    if role == "keyword" and word not in keywords and word != "as":
        return Name  # The parser takes any word for a keyword, the schema does not.
    if role == "word" and word in ("yes", "no"):
        return Keyword.Constant
    return TYPES[role]


def check(report, lexer, keywords, words, examples):
    """Reports the differences; what was compared."""
    traces.compare_words(report, "keyword", keywords, words["keywords"])
    texts = tokens = 0
    for trace in examples:
        if not trace.is_accepted:
            # Of what the parser refuses, nothing may be lost, nor may the lexer run forever.
            if "".join(text for _, _, text in lexer.get_tokens_unprocessed(trace.text)) != trace.text:
                report.add(f"the lexer loses a part of {trace.origin}")
            continue
        texts += 1
        types = [None] * len(trace.text)
        for start, kind, text in lexer.get_tokens_unprocessed(trace.text):
            types[start : start + len(text)] = [kind] * len(text)
        inner = [one for one in trace.tokens if one.role.endswith("escape")]
        is_allowed_error = {place for one in inner if one.role == "unknown-escape" for place in range(one.start, one.end)}
        for token in trace.tokens:
            tokens += 1
            word = trace.text[token.start : token.end]
            expected = expected_type(word, token.role, keywords)
            covered = {place for one in inner if one is not token for place in range(one.start, one.end)}
            for place in range(token.start, token.end):
                if token.role == "text" and place in covered:
                    continue
                if types[place] is not expected:
                    report.add(f"{token.role}: {types[place]}, not {expected}: {word!r} in {trace.place(place)}")
                    break
        for place, kind in enumerate(types):
            if kind is Error and place not in is_allowed_error:
                report.add(f"an error in a text without one: {trace.place(place)}")
    return f"Pygments: {tokens} tokens of {texts} texts"


def main():
    words, examples = traces.read()
    report = traces.Report()
    lexer = drawbridge_pygments.TMLexer()
    return report.finish(check(report, lexer, drawbridge_pygments.KEYWORDS, words, examples))


if __name__ == "__main__":
    sys.exit(main())
