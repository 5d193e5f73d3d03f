// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMTestSupport
import Testing

@Suite("The trace from assets to evidence")
struct TraceTests {
  private static let model = """
    model "Pump" { scoring: cvss-3.1 }
    asset dose "Dose order" { class: therapy; integrity: high }
    control signing "Signing" {
      mitigates: tampering
      satisfies: R-2, R-1
      verified-by: "Report 7"
    }
    control spare "Spare" { mitigates: spoofing; answers: posed; status: planned }
    requirement R-1 "Signed" { verified-by: T-2, T-1 }
    requirement R-2 "Checked"
    requirement R-3 "Nobody's"
    verification T-1 "Forged order" { status: failed }
    verification T-2 "Replayed order"
    verification T-9 "Nothing"
    process gateway "Gateway"
    boundary pump "Pump" {
      process core "Core" {
        controls: spare
        threat forged "Somebody forges a dose" { category: tampering; controls: signing }
        threat posed "Somebody poses as the gateway" { category: spoofing; treatment: mitigate }
        threat claimed "Somebody floods it" {
          category: denial-of-service
          status: mitigated
          because: "What comes too fast is dropped by the network."
          score: 5.0
        }
      }
    }
    policy { \(turnedOff) }
    """

  /// The built-in templates, so that the model has its own threats alone.
  private static let turnedOff = ["altered-at-rest", "read-at-rest", "lost-at-rest"]
    .map { "\($0): off" }.joined(separator: "; ")

  private func trace(_ text: String) throws -> (trace: Trace, model: Model) {
    let sample = try CompiledSample(text)
    return (Trace(sample.model, sample.risks), sample.model)
  }

  /// A chain in words, what is missing as `-`.
  private func words(_ chain: TraceChain, _ trace: Trace, _ model: Model) -> String {
    [
      chain.asset.map(model.path), chain.threat.map { trace.threats[$0].threat.id },
      chain.control.map(model.path), chain.requirement.map(model.path),
      chain.evidence.map(model.name(of:)),
    ].map { $0 ?? "-" }.joined(separator: " ")
  }

  private func gaps(_ trace: Trace, _ model: Model) -> [String] {
    trace.gaps.map { gap in
      switch gap.place {
      case .threat(let index): "\(gap.kind.rawValue) \(trace.threats[index].threat.id)"
      case .declaration(let id): "\(gap.kind.rawValue) \(model.path(id))"
      }
    }
  }

  @Test("chains lead from the asset, or what a threat is about, to the evidence")
  func forwards() throws {
    let (trace, model) = try trace(Self.model)
    #expect(
      trace.chains.map { words($0, trace, model) } == [
        "core core.posed spare - -",
        "core core.forged signing R-1 T-1",
        "core core.forged signing R-1 T-2",
        "core core.forged signing R-2 -",
        "core core.forged signing - Report 7",
        "core core.claimed - - -",
        "- - - R-3 -",
        "- - - - T-9",
      ])
  }

  @Test("backwards, the same chains stand by their evidence, and what has none comes last")
  func backwards() throws {
    let (trace, model) = try trace(Self.model)
    #expect(Set(trace.backwards) == Set(trace.chains))
    #expect(
      trace.backwards.map { words($0, trace, model) } == [
        "core core.forged signing - Report 7",
        "core core.forged signing R-1 T-1",
        "core core.forged signing R-1 T-2",
        "- - - - T-9",
        "core core.forged signing R-2 -",
        "- - - R-3 -",
        "core core.posed spare - -",
        "core core.claimed - - -",
      ])
  }

  @Test("every kind of gap is found where it is")
  func gaps() throws {
    let (trace, model) = try trace(Self.model)
    #expect(
      gaps(trace, model) == [
        "mitigated-without-control core.posed",
        "untreated-threat core.forged",
        "mitigated-without-control core.claimed",
        "planned-control spare",
        "control-without-requirement spare",
        "requirement-without-verification R-2",
        "unused-requirement R-3",
        "requirement-without-verification R-3",
        "failed-verification T-1",
        "planned-verification T-2",
        "unused-verification T-9",
      ])
    let changed =
      Self.model
      .replacing("treatment: mitigate", with: "")
      .replacing("category: tampering;", with: "category: tampering; score: 7.0;")
      .replacing("status: failed", with: "status: planned")
      .replacing("controls: spare", with: "")
      + "\nrequirement R-8 \"Told nowhere\" { verified-by: T-77 }\n"
    let (other, otherModel) = try self.trace(changed)
    let found = gaps(other, otherModel)
    for gap in [
      "untreated-threat core.posed", "missing-residual core.forged", "planned-verification T-1",
      "idle-control spare", "undeclared-verification R-8",
    ] {
      #expect(found.contains(gap), "\(gap)")
    }
    let kinds = Set((trace.gaps + other.gaps).map(\.kind))
    #expect(kinds == Set(TraceGap.Kind.allCases))
  }

  @Test("the order does not depend on where anything is declared")
  func order() throws {
    let lines = Self.model.split(separator: "\n").map(String.init)
    let single = lines.filter { $0.hasPrefix("requirement") || $0.hasPrefix("verification") }
    let rest = lines.filter { !single.contains($0) }
    let (one, model) = try trace(Self.model)
    let moved = (Array(single.reversed()) + rest).joined(separator: "\n")
    let (other, otherModel) = try trace(moved)
    #expect(
      one.chains.map { words($0, one, model) } == other.chains.map { words($0, other, otherModel) })
    #expect(gaps(one, model) == gaps(other, otherModel))
  }

  @Test("models that are traced to the end have no gap", arguments: TracedModel.all)
  func complete(_ traced: TracedModel) throws {
    let sample = try CompiledSample(files: traced.files())
    let trace = Trace(sample.model, sample.risks)
    #expect(gaps(trace, sample.model) == [])
    #expect(!trace.chains.isEmpty)
  }

  @Test("an open risk that the policy accepts is no gap")
  func accepted() throws {
    let text =
      Self.model
      .replacing("treatment: mitigate", with: "score: 1.0")
      .replacing("policy {", with: "policy { accept: score < 4.0;")
    let (trace, model) = try trace(text)
    #expect(!gaps(trace, model).contains { $0.hasSuffix(" core.posed") })
  }

  @Test("a decision can cover what threats are about")
  func about() throws {
    let decision = """

      decision all "All of it" { covers: about is core and open; status: accepted }
      """
    let sample = try CompiledSample(
      Self.model.replacing("status: failed", with: "status: passed") + decision)
    #expect(sample.threat("core.posed")?.status == .accepted)
    #expect(sample.threat("core.forged")?.status == .mitigated)
  }

  @Test("a control that failed its verification, or one of its requirement, answers nothing")
  func failed() throws {
    #expect(try CompiledSample(Self.model).threat("core.forged")?.status == .open)
    let passed = Self.model.replacing("status: failed", with: "status: passed")
    #expect(try CompiledSample(passed).threat("core.forged")?.status == .mitigated)
    let own = passed.replacing(#""Report 7""#, with: "T-9").replacing(
      #"T-9 "Nothing""#, with: #"T-9 "Nothing" { status: failed }"#)
    #expect(own.contains("verified-by: T-9"))
    #expect(try CompiledSample(own).threat("core.forged")?.status == .open)
  }
}
