// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMScoring
import TMWriting

/// What it takes to repeat the report: raw vectors, program, files and their hashes.
struct AnnexChapter {
  private let phrases: ReportPhrases

  init(_ phrases: ReportPhrases) { self.phrases = phrases }

  var chapter: ReportChapter {
    ReportChapter(id: "annex", title: "Annex", blocks: origin + vectors)
  }

  // MARK: - Files

  private var origin: [ReportBlock] {
    let sources = phrases.model.sources
    let files = sources.files.filter { $0.origin == .model }
    let libraries = sources.files.filter { $0.origin == .library }.map(\.path)
    let hashes = files.map { SHA256.hexadecimal($0.bytes) }
    let list = zip(hashes, files).map { "\($0)  \($1.path)\n" }.joined()
    return [
      .section(id: "origin", title: "Program and files"),
      .facts([
        ReportFact("Program", [.words("tm \(phrases.source.toolVersion)")]),
        ReportFact("Input hash", [.code(SHA256.hexadecimal(Array(list.utf8)))]),
        ReportFact("Libraries", ReportPhrases.words(libraries)),
      ]),
      .paragraph([
        .words("The input hash is that of the lines that "), .code("sha256sum"),
        .words(" prints for the files in this order."),
      ]),
      .table(
        ReportTable(
          id: "file-list",
          columns: [.init("File"), .init("Bytes", .number), .init("SHA-256", .short)],
          rows: zip(hashes, files).map { hash, file in
            ReportTable.Row([
              [.code(file.path)], [.words("\(file.bytes.count)")], [.code(hash)],
            ])
          })),
    ]
  }

  // MARK: - Vectors

  /// The two ratings that several threats share.
  private struct Pair: Hashable {
    let initial: Rating?
    let residual: Rating?
  }

  private var vectors: [ReportBlock] {
    var groups: [(pair: Pair, threats: [ReportText])] = []
    var places: [Pair: Int] = [:]
    for assessed in phrases.source.risks.threats {
      let pair = Pair(initial: assessed.initial, residual: assessed.residual)
      if pair.initial == nil, pair.residual == nil { continue }
      let threat = phrases.threat(assessed.threat)
      if let place = places[pair] {
        groups[place].threats.append(threat)
      } else {
        places[pair] = groups.count
        groups.append((pair, [threat]))
      }
    }
    let section = ReportBlock.section(id: "vectors", title: "Raw vectors")
    if groups.isEmpty { return [section, .paragraph([.words("No threat is scored.")])] }
    return [
      section,
      .table(
        ReportTable(
          id: "vector-list",
          columns: [.init("Before measures"), .init("After measures"), .init("Threats")],
          rows: groups.map { group in
            ReportTable.Row([
              rating(group.pair.initial), rating(group.pair.residual),
              ReportPhrases.list(group.threats.map { [$0] }),
            ])
          })),
    ]
  }

  private func rating(_ rating: Rating?) -> [ReportText] {
    guard let rating else { return [] }
    return [.code(rating.text), .lineBreak] + ReportPhrases.score(rating)
  }
}
