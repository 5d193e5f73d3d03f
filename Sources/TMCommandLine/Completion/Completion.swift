// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import ArgumentParser
import TMHandbook
import TMModel
import TMSyntax

/// What a shell offers for an argument when the reader presses the completion key.
enum Completion {
  /// Files with the ending `.tm`, and folders.
  static var model: CompletionKind { .file(extensions: ["tm"]) }

  /// Files with the ending `.json`, and folders.
  static var json: CompletionKind { .file(extensions: ["json"]) }

  /// The ids of the views of the model on the command line.
  static var views: CompletionKind {
    .custom { words, _, prefix in
      matching(prefix, model(of: words).map { views(of: $0) } ?? [])
    }
  }

  /// The ids of the threats of the model on the command line.
  static var threats: CompletionKind {
    .custom { words, _, prefix in
      matching(prefix, model(of: words)?.register.threats.map(\.id) ?? [])
    }
  }

  /// What a trace of the model on the command line can start from.
  static var traced: CompletionKind {
    .custom { words, _, prefix in
      guard let compiled = model(of: words) else { return [] }
      let keywords: [Keyword] = [.asset, .control, .requirement, .verification]
      let declared = keywords.flatMap { compiled.model.all($0) }.map { compiled.model.path($0) }
      return matching(prefix, declared + compiled.register.threats.map(\.id))
    }
  }

  /// The names of all pages of `tm explain`.
  static var pages: CompletionKind {
    .custom { _, _, prefix in matching(prefix, Handbook.names) }
  }

  private static func views(of compiled: CompiledModel) -> [String] {
    compiled.model.all(.view).map { compiled.model.path($0) }
  }

  /// What begins as the reader began, sorted and each once.
  private static func matching(_ prefix: String, _ names: [String]) -> [String] {
    Set(names.filter { $0.hasPrefix(prefix) && isHarmless($0) }).sorted()
  }

  // A shell expands what it is offered, and the names are a stranger's.
  private static func isHarmless(_ name: String) -> Bool {
    name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        true
      default: false
      }
    }
  }

  /// The model of the files among the words of a command line, else that of the current folder.
  ///
  /// A model that cannot be read gives nil: there is nobody to tell while somebody types.
  private static func model(of words: [String]) -> CompiledModel? {
    let named = words.dropFirst(2).filter { $0.hasSuffix(".tm") && !$0.hasPrefix("-") }
    do {
      let paths = named.isEmpty ? [try DefaultModelFile.path()] : Array(named)
      return try CompiledModel(paths, in: try Workspace(paths))
    } catch {
      return nil
    }
  }
}
