// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMTestSupport
import Testing

/// What the program does only where a person reads its output.
@Suite struct TerminalTests {
  @Test func aCleanModelIsToldOnATerminal() throws {
    let folder = try TemporaryFolder()
    _ = try ShellRun("tm init", in: folder.path)
    let text = try session(["lint"], in: folder, [:])
    #expect(text.contains("Clinic appointments: 4 elements, 4 flows (4 cross a boundary)"))
  }

  @Test func coloursStandOnATerminalOnly() throws {
    let folder = try TemporaryFolder()
    try folder.write("model \"A\"\nproces b \"B\"\n", to: "a.tm")
    let escape = "\u{1B}["
    #expect(try session(["lint", "a.tm"], in: folder, [:]).contains(escape))
    #expect(try !session(["lint", "--no-color", "a.tm"], in: folder, [:]).contains(escape))
    #expect(try !session(["lint", "a.tm"], in: folder, ["NO_COLOR": "1"]).contains(escape))
    #expect(try !session(["lint", "a.tm"], in: folder, ["TERM": "dumb"]).contains(escape))
    #expect(try !ShellRun("tm lint a.tm", in: folder.path).output.contains(escape))
  }

  @Test func theRubricIsAskedAndItsAnswersAreWritten() throws {
    let folder = try TemporaryFolder()
    let lines = ["no", "?", "yes", "no", "yes", "no", "no", "no", "high", "low", "high"]
    // Low leaves the other kinds of data to be asked.
    let integrity = ["none", "none", "none", "none", "none"]
    let input = (lines.dropLast() + integrity + ["high"]).joined(separator: "\n") + "\n"
    let text = try session(
      ["score", "--rubric", "--write-answers", "answers.txt"], in: folder, [:], input: input)
    #expect(text.contains("XAVN  Does the attack use a network"))
    #expect(text.contains("AV:P Physical"))
    #expect(text.contains("CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:L/A:H"), "\(text)")
    #expect(text.contains("wrote the answers to answers.txt"))
    let again = try ShellRun("tm score --answers answers.txt", in: folder.path)
    #expect(again.status == 0 && again.output.contains("C:H/I:L/A:H"))
    let refused = try session(
      ["score", "--rubric", "--write-answers", "answers.txt"], in: folder, [:], input: input)
    #expect(refused.contains("`answers.txt` exists already"))
  }

  @Test func theRubricEndsWithTheInput() throws {
    let folder = try TemporaryFolder()
    // The second byte is what Ctrl-D sends.
    for input in ["no\n\u{4}", "no\nquit\n"] {
      let text = try session(["score", "--rubric"], in: folder, [:], input: input)
      #expect(text.contains("the rubric ended before `XAVP` was answered"), "\(text)")
    }
  }

  @Test func aWebPageIsNotWrittenToATerminal() throws {
    let folder = try TemporaryFolder()
    try folder.write("process p \"P\"\n", to: "pump.tm")
    let text = try session(["report", "pump.tm"], in: folder, [:])
    #expect(text.contains("the report is a web page, which a terminal cannot show"))
    #expect(text.contains("`-o pump.html`") && !text.contains("<html"))
  }

  /// Both outputs of the program, as a terminal receives them.
  ///
  /// - Parameter input: what is typed, all at once; nil leaves standard input as it is.
  private func session(
    _ arguments: [String], in folder: TemporaryFolder, _ environment: [String: String],
    input: String? = nil
  ) throws -> String {
    let (master, slave) = try Self.openTerminal()
    defer { close(master) }
    let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = ["TERM": "xterm"].merging(ChildRun.switches) { $1 }.merging(environment) {
      $1
    }
    process.standardOutput = terminal
    process.standardError = terminal
    if let input {
      process.standardInput = terminal
      let bytes = Array(input.utf8)
      #expect(write(master, bytes, bytes.count) == bytes.count)
    }
    try process.run()
    close(slave)
    while process.isRunning { usleep(2_000) }
    // All that was written is in the terminal's buffer: it is read until there is no more.
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(master, &buffer, buffer.count)
      if count <= 0 { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Both ends of a new pseudo-terminal, as Linux gives them.
  private static func openTerminal() throws -> (master: Int32, slave: Int32) {
    // TIOCSPTLCK and TIOCGPTN of <asm-generic/ioctls.h>, which are no plain constants there.
    let unlock: UInt = 0x4004_5431
    let getNumber: UInt = 0x8004_5430
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var locked: Int32 = 0
    var number: UInt32 = 0
    try #require(master >= 0)
    try #require(ioctl(master, unlock, &locked) == 0 && ioctl(master, getNumber, &number) == 0)
    let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    try #require(slave >= 0)
    return (master, slave)
  }
}
