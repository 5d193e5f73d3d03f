// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMTestSupport
import TMThreats
import Testing

@Suite("Titles of threats are sentences about the system")
struct SentenceTests {
  private let ward = """
    model "Ward"
    asset drug-library "Drug library" { integrity: high }
    asset settings "Pump settings"
    boundary hospital "Hospital" {
      zone: hospital
      process gateway "Pump gateway"
      boundary device "Infusion pump" {
        zone: device
        process controller "Dose controller" { interface lan "Ward LAN" { kind: ethernet } }
      }
    }
    """

  @Test("with who, what, where from, where to and the boundaries crossed")
  func whole() throws {
    let sample = try CompiledSample(
      ward + """

        flow push: gateway -> controller "Pushes" { carries: drug-library; via: lan; crosses: device }
        """)
    #expect(
      try title("push.tampering", sample)
        == "Somebody on the ward LAN alters the drug library on its way from the pump gateway to the "
        + "dose controller, crossing into the infusion pump")
  }

  @Test("that name every boundary of a flow, in the order of the way")
  func boundaries() throws {
    let sample = try CompiledSample(
      """
      model "Way"
      boundary home "Patient's home" { zone: home; boundary phone "Phone" { zone: phone; process app "App" } }
      boundary cloud "Cloud" { zone: cloud; boundary edge "Edge" { zone: cloud; process proxy "Proxy" } }
      flow up: app -> proxy "Uploads" { crosses: phone, home, cloud, edge }
      """)
    let title = try title("up.spoofing", sample)
    #expect(
      title
        == "Somebody poses as the app and sends the data of “Uploads” to the proxy, crossing out of the "
        + "phone and the patient's home and into the cloud and the edge")
  }

  @Test("that put two directions of one flow into words of their own")
  func twoWay() throws {
    let sample = try CompiledSample(
      ward + "\nflow sync: gateway <-> controller \"Syncs\" { carries: settings; crosses: device }")
    #expect(
      try title("sync.spoofing", sample)
        == "Somebody poses as the pump gateway and exchanges the pump settings with the dose controller, "
        + "crossing into the infusion pump")
    #expect(
      try title("sync.spoofing-reverse", sample)
        == "Somebody poses as the dose controller and exchanges the pump settings with the pump gateway, "
        + "crossing out of the infusion pump")
    #expect(try title("sync.tampering", sample).contains("on their way between"))
    #expect(sample.threat("sync.tampering-reverse") == nil)
  }

  @Test("and no two of an example are the same", arguments: CompiledSample.examples)
  func distinct(_ name: String) throws {
    let sample = try CompiledSample(example: name)
    let writer = SentenceWriter(sample.model)
    var ids: [String: String] = [:]
    for threat in sample.register.threats {
      let title = writer.title(threat)
      #expect(ids[title] == nil, "\(threat.id) and \(ids[title] ?? ""): \(title)")
      ids[title] = threat.id
    }
  }

  @Test("without any placeholder left", arguments: CompiledSample.examples)
  func filled(_ name: String) throws {
    let sample = try CompiledSample(example: name)
    let writer = SentenceWriter(sample.model)
    for threat in sample.register.threats {
      let title = writer.title(threat)
      #expect(!title.contains("{") && !title.contains("  "), "\(threat.id): \(title)")
      #expect(title.first?.isLowercase == false)
    }
  }

  private func title(_ id: String, _ sample: CompiledSample) throws -> String {
    let threat = try #require(sample.threat(id))
    return SentenceWriter(sample.model).title(threat)
  }
}
