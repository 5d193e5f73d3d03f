// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

@testable import TMDiagram

@Suite("Child process")
struct ChildProcessTests {
  private let scene = HandScene.thereAndBack.scene

  @Test("a child that never ends is stopped in time")
  func timeOut() {
    let start = time(nil)
    #expect(throws: WorkerError.timedOut(seconds: 0.4)) {
      try PlacedScene(
        scene,
        worker: WorkerCommand(
          path: "/bin/sh", timeLimit: 0.4, leadingArguments: ["-c", "exec sleep 30"]))
    }
    #expect(time(nil) - start < 10)
  }

  @Test("a child that closes its output and goes on is stopped in time")
  func closedOutput() {
    #expect(throws: WorkerError.timedOut(seconds: 0.4)) {
      try ChildProcess.run(
        "/bin/sh", ["-c", "exec sleep 30 <&- >&- 2>&-"], input: [], timeLimit: 0.4)
    }
  }

  @Test("a graph that Graphviz works on for minutes ends in time")
  func hardGraph() {
    var edges: [SceneEdge] = []
    for source in 0..<90 {
      for target in 0..<source { edges.append(SceneEdge(id: "", from: source, to: target)) }
    }
    let nodes = (0..<90).map { SceneNode(id: "\($0)", kind: .process, title: "\($0)") }
    #expect(throws: WorkerError.timedOut(seconds: 0.5)) {
      try PlacedScene(
        Scene(title: "Complete", nodes: nodes, edges: edges),
        worker: ProgramUnderTest.worker(timeLimit: 0.5))
    }
  }

  @Test("a crash names its signal")
  func crash() {
    #expect(throws: WorkerError.crashed(signal: SIGSEGV)) {
      try PlacedScene(scene, worker: shell("kill -SEGV $$"))
    }
  }

  @Test("a failing child passes its message on, clean")
  func failure() {
    #expect(throws: WorkerError.failed(message: "no [31m memory")) {
      try PlacedScene(scene, worker: shell("printf 'no \\033[31m memory\\n' >&2; exit 7"))
    }
  }

  @Test("an answer that is no geometry is refused", arguments: ["hello", "end", "g 1 1", "n 0 1"])
  func unreadable(_ answer: String) {
    #expect(throws: WorkerError.unreadableAnswer) {
      try PlacedScene(scene, worker: shell("cat >/dev/null; echo '\(answer)'"))
    }
  }

  @Test("an executable that is not there")
  func missing() {
    #expect(
      throws: WorkerError.cannotStart(path: "/nowhere/tm", reason: "No such file or directory")
    ) {
      try PlacedScene(scene, worker: WorkerCommand(path: "/nowhere/tm"))
    }
  }

  @Test("a child that reads nothing does not end this process by a signal")
  func unreadInput() throws {
    let input = [UInt8](repeating: 32, count: 8 << 20)
    let outcome = try ChildProcess.run("/bin/true", [], input: input, timeLimit: 10)
    #expect(outcome.status == 0)
  }

  @Test("more input and output than any buffer holds")
  func largeExchange() throws {
    let input = (0..<(6 << 20)).map { UInt8(truncatingIfNeeded: $0 / 7) }
    let outcome = try ChildProcess.run("/bin/cat", [], input: input, timeLimit: 20)
    #expect(outcome.output == input)
  }

  @Test("errors say what to do")
  func texts() {
    let error = WorkerError.missingLibrary(name: "librsvg-2.so.2", package: "librsvg2-2")
    #expect(error.message == "the library `librsvg-2.so.2` is not installed")
    #expect(error.help == "install the package `librsvg2-2`, or choose `--format svg`")
    #expect(WorkerError.timedOut(seconds: 20).message == "the diagram took longer than 20 s")
  }

  private func shell(_ command: String) -> WorkerCommand {
    WorkerCommand(path: "/bin/sh", timeLimit: 10, leadingArguments: ["-c", command])
  }
}
