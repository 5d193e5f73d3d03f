// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMTestSupport
import Testing

/// How deep declarations may lie in one another.
@Suite("The limit of nesting")
struct NestingLimitTests {
  @Test(
    "64 levels are read, the 65th is an error", arguments: [(63, false), (64, false), (65, true)])
  func levels(_ count: Int, _ isTooDeep: Bool) throws {
    let heads = (0..<count).map { "boundary b\($0) \"B\" { " }.joined()
    let text = "model \"M\"\n" + heads + String(repeating: "}", count: count) + "\n"
    let rules = parse(text).diagnostics.map(\.rule)
    #expect(rules.contains("too-deep") == isTooDeep)
  }
}
