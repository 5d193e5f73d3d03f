// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Lets Graphviz lay a scene out, in child processes.
struct LayoutClient: Sendable {
  let worker: WorkerCommand

  /// The layouts that come in time, from top to bottom and from left to right, both at once.
  ///
  /// The error is that of the first where there is none: a child can crash or hang on a hard graph.
  func layOut(
    _ scene: Scene, measured measure: SceneMeasure, timeLimit: Double
  ) throws(WorkerError) -> [LayoutGeometry] {
    let candidates = [LayoutCandidate.Direction.down, .right].map {
      LayoutCandidate(direction: $0, hasWords: !measure.hasTable)
    }
    let jobs = candidates.map { candidate in
      ChildProcess.Job(
        arguments: worker.leadingArguments + ["__layout"],
        input: DotWriter.layoutInput(of: scene, measured: measure, as: candidate))
    }
    let answers = ChildProcess.run(worker.path, jobs, timeLimit: timeLimit)
    var result: [LayoutGeometry] = []
    var failure: WorkerError?
    for answer in answers {
      do throws(WorkerError) {
        result.append(try read(try answer.get(), scene, measure))
      } catch {
        failure = failure ?? error
      }
    }
    if result.isEmpty, let failure { throw failure }
    return result
  }

  private func read(
    _ outcome: ChildProcess.Outcome, _ scene: Scene, _ measure: SceneMeasure
  ) throws(WorkerError) -> LayoutGeometry {
    guard outcome.status == 0 else {
      throw .failed(message: outcome.message.isEmpty ? "no reason given" : outcome.message)
    }
    var reader = GeometryReader(outcome.output)
    guard let geometry = reader.read(for: scene, measured: measure) else {
      throw .unreadableAnswer
    }
    return geometry
  }
}
