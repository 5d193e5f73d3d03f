// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax
import TMTestSupport
import Testing

/// Any bytes give a tree that holds them all. By default a part of the cases; all of them, every
/// prefix and 20,000 changes a text, with `TM_THOROUGH=1`, best in release.
@Suite("The tree holds the text")
struct TreePropertyTests {
  @Test("of every sample, without a diagnostic", arguments: Sample.all)
  func wholeSample(_ sample: Sample) {
    let tree = parse(sample.bytes)
    #expect(tree.violation == nil)
    #expect(tree.diagnostics.map(\.message) == [])
  }

  @Test("of prefixes: 60 a sample, all with TM_THOROUGH=1", arguments: Sample.all)
  func prefixes(_ sample: Sample) {
    Mutation.prefixes(of: sample.bytes, count: Sample.isThorough ? nil : 60) { bytes in
      if let violation = parse(bytes).violation {
        Issue.record("\(violation), in the prefix of \(bytes.count) bytes")
      }
    }
  }

  @Test(
    "of texts with one byte changed: 60 a sample, 20,000 with TM_THOROUGH=1",
    arguments: Sample.all)
  func oneByteChanges(_ sample: Sample) {
    let count = Sample.isThorough ? 20_000 : 60
    Mutation.oneByteChanges(of: sample.bytes, count: count, seed: 1) { bytes in
      if let violation = parse(bytes).violation {
        Issue.record("\(violation), in: \(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }
}
