// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMFormat
import TMSyntax
import TMTestSupport
import Testing

/// Formatting changes the layout alone. By default a part of the cases; with `TM_THOROUGH=1` 20,000
/// changes a text, best in release.
@Suite("Formatting keeps what a file says")
struct FormatterPropertyTests {
  @Test("for every sample", arguments: Sample.all)
  func wholeSample(_ sample: Sample) {
    let tree = parse(sample.bytes)
    #expect(TMFormatter.format(tree) != nil)
    #expect(Formatting.violation(tree) == nil)
  }

  @Test(
    "for texts with one byte changed: 60 a sample, 20,000 with TM_THOROUGH=1",
    arguments: Sample.all)
  func oneByteChanges(_ sample: Sample) {
    let count = Sample.isThorough ? 20_000 : 60
    var formatted = 0
    Mutation.oneByteChanges(of: sample.bytes, count: count, seed: 2) { bytes in
      let tree = parse(bytes)
      if TMFormatter.format(tree) != nil { formatted += 1 }
      if let violation = Formatting.violation(tree) {
        Issue.record("\(violation), in: \(String(decoding: bytes, as: UTF8.self))")
      }
    }
    #expect(formatted > 0)
  }
}
