// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

@testable import TMDiagram

@Suite("Child process")
struct ChildProcessTests {
  private let scene = HandScene.thereAndBack.scene

  @discardableResult
  private func graphviz(_ worker: WorkerCommand) throws -> [LayoutGeometry] {
    try LayoutClient(worker: worker).layOut(
      scene, measured: SceneMeasure(scene), timeLimit: worker.timeLimit)
  }

  @Test("Graphviz lays a scene out from top to bottom and from left to right")
  func bothWays() throws {
    let layouts = try graphviz(ProgramUnderTest.worker(timeLimit: 60))
    #expect(layouts.count == 2)
    #expect(layouts[0].bounds.height > layouts[0].bounds.width)
    #expect(layouts[1].bounds.height < layouts[1].bounds.width)
    for layout in layouts {
      let placed = try PlacedScene(scene, SceneMeasure(scene), layout)
      #expect(faults(of: placed) == [])
    }
  }

  @Test("of several children at once, one that fails does not harm the others")
  func severalAtOnce() throws {
    let jobs = ["exit 3", "kill -SEGV $$", "cat", "exec sleep 30"].map {
      ChildProcess.Job(arguments: ["-c", $0], input: Array("hello".utf8))
    }
    let answers = ChildProcess.run("/bin/sh", jobs, timeLimit: 2)
    #expect(try answers[0].get().status == 3)
    #expect(throws: WorkerError.crashed(signal: SIGSEGV)) { try answers[1].get() }
    #expect(try answers[2].get().output == Array("hello".utf8))
    #expect(throws: WorkerError.timedOut(seconds: 2)) { try answers[3].get() }
  }

  @Test("a child that never ends is stopped in time")
  func timeOut() {
    let start = time(nil)
    #expect(throws: WorkerError.timedOut(seconds: 0.4)) {
      try graphviz(
        WorkerCommand(
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

  @Test("a graph that takes minutes ends in time")
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
      try graphviz(shell("kill -SEGV $$"))
    }
  }

  @Test("a failing child passes its message on, clean")
  func failure() {
    #expect(throws: WorkerError.failed(message: "no [31m memory")) {
      try graphviz(shell("printf 'no \\033[31m memory\\n' >&2; exit 7"))
    }
  }

  @Test("an answer that is no geometry is refused", arguments: ["hello", "end", "g 1 1", "n 0 1"])
  func unreadable(_ answer: String) {
    #expect(throws: WorkerError.unreadableAnswer) {
      try graphviz(shell("cat >/dev/null; echo '\(answer)'"))
    }
  }

  @Test("an executable that is not there")
  func missing() {
    #expect(
      throws: WorkerError.cannotStart(path: "/nowhere/tm", reason: "No such file or directory")
    ) {
      try graphviz(WorkerCommand(path: "/nowhere/tm"))
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
