// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// Makes the ids of a scene into ids of an XML document: short, legible and unique.
struct ElementIDs {
  let root: String
  let regions: [String]
  let nodes: [String]
  let edges: [String]

  /// Every id begins with the prefix, so that a page can hold several pictures.
  init(_ scene: Scene, prefix: String) {
    let prefix = MarkupID.clean(prefix)
    var taken: Set<String> = []
    root = "\(prefix)diagram"
    taken.insert(root)
    func unique(_ kind: String, _ id: String) -> String {
      let wanted = "\(prefix)\(kind)-\(MarkupID.clean(id))"
      var result = wanted
      var number = 2
      while !taken.insert(result).inserted {
        result = "\(wanted)_\(number)"
        number += 1
      }
      return result
    }
    regions = scene.regions.map { unique("boundary", $0.id) }
    nodes = scene.nodes.map { unique("element", $0.id) }
    edges = scene.edges.map { unique("flow", $0.id) }
  }
}
