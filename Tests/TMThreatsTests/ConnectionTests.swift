// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMTestSupport
import TMThreats
import Testing

private func pair(_ answer: String, zones: (String, String) = ("home", "cloud")) -> String {
  """
  model "Pair"
  asset question "Question" { class: telemetry }
  asset reading "Reading" { class: phi }
  boundary left "Left" { zone: \(zones.0); process app "App" }
  boundary right "Right" { zone: \(zones.1); process web "Web" }
  flow ask: app -> web "Asks" { carries: question; crosses: left, right; protocol: https; authenticated: token }
  flow answer: web -> app "Answers" { carries: reading; crosses: right, left; \(answer) }
  """
}

@Suite("A flow that runs over the connection of another")
struct ConnectionTests {
  @Test(
    "is asked nothing about the path, and its data enter the sentences of the one that opens it")
  func shared() throws {
    let sample = try CompiledSample(pair("over: ask"))
    #expect(!sample.compilation.hasErrors)
    #expect(sample.threats(about: "answer").isEmpty)
    let names = Set(sample.threats(about: "ask").map(\.name))
    #expect(
      names.isSuperset(of: ["spoofing", "spoofing-reverse", "tampering", "information-disclosure"]))
    let tampering = try #require(sample.threat("ask.tampering"))
    #expect(SentenceWriter(sample.model).title(tampering).contains("and the reading"))
  }

  @Test("knows which end answers: the certificate proves that one, in both directions")
  func server() throws {
    let sample = try CompiledSample(pair("over: ask"))
    let model = sample.model
    let answer = try #require(model.graph.flows.last)
    #expect(model.path(answer.entity) == "answer")
    #expect(model.serverEnd(of: answer) == answer.source)
    #expect(model.sourceAuthentication(answer.entity) == .implied(protocol: "https"))
    #expect(model.targetAuthentication(answer.entity) == .stated("token"))
    #expect(model.encryption(answer.entity) == .implied(protocol: "https"))
    #expect(sample.threat("ask.spoofing")?.status == .mitigated)
    #expect(sample.threat("ask.spoofing-reverse")?.status == .mitigated)
  }

  @Test("credits nobody where two flows stand alone and either end could answer")
  func alone() throws {
    let sample = try CompiledSample(pair("protocol: https"))
    #expect(sample.threat("answer.spoofed-target")?.status == .open)
    #expect(sample.threat("answer.spoofing")?.status == .open)
    #expect(sample.threat("answer.tampering")?.status == .mitigated)
  }

  @Test("is not needed where an interface or a phone says which end answers")
  func known() throws {
    let phone = try CompiledSample(pair("protocol: https", zones: ("phone", "cloud")))
    #expect(phone.threat("answer.spoofing")?.status == .mitigated)
    #expect(phone.threat("answer.spoofed-target")?.status == .open)
  }

  @Test("has a path of its own where it states another protection")
  func own() throws {
    let sample = try CompiledSample(pair("over: ask; encrypted: no"))
    #expect(sample.threat("answer.tampering")?.status == .open)
    #expect(sample.threat("answer.information-disclosure")?.status == .open)
    let ask = try #require(sample.threat("ask.tampering"))
    #expect(!SentenceWriter(sample.model).title(ask).contains("reading"))
    let same = try CompiledSample(pair("over: ask; protocol: https"))
    #expect(same.threats(about: "answer").isEmpty)
  }

  @Test("has a path of its own where a control stands at it that the other has not")
  func controlled() throws {
    let sample = try CompiledSample(Self.pump("over: command; controls: signed"))
    #expect(sample.threat("load.tampering")?.template?.name == "altered-software")
    #expect(sample.threat("load.tampering")?.status == .mitigated)
    #expect(sample.threat("command.tampering")?.template?.name == "altered-therapy")
    let protecting = try CompiledSample(
      Self.pump("over: command").replacing(
        "signed \"Signed\" {", with: "signed \"Signed\" { protects: load;"))
    #expect(protecting.threat("load.tampering")?.status == .mitigated)
    let same = try CompiledSample(
      Self.pump("over: command; controls: signed").replacing(
        "authenticated: keys\n", with: "authenticated: keys; controls: signed\n"))
    #expect(same.threat("load.spoofing") == nil)
  }

  @Test(
    "is asked apart what another kind of measure answers, and hides nothing of the one it runs over"
  )
  func software() throws {
    let sample = try CompiledSample(Self.pump("over: command"))
    #expect(sample.threats(about: "load").map(\.name) == ["tampering"])
    #expect(sample.threat("load.tampering")?.template?.name == "altered-software")
    #expect(sample.threat("load.tampering")?.status == .open)
    #expect(sample.threat("command.tampering")?.template?.name == "altered-therapy")
    #expect(sample.threat("command.tampering")?.status == .mitigated)
  }

  @Test("says of an answer how the end that answers proves itself")
  func answering() throws {
    let proven = try CompiledSample(Self.pump("over: command"))
    #expect(proven.threat("command.spoofing-reverse")?.status == .mitigated)
    // One answer that proves nothing is what somebody else sends.
    let mixed = try CompiledSample(
      Self.pump("over: command")
        + "\nflow history: pump -> app \"History\" { carries: bolus; crosses: housing, phone; over: command }"
    )
    #expect(mixed.threat("command.spoofing-reverse")?.status == .open)
  }

  private static func pump(_ load: String) -> String {
    """
    model "Pump"
    import medical
    asset bolus "Bolus" { class: therapy }
    asset code "Firmware" { class: firmware }
    control keys "Keys of a pair" { mitigates: spoofing, tampering; mechanism: aead; status: implemented }
    control signed "Signed" { mitigates: tampering; mechanism: signature; status: implemented }
    boundary phone "Phone" { zone: phone; process app "App" { function: therapy } }
    boundary housing "Housing" { zone: device; process pump "Pump control" { function: therapy } }
    flow command: app -> pump "Commands" {
      carries: bolus; crosses: phone, housing; protocol: ble; encrypted: ble-lesc; authenticated: keys
    }
    flow load: app -> pump "Loads" { carries: code; crosses: phone, housing; function: update; \(load) }
    flow state: pump -> app "State" { carries: bolus; crosses: housing, phone; over: command; authenticated: keys }
    """
  }

  @Test("counts for nothing in a circle or between other ends")
  func broken() throws {
    let sample = try CompiledSample(
      """
      model "Circle"
      boundary left "Left" { process a "Alpha" }
      boundary right "Right" { process b "Beta"; process c "Gamma" }
      flow one: a -> b "One" { crosses: left, right; over: two }
      flow two: b -> a "Two" { crosses: right, left; over: one }
      flow self: a -> b "Self" { crosses: left, right; over: self }
      flow other: a -> c "Other" { crosses: left, right; over: fine }
      flow fine: a -> b "Fine" { crosses: left, right; protocol: mtls }
      flow deep: a -> b "Deep" { crosses: left, right; over: deeper }
      flow deeper: b -> a "Deeper" { crosses: right, left; over: fine }
      """)
    let model = sample.model
    let faults = model.connectionFaults.map { "\(model.path($0.flow)) \($0.kind)" }
    #expect(faults == ["one circle", "two circle", "self circle", "other otherEnds"])
    for path in ["one", "two", "self", "other"] {
      #expect(sample.threat("\(path).tampering")?.status == .open, "\(path)")
    }
    #expect(sample.threats(about: "deep").isEmpty && sample.threats(about: "deeper").isEmpty)
    #expect(sample.threat("fine.tampering")?.status == .mitigated)
  }

  @Test("names for triage that it no longer has the threat that asks it now")
  func successor() throws {
    let sample = try CompiledSample(
      pair("over: ask; threat spoofing { status: accepted }; threat tampering { status: accepted }")
    )
    #expect(
      sample.register.staleTriage.map(\.successor) == ["ask.spoofing-reverse", "ask.tampering"])
  }
}
