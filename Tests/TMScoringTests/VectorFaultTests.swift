// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring
import TMTestSupport
import Testing

@Suite("Vectors that are wrong")
struct VectorFaultTests {
  /// What the message has to name, by the reason that the full table gives.
  private static let named: [(reason: String, message: String)] = [
    ("empty field", "two slashes"), ("empty", "is empty"), ("no metrics", "has no metrics"),
    ("v3 metrics without version prefix", "which version"), ("unknown version", "no version"),
    ("lower-case prefix", "prefix"), ("lower-case value", "`n` is no value"),
    ("duplicate", "given twice"), ("trailing slash", "ends in a slash"),
    ("value not allowed", "`X` is no value of `C`"),
    ("value from v4", "`A` is no value of `E`"), ("v4 metric", "`MAT` is no metric"),
    ("v4 value", "`P` is no value of `UI`"), ("no colon", "no colon"),
    ("two colons", "second colon"),
    ("unknown metric", "`ZZ` is no metric"), ("leading blank", "begins with a blank"),
    ("value only in", "`U` is no value of `PR`"), ("S only allowed", "`S` is no value of `SI`"),
    ("S not allowed", "`S` is no value of `MSC`"), ("v3 value", "is no value of"),
    ("v3 metric", "is no metric of"), ("supplemental", "`green` is no value"),
    ("bad version", "names no version"), ("Au is", "`AU` is no metric"),
    ("P not", "is no value of `AV`"),
    ("v2 has no prefix", "no prefix"), ("base metrics out of order", "order"),
    ("threat after environmental", "order"),
  ]

  @Test("a message shows a control character as its picture, and a blank as it is")
  func quoted() throws {
    let fault = #expect(throws: VectorFault.self) {
      try ScoreVector(parsing: "CVSS:3.1/A\u{1F} \u{1}V:N/AC:L")
    }
    #expect(fault?.message.contains("`A\u{241F} \u{2401}V`") == true, "\(fault?.message ?? "")")
  }

  @Test("a slash in front is named at its place")
  func slashInFront() throws {
    let fault = #expect(throws: VectorFault.self) { try ScoreVector(parsing: "/AV:N/AC:L") }
    #expect(fault?.message == "the vector begins with a slash")
    #expect(fault?.range == 0..<1)
  }

  @Test(
    "all wrong vectors of the full table are refused with a reason that names the fault",
    .enabled(if: ScoreTable.hasShared, "\(ScoreTable.skipped)"))
  func full() throws {
    let table = try ScoreTable("invalid.csv", in: ScoreTable.sharedFolder)
    for row in table.rows {
      let fault = #expect(throws: VectorFault.self) { try ScoreVector(parsing: row.vector) }
      let reason = row["reason"]
      let message =
        reason.hasPrefix("missing mandatory ")
        ? "mandatory metric `\(reason.dropFirst(18))` is missing"
        : Self.named.first { reason.hasPrefix($0.reason) }?.message
      let part = try #require(message, "\(reason)")
      #expect(fault?.message.contains(part) == true, "\(reason): \(fault?.message ?? "")")
    }
    table.report("are refused")
  }

  @Test(
    "the part that is wrong is marked",
    arguments: [
      ("CVSS:3.1/AV:n/AC:L", "n"), ("CVSS:3.1/av:N/AC:L", "av"), ("CVSS:3.1/AV:N:L/AC:L", ":L"),
      ("CVSS:3.1/AV:N/AV:L", "AV:L"), ("CVSS:3.1/AV:N//AC:L", "//"), ("CVSS:3.1/AVN", "AVN"),
      ("CVSS:3.1/AV:N,AC:L", ","), ("CVSS:3.1/AV:", "AV:"), ("cvss:4.0/AV:N", "cvss:4.0"),
      ("CVSS:3.3/AV:N", "3.3"), ("CVSS:2.0/AV:N", "CVSS:2.0/"), ("(AV:N/AC:L)", "("),
      (" AV:N", " "), ("AV:N  ", "  "), ("CVSS:4.0/AC:L/AV:N", "AV:N"), ("AV:N/AC:L/", "/"),
    ])
  func place(_ vector: String, _ part: String) throws {
    let fault = try #require(throws: VectorFault.self) { try ScoreVector(parsing: vector) }
    let bytes = Array(vector.utf8)
    #expect(String(decoding: bytes[fault.range], as: UTF8.self) == part)
  }

  @Test(
    "the help says what would be right",
    arguments: [
      ("CVSS:3.1/AV:n/AC:L", "write `AV:N`"), ("CVSS:3.1/AV:Network/AC:L", "write `AV:N`"),
      ("CVSS:3.1/av:N/AC:L", "write `AV`"), ("CVSS:3.1/attack_vector:N", "write `AV`"),
      ("CVSS:3.1/AV:N/AC:L/PR:R", "`R` (required) is a value of `UI`"),
      ("CVSS:3.1/AV:N/AC:L/Au:N", "CVSS 3 has `PR`"),
      ("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/S:U", "no scope"),
      ("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:S", "`MSI:S`"),
      ("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/C:H", "`VC` and `SC`"),
      ("CVSS:4.0/AC:L/AV:N/AT:N", "write `CVSS:4.0/AV:N/AC:L/AT:N`"),
      ("CVSS:2.0/AV:N/AC:L", "leave out `CVSS:2.0/`"), ("(AV:N/AC:L)", "leave out"),
      ("AV:N/AC:L/AT:N/PR:N", "begin with `CVSS:4.0/`"), ("AV:N/AC:L/PR:N", "`CVSS:3.1/`"),
      ("CVSS:3.1/AV:N,AC:L", "write `/`"), ("CVSS:3.1/AV:X", "has to be decided"),
      ("AV:N/AC:L/Au:N/C:P/I:P/A:P/E:X", "write `E:ND`"), ("CVSS:3/AV:N", "write `CVSS:3.1/`"),
    ])
  func help(_ vector: String, _ part: String) throws {
    let fault = try #require(throws: VectorFault.self) { try ScoreVector(parsing: vector) }
    #expect(fault.help.contains(part), "\(fault.message); \(fault.help)")
  }

  private static let sound = [
    "AV:N/AC:L/Au:N/C:P/I:P/A:C/E:POC/CDP:LM", "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H",
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H/E:P/MAV:L",
    "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H/E:A/MSI:S/U:Amber",
  ]

  @Test("a change of one byte is read, or refused in one line about a part of it", arguments: sound)
  func mutations(_ vector: String) throws {
    let original = Array(vector.utf8)
    var refused = 0
    for index in original.indices {
      var changed = [original]
      changed[0].remove(at: index)
      for byte in "XxNSC:/. \n\0\u{7F}é".utf8 {
        changed.append(original)
        changed[changed.count - 1][index] = byte
        changed.append(original)
        changed[changed.count - 1].insert(byte, at: index)
      }
      changed.append(Array(original[..<index]))
      for bytes in changed {
        let text = String(decoding: bytes, as: UTF8.self)
        do throws(VectorFault) {
          let read = try ScoreVector(parsing: text)
          #expect(try ScoreVector(parsing: read.text) == read)
        } catch {
          refused += 1
          #expect(error.range.upperBound <= text.utf8.count, "\(text)")
          #expect(!error.message.isEmpty && !error.help.isEmpty, "\(text)")
          #expect(!(error.message + error.help).contains("\n"), "\(text)")
        }
      }
    }
    #expect(refused > original.count * 10)
  }
}
