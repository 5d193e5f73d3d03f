// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// The libraries that `import name` can name, as trees that models share: nothing of a library is
/// parsed or kept twice, however many models a run has.
package struct ThreatLibraries: Sendable {
  /// All names, in alphabetical order.
  package let names: [String]
  /// The names of those that every model has without an import, each as a scope of its own.
  package let loadedAlways: [String]
  private let parse: @Sendable (String) -> SyntaxTree?

  /// - Parameter tree: the tree of a library of `names`; asked when a model needs it.
  package init(
    _ names: some Sequence<String>, loadedAlways: [String],
    tree: @escaping @Sendable (String) -> SyntaxTree?
  ) {
    self.names = names.sorted()
    self.loadedAlways = loadedAlways
    parse = tree
  }

  package static let none = ThreatLibraries([], loadedAlways: []) { _ in nil }

  /// The tree of a library, whose file is the business of whoever takes it.
  func tree(_ name: String) -> SyntaxTree? { names.contains(name) ? parse(name) : nil }
}
