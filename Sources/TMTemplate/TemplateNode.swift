// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// A part of a template that is not plain text.
indirect enum TemplateNode {
  /// `{{name}}`, or `{{{name}}}`.
  case variable(TemplateName)
  /// `{{#name}}…{{/name}}`, or `{{^name}}…{{/name}}`.
  case section(TemplateName, Kind, [TemplateNode])
  /// `{{> name}}`.
  case partial(String, SourceRange)

  enum Kind {
    case present
    case absent
  }
}

/// What a tag names: a way to a field, and what is done to its value.
struct TemplateName {
  /// Fields one in another; empty for the value at hand, `.`.
  let path: [String]
  /// Whether the first field is looked for in the innermost record alone: `.name`.
  let isLocal: Bool
  /// What is done to the value, the last first: `[uppercased]`.
  let transforms: [String]
  /// As it is written, which its end has to repeat.
  let text: String
  /// The name in its tag.
  let range: SourceRange
}
