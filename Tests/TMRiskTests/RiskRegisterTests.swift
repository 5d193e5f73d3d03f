// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMTestSupport
import TMThreats
import Testing

@Suite("Ratings, decisions and acceptance")
struct RiskRegisterTests {
  private static let model = """
    model "Pump" { scoring: cvss-3.1 }
    hazard HAZ-1 "Over-infusion" { severity: serious; multi-patient: yes }
    asset dose "Dose order" { class: therapy; integrity: high; harm: HAZ-1 }
    control limits "Hard limits" { mitigates: tampering; status: implemented }
    external nurse "Nurse station"
    boundary pump "Pump" { zone: device; process core "Core" }
    flow order: nurse -> core "Orders dose" {
      carries: dose
      crosses: pump
      threat tampering {
        score: "CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H"
        residual: "CVSS:3.1/AV:P/AC:H/PR:N/UI:N/S:U/C:N/I:L/A:N"
        controls: limits
      }
    }
    decision walls "Only staff reach the ward" {
      covers: open and category is denial-of-service
      status: accepted
      score: 3.1
      because: "The ward is staffed."
    }
    policy {
      accept: score < 4.0 and harm-severity < critical
      require: approver on accepted
    }
    """

  @Test("a triage rates a threat before and after measures, and the matrix follows")
  func rated() throws {
    let sample = try CompiledSample(Self.model)
    let tampering = try #require(sample.assessed("order.tampering"))
    #expect(tampering.initial?.score.description == "7.7")
    #expect(tampering.residual?.score.description == "2.0")
    #expect(tampering.threat.status == .mitigated)
    #expect(tampering.harmSeverity == "serious")
    #expect(tampering.isMultiPatient)
    #expect(tampering.initialRisk == "uncontrolled")
    #expect(tampering.residualRisk == "controlled")
    #expect(tampering.isAcceptable == true)
    #expect(sample.risks.diagnostics.isEmpty)
  }

  @Test("a graver hazard makes the same residual risk unacceptable")
  func graver() throws {
    let sample = try CompiledSample(
      Self.model.replacing("severity: serious", with: "severity: catastrophic"))
    #expect(sample.assessed("order.tampering")?.isAcceptable == false)
  }

  @Test("without its control a threat is open, and its initial score counts")
  func reopened() throws {
    let sample = try CompiledSample(
      Self.model.replacing("status: implemented", with: "status: planned"))
    let tampering = try #require(sample.assessed("order.tampering"))
    #expect(tampering.threat.status == .open)
    #expect(tampering.current?.score.description == "7.7")
    #expect(tampering.isAcceptable == false)
  }

  @Test("a decision covers threats that would be open, and has to carry what the policy requires")
  func decided() throws {
    let sample = try CompiledSample(Self.model)
    let covered = sample.risks.threats.filter { !$0.threat.decisions.isEmpty }
    #expect(!covered.isEmpty)
    for assessed in covered {
      #expect(assessed.threat.category == .denialOfService)
      #expect(assessed.threat.status == .accepted)
      #expect(assessed.isAcceptable == true)
      #expect(sample.risks.criteria.unmet(by: assessed).count == 1)
    }
  }

  @Test("a wrong vector and a matrix that does not fit are reported where they are written")
  func faults() throws {
    let sample = try CompiledSample(
      Self.model.replacing("AV:P/AC:H", with: "AV:Q/AC:H") + """

        matrix risk "Risk" {
          columns: minor, serious
          row low { cells: controlled }
        }
        """)
    #expect(sample.risks.diagnostics.map(\.rule).sorted() == ["wrong-matrix", "wrong-score"])
  }
}
