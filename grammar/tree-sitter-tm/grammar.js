// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// <reference types="tree-sitter-cli/dsl" />
// @ts-check

// The grammar of the .tm language for editors. `../tm.ebnf` is normative; this one takes every file that it takes, with the
// same tree, and is more lenient about where a line may be broken.
//
// A line ending is white space, except where an item may end: there the scanner (src/scanner.c) makes it the token
// `_line_end`, unless a `{` or a text follows.

const NAME = /[A-Za-z](?:[A-Za-z0-9_]|-[A-Za-z0-9_]|\.[0-9])*/;
const PATH = /[A-Za-z](?:[A-Za-z0-9_]|-[A-Za-z0-9_]|\.[0-9])*(?:\.[A-Za-z](?:[A-Za-z0-9_]|-[A-Za-z0-9_]|\.[0-9])*)+/;

/** One or more, with commas between them. */
const list = (rule) => seq(rule, repeat(seq(",", rule)));

module.exports = grammar({
  name: "tm",

  word: ($) => $.name,

  extras: ($) => [/\s/, /\uFEFF/, $.comment],

  externals: ($) => [$._line_end, $._error_sentinel],

  rules: {
    source_file: ($) => optional($._items),

    // An item ends with its body, or at a line ending, a semicolon or the end of the body around it.
    _items: ($) =>
      choice(
        $._without_body,
        seq(repeat1(choice($._with_body, seq($._without_body, $._end), $._end)), optional($._without_body)),
      ),

    _end: ($) => choice(";", $._line_end),

    _with_body: ($) =>
      choice(
        alias($._declaration_with_body, $.declaration),
        alias($._flow_with_body, $.flow),
        alias($._import_with_body, $.import),
      ),

    _without_body: ($) => choice($.declaration, $.flow, $.import, $.property),

    _attributes: ($) => repeat1($.attribute),

    // process controller "Dose controller"
    declaration: ($) => seq(optional($._attributes), $._heading),
    _declaration_with_body: ($) => seq(optional($._attributes), $._heading, field("body", $.body)),
    _heading: ($) =>
      seq(field("keyword", alias($.name, $.keyword)), optional(field("id", $._id)), optional(field("title", $.text))),

    // flow enter-dose: nurse -> controller "Enters dose"
    flow: ($) => seq(optional($._attributes), $._flow_heading),
    _flow_with_body: ($) => seq(optional($._attributes), $._flow_heading, field("body", $.body)),
    _flow_heading: ($) =>
      seq(
        "flow",
        optional(seq(field("id", $._id), ":")),
        field("source", $._id),
        field("direction", choice("->", "<->")),
        field("target", $._id),
        optional(field("title", $.text)),
      ),

    // import "policy.tm" as policy
    import: ($) => seq(optional($._attributes), $._import_heading),
    _import_with_body: ($) => seq(optional($._attributes), $._import_heading, field("body", $.body)),
    _import_heading: ($) =>
      seq("import", field("source", choice($.text, $.name)), optional(seq("as", field("id", $.name)))),

    body: ($) => seq("{", optional($._items), "}"),

    // carries: dose-order, drug-library
    property: ($) =>
      seq(
        optional($._attributes),
        // Where an item starts, the lexer takes `flow` and `import` for keywords.
        field(
          "name",
          choice(
            alias($.name, $.property_name),
            alias("flow", $.property_name),
            alias("import", $.property_name),
          ),
        ),
        ":",
        list(field("value", $._expression)),
      ),

    // @allow(missing-boundary, "The nurse stands at the device.", until: 2027-03-31)
    attribute: ($) =>
      seq(
        "@",
        field("name", alias($.name, $.attribute_name)),
        "(",
        optional(seq(list($._argument), optional(","))),
        ")",
      ),

    _argument: ($) => choice($._expression, $.labelled_argument),

    labelled_argument: ($) =>
      seq(
        field(
          "name",
          choice(
            alias($.name, $.label),
            alias("not", $.label),
            alias("any", $.label),
            alias("all", $.label),
          ),
        ),
        ":",
        field("value", $._expression),
      ),

    // Values and conditions: one grammar, from a single word to `any carries where class has phi`. What can go on after
    // the `where` of a quantifier belongs to its condition: therefore the precedences.

    _expression: ($) => choice($._disjunction, $.restriction),

    // because on accepted
    restriction: ($) => seq($._disjunction, choice("where", "on"), $._disjunction),

    _disjunction: ($) => choice(prec(-1, $._conjunction), $.disjunction),
    disjunction: ($) => prec.right(seq($._conjunction, repeat1(seq("or", $._conjunction)))),

    _conjunction: ($) => choice(prec(-1, $._negation), $.conjunction),
    conjunction: ($) => prec.right(seq($._negation, repeat1(seq("and", $._negation)))),

    _negation: ($) => choice(prec(-1, $._operand), $.negation, $.comparison),
    negation: ($) => seq("not", $._negation),

    comparison: ($) =>
      choice(
        seq($._operand, field("operator", choice("==", "!=", "<", "<=", ">", ">=", "has", "in")), $._operand),
        seq($._operand, field("operator", "is"), $._positive_operand),
        seq($._operand, field("operator", seq("is", "not")), $._operand),
      ),

    // Where a value must stand, `not` is a name unless a value follows.
    _operand: ($) => choice($._positive_operand, alias("not", $.name)),
    _positive_operand: ($) =>
      choice($._id, alias("any", $.name), alias("all", $.name), $.text, $.number, $.date, $.group, $.quantifier),

    group: ($) => seq("(", list($._expression), ")"),

    // any carries where class has phi; a `where` belongs to the nearest `any` or `all` before it.
    quantifier: ($) =>
      prec.right(
        seq(
          field("quantifier", choice("any", "all")),
          field("collection", $._id),
          optional(seq("where", $._disjunction)),
        ),
      ),

    // No word is reserved: where a name can stand, `and` or `flow` is one. The lexer takes a word for a keyword only where
    // that keyword can stand.
    _id: ($) => choice($.name, $.path),

    name: (_) => NAME,

    // device.controller.usb
    path: (_) => PATH,

    // 4 or 4.5
    number: (_) => /[0-9]+(?:\.[0-9]+)?/,

    // 2027-03-31
    date: (_) => /[0-9]{4}-[0-9]{2}-[0-9]{2}/,

    // "…" on one line, """…""" over any number of lines.
    text: ($) => choice($._short_text, $._long_text),

    _short_text: ($) =>
      seq(
        '"',
        repeat(
          choice(
            token.immediate(prec(1, /[^"\\\r\n]+/)),
            $.escape,
            token.immediate(prec(1, /\\[^\r\n]/)),
          ),
        ),
        token.immediate('"'),
      ),

    _long_text: ($) =>
      seq(
        '"""',
        repeat(
          choice(
            token.immediate(prec(1, /[^"\\]+/)),
            token.immediate(prec(1, /"{1,2}/)),
            $.escape,
            token.immediate(prec(1, /\\(?:.|[\r\n])/)),
          ),
        ),
        token.immediate(prec(2, '"""')),
      ),

    // An escape that the language does not know is part of the text.
    escape: (_) => token.immediate(prec(2, /\\(?:["\\nt]|u\{[0-9A-Fa-f]{1,8}\})/)),

    comment: (_) => token(/\/\/[^\r\n]*/),
  },
});
