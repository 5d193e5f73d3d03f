// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import TMComponents
import TMModel
import TMTestSupport

/// A model with five components, and files about them.
enum Gateway {
  static let text = """
    model "Gateway"
    process gateway "Gateway" {
      component openssl "OpenSSL" {
        version: "3.0.15"
        purl: "pkg:generic/openssl@3.0.15"
        cpe: "cpe:2.3:a:openssl:openssl:3.0.15:*:*:*:*:*:*:*"
      }
      component requests "Requests" { version: "2.31.0"; purl: "pkg:pypi/Requests@2.31.0" }
      component angular "Angular" { version: "17.1.0"; purl: "pkg:npm/%40angular/core@17.1.0" }
      component log4j "Apache Log4j" {
        version: "2.14.1"
        purl: "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1"
      }
      component radio "Radio stack" { cpe: "cpe:/a:acme:radio" }

      threat known "A known one" {
        category: tampering
        cve: CVE-2026-1006
      }
    }
    """

  static func bytes(_ name: String) throws -> [UInt8] {
    let path = Repository.path("Tests/TMComponentsTests/Fixtures/\(name)")
    return Array(try Data(contentsOf: URL(filePath: path)))
  }

  static func document(_ name: String) throws -> JSONDocument { try JSONDocument(try bytes(name)) }

  /// The report on the model with some of the fixtures.
  static func report(
    sbom: String? = nil, _ vulnerabilities: [String] = [], kev: String? = nil
  ) throws -> (report: SoftwareReport, model: Model) {
    let model = try CompiledSample(text).model
    let bill = try sbom.map { try SoftwareBill(try document($0)) }
    var collector = VulnerabilityCollector(Inventory(model, bill: bill))
    for name in vulnerabilities { try collector.add(try document(name)) }
    let exploited = try kev.map { try KnownExploited(try document($0)) }
    guard let today = CalendarDate("2026-06-01") else { throw NoDate() }
    return (
      SoftwareReport(model, collector, exploited: exploited, today: today), model
    )
  }

  /// One line for each vulnerability: component, id, score, whether affected, standing.
  static func lines(
    sbom: String? = nil, _ vulnerabilities: [String], kev: String? = nil
  ) throws -> [String] {
    let (report, model) = try report(sbom: sbom, vulnerabilities, kev: kev)
    return report.components.flatMap { component in
      component.vulnerabilities.map { vulnerability in
        let exploited = vulnerability.exploited.map { " exploited, due \($0.due ?? "never")" } ?? ""
        let score = vulnerability.worst?.score?.description ?? "–"
        return "\(model.path(component.entity)) \(vulnerability.id) \(score) "
          + "\(vulnerability.judgement) \(vulnerability.standing.rawValue)\(exploited)"
      }
    }
  }

  struct NoDate: Error {}
}
