// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMChanges
import TMDiagram
import TMDiff
import TMSyntax

/// Draws the difference between two models.
struct DifferencePicture {
  let old: ComparedModel
  let new: ComparedModel
  let difference: ModelDifference

  /// The scene; nil where neither model has anything to draw.
  func scene() -> Scene? {
    DifferenceScene.scene(
      from: (old.model, old.register), to: (new.model, new.register), changes,
      subtitle: "What changed: " + DifferenceHeadline.consequences(difference))
  }

  private var changes: SceneChanges {
    let drawn = difference.changes.filter { Self.isDrawn($0.thing.keyword) }
    var changed = Set(drawn.filter { !$0.properties.isEmpty }.compactMap { $0.new?.path })
    changed.formUnion(drawn.filter(\.isRenamed).compactMap { $0.new?.path })
    changed.formUnion(difference.crossings.map(\.flow.path))
    // What an interface or a component is part of changed with it.
    changed.formUnion(
      difference.changes.filter { !Self.isDrawn($0.thing.keyword) }.compactMap { change in
        switch change.thing.keyword {
        case .interface, .component: change.new?.place ?? change.old?.place
        default: nil
        }
      })
    return SceneChanges(
      removed: Set(drawn.filter { $0.new == nil }.compactMap { $0.old?.path }),
      added: Set(drawn.filter { $0.old == nil }.compactMap { $0.new?.path }),
      newPaths: difference.newPaths,
      moved: Set(drawn.filter(\.isMoved).compactMap { $0.new?.path }), changed: changed,
      opened: opened)
  }

  /// Threats of an interface count for its element.
  private var opened: [String: Int] {
    var elements: [String: String] = [:]
    for id in new.model.all(.interface) {
      if let element = new.model[id].parent {
        elements[new.model.path(id)] = new.model.path(element)
      }
    }
    var counts: [String: Int] = [:]
    for threat in difference.threats where threat.kind == .opened {
      counts[elements[threat.about] ?? threat.about, default: 0] += 1
    }
    return counts
  }

  private static func isDrawn(_ keyword: Keyword) -> Bool {
    keyword.isElement || keyword == .boundary || keyword == .flow
  }
}
