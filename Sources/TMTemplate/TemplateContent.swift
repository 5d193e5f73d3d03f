// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMWriting

/// What a template makes, and so how the words of a model are escaped in it.
package enum TemplateContent: String, CaseIterable, Sendable {
  case html
  case markdown
  /// Nothing is escaped.
  case text

  /// By the ending of the template's name, in small letters.
  package init(ending: String?) {
    switch ending {
    case "html", "htm", "xhtml": self = .html
    case "md", "markdown": self = .markdown
    default: self = .text
    }
  }

  /// Its name in a template: `{{% CONTENT_TYPE:TEXT}}`.
  package var pragma: String { rawValue.uppercased() }

  /// The words of a model so that they stay words.
  package func escaped(_ words: String) -> String {
    switch self {
    case .html: Self.html(words)
    case .markdown: Self.markdown(words)
    case .text: words
    }
  }

  /// By Unicode scalars: a sign that an accent follows is still a sign to a browser. Controls show as
  /// `TerminalText` says; lines stay lines.
  private static func html(_ words: String) -> String {
    var result = String.UnicodeScalarView()
    let safe = lines(words).map(TerminalText.sanitised).joined(separator: "\n")
    for scalar in safe.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      case "`": result.append(contentsOf: "&#96;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// On one line, so that a cell of a table and an item of a list hold together; an empty line becomes
  /// a break.
  private static func markdown(_ words: String) -> String {
    var result = ""
    var gap = ""
    for line in lines(words).map(MarkdownWriter.escaped) {
      if line.allSatisfy(\.isWhitespace) {
        if !result.isEmpty { gap = "<br>" }
        continue
      }
      result += gap + line
      gap = " "
    }
    return result
  }

  private static func lines(_ words: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var before: Unicode.Scalar = " "
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\n" where before == "\r": break
      case "\n", "\r":
        lines.append(String(line))
        line = .init()
      default: line.append(scalar)
      }
      before = scalar
    }
    return lines + [String(line)]
  }
}
