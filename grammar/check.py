# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""Says whether texts follow the grammar in tm.ebnf.

    check.py FILE...           one line a file: "accept PATH" or "reject PATH:LINE:COLUMN"
    check.py --json-lines      reads a JSON string a line from standard input, and answers
                               each with "accept" or "reject LINE:COLUMN"

Exit status: 0 when all texts were accepted, 1 otherwise, 2 when a file could not be read.
Needs the package `lark` (https://pypi.org/project/lark/).
"""

import json
import pathlib
import sys

import lark


class LineEndings:
    """The three rules for line endings at the head of the grammar."""

    always_accept = ()

    def process(self, tokens):
        depth = 0
        newline = None
        for token in tokens:
            if token.type == "_NEWLINE":
                newline = token if depth == 0 else None
                continue
            if newline is not None and token.type != "LBRACE":
                if token.type == "TEXT":
                    newline = lark.Token.new_borrow_pos("_TEXT_BREAK", newline, newline)
                yield newline
            newline = None
            depth += (token.type == "LPAR") - (token.type == "RPAR")
            yield token
        if newline is not None:
            yield newline


def load():
    grammar = pathlib.Path(__file__).with_name("tm.ebnf").read_text(encoding="utf-8")
    return lark.Lark(
        grammar, start="file", parser="lalr", lexer="basic", postlex=LineEndings()
    )


def place_of_error(parser, text):
    """None for a text that follows the grammar, else "LINE:COLUMN" of the first error."""
    try:
        parser.parse(text)
    except lark.exceptions.UnexpectedInput as error:
        # The end of the text has no place of its own.
        return f"{error.line}:{error.column}" if error.line > 0 else "end"
    return None


def check_json_lines(parser):
    accepted = True
    for line in sys.stdin:
        place = place_of_error(parser, json.loads(line))
        print("accept" if place is None else f"reject {place}")
        accepted = accepted and place is None
    return 0 if accepted else 1


def check_files(parser, paths):
    status = 0
    for path in paths:
        try:
            text = pathlib.Path(path).read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            print(f"reject {path}: byte {error.start} is not UTF-8")
            status = max(status, 1)
            continue
        except OSError as error:
            print(f"{path}: {error.strerror}", file=sys.stderr)
            status = 2
            continue
        place = place_of_error(parser, text)
        print(f"accept {path}" if place is None else f"reject {path}:{place}")
        if place is not None:
            status = max(status, 1)
    return status


def main(arguments):
    if arguments == ["--json-lines"]:
        return check_json_lines(load())
    if not arguments or arguments[0].startswith("-"):
        print(__doc__.strip(), file=sys.stderr)
        return 64
    return check_files(load(), arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
