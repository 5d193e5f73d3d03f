// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument
import Testing

/// What the first page says of threats that nobody rated, of policies that do not judge, and of tests that failed.
@Suite("The first page of the report")
struct FirstPageTests {
  /// Dosing over the net: what only has to be right, what has to be there, and a link that failed its test.
  private static let dosing = """
    model "Dosing" { method: stride; approver: "Chief medical officer" }
    asset a-limit "Upper limit" { integrity: high }
    asset dose "Dose" { integrity: high; availability: high }
    requirement R-1 "The link proves both ends" { verified-by: T-1 }
    verification T-1 "A foreign certificate is refused" { status: failed }
    control link "Mutual TLS" { mitigates: spoofing; mechanism: tls; satisfies: R-1; status: implemented }
    control later "Backlog" { mitigates: denial-of-service; status: planned }
    boundary clinic "Clinic" { process server "Server" }
    boundary ward "Ward" { process pump "Pump" }
    flow a-set: server -> pump "Sets limits" { carries: a-limit; crosses: clinic, ward; controls: link }
    flow b-set: server -> pump "Sets doses" { carries: dose; crosses: clinic, ward }
    flow c-set: server -> pump "Sets doses again" { carries: dose; crosses: clinic, ward }

    """

  private func rows(_ sample: ReportSample, _ table: String) -> [[String]] {
    sample.summaryTable(table).map { $0.map { $0.map(\.plain).joined() } }
  }

  private func register(_ sample: ReportSample) -> [String] {
    sample.register.compactMap { row in
      guard case .threat(let id)? = row.anchor else { return nil }
      return id
    }
  }

  @Test("an attack on the availability of what only has to be right stands behind all others")
  func levels() throws {
    let order = register(try ReportSample(Self.dosing))
    let late = try #require(order.firstIndex(of: "a-set.denial-of-service"))
    for id in ["a-set.tampering", "b-set.denial-of-service", "c-set.denial-of-service"] {
      #expect(try #require(order.firstIndex(of: id)) < late, "\(order)")
    }
  }

  @Test("one question is listed once, with how many more like it there are")
  func grouped() throws {
    let worst = rows(try ReportSample(Self.dosing), "worst").map { $0[0] }
    let names = worst.compactMap { $0.split(separator: ".").last.map(String.init) }
    #expect(Set(names).count == names.count, "\(worst)")
    #expect(worst.contains { $0.contains("denial-of-service and 2 more like it") }, "\(worst)")
  }

  @Test("where no policy judges, nothing is counted as accepted or not")
  func unjudged() throws {
    let sample = try ReportSample(Self.dosing)
    let row = try #require(rows(sample, "standing").first { $0[0] == "Not acceptable" })
    #expect(row[1] == "–")
    #expect(row[2] == "not judged: no policy says which risks are acceptable")
    #expect(!sample.document.facts.contains { $0.name == "Approval" })
    #expect(sample.document.facts.contains { $0.name == "Approver" })
  }

  @Test(
    "where the policy refuses what is open for want of a rating, it says that, and no name twice")
  func unrated() throws {
    let sample = try ReportSample(Self.dosing + "policy { accept: score < 4.0 }\n")
    let table = rows(sample, "standing")
    let open = try #require(table.first { $0[0] == "Open" })
    let refused = try #require(table.first { $0[0] == "Not acceptable" })
    #expect(open[1] == refused[1])
    #expect(refused[2] == "the open ones: nobody rated them, so the policy cannot accept them")
    let lists = sample.document.summary.flatMap { block -> [String] in
      guard case .list(let items) = block else { return [] }
      return items.map { $0.map(\.plain).joined() }
    }
    #expect(lists.contains { $0.contains("threats, none of them rated (0 acceptable") }, "\(lists)")
  }

  @Test("a verification that failed is told with the controls that count for nothing for it")
  func failed() throws {
    let sample = try ReportSample(Self.dosing)
    let row = try #require(rows(sample, "standing").first { $0[0] == "Failed verifications" })
    #expect(row[1...] == ["1", "T-1: link counts for nothing"])
    let open = sample.document.chapters.flatMap(\.blocks).flatMap { block -> [String] in
      guard case .list(let items) = block else { return [] }
      return items.map { $0.map(\.plain).joined() }
    }
    #expect(
      open.contains("The verification T-1 failed, so that link counts for nothing until it passes.")
    )
    // It is there, and does not work: not one that is still to be built.
    #expect(open.contains { $0.hasPrefix("1 control is not in place yet") }, "\(open)")
  }
}
