// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMTestSupport

@testable import TMDiagram

/// A Markdown file about views: `tm` blocks, then `scene` blocks with what is drawn of that model.
///
/// The first line of a `scene` block asks, in the words of the command line: `--view home --depth 1`,
/// `--overlay none`, or `--` for nothing of that. The scene follows as `SceneText` writes it. A `tm`
/// block holds for all `scene` blocks up to the next one.
struct ViewFile: Sendable, CustomStringConvertible {
  let path: String
  var description: String { path }

  static let all = Repository.files(under: "Tests/TMDiagramTests/Cases", extension: "md")
    .map(ViewFile.init)

  private init(path: String) { self.path = path }

  /// A `scene` block, and what it should hold.
  struct Answer {
    let block: MarkdownBlock
    let text: String
  }

  /// A request that no command line would take.
  struct BadRequest: Error {
    let line: String
  }

  func answers() throws -> [Answer] {
    var answers: [Answer] = []
    var sample: CompiledSample?
    for block in MarkdownBlock.blocks(in: try Repository.text(path)) {
      switch block.language {
      case "tm": sample = try CompiledSample(block.text)
      case "scene":
        guard let sample else { throw BadRequest(line: "a scene without a model") }
        answers.append(Answer(block: block, text: try Self.answer(block.text, sample)))
      default: continue
      }
    }
    return answers
  }

  func rewrite(_ answers: [Answer]) throws {
    let text = try Repository.text(path)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for answer in answers.reversed() {
      let content = answer.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      lines.replaceSubrange(answer.block.lines, with: content.map(String.init))
    }
    try Repository.write(lines.joined(separator: "\n"), to: path)
  }

  private static func answer(_ block: String, _ sample: CompiledSample) throws -> String {
    let line = block.prefix { $0 != "\n" }
    // A model with mistakes draws something else than it says.
    let errors = sample.compilation.diagnostics.filter { $0.severity == .error }
    if let error = errors.first { return "\(line)\nerror: \(error.message)\n" }
    let builder = SceneBuilder(
      sample.model, sample.register, try request(line.split(separator: " "), sample.model))
    var text = "\(line)\n"
    if builder.isEmpty { return text + "nothing to draw\n" }
    if let (shown, all) = builder.reducedDepth { text += "shows \(shown) of \(all) levels\n" }
    return text + SceneText.text(builder.scene())
  }

  private static func request(
    _ words: [Substring], _ model: Model
  ) throws -> DiagramRequest {
    var view: EntityID?
    var depth: Int?
    var overlay: DiagramRequest.Overlay?
    var rest = words[...]
    while let option = rest.popFirst(), let value = rest.popFirst() {
      switch option {
      case "--view": view = model.all(.view).first { model.name($0) == value }
      case "--depth": depth = Int(value)
      case "--overlay": overlay = DiagramRequest.Overlay(rawValue: String(value))
      default: throw BadRequest(line: words.joined(separator: " "))
      }
    }
    let given = [view != nil, depth != nil, overlay != nil].filter { $0 }.count
    guard given * 2 == words.count || words == ["--"] else {
      throw BadRequest(line: words.joined(separator: " "))
    }
    return DiagramRequest(view: view, depth: depth, overlay: overlay)
  }
}
