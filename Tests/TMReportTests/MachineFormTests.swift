// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMFindings
import TMSource
import Testing

@Suite("Diagnostics as JSON and one a line")
struct MachineFormTests {
  private func sample() throws -> (SourceSet, [Diagnostic]) {
    var sample = Sample()
    let main = sample.add("main.tm", "\u{FEFF}import \"other.tm\"\r\nstore 電 \"D\"\r\n")
    let other = sample.add("other.tm", "store x\n")
    let diagnostic = Diagnostic(
      "duplicate-id", .error, "`電` is \"twice\"", at: Label(try main.range("電"), "again"),
      secondary: [Label(try other.range("x"), "first"), Label(main.end)],
      notes: ["why"], help: ["how", "or so"],
      fix: Fix(
        "rename", safety: .suggestion, edits: [Edit(try main.range("電"), "b\n")]))
    return (sample.sources, [diagnostic, Diagnostic("x", .note, "end", at: Label(other.end))])
  }

  @Test("JSON has the documented shape")
  func json() throws {
    let (sources, diagnostics) = try sample()
    let bytes = JSONDiagnostics.bytes(of: diagnostics, in: sources, layout: .compact)
    let lines = [
      #"{"version":1,"diagnostics":["#,
      #"{"rule":"duplicate-id","severity":"error","message":"`電` is \"twice\"","#,
      #""file":"main.tm","start":{"line":2,"column":7,"offset":28},"#,
      #""end":{"line":2,"column":8,"offset":31},"label":"again","#,
      #""secondary":[{"file":"other.tm","start":{"line":1,"column":7,"offset":6},"#,
      #""end":{"line":1,"column":8,"offset":7},"text":"first"},"#,
      #"{"file":"main.tm","start":{"line":3,"column":1,"offset":37},"#,
      #""end":{"line":3,"column":1,"offset":37},"text":null}],"#,
      #""notes":["why"],"help":["how","or so"],"#,
      #""fix":{"title":"rename","safety":"suggestion","edits":[{"file":"main.tm","#,
      #""start":{"line":2,"column":7,"offset":28},"end":{"line":2,"column":8,"offset":31},"#,
      #""replacement":"b\n"}]}},"#,
      #"{"rule":"x","severity":"note","message":"end","#,
      #""file":"other.tm","start":{"line":2,"column":1,"offset":8},"#,
      #""end":{"line":2,"column":1,"offset":8},"label":null,"#,
      #""secondary":[],"notes":[],"help":[],"fix":null}],"#,
      #""summary":{"errors":1,"warnings":0,"notes":1,"fixable":0}}"#,
    ]
    #expect(String(decoding: bytes, as: UTF8.self) == lines.joined())
  }

  @Test("JSON of no findings")
  func emptyJSON() {
    let bytes = JSONDiagnostics.bytes(of: [], in: SourceSet(), layout: .pretty)
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        {
          "version": 1,
          "diagnostics": [],
          "summary": {
            "errors": 0,
            "warnings": 0,
            "notes": 0,
            "fixable": 0
          }
        }

        """)
  }

  @Test("concise form has one line for each finding")
  func concise() throws {
    let (sources, diagnostics) = try sample()
    #expect(
      ConciseDiagnostics.text(of: diagnostics, in: sources) == """
        main.tm:2:7: error[duplicate-id]: `電` is "twice"
        other.tm:2:1: note[x]: end

        """)
  }
}
