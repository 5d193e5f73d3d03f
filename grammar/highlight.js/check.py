# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""Says where the definition for highlight.js takes a token for something else than the parser does.

    check.py < TRACES

Needs node and highlight.js (Debian: `node-highlight.js`). Exit status: 0 when the two agree, 1 otherwise.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import traces  # noqa: E402

CLASSES = {
    "comment": "comment",
    "documentation": "comment",
    "keyword": "keyword",
    "id": "title",
    "reference": "variable",
    "property": "attr",
    "attribute": "meta",
    "label": "attr",
    "operator": "keyword",
    "sign": "",
    "arrow": "",
    "word": "",
    "number": "number",
    "date": "number",
    "text": "string",
    "escape": "string",
    "unknown-escape": "string",
}


def expected_class(word, role, keywords):
    if role == "keyword" and word not in keywords | {"as"}:
        return ""
    if role == "word" and word in ("yes", "no"):
        return "literal"
    return CLASSES[role]


def main():
    words, examples = traces.read()
    examples = [one for one in examples if "\r" not in one.text]
    node = shutil.which("node")
    run = node and subprocess.run(
        [node, str(HERE / "tokens.js")], input="".join(json.dumps(one.text) + "\n" for one in examples),
        capture_output=True, text=True, encoding="utf-8", check=False)
    if not run or run.returncode == 3:
        print("skipped: grammar/highlight.js: node or highlight.js is not here")
        return 0
    if run.returncode:
        print(run.stderr)
        return 1
    report = traces.Report()
    source = (HERE / "tm.js").read_text(encoding="utf-8")
    keywords = set(re.findall(r'"([a-z]+)"', re.search(r"const KEYWORDS = \[(.*?)\]", source, re.DOTALL).group(1)))
    keywords |= {"flow", "import"}
    traces.compare_words(report, "keyword", keywords, words["keywords"])
    texts = tokens = 0
    for trace, line in zip(examples, run.stdout.split("\n")):
        classes, seen = [], ""
        for name, text in json.loads(line):
            seen += text
            classes += [name] * len(text)
        if seen != trace.text:
            report.add(f"a part is lost of {trace.origin}")
            continue
        if not trace.is_accepted:
            continue
        texts += 1
        for token in trace.tokens:
            if token.role == "punctuation":
                continue
            tokens += 1
            word = trace.text[token.start : token.end]
            expected = expected_class(word, token.role, keywords)
            # A white space inside, as of `@ allow`, counts for nothing.
            wrong = [place for place in range(token.start, token.end) if classes[place] != expected]
            if wrong:
                report.add(f"{token.role}: {classes[wrong[0]]!r}, not {expected!r}: {word!r} in {trace.place(wrong[0])}")
    return report.finish(f"highlight.js: {tokens} tokens of {texts} texts")


if __name__ == "__main__":
    sys.exit(main())
