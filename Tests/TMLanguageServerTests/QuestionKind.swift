// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What a case can ask, by the word in its marker.
enum QuestionKind: String, CaseIterable {
  case diagnostics, pull, complete, hover, signature, definition, references, highlight, rename
  case actions, apply, lenses, links, symbols, find, format, formatRange, type, folds, select, hints
  case tokens, calls, diagram
}
