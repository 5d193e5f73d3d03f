// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// The definition of the .tm language for highlight.js, versions 9 to 11:
//
//     hljs.registerLanguage("tm", tm);
//
// Like the parser it keeps account of where a value has to stand: there `and` is a name.

"use strict";

function tm() {
  // The words that start a declaration; a test compares them with the schema of the language.
  const KEYWORDS = [
    "model", "zone", "category", "asset", "hazard", "boundary", "external", "process", "store", "interface", "component", "control",
    "requirement", "verification", "threat", "decision", "matrix", "row", "assumption", "document", "view", "rule",
    "policy", "exempt",
  ];

  const NAME = "[A-Za-z](?:[A-Za-z0-9_]|-(?=[A-Za-z0-9_])|\\.(?=[0-9]))*";
  const PATH = "[A-Za-z](?:[A-Za-z0-9_]|-(?=[A-Za-z0-9_])|\\.(?=[A-Za-z0-9]))*";
  const END = "(?![A-Za-z0-9_]|[-.][A-Za-z0-9_])";
  const JOINING = "(?:and|or|is|has|in|where|on)" + END;
  const ANY_WORD = "(?:" + JOINING + "|not" + END + ")";
  const COLON = "(?=[ \\t]*:)";
  // The next character that is neither white space nor part of a comment.
  const NEXT = "(?=[^\\s/]|/(?!/))";
  const LINE_END = "(?=[;{}])|$";

  const mode = (className, begin, more) => Object.assign({ className, begin, relevance: 0 }, more);
  const plain = (begin, more) => Object.assign({ begin, relevance: 0 }, more);

  const COMMENT = mode("comment", "//", { end: "$" });
  const ESCAPE = plain("\\\\[\\s\\S]");
  const TEXT = [
    { className: "string", begin: '"""', end: '"""', contains: [ESCAPE] },
    mode("string", '"', { end: '"|$', contains: [plain("\\\\.")] }),
  ];

  // What is behind a word or a sign, on its line or below: `what` if that is there.
  const behind = (what) => ({ end: NEXT, relevance: 0, contains: [COMMENT, Object.assign(what, { endsParent: true })] });

  const joint = (begin, words, className) => {
    const result = plain(begin, { starts: behind(plain(words)) });
    if (className) result.className = className;
    return result;
  };

  const JOINTS = [
    joint(",", JOINING + "(?![ \\t]*:)"),
    joint("(?:is[ \\t]+not|has|in)" + END, ANY_WORD, "keyword"),
    joint("==|!=|<=|>=|<|>", ANY_WORD),
    mode("keyword", "is" + END + "(?=(?:\\s|//[^\\r\\n]*)*not" + END + ")", {
      starts: Object.assign(behind(mode("keyword", "not" + END)), { starts: behind(plain(ANY_WORD)) }),
    }),
    joint("is" + END, JOINING, "keyword"),
    joint("(?:and|or|where|on)" + END, JOINING, "keyword"),
    mode("keyword", "(?:any|all)(?=[ \\t]+(?!" + JOINING + ")[A-Za-z])", { starts: behind(plain(PATH)) }),
  ];

  const PLAIN = [
    mode("number", "[0-9]{4}-[0-9]{2}-[0-9]{2}" + END),
    mode("number", "[0-9]+(?:\\.[0-9]+)?" + END),
    mode("literal", "(?:yes|no)" + END),
    plain(PATH),
  ];

  const not = (ends) => mode("keyword", "not" + END + "(?![ \\t]*(?:" + ends + "[,;)}<>=!]|" + JOINING + "))");

  const GROUP = plain("\\((?:\\s*" + JOINING + "(?![ \\t]*:))?", { end: "\\)" });
  const values = (ends) => [COMMENT].concat(TEXT, [GROUP], JOINTS, [not(ends)], PLAIN);
  GROUP.contains = values("");

  const property = mode("attr", NAME + COLON, {
    starts: {
      end: "(?=[;}])|$",
      relevance: 0,
      contains: [plain(":(?:[ \\t]*" + JOINING + ")?")].concat(values("$|//|")),
    },
  });

  const label = [mode("attr", NAME + COLON), plain(":(?:\\s*" + JOINING + ")?")];
  const attribute = mode("meta", "@[ \\t]*" + NAME, {
    starts: { end: "\\)", relevance: 0, contains: [plain("\\((?:\\s*" + JOINING + "(?![ \\t]*:))?")].concat(label, values("")) },
  });

  const id = (className, path) => mode(className, path, { endsParent: true });
  // Of a heading the rest of the line; a title may also stand on the next.
  const heading = (begin, contains) =>
    mode("keyword", begin + END + "(?![ \\t]*:)", { starts: { end: NEXT + "|$", relevance: 0, contains } });

  const flowWithID = mode("keyword", "flow(?=[ \\t]+" + PATH + "[ \\t]*:)", {
    starts: { end: ":", relevance: 0, contains: [mode("title", PATH)], starts: behind(id("variable", PATH)) },
  });
  const flow = heading("flow", [id("variable", PATH)]);

  const source = {
    end: LINE_END,
    relevance: 0,
    contains: [COMMENT].concat(TEXT, [mode("keyword", "as" + END, { starts: behind(id("title", NAME)) })]),
  };
  const importLibrary = heading("import(?=[ \\t]+[A-Za-z])", [id("variable", NAME)]);
  importLibrary.starts.starts = source;
  const importFile = mode("keyword", "import" + END + "(?![ \\t]*:)", { starts: source });

  return {
    name: "Drawbridge",
    aliases: ["drawbridge"],
    contains: [COMMENT].concat(TEXT, [
      attribute,
      flowWithID,
      flow,
      importLibrary,
      importFile,
      property,
      Object.assign(heading("(?:" + KEYWORDS.join("|") + ")", [id("title", PATH)]), { relevance: 1 }),
      plain(NAME, { starts: { end: NEXT + "|$", relevance: 0, contains: [id("title", PATH)] } }),
      plain("<->|->", { starts: behind(id("variable", PATH)) }),
    ]),
  };
}

if (typeof module !== "undefined") module.exports = tm;
