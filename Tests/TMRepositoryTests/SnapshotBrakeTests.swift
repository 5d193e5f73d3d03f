// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMTestSupport
import Testing

@Suite("Rewriting snapshots has a brake")
struct SnapshotBrakeTests {
  @Test("25 files change, the next one does not, whatever was changed stays open")
  func count() throws {
    var brake = SnapshotBrake(isOff: false)
    for number in 0..<SnapshotBrake.limit { try brake.take("\(number).md", from: "a", to: "b") }
    #expect(throws: SnapshotBrake.Held.self) { try brake.take("x.md", from: "a", to: "b") }
    try brake.take("3.md", from: "b", to: "c")
    try brake.take("x.md", from: "a", to: "a")
  }

  @Test("a page that would lose a section is held; a picture has none")
  func sections() throws {
    var brake = SnapshotBrake(isOff: false)
    let old = "# Page\n\n## One\n\ntext\n\n## Two\n"
    let held = #expect(throws: SnapshotBrake.Held.self) {
      try brake.take("page.md", from: old, to: "# Page\n\n## Two\n")
    }
    #expect(held?.description.contains("`## One`") == true)
    try brake.take("page.md", from: old, to: "# Page\n\n## Two\n\n## One\n\n## Three\n")
    try brake.take("picture.svg", from: "## x", to: "y")
    try brake.take("new.md", from: nil, to: "# New\n")
  }

  @Test("all changes that are asked for are made")
  func off() throws {
    var brake = SnapshotBrake(isOff: true)
    for number in 0..<100 { try brake.take("\(number).md", from: "# A\n", to: "b") }
  }
}
