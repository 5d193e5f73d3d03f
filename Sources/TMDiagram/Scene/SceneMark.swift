// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What became of a part of a picture that shows two models in one.
package enum SceneMark: String, Hashable, Sendable, CaseIterable {
  case added
  case removed
  /// Lies elsewhere now.
  case moved
  /// The place where something lay, or the way that a flow took.
  case former
  /// Written differently, or crosses other boundaries.
  case changed

  /// What stands before the number of a flow.
  var sign: String {
    switch self {
    case .added: "+"
    case .removed: "-"
    case .moved, .former: ""
    case .changed: "~"
    }
  }

  /// The class in the SVG.
  var className: String { "mark-\(rawValue)" }
}

/// What a picture is about.
package enum ScenePurpose: Hashable, Sendable {
  case system
  /// What is different between two models: marked parts stand out, the rest is quiet.
  case difference
}

extension SceneMark? {
  /// The class of a marked part, to follow other classes; nothing where there is no mark.
  var classSuffix: String { map { " \($0.className)" } ?? "" }
}
