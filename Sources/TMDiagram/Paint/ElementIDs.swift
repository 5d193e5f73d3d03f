// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Makes the ids of a scene into ids of an XML document: short, legible and unique.
struct ElementIDs {
  let root: String
  let regions: [String]
  let nodes: [String]
  let edges: [String]

  /// Every id begins with the prefix, so that a page can hold several pictures.
  init(_ scene: Scene, prefix: String) {
    let prefix = ElementIDs.clean(prefix)
    var taken: Set<String> = []
    root = "\(prefix)diagram"
    taken.insert(root)
    func unique(_ kind: String, _ id: String) -> String {
      let wanted = "\(prefix)\(kind)-\(ElementIDs.clean(id))"
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

  /// Letters, digits, `.`, `-` and `_` stay; `->` becomes `-to-`; anything else is written as `_` with
  /// its code in hexadecimal digits. At most 200 characters.
  static func clean(_ id: String) -> String {
    var result = ""
    var rest = id.unicodeScalars[...]
    while let scalar = rest.popFirst(), result.utf8.count < 200 {
      switch scalar {
      case "-" where rest.first == ">":
        rest.removeFirst()
        result += "-to-"
      case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_":
        result.unicodeScalars.append(scalar)
      default:
        result += "_" + String(scalar.value, radix: 16)
      }
    }
    return result
  }
}
