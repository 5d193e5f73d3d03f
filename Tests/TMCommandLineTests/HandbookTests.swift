// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMCommandLine
import TMLint
import TMTestSupport
import Testing

/// What `tm explain` knows is all there is.
@Suite struct HandbookTests {
  @Test func everyCheckOfTheCompilerIsListed() throws {
    // A name in brackets behind a severity, as the sources of the program write it.
    let pattern =
      /(?:(?:Diagnostic|report)\(\s*|static let failedImport = )"([a-z]+(?:-[a-z0-9]+)*)"/
    var found: Set<String> = []
    for folder in ["TMSyntax", "TMModel", "TMThreats", "TMRisk", "TMLint", "TMReport"] {
      for path in Repository.files(under: "Sources/\(folder)", extension: "swift") {
        for match in try Repository.text(path).matches(of: pattern) {
          found.insert(String(match.output.1))
        }
      }
    }
    #expect(found.contains("unknown-name") && found.contains("syntax"))
    let rules = Set(Rule.all.map(\.name))
    #expect(found.subtracting(rules).sorted() == CompilerCheck.all.map(\.name))
  }

  @Test func checksStandInOrder() {
    let names = CompilerCheck.all.map(\.name)
    #expect(names == Set(names).sorted())
  }
}
