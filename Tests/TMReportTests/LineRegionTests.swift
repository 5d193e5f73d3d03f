// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMTestSupport
import Testing
@testable import TMFindings

/// Where findings are shown in a pull request.
@Suite("Places on one line")
struct LineRegionTests {
  @Test("every rule finds at a name, a value or a line, so that an annotation lands in the diff")
  func rules() throws {
    var long: Set<String> = []
    for example in try RuleExample.all() {
      let run = try example.run()
      for diagnostic in run.diagnostics {
        let range = diagnostic.primary.range
        let index = LineIndex(run.sources[range.file].bytes)
        if index.line(of: range.start) != index.line(of: range.end) { long.insert(diagnostic.rule) }
      }
    }
    #expect(long == [])
  }

  @Test("a range over several lines is its first, the end of a file the end of its text")
  func clipped() throws {
    var sample = Sample()
    let file = sample.add("a.tm", "ab cd\r\nef\n\n")
    var locator = SourceLocator(sample.sources)
    let whole = LineRegion(file.range(3, 11), &locator)
    #expect([whole.line, whole.column, whole.endColumn] == [1, 4, 6])
    let end = LineRegion(file.end, &locator)
    #expect([end.line, end.column, end.endColumn] == [2, 3, 3])
    let ending = LineRegion(file.range(6, 7), &locator)
    #expect([ending.line, ending.column, ending.endColumn] == [1, 6, 6])
  }

  @Test("an empty file has a place")
  func empty() throws {
    var sample = Sample()
    let file = sample.add("a.tm", "")
    var locator = SourceLocator(sample.sources)
    let region = LineRegion(file.end, &locator)
    #expect([region.line, region.column, region.endColumn] == [1, 1, 1])
  }

  @Test("characters are counted as code points")
  func columns() throws {
    var sample = Sample()
    let file = sample.add("a.tm", "\u{FEFF}\u{1F468} \u{65}\u{301}x")
    var locator = SourceLocator(sample.sources)
    let region = LineRegion(try file.range("x"), &locator)
    #expect([region.column, region.endColumn] == [5, 6])
  }
}
