// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMTestSupport
import Testing

/// What the program ships with is compiled without checks, clause by clause, when it is asked: so it has to be right.
@Suite("The conditions of the libraries") struct LibraryConditionTests {
  @Test(
    "are right as texts of a model, and mean the same there",
    arguments: ["stride", "linddun", "cia", "medical"])
  func areRight(_ library: String) throws {
    let folder = "Sources/TMThreats/Library"
    let texts = try Repository.files(under: folder, extension: "tm")
      .filter { $0.hasPrefix("\(folder)/\(library)") }.map { ($0, try Repository.text($0)) }
    #expect(!texts.isEmpty)
    let imports = texts.map { "import \"\($0.0)\"\n" }.joined()
    let own = try CompiledSample(files: [("model.tm", "model \"M\" {}\n" + imports)] + texts)
    #expect(own.errors.map(\.message) == [])

    let shipped = try CompiledSample(
      "model \"M\" {}\n" + (library == "medical" ? "import medical" : ""))
    var count = 0
    for template in own.model.all(.threatTemplate) where !own.model.isBuiltIn(template) {
      let same = try #require(
        shipped.model.all(.threatTemplate).first {
          shipped.model.name($0) == own.model.name(template)
            && shipped.model.path(shipped.model[$0].parent ?? $0) == library
        })
      for property in [Property.when, .answeredBy] {
        let conditions = own.model.conditions(template, property)
        count += conditions.count
        #expect(
          conditions.map { text($0, own.model) }
            == shipped.model.conditions(same, property).map { text($0, shipped.model) },
          "\(own.model.name(template))")
      }
    }
    #expect(count > 20)
  }

  private func text(_ condition: Condition, _ model: Model) -> String? {
    CanonicalCondition(model) { model.name($0) }.text(condition)
  }
}
