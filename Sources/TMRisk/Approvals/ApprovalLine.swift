// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// One threat as it was approved: a line of the list beside the model.
package struct ApprovalLine: Hashable, Sendable {
  package var id: String
  /// The status that was approved.
  package var status: String
  /// The rating before measures, as text; empty without one.
  package var score = ""
  package var residual = ""
  /// How easily it is exploited before and after measures: `high>low`; empty where nobody says.
  package var exploitability = ""
  /// The hazards with their severities, by path: `HAZ-1:critical`.
  package var harm: [String] = []
  /// What answered it: controls in place by path, and the property that did.
  package var protection: [String] = []
  /// Digests of what it is about, of the words and conditions of its template, and of the grounds and
  /// terms of the decision.
  package var subject = ""
  package var template = ""
  package var terms = ""
  /// Who approved it.
  package var approver = ""
  /// The day, as yyyy-mm-dd.
  package var date = ""

  package init(id: String, status: String) {
    self.id = id
    self.status = status
  }

  /// The text of the line, without its end.
  package var text: String {
    var parts = [id, status]
    for key in Key.allCases {
      let value = self[key]
      if !value.isEmpty { parts.append("\(key.rawValue)=\(Self.written(value))") }
    }
    return parts.joined(separator: " ")
  }

  /// A field behind the id and the status, in the order in which they are written.
  package enum Key: String, CaseIterable, Sendable {
    case score
    case residual
    case exploitability
    case harm
    case protection
    case subject
    case template
    case terms
    case by
    case on
  }

  package subscript(key: Key) -> String {
    get {
      switch key {
      case .score: score
      case .residual: residual
      case .exploitability: exploitability
      case .harm: harm.joined(separator: ",")
      case .protection: protection.joined(separator: ",")
      case .subject: subject
      case .template: template
      case .terms: terms
      case .by: approver
      case .on: date
      }
    }
    set {
      let list = newValue.split(separator: ",").map(String.init)
      switch key {
      case .score: score = newValue
      case .residual: residual = newValue
      case .exploitability: exploitability = newValue
      case .harm: harm = list
      case .protection: protection = list
      case .subject: subject = newValue
      case .template: template = newValue
      case .terms: terms = newValue
      case .by: approver = newValue
      case .on: date = newValue
      }
    }
  }

  /// A value as it stands in a line: in quotes where it has a space or a quote.
  private static func written(_ value: String) -> String {
    let isPlain = value.unicodeScalars.allSatisfy { scalar in
      scalar.value > 0x20 && scalar.value < 0x7F && scalar != "\"" && scalar != "\\"
    }
    if isPlain { return value }
    var text = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      // No value ends its line, moves the cursor or turns the direction of the text.
      case _
      where scalar.properties.generalCategory == .control
        || scalar.properties.generalCategory == .format
        || scalar.value == 0x2028 || scalar.value == 0x2029:
        text += "?"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return "\"\(text)\""
  }
}
