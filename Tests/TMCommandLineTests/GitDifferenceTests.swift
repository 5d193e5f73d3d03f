// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMTestSupport
import Testing

/// `tm diff` over revisions of git: what a pull request changes.
@Suite(
  "Differences between revisions", .enabled(if: GitSandbox.isInstalled, "`git` is not installed"))
struct GitDifferenceTests {
  /// A pull request that moves the delivery control to the server's network, drops a control and
  /// renames a flow.
  private func pump() throws -> GitSandbox {
    let git = try GitSandbox()
    for file in try CompiledSample.files(ofExample: "infusion-pump") {
      try git.folder.write(file.text, to: String(file.path.split(separator: "/").last ?? ""))
    }
    try git.commit("The pump")
    try git.run("git checkout -q -b pull-request")
    return git
  }

  private func edit(_ git: GitSandbox) throws {
    var hospital = try git.folder.text("hospital.tm")
    let start = try #require(hospital.range(of: "          process delivery-control"))
    let end = try #require(
      hospital.range(of: "\n          }\n", range: start.lowerBound..<hospital.endIndex))
    let control = hospital[start.lowerBound..<end.upperBound]
    hospital.replaceSubrange(start.lowerBound..<end.upperBound, with: "")
    hospital = hospital.replacing(
      "    process pump-server \"Pump server\" {",
      with: control + "    process pump-server \"Pump server\" {")
    try git.folder.write(hospital, to: "hospital.tm")
    let controls = try git.folder.text("controls.tm")
    let first = try #require(controls.range(of: "control hard-limits"))
    let last = try #require(
      controls.range(of: "\n}\n", range: first.lowerBound..<controls.endIndex))
    try git.folder.write(
      controls.replacingCharacters(in: first.lowerBound..<last.upperBound, with: ""),
      to: "controls.tm")
    for file in ["decisions.tm", "decisions-network.tm", "inside.tm"] {
      let decisions = try git.folder.text(file)
      try git.folder.write(
        decisions.replacing("  controls: hard-limits\n", with: "")
          .replacing(", hard-limits", with: ""), to: file)
    }
    let flows = try git.folder.text("flows-bedside.tm")
    try git.folder.write(
      flows.replacing(
        "flow check-limits: library-manager -> delivery-control \"Dose limits in force\" {",
        with: """
          flow compare-limits: library-manager -> delivery-control "Dose limits in force" {
            was: check-limits
          """), to: "flows-bedside.tm")
    try git.run(
      "sed -i 's/check-limits/compare-limits/' infusion-pump.tm"
    )
    try git.run("tm lint --fix infusion-pump.tm > /dev/null; true")
  }

  @Test("a pull request is told as the three things that it changes, and the threats they open")
  func pullRequest() throws {
    let git = try pump()
    try edit(git)
    try git.commit("Delivery control on the server")
    let run = try git.tm("diff main...HEAD --date 2026-10-01")
    #expect(run.status == 1, "\(run.error)")
    #expect(run.error == "")
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines.first?.hasPrefix(
        "1 control removed, 1 element moved, 1 flow renamed; 26 threats opened, "
      )
        == true)
    #expect(lines.first?.hasSuffix("; risk grew") == true)
    let changes = lines.filter { $0.first.map { "+-→~".contains($0) } ?? false }
    #expect(
      changes == [
        "- control `hard-limits` \"Hard limits of pump and module\" removed",
        "→ process `delivery-control` \"Delivery control\" moved: from `pump-unit` to `biomed-net`",
        "~ flow `compare-limits` \"Dose limits in force\" renamed: was `check-limits`",
      ])
    let opened = lines.filter { $0.hasPrefix("    opened ") }
      .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
    #expect(
      opened == [
        "delivery-control.limitless-therapy",
        "device-gateway.fleet-therapy",
        "library-service.fleet-therapy",
        "motor-control.limitless-therapy",
        "order-adapter.fleet-therapy",
        "compare-limits.denial-of-service",
        "compare-limits.repeated-command",
        "confirmed-order.denial-of-service",
        "confirmed-order.information-disclosure",
        "confirmed-order.repeated-command",
        "confirmed-order.spoofing",
        "confirmed-order.spoofing-reverse",
        "confirmed-order.tampering",
        "delivery-control.fleet-therapy",
        "front-panel.other-patient-shown",
        "front-panel.wrong-machine",
        "log-infusion.denial-of-service",
        "log-infusion.information-disclosure",
        "log-infusion.spoofed-target",
        "log-infusion.spoofing",
        "log-infusion.tampering",
        "motor-control.stale-value",
        "motor-control.wrong-machine",
        "raise-alarm.denial-of-service",
        "raise-alarm.spoofing",
        "raise-alarm.tampering",
      ])
    #expect(!lines.contains("other consequences"))
    // The same against the files on the disk, the branch and two revisions.
    for words in ["main", "main..HEAD", "main HEAD", "main -- infusion-pump.tm", "HEAD~1"] {
      let other = try git.tm("diff --date 2026-10-01 \(words)")
      #expect(other.output == run.output && other.status == 1, "\(words): \(other.error)")
    }
    let comment = try git.tm("diff main...HEAD --format markdown")
    #expect(
      comment.output.hasPrefix("<!-- drawbridge: tm diff -->\n**Threat model: 1 control removed"))
  }

  @Test("formatting, comments and order of a commit say nothing")
  func reformatting() throws {
    let git = try pump()
    for name in ["controls.tm", "hospital.tm", "flows-bedside.tm"] {
      let text = try git.folder.text(name)
      let loose = text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { "    \($0)\n// A remark." }.joined(separator: "\n")
      try git.folder.write(loose + "\n", to: name)
    }
    let model = try git.folder.text("infusion-pump.tm")
    try git.folder.write(
      model.replacing("import \"assets.tm\"\n", with: "") + "\nimport \"assets.tm\"\n",
      to: "infusion-pump.tm")
    try git.commit("Another layout")
    for words in ["main...HEAD", "main", "--fail-on any main..HEAD"] {
      let run = try git.tm("diff \(words)")
      #expect(run.status == 0 && run.output == "" && run.error == "", "\(words): \(run.output)")
    }
  }

  @Test("three dots leave out what the other branch did meanwhile, two do not")
  func dots() throws {
    let git = try GitSandbox()
    try git.folder.write("model \"m\"\n", to: "m.tm")
    try git.commit("m")
    try git.run("git checkout -q -b topic")
    try git.folder.write("model \"m\"\nassumption mine \"Mine\"\n", to: "m.tm")
    try git.commit("mine")
    try git.run("git checkout -q main")
    try git.folder.write("model \"m\"\nassumption theirs \"Theirs\"\n", to: "m.tm")
    try git.commit("theirs")
    let three = try git.tm("diff main...topic")
    #expect(three.output.hasPrefix("1 assumption added; "))
    let two = try git.tm("diff main..topic")
    #expect(two.output.hasPrefix("1 assumption added, 1 assumption removed; "))
    #expect(try git.tm("diff ...topic").output == three.output)
    #expect(try git.tm("diff topic..").output.contains("+ assumption `theirs`"))
  }
}
