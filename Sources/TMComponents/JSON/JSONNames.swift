// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The names in one object.
enum JSONNames {
  /// Up to so many names are compared with one another one by one.
  private static let fewNames = 16

  /// Refuses an object in which a name occurs twice.
  static func refuseDoubles(
    in nodes: [JSONNode], of object: Int, _ bytes: [UInt8]
  ) throws(DocumentFault) {
    let end = Int(nodes[object].next)
    var names: [Int] = []
    var index = object + 1
    while index + 1 < end {
      names.append(index)
      index = Int(nodes[index + 1].next)
    }
    if names.count <= fewNames {
      for (place, name) in names.enumerated() {
        for other in names[..<place] where areEqual(nodes[other], nodes[name], bytes) {
          throw double(nodes[name], bytes)
        }
      }
      return
    }
    var seen: Set<String> = []
    for name in names where !seen.insert(JSONText.decoded(nodes[name], in: bytes)).inserted {
      throw double(nodes[name], bytes)
    }
  }

  private static func areEqual(_ left: JSONNode, _ right: JSONNode, _ bytes: [UInt8]) -> Bool {
    if left.kind == .string, right.kind == .string {
      guard left.end - left.start == right.end - right.start else { return false }
      return bytes[Int(left.start)..<Int(left.end)]
        .elementsEqual(bytes[Int(right.start)..<Int(right.end)])
    }
    return JSONText.decoded(left, in: bytes) == JSONText.decoded(right, in: bytes)
  }

  private static func double(_ node: JSONNode, _ bytes: [UInt8]) -> DocumentFault {
    let name = JSONText.shortened(JSONText.decoded(node, in: bytes), to: 60)
    return DocumentFault(
      "`\(name)` occurs twice in one object", at: Int(node.start) - 1,
      help: "take one out: programs disagree about which of them counts")
  }
}
