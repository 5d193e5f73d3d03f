// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Reads a JSON string a line from standard input, and answers each with the runs of the text that highlight.js gives a
// class to, as [class, text] pairs that together are the text.
//
//     node tokens.js < TEXTS

"use strict";

// Version 9, which Debian 12 has, says on loading that it is old.
console.log = () => {};

let hljs;
try {
  hljs = require("highlight.js");
} catch {
  try {
    hljs = require("/usr/share/nodejs/highlight.js"); // Where Debian has it, whichever node runs this.
  } catch {
    process.exit(3);
  }
}
hljs.registerLanguage("tm", require("./tm.js"));

const ENTITIES = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&#x27;": "'" };

function runs(text) {
  const html = (
    hljs.versionString && Number(hljs.versionString.split(".")[0]) > 10
      ? hljs.highlight(text, { language: "tm", ignoreIllegals: true })
      : hljs.highlight("tm", text, true)
  ).value;
  const result = [];
  const open = [];
  for (const part of html.match(/<span class="[^"]*">|<\/span>|[^<]+/g) || []) {
    const span = /^<span class="hljs-([^"]*)">$/.exec(part);
    if (span) open.push(span[1]);
    else if (part === "</span>") open.pop();
    else result.push([open[open.length - 1] || "", part.replace(/&(?:lt|gt|amp|quot|#x27);/g, (one) => ENTITIES[one])]);
  }
  return result;
}

const lines = require("node:fs").readFileSync(0, "utf8").split("\n").filter(Boolean);
process.stdout.write(lines.map((line) => `${JSON.stringify(runs(JSON.parse(line)))}\n`).join(""));
