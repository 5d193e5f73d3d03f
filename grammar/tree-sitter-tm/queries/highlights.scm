; SPDX-FileCopyrightText: The Drawbridge authors
; SPDX-License-Identifier: Apache-2.0

; No two patterns capture the same node, since editors differ in which of them would win.

((comment) @comment.documentation
  (#match? @comment.documentation "^///"))

((comment) @comment
  (#not-match? @comment "^///"))

; The words of the schema; a test compares them. Any other word starts a declaration that the program refuses.
((declaration
  keyword: (keyword) @keyword)
  (#any-of? @keyword
    "model" "zone" "category" "asset" "hazard" "boundary" "external" "process" "store" "interface" "component" "control"
    "requirement" "verification" "threat" "decision" "matrix" "row" "assumption" "document" "view" "rule" "policy"
    "exempt"))

(flow
  "flow" @keyword)

(import
  [
    "import"
    "as"
  ] @keyword)

(declaration
  id: [
    (name)
    (path)
  ] @type)

(flow
  id: [
    (name)
    (path)
  ] @type)

(import
  id: (name) @type)

(flow
  source: [
    (name)
    (path)
  ] @variable)

(flow
  target: [
    (name)
    (path)
  ] @variable)

(import
  source: (name) @variable)

(property_name) @property

(attribute_name) @attribute

(label) @variable.parameter

(text) @string

(escape) @string.escape

[
  (number)
  (date)
] @number

([
  (property value: (name) @boolean)
  (labelled_argument value: (name) @boolean)
  (attribute (name) @boolean)
  (restriction (name) @boolean)
  (disjunction (name) @boolean)
  (conjunction (name) @boolean)
  (negation (name) @boolean)
  (comparison (name) @boolean)
  (group (name) @boolean)
  (quantifier (name) @boolean)
]
  (#any-of? @boolean "yes" "no"))

([
  (property value: (name) @constant)
  (labelled_argument value: (name) @constant)
  (attribute (name) @constant)
  (restriction (name) @constant)
  (disjunction (name) @constant)
  (conjunction (name) @constant)
  (negation (name) @constant)
  (comparison (name) @constant)
  (group (name) @constant)
  (quantifier (name) @constant)
]
  (#not-any-of? @constant "yes" "no"))

[
  (property value: (path) @constant)
  (labelled_argument value: (path) @constant)
  (attribute (path) @constant)
  (restriction (path) @constant)
  (disjunction (path) @constant)
  (conjunction (path) @constant)
  (negation (path) @constant)
  (comparison (path) @constant)
  (group (path) @constant)
  (quantifier (path) @constant)
]

(comparison
  operator: [
    "is"
    "not"
    "has"
    "in"
  ] @keyword.operator)

(disjunction
  "or" @keyword.operator)

(conjunction
  "and" @keyword.operator)

(negation
  "not" @keyword.operator)

(restriction
  [
    "where"
    "on"
  ] @keyword.operator)

(quantifier
  quantifier: [
    "any"
    "all"
  ] @keyword.operator)

(quantifier
  "where" @keyword.operator)

(comparison
  operator: [
    "=="
    "!="
    "<"
    "<="
    ">"
    ">="
  ] @operator)

(flow
  direction: [
    "->"
    "<->"
  ] @operator)

[
  "{"
  "}"
  "("
  ")"
] @punctuation.bracket

[
  ","
  ":"
  ";"
] @punctuation.delimiter

"@" @punctuation.special
