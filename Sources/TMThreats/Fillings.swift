// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// What the sentences about one subject are filled with, each part made once: the threats of a
/// subject come one after another and share most of it.
final class Fillings {
  private var subject: Subject?
  private var parts: [(place: Place, text: String)] = []

  /// Where in a sentence a part stands.
  enum Place: Equatable {
    case placeholder(SentenceTemplate.Placeholder)
    /// Behind the words of the template.
    case end
  }

  /// The part for a place, which `make` answers when it is first asked for.
  func text(_ place: Place, of subject: Subject, make: () -> String) -> String {
    if subject != self.subject {
      self.subject = subject
      parts.removeAll(keepingCapacity: true)
    }
    if let known = parts.first(where: { $0.place == place }) { return known.text }
    let text = make()
    parts.append((place, text))
    return text
  }
}
