// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk

/// The trace from assets to evidence.
enum TraceRecord {
  static let record = DataRecord<DataBook>(
    "trace", "The trace from assets over threats, controls and requirements to evidence.",
    [
      .records("chains", of: ChainRecord.record, "Every way from an asset as far as it goes.") {
        book in book.source.trace.chains.map { .init(chain: $0, book: book) }
      },
      .records("gaps", of: GapRecord.record, "The links that are missing.") { book in
        book.source.trace.gaps.map { .init(gap: $0, book: book) }
      },
    ])
}

/// One way from an asset to the evidence.
enum ChainRecord {
  struct Subject {
    let chain: TraceChain
    let book: DataBook
  }

  static let record = DataRecord<Subject>(
    "chain", "One way from an asset to the evidence; null from where it goes no further.",
    [
      .optionalRecord(
        "asset", of: ReferenceRecord.record, "The asset, or what the threat is about."
      ) {
        $0.chain.asset.map($0.book.item)
      },
      .optionalRecord("threat", of: ThreatReferenceRecord.record, "The threat.") { subject in
        subject.chain.threat.map { ThreatItem(book: subject.book, index: $0) }
      },
      .optionalText("measure", "The id of the control, or the property that answers the threat.") {
        subject in
        subject.chain.measure.map(TraceFacts(subject.book.model, subject.book.register.facts).name)
      },
      .optionalRecord("control", of: ReferenceRecord.record, "The control, if the measure is one.")
      {
        $0.chain.control.map($0.book.item)
      },
      .optionalRecord("requirement", of: ReferenceRecord.record, "The requirement it satisfies.") {
        $0.chain.requirement.map($0.book.item)
      },
      .optionalText("verification", "The id or text of what verifies it.") {
        $0.chain.evidence.map($0.book.model.name(of:))
      },
      .optionalWord("result", Evidence.Result.allCases.map(\.rawValue), "With what result.") {
        $0.chain.evidence.map($0.book.model.result(of:))?.rawValue
      },
      .words("gaps", TraceGap.Kind.allCases.map(\.rawValue), "The gaps along the way.") {
        $0.book.source.trace.gaps(of: $0.chain).map(\.kind.rawValue)
      },
    ])
}

/// A link that is missing.
enum GapRecord {
  struct Subject {
    let gap: TraceGap
    let book: DataBook
  }

  static let record = DataRecord<Subject>(
    "gap", "A link that is missing between an asset and the evidence that it is protected.",
    [
      .word("kind", TraceGap.Kind.allCases.map(\.rawValue), "What is missing.") {
        $0.gap.kind.rawValue
      },
      .text("at", "The id of the threat or declaration that has the gap.") {
        $0.book.source.trace.name(of: $0.gap.place, in: $0.book.model)
      },
      .text("text", "The gap in words.") { $0.gap.kind.text },
    ])
}
