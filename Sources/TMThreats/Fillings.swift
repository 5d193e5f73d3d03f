// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// What the sentences about one subject are filled with, each part made once: the threats of a
/// subject come one after another and share most of it.
final class Fillings {
  private var subject: Subject?
  private var places: [Place] = []
  /// The parts, in the order of their places.
  private var texts: [String] = []

  /// Where in a sentence a part stands.
  enum Place: Equatable {
    case placeholder(
      SentenceTemplate.Placeholder, ThreatTemplate.Ways, [Witnesses], behindContent: Bool)
    /// Behind the words of the template.
    case end
  }

  /// The part for a place, which `make` answers when it is first asked for.
  func text(_ place: Place, of subject: Subject, make: () -> String) -> String {
    if subject != self.subject {
      self.subject = subject
      places.removeAll(keepingCapacity: true)
      texts.removeAll(keepingCapacity: true)
    }
    if let known = places.firstIndex(of: place) { return texts[known] }
    let text = make()
    places.append(place)
    texts.append(text)
    return text
  }
}
