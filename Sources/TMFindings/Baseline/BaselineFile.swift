// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMSource
import TMSyntax
import TMWriting

/// The file of a baseline: JSON Lines, one entry a line, sorted, so that a person can review it and git can
/// merge it.
///
///     {"format":"drawbridge-baseline","version":1}
///     {"rule":"no-outflow","subject":"logger","names":[],"count":1,"fingerprint":"65c0d3a1b2c4e5f6"}
///
/// `names` are the other names in the message, `count` is how many findings are alike, and `fingerprint`
/// is that of the first of them, as in SARIF. Of findings about threats `risk` is the worst band of their scores and
/// worst `harm`, each `none` where there is none, and `patients` where several can be harmed: what weighs more than that is not known. Entries without them, as
/// programs before wrote them, hold a finding whatever it weighs. The order of lines has no meaning to a reader of the file; of two
/// lines that are equal but for the count, as a merge can leave them, the larger count holds.
extension Baseline {
  /// The value of the field `version`.
  package static let version = 1
  private static let format = "drawbridge-baseline"
  /// What a file of ours starts with.
  package static let signature = "{\"format\":\"\(format)\""

  /// The file as UTF-8.
  package var bytes: [UInt8] {
    var writer = JSONWriter(.compact)
    writer.object { writer in
      writer.field("format", Self.format)
      writer.field("version", Self.version)
    }
    var bytes = writer.takeBytes() + [0x0A]
    for (entry, _) in entries {
      var writer = JSONWriter(.compact)
      writer.object { writer in
        writer.field("rule", entry.fingerprint.rule)
        writer.field("subject", entry.fingerprint.subject)
        writer.field("names", entry.fingerprint.names)
        writer.field("count", entry.count)
        if let risk = entry.risk {
          writer.field("risk", risk.severity?.rawValue ?? "none")
          writer.field("harm", risk.harm.map { $0.severity ?? "unstated" } ?? "none")
          if risk.harm?.isMultiPatient == true { writer.field("patients", "several") }
        }
        writer.field("fingerprint", entry.fingerprint.text)
      }
      bytes += writer.takeBytes() + [0x0A]
    }
    return bytes
  }

  /// Reads a file.
  package init(_ bytes: [UInt8]) throws(DocumentFault) {
    guard bytes.starts(with: [UInt8(ascii: "{")]) else { throw Self.foreign }
    try Self.refuseConflicts(in: bytes)
    let document = try JSONDocument(bytes)
    guard let head = document.roots.first else { throw Self.foreign }
    do throws(DocumentFault) {
      guard try head.text("format") == Self.format else { throw Self.foreign }
    } catch {
      throw Self.foreign
    }
    guard let version = try head.number("version").flatMap(Int.init(exactly:)), version > 0 else {
      throw Self.fault("the baseline does not say its version", at: head.offset)
    }
    guard version == Self.version else {
      throw DocumentFault(
        "the baseline has version \(version), and this program knows version \(Self.version)",
        at: head.offset, help: "use the version of `tm` that wrote it, or write it anew")
    }
    var places: [Fingerprint: Int] = [:]
    var entries: [(entry: BaselineEntry, offset: Int)] = []
    for line in document.roots.dropFirst() {
      let offset = line.offset
      guard let rule = try line.text("rule"), let subject = try line.text("subject"),
        let count = try line.number("count").flatMap(Int.init(exactly:)), count > 0
      else { throw Self.fault("this line lacks a rule, a subject or a count", at: offset) }
      let names = try line.texts("names")
      let fingerprint = Fingerprint(rule: rule, subject: subject, names: names)
      guard try line.text("fingerprint") == fingerprint.text else {
        throw Self.fault("the fingerprint of this line is not that of its names", at: offset)
      }
      let entry = BaselineEntry(fingerprint, count: count, risk: try Self.risk(of: line))
      if let place = places[fingerprint] {
        if entries[place].entry.count < count { entries[place] = (entry, offset) }
      } else {
        places[fingerprint] = entries.count
        entries.append((entry, offset))
      }
    }
    self.init(entries)
  }

  /// What the findings of an entry weighed; nil where it does not say.
  private static func risk(of line: TMComponents.JSONValue) throws(DocumentFault) -> RatedRisk? {
    guard let band = try line.text("risk") else { return nil }
    let words = Vocabulary.harmSeverities.words
    let harm = try line.text("harm") ?? "none"
    let isMultiPatient = try line.text("patients") == "several"
    return RatedRisk(
      score: nil, severity: RatedRisk.Severity(rawValue: band),
      harm: harm == "none"
        ? nil
        : .init(
          severity: words.contains(harm) ? harm : nil,
          rank: words.firstIndex(of: harm) ?? words.count, isMultiPatient: isMultiPatient))
  }

  /// A JSON reader would say that a character does not fit.
  private static func refuseConflicts(in bytes: [UInt8]) throws(DocumentFault) {
    var start = 0
    while start < bytes.count {
      if bytes[start...].starts(with: "<<<<<<<".utf8) {
        throw DocumentFault(
          "the baseline holds a conflict of a merge", at: start,
          help: "keep the lines of both sides, and delete the marks; their order has no meaning")
      }
      start = (bytes[start...].firstIndex(of: 0x0A) ?? bytes.count) + 1
    }
  }

  private static let foreign = DocumentFault(
    "the file is no baseline", at: 0, help: "`tm lint --write-baseline FILE` writes one")

  private static func fault(_ message: String, at offset: Int) -> DocumentFault {
    DocumentFault(
      message, at: offset,
      help:
        "whole lines may be deleted, not changed; `tm lint --write-baseline` writes the file anew")
  }
}
