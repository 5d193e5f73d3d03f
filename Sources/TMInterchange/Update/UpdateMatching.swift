// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Which declaration of one text is which of another: by the id of the source, then by its title and its own id.
///
/// Several can have one id of the source, such as the links between two shapes of a flowchart, or the shapes of a page and
/// of its copy: then the title, the ends and the place tell which is which. Where they do not, none is taken for another,
/// so that no decision moves to what it was not made for.
struct UpdateMatching {
  private var pairs: [ObjectIdentifier: OutlineDeclaration] = [:]
  private var taken: Set<ObjectIdentifier> = []
  /// What was paired in its order alone, since what the source says of several did not tell them apart.
  private var guessed: Set<ObjectIdentifier> = []

  /// Whether what the source gave an id is found by that alone.
  private let bySourceAlone: Bool
  /// Whether both texts were imported, so that their ids are made of their titles.
  private let isImport: Bool

  /// - Parameters:
  ///   - bySourceAlone: whether a declaration that has an id of the source is none that has not; else somebody may have
  ///     taken the id away.
  ///   - isImport: whether neither text was written by people, so that an id says no more than the title that it was
  ///     made of, and less where that was too long for it.
  init(
    from first: ModelOutline, to second: ModelOutline, bySourceAlone: Bool = false,
    isImport: Bool = false
  ) {
    (self.bySourceAlone, self.isImport) = (bySourceAlone, isImport)
    // What flows connect and what threats are about is known first, since it tells them apart.
    let (asking, found) = (Side(first), Side(second))
    for kind in [Kind.thing, .flow, .threat] { match(kind, asking, found) }
  }

  func counterpart(_ declaration: OutlineDeclaration) -> OutlineDeclaration? {
    pairs[ObjectIdentifier(declaration)]
  }

  /// Whether a declaration is one of several, of which none is in all as it was.
  func isGuessed(_ declaration: OutlineDeclaration) -> Bool {
    guessed.contains(ObjectIdentifier(declaration))
  }

  // MARK: - Rounds

  private enum Kind {
    case thing
    case flow
    case threat

    init(_ declaration: OutlineDeclaration) {
      switch declaration.keyword {
      case .flow: self = .flow
      case .threat: self = .threat
      default: self = .thing
      }
    }
  }

  /// What declarations are compared by, the surest first.
  private enum Round: CaseIterable {
    case sourceAndContent
    case sourceAndTraffic
    case sourceAndProtocol
    case sourceAndOwnID
    case sourceAndPlace
    case sourceAndTitle
    case source
    case content
    case title
    case id
    case sourceAndName
    case sourceLeft

    var isOfSource: Bool { isOfPlace || self == .sourceAndTitle || self == .source || isLeft }

    /// Whether it pairs what is left of several of one id: they are the same things, and what was decided of one may have
    /// been of another.
    var isLeft: Bool { self == .sourceAndName || self == .sourceLeft }

    /// Whether what stands around tells things of one id apart.
    var isOfPlace: Bool {
      switch self {
      case .sourceAndContent, .sourceAndTraffic, .sourceAndProtocol, .sourceAndOwnID,
        .sourceAndPlace:
        true
      case .sourceAndTitle, .source, .content, .title, .id, .sourceAndName, .sourceLeft: false
      }
    }
  }

  /// The declarations of a text by their names, and the views that show each.
  private struct Side {
    let all: [OutlineDeclaration]
    private(set) var named: [String: OutlineDeclaration] = [:]
    private(set) var views: [String: [String]] = [:]

    init(_ outline: ModelOutline) {
      all = outline.all
      for declaration in outline.all {
        guard let id = declaration.id, declaration.keyword != .threat else { continue }
        if named[id] == nil { named[id] = declaration }
        guard declaration.keyword == .view else { continue }
        for shown in declaration.values("include") ?? [] {
          views[shown, default: []].append(declaration.title ?? id)
        }
      }
    }
  }

  private mutating func match(_ kind: Kind, _ first: Side, _ second: Side) {
    let asking = first.all.filter { Kind($0) == kind }
    let found = second.all.filter { Kind($0) == kind }
    for round in Round.allCases {
      // Counted are all that have a key, also those that are known already: what several have tells nothing.
      var targets: [String: [OutlineDeclaration]] = [:]
      for declaration in found {
        // Of what is left over, only that counts.
        if round.isLeft, taken.contains(ObjectIdentifier(declaration)) { continue }
        for key in Set(keys(declaration, round, second, isFirst: false)) {
          targets[key, default: []].append(declaration)
        }
      }
      var askers: [String: Int] = [:]
      var keysOf: [[String]] = []
      for declaration in asking {
        let isKnown = round.isLeft && pairs[ObjectIdentifier(declaration)] != nil
        let keys = isKnown ? [] : keys(declaration, round, first, isFirst: true)
        keysOf.append(keys)
        for key in Set(keys) { askers[key, default: 0] += 1 }
      }
      // Where many have one key, those at the beginning are taken.
      var starts: [String: Int] = [:]
      for (declaration, keys) in zip(asking, keysOf)
      where pairs[ObjectIdentifier(declaration)] == nil {
        for key in keys {
          let all = targets[key] ?? []
          // As many of a kind on both sides are the same in their order.
          guard all.count == askers[key],
            all.count == 1 || round.isOfPlace || round == .sourceAndName || round == .content
          else { continue }
          var start = starts[key] ?? 0
          while start < all.count, taken.contains(ObjectIdentifier(all[start])) { start += 1 }
          starts[key] = start
          guard let target = all[start...].first(where: { isFree($0, for: declaration, round) })
          else { continue }
          pairs[ObjectIdentifier(declaration)] = target
          taken.insert(ObjectIdentifier(target))
          if round.isLeft || all.count > 1 && round.isOfPlace && round != .sourceAndContent {
            guessed.insert(ObjectIdentifier(declaration))
          }
          break
        }
      }
    }
  }

  /// Whether a declaration may be that one: not two that the source tells apart.
  private func isFree(
    _ target: OutlineDeclaration, for declaration: OutlineDeclaration, _ round: Round
  ) -> Bool {
    if taken.contains(ObjectIdentifier(target)) { return false }
    if round.isOfSource { return true }
    // People may have copied it with its link: the one that kept the id is it.
    if round == .id, !isImport,
      !Set(Self.sources(declaration)).isDisjoint(with: Self.sources(target))
    {
      return true
    }
    if round == .id, let title = declaration.title, let other = target.title, title != other,
      bySourceAlone
        || isImport && Self.isMade(declaration.id, of: title) && Self.isMade(target.id, of: other)
    {
      return false
    }
    if bySourceAlone, declaration.keyword != .threat {
      return Self.sources(declaration).isEmpty && Self.sources(target).isEmpty
    }
    return Self.sources(declaration).isEmpty || Self.sources(target).isEmpty
  }

  // MARK: - Keys

  private func keys(
    _ declaration: OutlineDeclaration, _ round: Round, _ side: Side, isFirst: Bool
  ) -> [String] {
    // A threat is that of its subject only.
    var kind = Self.kind(declaration)
    if declaration.keyword == .threat {
      guard let subject = declaration.parent.flatMap({ token($0, isFirst: isFirst) }) else {
        return []
      }
      kind += " \(subject)"
    }
    let title = declaration.title ?? ""
    if round.isOfPlace {
      guard let detail = detail(of: declaration, round) else { return [] }
      let place = place(of: declaration, side, isFirst: isFirst)
      return Self.sources(declaration).map { "\(kind) \($0) \(title) \(place) \(detail)" }
    }
    switch round {
    case .sourceAndContent, .sourceAndTraffic, .sourceAndProtocol, .sourceAndOwnID,
      .sourceAndPlace:
      return []
    case .sourceAndTitle: return Self.sources(declaration).map { "\(kind) \($0) \(title)" }
    case .sourceAndName:
      guard isImport, declaration.keyword != .threat, let id = declaration.id else { return [] }
      return Self.sources(declaration).map { "\(kind) \($0) \(id) \(title)" }
    case .sourceLeft:
      // Of flows of one id the label alone tells which is which: what answers one must not answer another.
      guard isImport, ![.threat, .flow].contains(declaration.keyword) else { return [] }
      return Self.sources(declaration).map { "\(kind) \($0)" }
    case .source: return Self.sources(declaration).map { "\(kind) \($0)" }
    case .content:
      guard isImport, Self.sources(declaration).isEmpty, declaration.title != nil else { return [] }
      let properties = declaration.properties.map { "\($0.name): \($0.values)" }
      return ["\(kind) \(title) \(properties) \(declaration.documentation)"]
    case .title: return declaration.title.map { ["\(kind) \($0)"] } ?? []
    case .id:
      return declaration.id.map { ["\(kind) \($0)"] }
        ?? ([.model, .policy].contains(declaration.keyword) ? [declaration.keyword.word] : [])
    }
  }

  /// What else the source says of a declaration that has its id, title and place with others; nil where a round does not
  /// ask that.
  private func detail(of declaration: OutlineDeclaration, _ round: Round) -> String? {
    let stated = { (names: [String]) in
      names.map { declaration.values($0)?.joined(separator: " ") ?? "" }.joined(separator: "; ")
    }
    switch round {
    case .sourceAndContent:
      let properties = declaration.properties.filter { !["link", "crosses"].contains($0.name) }
        .map { "\($0.name): \($0.values)" }
      return "\(declaration.keyword.word) \(properties) \(declaration.documentation)"
    case .sourceAndTraffic:
      return declaration.keyword == .flow ? stated(["protocol", "carries"]) : nil
    case .sourceAndProtocol: return declaration.keyword == .flow ? stated(["protocol"]) : nil
    case .sourceAndOwnID: return isImport ? nil : declaration.id
    default: return ""
    }
  }

  /// What tells apart declarations of one id in the source: the ends of a flow, the state of a control, and what else
  /// lies around an element and which views show it.
  private func place(
    of declaration: OutlineDeclaration, _ side: Side, isFirst: Bool
  ) -> String {
    if let ends = declaration.ends {
      let names = [ends.source, ends.target].map { name in
        side.named[name].flatMap { token($0, isFirst: isFirst) } ?? "?"
      }
      return names.joined(separator: " ")
    }
    if declaration.keyword == .control {
      return declaration.values("status")?.joined(separator: " ") ?? ""
    }
    var place = declaration.id.flatMap { side.views[$0] }?.joined(separator: " ") ?? ""
    var around = declaration.parent
    while let current = around {
      place += " in \(current.sourceIDs.first ?? current.id ?? "") \(current.title ?? "")"
      around = current.parent
    }
    return place
  }

  /// The same for a declaration and for the one that it was found to be.
  private func token(_ declaration: OutlineDeclaration, isFirst: Bool) -> String? {
    let target = isFirst ? pairs[ObjectIdentifier(declaration)] : declaration
    return target.map { "\(UInt(bitPattern: ObjectIdentifier($0)))" }
  }

  /// The ids of the source. The number of a threat in the list of the Threat Modeling Tool is none: it is that of another
  /// threat as soon as the list is made anew.
  private static func sources(_ declaration: OutlineDeclaration) -> [String] {
    declaration.sourceIDs.filter { !$0.hasPrefix("tm7:threat-") }
  }

  /// Elements may change their kind.
  private static func kind(_ declaration: OutlineDeclaration) -> String {
    declaration.keyword.isElement ? "element" : declaration.keyword.word
  }

  /// Whether an import made an id of a title: it is the beginning of it, with a number where that was taken.
  private static func isMade(_ id: String?, of title: String) -> Bool {
    guard var id else { return false }
    let digits = id.reversed().prefix { $0.isNumber }.count
    if digits > 0, id.dropLast(digits).last == "-" { id = String(id.dropLast(digits + 1)) }
    return ["", "own ", "c ", "a ", "r ", "view "].contains { prefix in
      let made = ImportedNames.slug(prefix + title)
      return made == nil || made == id
    }
  }
}
