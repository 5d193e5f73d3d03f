// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMFormat
import TMHandbook
import TMSource
import TMSyntax
import TMTestSupport
import TMThreats

/// Finds a small model for a built-in template: the shortest case of the threat library in which the
/// template has a threat, without the declarations and properties that the threat does not hang on.
struct ThreatModelSearch {
  static let folder = "Tests/TMThreatsTests/Cases"

  /// By file, the shortest first.
  private let cases: [String]

  init() throws {
    cases = try LiterateFile.all(under: Self.folder).flatMap { file in
      try file.cases().map { $0.files.map(\.text).joined(separator: "\n") }
        .sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    }
  }

  /// From the first case with an open threat of the template, or else from one with an answered threat;
  /// nil if no case has one.
  func model(for entry: BuiltInTemplates.Entry) -> String? {
    let method = entry.template.methods.first?.rawValue ?? "stride"
    let properties = method == "stride" ? "" : " { method: \(method) }"
    let isLoaded = ThreatLibraries.builtIn.loadedAlways.contains(entry.library)
    let head = "model \"Example\"\(properties)\n" + (isLoaded ? "" : "import \(entry.library)\n")
    var answered: (model: String, wanted: Wanted)?
    for text in cases {
      let model = head + "\n" + text
      guard let wanted = Self.threat(of: entry.name, in: model) else { continue }
      if wanted.status == .open { return Self.reduced(model, entry.name, wanted) }
      answered = answered ?? (model, wanted)
    }
    return answered.flatMap { Self.reduced($0.model, entry.name, $0.wanted) }
  }

  /// What has to stay while a model shrinks.
  private struct Wanted: Equatable {
    let id: String
    let title: String
    let status: ThreatStatus
  }

  /// The first threat of the template in a model without errors, an open one if there is one.
  private static func threat(of name: String, in text: String) -> Wanted? {
    guard let sample = try? CompiledSample(text),
      !sample.compilation.diagnostics.contains(where: { $0.severity == .error }),
      let threat = ThreatExample.threat(of: name, in: sample.register)
    else { return nil }
    // What tells two flows between the same ends apart may go with one of them.
    let title = SentenceWriter(sample.model).title(threat).split(separator: " (“").first ?? ""
    return Wanted(id: threat.id, title: String(title), status: threat.status)
  }

  /// Takes out what can be spared, the largest first, until nothing can.
  private static func reduced(_ text: String, _ name: String, _ wanted: Wanted) -> String? {
    var bytes = Array(text.utf8)
    var isShrinking = true
    while isShrinking {
      isShrinking = false
      var index = 0
      while let part = parts(of: bytes).dropFirst(index).first {
        var shorter = bytes
        shorter.removeSubrange(part)
        if threat(of: name, in: String(decoding: shorter, as: UTF8.self)) == wanted {
          bytes = shorter
          isShrinking = true
        } else {
          index += 1
        }
      }
    }
    return try? tidied(String(decoding: bytes, as: UTF8.self))
  }

  /// The model with what its flows cross, which no threat hangs on, in the style of the language.
  private static func tidied(_ text: String) throws -> String? {
    let run = try LintRun([("model.tm", text)], libraries: .builtIn)
    let fixed = run.fixed.first.flatMap { TMFormatter.format(parse($0.text)) }
    return fixed.map { String(decoding: $0, as: UTF8.self).replacing(" {}", with: "") }
  }

  /// The declarations and properties of a text, the largest first.
  private static func parts(of bytes: [UInt8]) -> [Range<Int>] {
    all(parse(bytes).root).sorted { ($0.count, $1.lowerBound) > ($1.count, $0.lowerBound) }
  }

  private static func all(_ node: SyntaxNode) -> [Range<Int>] {
    let inner = node.children.flatMap(all)
    switch node.kind {
    case .declaration, .flow, .property:
      let range = Int(node.range.start)..<Int(node.range.end)
      return node.text.hasPrefix("model ") ? [] : [range] + inner
    default: return inner
    }
  }
}
