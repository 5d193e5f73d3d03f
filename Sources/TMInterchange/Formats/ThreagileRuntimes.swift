// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What risks and decisions of a Threagile model can be about, by its ids.
struct ThreagilePlaces {
  var data: [String: ImportedDeclaration] = [:]
  var elements: [String: ImportedDeclaration] = [:]
  var boundaries: [String: ImportedDeclaration] = [:]
  /// What runs on each shared runtime.
  var runtimes: [String: [ImportedDeclaration]] = [:]
  private var flows: [String: ImportedDeclaration] = [:]
  private var flowsByPlainID: [String: ImportedDeclaration] = [:]

  mutating func add(_ flow: ImportedDeclaration, _ id: String) {
    flows[id] = flow
    let plain = Self.plain(id)
    if flowsByPlainID[plain] == nil { flowsByPlainID[plain] = flow }
  }

  /// The flow of a communication link. Of the signs between two words of a title, versions of Threagile make one dash
  /// or one for each: both are read.
  func flow(_ id: String) -> ImportedDeclaration? { flows[id] ?? flowsByPlainID[Self.plain(id)] }

  private static func plain(_ id: String) -> String {
    id.split(separator: ">", omittingEmptySubsequences: false)
      .map { $0.split(separator: "-").joined(separator: "-") }.joined(separator: ">")
  }
}

/// What runs together, which cuts across the boundaries of a Threagile model.
extension ThreagileReader {
  mutating func readRuntimes() throws(SourceFault) {
    for (title, source) in try root.mapping("shared_runtimes") {
      let id = try source.text("id") ?? title
      for running in try source.texts("technical_assets_running") {
        guard let element = places.elements[running], let word = ImportedNames.slug("runtime \(id)")
        else {
          model.loseUnknown("technical asset", running, at: source, "technical_assets_running")
          continue
        }
        element.add(.tags, word)
        places.runtimes[id, default: []].append(element)
        model.losses.add(
          .keptAsText, "shared runtime", at: source.path, line: source.line, title,
          target: element.id ?? "", why: "it cuts across boundaries; what runs on it has a tag")
      }
      try source.ignore("id")
    }
  }
}
