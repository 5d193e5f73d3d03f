# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""Highlights `.tm` files, the models of Drawbridge, wherever Pygments is at work: MkDocs, Sphinx, the command line."""

from pygments.lexer import RegexLexer, bygroups, default, include, words
from pygments.token import Comment, Error, Keyword, Literal, Name, Number, Operator, Punctuation, String, Whitespace

__all__ = ["TMLexer"]

# The words that start a declaration; a test compares them with the schema of the language.
KEYWORDS = (
    "model", "import", "zone", "category", "asset", "hazard", "boundary", "external", "process", "store", "interface", "component",
    "flow", "control", "requirement", "verification", "threat", "decision", "matrix", "row", "assumption", "document",
    "view", "rule", "policy", "exempt",
)

NAME = r"[A-Za-z](?:[A-Za-z0-9_]|-(?=[A-Za-z0-9_])|\.(?=[0-9]))*"
PATH = r"[A-Za-z](?:[A-Za-z0-9_]|-(?=[A-Za-z0-9_])|\.(?=[A-Za-z0-9]))*"
END = r"(?![A-Za-z0-9_]|[-.][A-Za-z0-9_])"
JOINING = rf"(?:and|or|is|has|in|where|on){END}"
# What a value can start with.
OPERAND = r'[A-Za-z0-9"(]'


def joints(operand):
    """What joins two values, the state of the second among them."""
    return [
        (rf"(?:and|or|where|on){END}", Operator.Word, operand),
        (r"==|!=|<=|>=|<|>", Operator, "compared"),
        (rf"(is)(\s+)(not){END}", bygroups(Operator.Word, Whitespace, Operator.Word), "compared"),
        (rf"is{END}", Operator.Word, "identified"),
        (rf"(?:has|in){END}", Operator.Word, "compared"),
    ]


def operand(space):
    """Where a value has to stand; between `not` and what it turns there is only `space`."""
    return [
        include("trivia"),
        (rf"not{END}(?={space}+(?!{JOINING}){OPERAND})", Operator.Word),
        include("quantifier"),
        include("plain"),
    ]


class TMLexer(RegexLexer):
    """For models, threat libraries and policies of Drawbridge.

    A line ending ends a value, so the lexer keeps account of whether a value is still to come, as the parser does.
    """

    name = "Drawbridge"
    aliases = ["tm", "drawbridge"]
    filenames = ["*.tm"]
    mimetypes = ["text/x-drawbridge"]

    tokens = {
        "root": [
            include("trivia"),
            (rf"(@)([ \t]*)({NAME})([ \t]*)(\()", bygroups(Punctuation, Whitespace, Name.Decorator, Whitespace, Punctuation), "arguments"),
            (rf"({NAME})([ \t]*)(:)", bygroups(Name.Attribute, Whitespace, Punctuation), ("value", "operand")),
            (rf"(flow)([ \t]+)({PATH})([ \t]*)(:)", bygroups(Keyword.Declaration, Whitespace, Name.Class, Whitespace, Punctuation), "end-of-flow"),
            (rf"(flow)([ \t]+)({PATH})", bygroups(Keyword.Declaration, Whitespace, Name.Variable)),
            (rf"(import)([ \t]+)({NAME})", bygroups(Keyword.Declaration, Whitespace, Name.Variable), "import"),
            (rf"import{END}", Keyword.Declaration, "import"),
            (words(KEYWORDS, suffix=END), Keyword.Declaration, "heading"),
            (rf"{NAME}{END}", Name, "heading"),
            (r"<->|->", Operator, "end-of-flow"),
            include("text"),
            (r"[{};]", Punctuation),
        ],
        "trivia": [
            (r"\ufeff", Whitespace),
            (r"\s+", Whitespace),
            (r"///[^\r\n]*", Comment.Special),
            (r"//[^\r\n]*", Comment.Single),
        ],
        "heading": [
            (r"[ \t]+", Whitespace),
            (PATH, Name.Class, "#pop"),
            default("#pop"),
        ],
        "end-of-flow": [
            include("trivia"),
            (PATH, Name.Variable, "#pop"),
            default("#pop"),
        ],
        "import": [
            (r"[ \t]+", Whitespace),
            (rf"(as)([ \t]+)({NAME})", bygroups(Keyword.Declaration, Whitespace, Name.Class)),
            include("text"),
            default("#pop"),
        ],
        "arguments": [
            include("trivia"),
            (r"\)", Punctuation, "#pop"),
            (r",", Punctuation),
            (rf"({NAME})([ \t]*)(:)", bygroups(Name.Label, Whitespace, Punctuation), ("in-parentheses", "inner-operand")),
            (rf"(?!{OPERAND}).", Error),
            default(("in-parentheses", "inner-operand")),
        ],
        # Behind a value, where the end of the line ends it.
        "value": [
            (r"[ \t]+", Whitespace),
            (r"//[^\r\n]*", Comment.Single),
            *joints("operand"),
            (r",", Punctuation, "operand"),
            default("#pop"),
        ],
        # Behind a value in parentheses.
        "in-parentheses": [
            include("trivia"),
            *joints("inner-operand"),
            default("#pop"),
        ],
        "group": [
            include("trivia"),
            *joints("inner-operand"),
            (r",", Punctuation, "inner-operand"),
            (r"\)", Punctuation, "#pop"),
            default("#pop"),
        ],
        # Where a value has to stand: within a line, and in parentheses, where a line ending is a space.
        "operand": operand(r"[ \t]"),
        "inner-operand": operand(r"\s"),
        "quantifier": [
            (rf"(any|all){END}([ \t]+)(?!{JOINING})({PATH})", bygroups(Operator.Word, Whitespace, Name.Constant), "#pop"),
        ],
        # Behind a comparison `not` is a name.
        "compared": [
            include("trivia"),
            include("quantifier"),
            include("plain"),
        ],
        # Behind `is`, its `not` on a line further down.
        "identified": [
            include("trivia"),
            (rf"not{END}", Operator.Word, ("#pop", "compared")),
            default(("#pop", "compared")),
        ],
        "plain": [
            (rf"(?:yes|no){END}", Keyword.Constant, "#pop"),
            (rf"{PATH}{END}", Name.Constant, "#pop"),
            (rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}{END}", Literal.Date, "#pop"),
            (rf"[0-9]+(?:\.[0-9]+)?{END}", Number, "#pop"),
            (r"\(", Punctuation, ("#pop", "group", "inner-operand")),
            (r'"""', String.Double, ("#pop", "long-text")),
            (r'"', String.Double, ("#pop", "short-text")),
            (r"[A-Za-z0-9_]+", Error, "#pop"),
            default("#pop"),
        ],
        "text": [
            (r'"""', String.Double, "long-text"),
            (r'"', String.Double, "short-text"),
        ],
        "escapes": [
            (r'\\(?:["\\nt]|u\{[0-9A-Fa-f]{1,8}\})', String.Escape),
            (r"\\.", Error),
        ],
        "long-text": [
            (r'"""', String.Double, "#pop"),
            include("escapes"),
            (r'[^"\\]+|"', String.Double),
        ],
        "short-text": [
            (r'"', String.Double, "#pop"),
            include("escapes"),
            (r'[^"\\\r\n]+', String.Double),
            default("#pop"),
        ],
    }
