// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMTestSupport
import TMThreats
import Testing

@Suite("Of several assets, a sentence names those that the threat is about")
struct NamedAssetTests {
  private let hospital = """
    model "Hospital" { method: stride }
    import medical
    asset names "Name and address" { class: pii; confidentiality: high; integrity: high }
    asset order "Dose order" { class: phi, therapy; integrity: high; availability: medium }
    asset limits "Dose limits" { class: therapy; integrity: high; availability: medium }
    asset result "Laboratory result" { class: phi, diagnosis; integrity: high; availability: medium }
    asset pin "PIN" { class: credentials; confidentiality: high; integrity: high }
    boundary a "Servers" { zone: hospital; process engine "Interface engine" }
    boundary b "Ward" { zone: clinical; process server "Pump server" }
    boundary c "Pump" { zone: device; process pump "Pump control" { function: therapy } }

    """
  private let delivery =
    "flow down: server -> pump \"To the pump\" { carries: order, limits; crosses: b, c; protocol: https }\n"

  @Test("whatever their order in `carries`", arguments: ["names, order", "order, names"])
  func order(_ carried: String) throws {
    let sample = try CompiledSample(
      hospital + delivery
        + "flow in: engine -> server \"Orders\" { carries: \(carried); crosses: a, b; protocol: mqtt }"
    )
    #expect(
      try title("in.denial-of-service", sample)
        == "Therapy waits or uses old values because somebody on the path blocks the dose order on its way "
        + "from the interface engine to the pump server")
    #expect(
      try title("in.tampering", sample).contains("alters the dose order on its way"))
  }

  @Test("both, where it is about two of three")
  func two() throws {
    let sample = try CompiledSample(
      hospital + delivery
        + "flow in: engine -> server \"Orders\" { carries: names, order, limits; crosses: a, b; protocol: mqtt }"
    )
    #expect(
      try title("in.tampering", sample).contains("alters the dose order and 1 more"))
  }

  @Test("and of the same connection another one for another question")
  func questions() throws {
    let sample = try CompiledSample(
      hospital
        + "flow out: server -> engine \"Findings\" { carries: pin, names, result; crosses: b, a; protocol: mqtt }"
    )
    let late = try title("out.denial-of-service", sample)
    #expect(late.hasPrefix("A diagnosis waits because"))
    #expect(late.contains("blocks the laboratory result on its way"))
    #expect(!late.contains("PIN"))
  }

  @Test("also where a flow says what it is for, and only one of its assets is for that")
  func purpose() throws {
    let sample = try CompiledSample(
      hospital
        + "flow set: server -> pump \"Sets\" { carries: pin, order; crosses: b, c; protocol: https; function: therapy }"
    )
    #expect(try title("set.tampering", sample).contains("alters the dose order on its way"))
  }

  @Test("all of them where it is about none in particular")
  func all() throws {
    let sample = try CompiledSample(
      hospital
        + "flow out: server -> engine \"Names\" { carries: names, pin; crosses: b, a; protocol: mqtt }"
    )
    #expect(try title("out.tampering", sample).contains("name and address and the PIN"))
  }

  @Test(
    "by what goes the way of the threat: what is sent back to where it came from acts on nobody")
  func roundTrip() throws {
    let model =
      hospital + delivery
        + """
        flow in: engine -> server "Orders" { carries: order; crosses: a, b; protocol: mqtt }
        flow copy: server -> engine "Copies" { carries: order, names; crosses: b, a; protocol: mqtt }

        """
    let sample = try CompiledSample(model)
    #expect(try title("in.tampering", sample).hasPrefix("A patient is treated wrongly"))
    #expect(!(try title("copy.tampering", sample).hasPrefix("A patient is treated wrongly")))
    // Where the engine has a way of its own to the pump, what it is sent does act.
    let direct = try CompiledSample(
      model
        + "flow short: engine -> pump \"To the pump\" { carries: order; crosses: a, c; protocol: https }"
    )
    let acting = try title("copy.tampering", direct)
    #expect(acting.hasPrefix("A patient is treated wrongly"))
    #expect(acting.contains("alters the dose order on its way"))
  }

  @Test("and of several stores those that it is about")
  func stores() throws {
    let sample = try CompiledSample(
      """
      model "Stores"
      threat hidden "Somebody hides {asset} {places}" {
        category: tampering
        applies-to: asset
        when: any stores where kind is sql
      }
      asset notes "Notes"
      store disk "Disk" { kind: file; holds: notes }
      store tables "Tables" { kind: sql; holds: notes }
      store copies "Copies" { kind: backup; holds: notes }
      """)
    #expect(try title("notes.hidden", sample) == "Somebody hides the notes in the tables")
  }

  private func title(_ id: String, _ sample: CompiledSample) throws -> String {
    let threat = try #require(sample.threat(id))
    return SentenceWriter(sample.model).title(threat)
  }
}
