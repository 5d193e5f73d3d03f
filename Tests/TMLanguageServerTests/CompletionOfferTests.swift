// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMLanguageServer
import TMModel
import Testing

/// What completion offers can be written there: each offer is put in, and compiles.
@Suite struct CompletionOfferTests {
  private static let model = """
    model "Clinic" { method: stride }
    zone ward-zone "Ward" { like: clinical }
    category mix-up "Mix-up"
    asset dose "Dose" { class: therapy; integrity: high; tags: watched }
    hazard overdose "Overdose" { severity: critical }
    control seal "Seal" { mitigates: tampering; mechanism: signature; status: implemented }
    external nurse "Nurse" { human: yes }
    boundary hospital "Hospital" {
      zone: ward-zone
      interface wall "Wall port" { kind: usb }
      process app "App" {
        interface scr "Screen" { kind: user-interface }
        interface usb "Port" { kind: usb }
      }
      boundary device "Device" {
        process ctl "Controller" { handles: dose; interface usb "Port" { kind: usb } }
        store mem "Memory" { holds: dose; encrypted: tls-1.2 }
      }
    }
    flow send: app <-> ctl "Sends" { carries: dose; crosses: device; controls: seal }
    matrix risk "Risk" {
      columns: minor, critical
      row high { cells: controlled, uncontrolled }
    }

    """

  /// Where the offers stand: `#` is another number for each, `¦` the place.
  static let places = decisions + rules + declarations

  private static let decisions = [
    "category is ¦", "status is ¦", "status is not ¦", "status in (open, ¦)", "category in (¦)",
    "treatment is ¦", "method is ¦", "severity >= ¦", "harm-severity < ¦", "exploitability is ¦",
    "about is ¦", "about in (¦)", "name is ¦", "harm has ¦", "risk is ¦", "crosses has ¦",
    "assets has ¦", "controls has ¦", "zone is ¦", "multi-patient is ¦", "about.¦",
    "any assets where class has ¦", "any assets where ¦", "any ¦", "¦", "not ¦", "open or ¦",
    "(status is open and ¦)", "category == ¦", "about == ¦", "tags has ¦",
    "because on ¦", "all crosses where zone is ¦",
  ].map { "decision d# \"D\" { covers: \($0); status: accepted; because: \"Rare\" }" }

  private static let rules = [
    ("flow", "¦"), ("store", "¦"), ("asset", "¦"), ("control", "¦"), ("component", "¦"),
    ("interface", "¦"), ("boundary", "¦"), ("requirement", "¦"), ("external, process", "¦"),
    ("flow", "source is ¦"), ("flow", "source.¦"), ("flow", "target.zone is ¦"),
    ("flow", "source.boundary.¦"), ("flow", "protocol has ¦"), ("flow", "authenticated is ¦"),
    ("flow", "crosses has ¦"), ("flow", "via has hospital.app.¦"), ("flow", "two-way is ¦"),
    ("flow", "any carries where class has ¦"), ("flow", "any carries where ¦"),
    ("flow", "all carries where any stores where ¦"), ("flow", "source is hospital.¦"),
    ("store", "encrypted is ¦"), ("store", "encrypted is tls-1.¦"),
    ("asset", "confidentiality >= ¦"), ("asset", "class in (phi, ¦)"), ("asset", "tags has ¦"),
    ("control", "mitigates has ¦"), ("interface", "kind is ¦"),
    ("boundary", "any elements where ¦"),
  ].map { "rule r# \"R\" { applies-to: \($0.0); when: \($0.1); severity: note }" }

  private static let declarations = [
    "rule r# \"R\" { when: ¦; applies-to: store }",
    "policy { accept: status is ¦ }",
    "threat t# \"A {source} mixes up\" { category: tampering; applies-to: flow; when: ¦ }",
    "view v# \"V\" { include: ¦ }", "view v# \"V\" { include: hospital.¦ }",
    "view v# \"V\" { include: nurse, ¦ }", "view v# \"V\" { include: source is ¦ }",
    "view v# \"V\" { include: zone in (clinical, ¦) }",
    "flow z#: nurse -> ¦", "flow z#: nurse -> app.¦ \"T\" {}", "flow z#: hospital.¦ -> nurse",
    "flow z#: nurse -> hospital.device.¦", "flow z#: nurse -> ctl \"T\" { via: ¦ }",
    "flow z#: nurse -> app \"T\" { via: app.¦ }", "flow z#: nurse -> app \"T\" { carries: ¦ }",
    "assumption a# \"A\" { about: app.¦ }", "assumption a# \"A\" { about: ¦ }",
    "control c# \"C\" { protects: hospital.a¦ }", "control c# \"C\" { mitigates: ¦ }",
    "store s# \"S\" { encrypted: ¦ }", "store s# \"S\" { holds: ¦ }",
  ]

  @Test(arguments: places) func eachOfferCompiles(_ place: String) throws {
    let offers = try Self.offers(at: place)
    #expect(!offers.isEmpty, "\(place)")
    var text = Self.model
    var lines: [Int: String] = [:]
    var whole = offers.filter { !$0.goesOn }.map(\.text)
    // Behind a word that joins conditions, something has to be offered in its turn.
    for word in offers.filter(\.goesOn) {
      let further = try Self.offers(at: word.further)
      #expect(!further.isEmpty, "\(word.further)")
      whole += further.filter { !$0.goesOn }.map(\.text)
    }
    if place.hasPrefix("policy") {
      for offer in whole { try Self.compile(Self.model + offer, [:]) }
      return
    }
    for (index, offer) in whole.enumerated() {
      lines[text.split(separator: "\n", omittingEmptySubsequences: false).count - 1] = offer
      text += offer.replacing("#", with: String(index)) + "\n"
    }
    try Self.compile(text, lines)
  }

  private struct Offer {
    /// The place with the offer put in.
    let text: String
    /// The place behind it.
    let further: String
    let goesOn: Bool
  }

  private static func offers(at place: String) throws -> [Offer] {
    let marked = model + place
    let asked = marked.replacing("¦", with: "").replacing("#", with: "0")
    let editor = try TestEditor([("model.tm", asked)])
    editor.open("model.tm")
    let before = try #require(marked.split(separator: "¦", maxSplits: 1).first)
    let line = before.split(separator: "\n", omittingEmptySubsequences: false)
    let answer = editor.request(
      "textDocument/completion",
      [
        "textDocument": ["uri": .string(TestEditor.uri("model.tm"))],
        "position": [
          "line": .integer(line.count - 1), "character": .integer(line.last?.utf8.count ?? 0),
        ],
      ])
    let written = line.last.map(String.init) ?? ""
    let behind = place.split(separator: "¦", omittingEmptySubsequences: false).last ?? ""
    return (answer["items"]?.list ?? []).map { item in
      let edit = item["textEdit"]
      let start = edit?["range"]?["start"]?["character"]?.whole ?? -1
      let word = edit?["newText"]?.text ?? ""
      let head = String(decoding: written.utf8.prefix(start), as: UTF8.self) + word
      return Offer(
        text: head + behind, further: head + " ¦" + behind,
        goesOn: ["not", "any", "all"].contains(word))
    }
  }

  private static func compile(_ text: String, _ lines: [Int: String]) throws {
    let compiled = try CompiledDeclarations(
      reading: ["model.tm"], from: TextFiles([("model.tm", text)]))
    for finding in compiled.compilation.diagnostics where finding.severity == .error {
      let start = Int(finding.primary.range.start)
      let line = text.utf8.prefix(start).count { $0 == 0x0A }
      Issue.record("\(lines[line] ?? String(text.suffix(120))): \(finding.message)")
    }
  }
}
