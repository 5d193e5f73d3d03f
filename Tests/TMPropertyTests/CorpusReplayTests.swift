// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMProperties
import TMTestSupport
import Testing

/// What fuzzing starts from and what it found, without a fuzzer: each input under its property.
@Suite("Inputs of the fuzzing keep their promises")
struct CorpusReplayTests {
  static let folder = "Fuzzing/Corpus"

  @Test("the corpus of each target", arguments: FuzzTarget.allCases)
  func corpus(_ target: FuzzTarget) throws {
    let folder = Repository.path("\(Self.folder)/\(target.rawValue)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names.count >= 5)
    for name in names {
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
      if let violation = target.violation(bytes) { Issue.record("\(name): \(violation)") }
    }
  }

  @Test("the corpus is small enough for a repository")
  func size() throws {
    let folder = Repository.path(Self.folder)
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let sizes = try files.map {
      try FileManager.default.attributesOfItem(atPath: "\(folder)/\($0)")[.size] as? Int ?? 0
    }
    #expect(sizes.reduce(0, +) < 300_000)
  }

  @Test("changed tokens and lines: 6 texts from each of the smaller samples")
  func changes() {
    for (number, sample) in Sample.all.enumerated() where sample.bytes.count < 4_000 {
      var mutator = TextMutator(seed: UInt64(number))
      for _ in 0..<6 {
        let text = mutator.changed(sample.bytes)
        for target in [FuzzTarget.parser, .formatter, .fixes] {
          if let violation = target.violation(text) {
            Issue.record("\(target.rawValue), \(sample): \(violation)")
          }
        }
      }
    }
  }
}
