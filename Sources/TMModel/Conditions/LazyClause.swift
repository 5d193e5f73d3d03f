// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax

/// A clause of a condition that is right, compiled when somebody asks it for the first time.
final class LazyClause: Sendable {
  /// What its names are looked up in.
  struct Context: Sendable {
    let tables: ConditionTables
    let subject: SubjectKinds
    let place: EntityID
  }

  let syntax: SyntaxNode
  private let context: Context
  private let known = OnDemand<CompiledClause>()

  init(_ syntax: SyntaxNode, of context: Context) {
    self.syntax = syntax
    self.context = context
  }

  var compiled: CompiledClause {
    known.value {
      var parts = context.tables.parts
      let node = ConditionCompiler.compileNode(
        syntax, in: &parts, subject: context.subject, place: context.place)
      // Nothing holds that means nothing; a test holds that there is no such clause in the program.
      return CompiledClause(node ?? .any([]))
    }
  }

  /// Whether the answer may depend on the words of a title or text: it compares with one.
  var mayReadText: Bool {
    let first = syntax.index
    return (first..<first + Int(syntax.tree.entries[first].size)).contains {
      syntax.tree.entries[$0].kind == .string
    }
  }
}

extension LazyClause: Hashable {
  /// Two that ask the same in the same words, of the same kinds of things; what the names mean is the same all over
  /// a library.
  static func == (left: LazyClause, right: LazyClause) -> Bool {
    left.syntax.tree.file == right.syntax.tree.file
      && left.context.subject == right.context.subject
      && left.syntax.bytes.elementsEqual(right.syntax.bytes)
  }

  func hash(into hasher: inout Hasher) {
    syntax.bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}
