// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMTestSupport
import TMThreats
import Testing

@Suite("A template that replaces another")
struct ReplacementTests {
  private let system = """
    asset dose "Dose" { class: therapy }
    asset note "Note" { class: workflow }
    process a "Alpha"
    boundary x "X" { zone: cloud; process b "Beta" }
    flow order: a <-> b "Orders" { carries: dose; crosses: x; protocol: http }
    flow chat: a -> b "Chats" { carries: note; crosses: x; protocol: http }
    """

  private let special = """
    threat posed "Somebody in a mask meets {target}" {
      category: spoofing
      applies-to: flow
      when: any carries where class has therapy
      replaces: spoofing
      consequence: "Harm."
    }
    """

  @Test("lends it its words, in each direction, and leaves id, category and triage")
  func words() throws {
    let sample = try CompiledSample(
      "model \"M\"\n" + special + "\n"
        + system.replacing(
          "protocol: http }\nflow chat",
          with:
            "protocol: http\n  threat spoofing { status: accepted; because: \"So.\" } }\nflow chat")
    )
    let writer = SentenceWriter(sample.model)
    let there = try #require(sample.threat("order.spoofing"))
    #expect(writer.title(there) == "Somebody in a mask meets Beta")
    #expect(there.status == .accepted && there.template?.name == "posed")
    #expect(there.consequence(in: sample.model) == "Harm.")
    let back = try #require(sample.threat("order.spoofing-reverse"))
    #expect(writer.title(back) == "Somebody in a mask meets Alpha")
    #expect(sample.threat("chat.spoofing")?.template?.name == "spoofing")
    #expect(!sample.register.threats.contains { $0.name.hasPrefix("posed") })
    #expect(sample.register.staleTriage.isEmpty)
  }

  @Test("gives way where it is turned off, and finds nothing where the other one is")
  func policies() throws {
    let without = try CompiledSample(
      "model \"M\"\npolicy { posed: off }\n" + special + "\n" + system)
    #expect(without.threat("order.spoofing")?.template?.name == "spoofing")
    let neither = try CompiledSample(
      "model \"M\"\npolicy { spoofing: off }\n" + special + "\n" + system)
    #expect(neither.threat("order.spoofing") == nil)
    #expect(neither.register.library.diagnostics.isEmpty)
  }

  @Test("of a library never replaces one of the model's own")
  func ownFirst() throws {
    let sample = try CompiledSample(
      """
      model "M"
      import medical
      threat tampering "Our own words" { category: tampering; applies-to: flow; when: crosses }
      """ + "\n" + system)
    let threat = try #require(sample.threat("order.tampering"))
    #expect(SentenceWriter(sample.model).title(threat) == "Our own words")
    #expect(sample.threat("order.denial-of-service")?.template?.name == "late-therapy")
  }

  @Test("must name a general one that fits")
  func mistakes() throws {
    let sample = try CompiledSample(
      """
      model "M"
      threat one "One" { category: tampering; applies-to: flow; replaces: tempering }
      threat two "Two" { category: tampering; applies-to: flow; replaces: spoofing }
      threat three "Three" { category: tampering; applies-to: flow; replaces: altered-at-rest }
      threat four "Four" { category: tampering; applies-to: flow; replaces: one }
      """)
    let found = sample.register.library.diagnostics.sorted(by: Diagnostic.listingOrder)
    #expect(
      found.map { "\($0.message); \($0.help.joined())" } == [
        "there is no threat template `tempering` to replace; did you mean `tampering`?",
        "`spoofing` is of category `spoofing`, this template of `tampering`; "
          + "replace a template of the same category, or leave out `replaces`",
        "`altered-at-rest` applies to nothing that this template applies to; "
          + "let `applies-to` name what both are about",
        "`one` itself replaces `tempering`; name what it replaces: `replaces: tempering`",
      ])
  }

  @Test("is explained under the general id, and by its own name")
  func explained() throws {
    let sample = try CompiledSample("model \"M\"\n" + special + "\n" + system)
    let explainer = Explainer(sample.model, sample.register)
    guard case .found(let listed) = explainer.explain("order.spoofing"),
      case .found(let byName) = explainer.explain("order.posed"),
      case .found(let elsewhere) = explainer.explain("chat.posed")
    else {
      Issue.record("not found")
      return
    }
    #expect(listed.replaced == "spoofing" && listed.template?.name == "posed")
    // The condition of the general template, then its own.
    #expect(listed.clauses.count == 8 && listed.clauses.allSatisfy(\.holds))
    guard case .absent(.listedAs(let id)) = byName.verdict,
      case .absent(.condition) = elsewhere.verdict
    else {
      Issue.record("\(byName.verdict), \(elsewhere.verdict)")
      return
    }
    #expect(id == "order.spoofing")
  }
}

@Suite("A library that a model imports")
struct LibraryImportTests {
  @Test(
    "is a scope of its own, whatever it is called",
    arguments: ["import medical", "import medical as ward", "import stride\nimport medical"])
  func scoped(_ line: String) throws {
    let sample = try CompiledSample(
      """
      model "M"
      \(line)
      threat altered-therapy "Ours" { category: tampering; applies-to: flow }
      boundary medical "Medical" { zone: cloud; process ward "Ward" }
      process a "Alpha"
      flow go: a -> ward "Goes" { crosses: medical }
      """)
    #expect(sample.compilation.diagnostics.isEmpty && sample.register.library.diagnostics.isEmpty)
    let threat = try #require(sample.threat("go.altered-therapy"))
    #expect(SentenceWriter(sample.model).title(threat) == "Ours")
    #expect(sample.register.library.templates.contains { $0.name == "lost-alarm" })
    #expect(sample.register.library.templates.contains { $0.name == "spoofing" })
  }

  @Test("that does not exist is an error with the name that was meant")
  func unknown() throws {
    let sample = try CompiledSample("model \"M\"\nimport medcal\nimport nothing-like-it")
    let found = sample.compilation.diagnostics.map { "\($0.message); \($0.help.joined())" }
    #expect(found.first == "there is no library `medcal`; did you mean `medical`?")
    #expect(found.last?.contains("the libraries are ") == true)
    #expect(found.count == 2)
  }
}
