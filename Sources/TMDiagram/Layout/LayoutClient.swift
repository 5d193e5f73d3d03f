// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Lays a scene out in a child process.
struct LayoutClient: Sendable {
  let worker: WorkerCommand

  /// Tries in full first, then once more with less effort; the error is that of the
  /// first try, since the second is only a way out.
  func layOut(
    _ scene: Scene, measured measure: SceneMeasure
  ) throws(WorkerError) -> LayoutGeometry {
    guard !scene.nodes.isEmpty || !scene.regions.isEmpty else {
      return LayoutGeometry(
        bounds: Box(left: 0, top: 0, right: 0, bottom: 0), nodes: [], regions: [], edges: [])
    }
    do {
      return try layOut(scene, measure, .full)
    } catch {
      switch error {
      case .cannotStart, .missingLibrary: throw error
      case .timedOut, .crashed, .failed, .unreadableAnswer: break
      }
      do {
        return try layOut(scene, measure, .reduced)
      } catch _ {
        throw error
      }
    }
  }

  private func layOut(
    _ scene: Scene, _ measure: SceneMeasure, _ effort: LayoutEffort
  ) throws(WorkerError) -> LayoutGeometry {
    let input = DotWriter.layoutInput(of: scene, measured: measure, effort: effort)
    let outcome = try worker.run(["__layout"], input: input)
    guard outcome.status == 0 else {
      throw .failed(message: outcome.message.isEmpty ? "no reason given" : outcome.message)
    }
    var reader = GeometryReader(outcome.output)
    guard let geometry = reader.read(for: scene) else { throw .unreadableAnswer }
    return geometry
  }
}
