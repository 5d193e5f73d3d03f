// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Synchronization
import TMModel
import TMSyntax

/// The title of a threat template: a sentence with placeholders such as `{source}`.
///
/// It is taken apart when it is first filled: most templates of the program ask nothing of most models.
package struct SentenceTemplate: Sendable {
  private let form: Form

  var pieces: [Piece] { form.pieces }

  private final class Form: Sendable {
    private let text: String
    private let known = OnDemand<[Piece]>()

    init(_ text: String) { self.text = text }

    var pieces: [Piece] { known.value { SentenceTemplate.pieces(of: text) } }
  }

  enum Piece: Sendable {
    case text(String)
    case placeholder(Placeholder)
    /// A name in braces that is no placeholder; stands for itself.
    case unknown(String)
    /// Words that go by the number of what a placeholder stands for: "takes" and "take".
    case agreeing(one: String, several: String, with: Placeholder)
  }

  /// What a sentence can be filled with.
  enum Placeholder: String, CaseIterable, Sendable {
    case source
    case target
    case carries
    case personal
    case sends
    case way
    case arrival
    case somebody
    case flow
    case element
    case interface
    case asset
    case places
    case subject

    /// Whether it stands for names, which can be several, rather than for a part of the sentence.
    var isNoun: Bool {
      switch self {
      case .source, .target, .carries, .personal, .flow, .element, .interface, .asset, .subject:
        true
      case .sends, .way, .arrival, .somebody, .places: false
      }
    }

    var subjects: KeywordSet {
      switch self {
      case .source, .target, .carries, .sends, .way, .arrival, .somebody, .flow: [.flow]
      case .personal: [.flow, .external, .process, .store]
      case .element: [.external, .process, .store, .interface]
      case .interface: [.interface]
      case .asset, .places: [.asset]
      case .subject: .subjects
      }
    }
  }

  /// - Parameter text: with names in braces; `{is|are}` goes by the number of the name before it.
  init(_ text: String) { form = Form(text) }

  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      let name = String(rest[rest.index(after: open)..<close])
      pieces.append(Placeholder(rawValue: name).map(Piece.placeholder) ?? .unknown(name))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    return SentenceAgreement.applied(to: pieces)
  }

  /// The sentence of a template that is part of the program: every model has it, and it is made once.
  static func builtIn(_ text: String) -> SentenceTemplate {
    known.withLock { known in
      if let template = known[text] { return template }
      let template = SentenceTemplate(text)
      known[text] = template
      return template
    }
  }

  private static let known = Mutex<[String: SentenceTemplate]>([:])

  /// Whether the sentence says of an interface whose it is: "{interface} of {element}".
  var namesOwner: Bool { pieces.count != piecesWithoutOwner.count }

  /// The sentence without "of {element}" behind the interface.
  var piecesWithoutOwner: [Piece] {
    var found: [Piece] = []
    var index = 0
    while index < pieces.count {
      found.append(pieces[index])
      let isOwned =
        pieces[index].isPlaceholder(.interface) && index + 2 < pieces.count
        && pieces[index + 1].isText(" of ") && pieces[index + 2].isPlaceholder(.element)
      index += isOwned ? 3 : 1
    }
    return found
  }

  /// The names in braces that mean nothing for some kinds of subject.
  func unknownPlaceholders(for subjects: KeywordSet) -> [String] {
    pieces.compactMap { piece in
      switch piece {
      case .text, .agreeing: nil
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

  /// Whether the sentence has a placeholder.
  func names(_ wanted: Placeholder) -> Bool {
    pieces.contains { $0.isPlaceholder(wanted) }
  }

  /// The placeholders for some kinds of subject.
  static func placeholders(for subjects: KeywordSet) -> [String] {
    Placeholder.allCases.filter { $0.subjects.intersects(subjects) }.map(\.rawValue)
  }
}

extension SentenceTemplate.Piece {
  fileprivate func isPlaceholder(_ wanted: SentenceTemplate.Placeholder) -> Bool {
    guard case .placeholder(let placeholder) = self else { return false }
    return placeholder == wanted
  }

  fileprivate func isText(_ wanted: String) -> Bool {
    guard case .text(let text) = self else { return false }
    return text == wanted
  }
}
