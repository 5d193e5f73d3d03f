// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMTestSupport
import TMThreats
import Testing

/// Between whom a question is asked: strangers at the edge, servers of one operator, people who may.
@Suite("Where and of whom questions are asked")
struct PlaceTests {
  private static let file = LiterateFile(path: "Tests/TMThreatsTests/Cases/places.md")

  @Test("says of the cases which threats of the templates in their headings there are")
  func cases() throws {
    try Self.file.run { literateCase in
      let main = "model \"Case\" { method: stride, linddun }\nimport \"model.tm\""
      let sample = try CompiledSample(files: [("main.tm", main)] + literateCase.files)
      #expect(sample.compilation.diagnostics.filter { $0.severity == .error }.isEmpty)
      return Self.answer(sample, Self.templates(in: "\(literateCase)"))
    } compare: { literateCase, answer in
      #expect(
        literateCase.expected == answer,
        "\(literateCase); TM_UPDATE_SNAPSHOTS=1 rewrites the file, to be read before it is kept")
    }
  }

  /// The names between backticks of a heading.
  private static func templates(in heading: String) -> Set<String> {
    let parts = heading.split(separator: "`", omittingEmptySubsequences: false)
    return Set(parts.indices.filter { $0 % 2 == 1 }.map { String(parts[$0]) })
  }

  private static func answer(_ sample: CompiledSample, _ names: Set<String>) -> String {
    #expect(!names.isEmpty)
    let writer = SentenceWriter(sample.model)
    return sample.register.threats
      .filter { $0.template.map { names.contains($0.name) } ?? false }
      .map { "\($0.id), \($0.status.rawValue)\n  \(writer.title($0))\n" }.joined()
  }

  @Test(
    "names for triage of servers, and of what a store keeps, what asks it now",
    arguments: [
      ("pass", "denial-of-service", "call.denial-of-service"),
      ("pass", "elevation-of-privilege", "call.elevation-of-privilege"),
      ("pass", "spoofed-target", "pass.spoofing"), ("keep", "spoofing-reverse", "keep.spoofing"),
      ("api", "stolen-session", "edge.stolen-session"), ("api", "overload", "edge.overload"),
      ("api", "forgotten-version", "edge.forgotten-version"),
      ("edge", "broken-access-control", "api.broken-access-control"),
      ("service", "process-linking", "orders.store-linking"),
      ("service", "process-data-disclosure", "orders.store-data-disclosure"),
      ("app", "external-non-compliance", "app.external-data-disclosure"),
    ])
  func successors(_ place: String, _ former: String, _ now: String) throws {
    let parts = [
      "external app \"Partner's program\" {", "interface edge \"Edge\" { kind: api",
      "interface api \"API\" { kind: api", "process service \"Service\" {",
      "flow call: app <-> front.edge \"Calls\" { carries: order; crosses: cloud; protocol: https",
      "flow pass: front <-> service.api \"Passes on\" { carries: order; crosses: front-net, app-net; protocol: https",
      "flow keep: service <-> orders \"Keeps\" { carries: order; crosses: app-net, data-net; protocol: sql",
    ].map { part in
      let isPlace = ["\(place)", "\(place):"].contains(String(part.split(separator: " ")[1]))
      return part + (isPlace ? "\nthreat \(former) { status: accepted; because: \"Seen\" }" : "")
    }
    let sample = try CompiledSample(
      """
      model "M" { method: stride, linddun }
      asset order "Order" { class: phi; confidentiality: high; integrity: high; availability: high }
      \(parts[0]) }
      boundary cloud "Account" {
        zone: cloud
        boundary front-net "Front" {
          zone: dmz
          process front "Gateway" { function: reverse-proxy; \(parts[1]) } }
        }
        boundary app-net "Services" { zone: cloud; \(parts[3])
          \(parts[2]) } }
        }
        boundary data-net "Data" { zone: datacentre; store orders "Orders" { kind: sql; holds: order } }
      }
      \(parts[4]) }
      \(parts[5]) }
      \(parts[6]) }
      """)
    #expect(!sample.compilation.hasErrors)
    #expect(sample.register.staleTriage.map(\.successor) == [now])
  }
}
