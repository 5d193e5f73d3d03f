// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Lays a scene out in a child process.
struct LayoutClient: Sendable {
  let worker: WorkerCommand

  /// The share of the time limit that the first try may take.
  private static let firstShare = 0.6

  /// Tries in full first, then once more with less effort, both within the time limit; the error is that
  /// of the first try, since the second is only a way out.
  func layOut(
    _ scene: Scene, measured measure: SceneMeasure
  ) throws(WorkerError) -> LayoutGeometry {
    guard !scene.nodes.isEmpty || !scene.regions.isEmpty else {
      return LayoutGeometry(
        bounds: Box(left: 0, top: 0, right: 0, bottom: 0), nodes: [], regions: [], edges: [])
    }
    let failure: WorkerError
    do {
      return try layOut(scene, measure, .full, share: LayoutClient.firstShare)
    } catch {
      failure = error
    }
    switch failure {
    case .cannotStart, .missingLibrary: throw failure
    case .timedOut, .crashed, .failed, .unreadableAnswer: break
    }
    do {
      return try layOut(scene, measure, .reduced, share: 1 - LayoutClient.firstShare)
    } catch {
      if case .timedOut = failure { throw .timedOut(seconds: worker.timeLimit) }
      throw failure
    }
  }

  private func layOut(
    _ scene: Scene, _ measure: SceneMeasure, _ effort: LayoutEffort, share: Double
  ) throws(WorkerError) -> LayoutGeometry {
    let input = DotWriter.layoutInput(of: scene, measured: measure, effort: effort)
    let outcome = try worker.run(
      ["__layout"], input: input, timeLimit: worker.timeLimit * share)
    guard outcome.status == 0 else {
      throw .failed(message: outcome.message.isEmpty ? "no reason given" : outcome.message)
    }
    var reader = GeometryReader(outcome.output)
    guard let geometry = reader.read(for: scene) else { throw .unreadableAnswer }
    return geometry
  }
}
