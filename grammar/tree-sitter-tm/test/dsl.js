// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Evaluates a grammar.js to the grammar.json that `tree-sitter generate` makes of it, for machines without tree-sitter.
//
//     node dsl.js GRAMMAR.js > grammar.json

"use strict";

const path = require("node:path");

function rule(value) {
  if (typeof value === "string") return { type: "STRING", value };
  if (value instanceof RegExp) return { type: "PATTERN", value: value.source };
  if (value && typeof value.type === "string") return value;
  throw new TypeError(`not a rule: ${value}`);
}

const members = (type, values) => ({ type, members: values.map(rule) });

function repetition(type) {
  return (value) => ({ type, content: rule(value) });
}

function precedence(type) {
  return (first, second) => {
    const [value, content] = second === undefined ? [0, first] : [first, second];
    return { type, value, content: rule(content) };
  };
}

global.seq = (...values) => members("SEQ", values);
global.choice = (...values) => members("CHOICE", values);
global.blank = () => ({ type: "BLANK" });
global.optional = (value) => choice(value, blank());
global.repeat = repetition("REPEAT");
global.repeat1 = repetition("REPEAT1");
global.field = (name, value) => ({ type: "FIELD", name, content: rule(value) });
global.token = repetition("TOKEN");
global.token.immediate = repetition("IMMEDIATE_TOKEN");
global.prec = precedence("PREC");
global.prec.left = precedence("PREC_LEFT");
global.prec.right = precedence("PREC_RIGHT");
global.prec.dynamic = precedence("PREC_DYNAMIC");
global.alias = (content, value) => {
  const name = rule(value);
  return name.type === "SYMBOL"
    ? { type: "ALIAS", content: rule(content), named: true, value: name.name }
    : { type: "ALIAS", content: rule(content), named: false, value: name.value };
};

global.grammar = (options) => {
  // That every symbol has a rule is checked by what reads the result: an alias may name what has none.
  const symbols = new Proxy({}, { get: (_, name) => ({ type: "SYMBOL", name }) });
  const rules = {};
  for (const [name, define] of Object.entries(options.rules)) rules[name] = rule(define(symbols));
  const symbolNames = (list) => (list || (() => []))(symbols).map(rule);
  return {
    name: options.name,
    word: options.word ? options.word(symbols).name : undefined,
    rules,
    extras: symbolNames(options.extras),
    conflicts: [],
    precedences: [],
    externals: symbolNames(options.externals),
    inline: [],
    supertypes: [],
  };
};

process.stdout.write(`${JSON.stringify(require(path.resolve(process.argv[2])), null, 2)}\n`);
