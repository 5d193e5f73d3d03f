// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLanguageServer
import TMLanguageService
import TMTestSupport
import Testing

/// Hundreds of edits of titles, reasons and comments, other edits between them: what the server takes over from
/// the text before is what it would say anew.
@Suite struct WordEditTests {
  private static let files = [
    (
      "model.tm",
      """
      // The clinic.
      model "Clinic" { method: stride, linddun; scoring: cvss-3.1; intended-use: "Treats." }
      import "parts.tm"
      import "rules.tm"
      external nurse "Nurse" { human: yes }
      external app "App of the patient"
      asset records "Records" { class: phi; confidentiality: high }
      asset time "Time" { integrity: high }
      flow send: nurse -> ward.api "Sends records" {
        carries: records
        crosses: ward
        protocol: http
        authenticated: password
        threat tampering { status: accepted; because: "Nobody is there."; score: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H" }
      }
      flow clock: app -> ward.api "Sends the time" { carries: time; crosses: ward; protocol: ntp }
      """
    ),
    (
      "parts.tm",
      """
      /// The ward.
      boundary ward "Ward" {
        zone: clinical
        process api "Service" { technology: "Swift"; interface port "Port" { kind: usb } }
        // A comment.
        store db "Database" { holds: records; encrypted: no; technology: "SQL" }
      }
      flow save: api -> db "Saves" { carries: records; protocol: sql; controls: lock }
      control lock "Lock" { mitigates: tampering; status: implemented; mechanism: signature }
      """
    ),
    (
      "rules.tm",
      """
      @allow(no-flow, "Later")
      store shelf "Shelf" { kind: paper }
      decision later "Later" { covers: name == "spoofing"; status: accepted; because: "It is far." }
      threat leak "{source} leaks {carries}" { category: information-disclosure; applies-to: flow; when: crosses }
      """
    ),
  ]

  private static let words = [
    "", "", "x", " ", "-", "tbd", "Nurse", "Service", "clock", "ä", "😀", "//", "sends", "{source}",
    "\\n", "\\q", "relative of the ",
  ]

  private static let others = [
    ("protocol: http", "protocol: https"), ("class: phi", "class: log"),
    ("human: yes", "human: no"),
    ("kind: usb", "kind: api"), ("encrypted: no", "encrypted: yes"), ("-> db", "<-> db"),
    ("status: implemented", "status: planned"), ("when: crosses", "when: encrypted"),
    ("zone: clinical", "zone: home"), ("import \"parts.tm\"", "import \"part.tm\""),
  ]

  @Test(arguments: [1, 2, 3])
  func whatIsTakenOverIsWhatIsSaidAnew(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let editor = try TestEditor(Self.files)
    for (path, _) in Self.files { editor.open(path) }
    var (known, taken) = (0, 0)
    for step in 1...150 {
      let path = Self.files[Int.random(in: 0..<3, using: &random)].0
      let before = String(decoding: editor.text(path).bytes, as: UTF8.self)
      let after = edited(before, path, step, &random)
      editor.type(after, into: path, version: step + 1)
      // Some letters come before anybody wants the findings of the one before.
      if step % 4 == 0 { continue }
      try compare(editor, "seed \(seed), step \(step): \(after)")
      known += 1
      if before != after { taken += 1 }
    }
    #expect(known > 100 && taken > 60)
  }

  private func edited(
    _ text: String, _ path: String, _ step: Int, _ random: inout SeededGenerator
  ) -> String {
    if step % 30 == 0 { return Self.files.first { $0.0 == path }?.1 ?? "" }
    if step % 8 == 0 {
      for (one, other) in Self.others.shuffled(using: &random) {
        if text.contains(other) { return text.replacing(other, with: one, maxReplacements: 1) }
        if text.contains(one) { return text.replacing(one, with: other, maxReplacements: 1) }
      }
    }
    // Inside of quotes or of a comment.
    var places: [String.Index] = []
    var (isQuoted, isComment) = (false, false)
    for index in text.indices {
      if text[index] == "\n" { isComment = false }
      if isQuoted || isComment { places.append(index) }
      if text[index] == "\"" { isQuoted.toggle() }
      if !isQuoted, text[index...].hasPrefix("//") { isComment = true }
    }
    guard let place = places.randomElement(using: &random) else { return text }
    var result = text
    let word = Self.words.randomElement(using: &random) ?? ""
    if word.isEmpty, text[place] != "\"", text[place] != "\n" {
      result.remove(at: place)
    } else {
      result.insert(contentsOf: word, at: place)
    }
    return result
  }

  /// The findings of the server are those of a server that saw no text before.
  private func compare(_ editor: TestEditor, _ comment: String) throws {
    let found = Self.files.map { path, _ in
      editor.request(
        "textDocument/diagnostic", ["textDocument": ["uri": .string(TestEditor.uri(path))]])
    }
    let fresh = try TestEditor(
      Self.files.map { path, _ in
        (path: path, text: String(decoding: editor.text(path).bytes, as: UTF8.self))
      })
    for (path, _) in Self.files { fresh.open(path) }
    let expected = fresh.published()
    for ((path, _), found) in zip(Self.files, found) {
      #expect(found["items"]?.list ?? [] == expected[path] ?? [], "\(path), \(comment)")
    }
  }
}
