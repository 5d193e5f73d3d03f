// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// The title of a threat template: a sentence with placeholders such as `{source}`.
package struct SentenceTemplate: Sendable {
  let pieces: [Piece]

  enum Piece: Sendable {
    case text(String)
    case placeholder(Placeholder)
    /// A name in braces that is no placeholder; stands for itself.
    case unknown(String)
  }

  /// What a sentence can be filled with.
  enum Placeholder: String, CaseIterable, Sendable {
    case source
    case target
    case carries
    case personal
    case sends
    case crossing
    case way
    case arrival
    case somebody
    case flow
    case element
    case interface
    case asset
    case places
    case subject

    var subjects: KeywordSet {
      switch self {
      case .source, .target, .carries, .sends, .crossing, .way, .arrival, .somebody, .flow: [.flow]
      case .personal: [.flow, .external, .process, .store]
      case .element: [.external, .process, .store, .interface]
      case .interface: [.interface]
      case .asset, .places: [.asset]
      case .subject: .subjects
      }
    }
  }

  init(_ text: String) {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      let name = String(rest[rest.index(after: open)..<close])
      pieces.append(Placeholder(rawValue: name).map(Piece.placeholder) ?? .unknown(name))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    self.pieces = pieces
  }

  /// The names in braces that mean nothing for some kinds of subject.
  func unknownPlaceholders(for subjects: KeywordSet) -> [String] {
    pieces.compactMap { piece in
      switch piece {
      case .text: nil
      case .unknown(let name): name
      case .placeholder(let placeholder):
        placeholder.subjects.intersects(subjects) ? nil : placeholder.rawValue
      }
    }
  }

  /// Whether the sentence says what a flow carries.
  var namesContent: Bool {
    pieces.contains { piece in
      guard case .placeholder(let placeholder) = piece else { return false }
      return [.carries, .sends, .flow, .personal, .subject, .arrival, .way].contains(placeholder)
    }
  }

  /// The placeholders for some kinds of subject.
  static func placeholders(for subjects: KeywordSet) -> [String] {
    Placeholder.allCases.filter { $0.subjects.intersects(subjects) }.map(\.rawValue)
  }
}
