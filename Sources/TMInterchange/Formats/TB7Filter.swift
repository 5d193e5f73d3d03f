// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A filter of a template of the Threat Modeling Tool, as a condition of the language.
///
/// `source is 'GE.P' and flow crosses 'GE.TB.B'` becomes `source is process and crosses`. What has no counterpart is
/// left out in such a way that a threat is asked rather more often, never less.
struct TB7Filter {
  /// What a stencil of the template is.
  struct Stencil {
    let name: String
    /// The generic stencil that it descends from: `GE.P`.
    let generic: String
    /// The names of itself and of those that descend from it.
    var descendants: [String]
  }

  /// What to do with a part that has no counterpart.
  private enum Unknown {
    /// It counts as holding: for what a threat is asked about.
    case holds
    /// It counts as not holding: for what takes a threat away.
    case fails
  }

  /// Parts without a counterpart, as they are written.
  private(set) var omitted: [String] = []
  private var tokens: [Substring] = []
  private var place = 0
  private var unknown = Unknown.holds
  private let stencils: [String: Stencil]

  init(_ stencils: [String: Stencil]) { self.stencils = stencils }

  /// A condition and how tightly it binds.
  private enum Value {
    case always
    case never
    case atom(String)
    case all([String])
    case any([String])
  }

  /// The condition under which a threat is listed; nil where it is listed always or never.
  ///
  /// - Parameter exclude: what takes it away again; may be empty.
  mutating func condition(include: String, exclude: String) -> (text: String?, isNever: Bool) {
    unknown = .holds
    let asked = parse(include)
    unknown = .fails
    let excluded = exclude.contains { !$0.isWhitespace } ? parse(exclude) : .never
    let kept: Value =
      switch excluded {
      case .never: .always
      case .always: .never
      default: .atom("not \(Self.text(excluded, inside: "not"))")
      }
    switch Self.and(asked, kept) {
    case .always: return (nil, false)
    case .never: return (nil, true)
    case let value: return (Self.text(value, inside: ""), false)
    }
  }

  // MARK: - Reading

  private mutating func parse(_ text: String) -> Value {
    tokens = Self.tokens(text)
    place = 0
    let value = disjunction(0)
    guard place == tokens.count else { return omit(text) }
    return value
  }

  private mutating func omit(_ text: some StringProtocol) -> Value {
    omitted.append(ImportedText.condensed(String(text)))
    return unknown == .holds ? .always : .never
  }

  private static func tokens(_ text: String) -> [Substring] {
    var found: [Substring] = []
    var rest = text[...]
    while let first = rest.first {
      if first.isWhitespace {
        rest = rest.dropFirst()
      } else if "()".contains(first) {
        found.append(rest.prefix(1))
        rest = rest.dropFirst()
      } else if first == "'" {
        let inner = rest.dropFirst().prefix { $0 != "'" }
        found.append(rest[rest.startIndex..<inner.endIndex])
        rest = rest[inner.endIndex...].dropFirst()
      } else {
        let word = rest.prefix { !$0.isWhitespace && !"()'".contains($0) }
        found.append(word)
        rest = rest.dropFirst(word.count)
      }
    }
    return found
  }

  private func isNext(_ word: String) -> Bool {
    place < tokens.count && tokens[place].lowercased() == word
  }

  private mutating func disjunction(_ depth: Int) -> Value {
    var value = conjunction(depth)
    while isNext("or") {
      place += 1
      value = Self.or(value, conjunction(depth))
    }
    return value
  }

  private mutating func conjunction(_ depth: Int) -> Value {
    var value = operand(depth)
    while isNext("and") {
      place += 1
      value = Self.and(value, operand(depth))
    }
    return value
  }

  private mutating func operand(_ depth: Int) -> Value {
    guard place < tokens.count, depth < 32 else { return omit("…") }
    if isNext("(") {
      place += 1
      let value = disjunction(depth + 1)
      if isNext(")") { place += 1 }
      return value
    }
    if isNext("not") {
      place += 1
      // Under `not`, what is to be asked too often has to be said too seldom.
      unknown = unknown == .holds ? .fails : .holds
      let value = operand(depth + 1)
      unknown = unknown == .holds ? .fails : .holds
      switch value {
      case .always: return .never
      case .never: return .always
      default: return .atom("not \(Self.text(value, inside: "not"))")
      }
    }
    guard place + 2 < tokens.count else {
      let rest = tokens[place...].joined(separator: " ")
      place = tokens.count
      return omit(rest)
    }
    let (subject, verb, object) = (tokens[place], tokens[place + 1], tokens[place + 2])
    place += 3
    return comparison(String(subject), verb.lowercased(), String(object.drop { $0 == "'" }))
      ?? omit("\(subject) \(verb) \(object)'")
  }

  // MARK: - Translating

  private mutating func comparison(_ subject: String, _ verb: String, _ object: String) -> Value? {
    if verb == "crosses" {
      if let known = crossing(object) { return known }
      guard unknown == .holds else { return nil }
      // What crosses a boundary of any kind crosses one.
      omitted.append("\(subject) \(verb) \(ImportedText.quoted(object))")
      return .atom("crosses")
    }
    guard verb == "is" else { return nil }
    let parts = subject.split(separator: ".", maxSplits: 1).map(String.init)
    guard let end = parts.first, ["source", "target", "flow"].contains(end) else { return nil }
    if parts.count == 2 { return attribute(end, parts[1], object) }
    if object == "ROOT" { return .never }
    if end == "flow" {
      guard object != "GE.DF" else { return .always }
      return stencils[object].flatMap { ImportedProtocol($0.name).word }.map {
        .atom("protocol has \($0)")
      }
    }
    let kinds = ["GE.P": "process", "GE.EI": "external", "GE.DS": "store"]
    if let kind = kinds[object] { return .atom("\(end) is \(kind)") }
    guard let stencil = stencils[object], let kind = kinds[stencil.generic] else { return nil }
    let names = stencil.descendants.isEmpty ? [stencil.name] : stencil.descendants
    let named = names.map { "\(end).technology == \(ImportedText.quoted($0))" }
    return .all([
      "\(end) is \(kind)", named.count == 1 ? named[0] : "(\(named.joined(separator: " or ")))",
    ])
  }

  private func crossing(_ object: String) -> Value? {
    switch object {
    case "GE.TB.L", "GE.TB.B", "GE.TB": return .atom("crosses")
    case "SE.TB.L.TMCore.Machine": return .atom("(any crosses where kind has machine)")
    case "SE.TB.L.TMCore.Internet": return .atom("(any crosses where zone is internet)")
    default: return nil
    }
  }

  private func attribute(_ end: String, _ name: String, _ value: String) -> Value? {
    switch (end, name, value) {
    case ("flow", "authenticatesSource", "Yes"): return .atom("authenticated")
    case ("flow", "authenticatesSource", "No"): return .atom("not authenticated")
    case ("flow", "authenticatesDestination", "Yes"): return .atom("server-authenticated")
    case ("flow", "authenticatesDestination", "No"): return .atom("not server-authenticated")
    case ("flow", "providesConfidentiality", "Yes"), ("flow", "providesIntegrity", "Yes"):
      return .atom("encrypted")
    case ("flow", "providesConfidentiality", "No"), ("flow", "providesIntegrity", "No"):
      return .atom("not encrypted")
    case ("flow", "channel", "Wi-Fi"): return .atom("protocol has wifi")
    case ("flow", "channel", "Bluetooth"): return .atom("protocol has bluetooth")
    case ("flow", "channel", "2G-4G"): return .atom("protocol has cellular")
    case ("source", "storesLogData", "Yes"), ("target", "storesLogData", "Yes"):
      return .atom("\(end).log")
    case ("source", "storesCredentials", "Yes"), ("target", "storesCredentials", "Yes"):
      return .atom("(any \(end).holds where secret)")
    case ("source", "Encrypted", "Yes"), ("target", "Encrypted", "Yes"):
      return .atom("\(end).encrypted")
    case ("source", "Encrypted", "No"), ("target", "Encrypted", "No"):
      return .atom("not \(end).encrypted")
    default: return nil
    }
  }

  // MARK: - Joining

  private static func and(_ left: Value, _ right: Value) -> Value {
    switch (left, right) {
    case (.never, _), (_, .never): return .never
    case (.always, let other), (let other, .always): return other
    default: return .all(unique(parts(left, of: "and") + parts(right, of: "and")))
    }
  }

  private static func or(_ left: Value, _ right: Value) -> Value {
    switch (left, right) {
    case (.always, _), (_, .always): return .always
    case (.never, let other), (let other, .never): return other
    default:
      let all = unique(parts(left, of: "or") + parts(right, of: "or"))
      return all.count == 1 ? .atom(all[0]) : .any(all)
    }
  }

  private static func parts(_ value: Value, of word: String) -> [String] {
    switch value {
    case .all(let parts) where word == "and": parts
    case .any(let parts) where word == "or": parts
    default: [text(value, inside: word)]
    }
  }

  private static func unique(_ parts: [String]) -> [String] {
    var seen: Set<String> = []
    return parts.filter { seen.insert($0).inserted }
  }

  private static func text(_ value: Value, inside word: String) -> String {
    switch value {
    case .always: "yes"
    case .never: "no"
    case .atom(let text): text
    case .all(let parts):
      word.isEmpty || word == "and" || parts.count == 1
        ? parts.joined(separator: " and ") : "(\(parts.joined(separator: " and ")))"
    case .any(let parts):
      word.isEmpty ? parts.joined(separator: " or ") : "(\(parts.joined(separator: " or ")))"
    }
  }
}
