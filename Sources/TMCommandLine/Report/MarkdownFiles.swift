// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument
import TMMarkdown
import TMRegister

/// A report in Markdown with the files beside it: `report.md`, `report-system.svg`,
/// `report-register.md`.
struct MarkdownFiles {
  private let document: ReportDocument
  private let source: ReportSource
  private let pictures: ReportPictures

  init(_ document: ReportDocument, _ source: ReportSource, _ pictures: ReportPictures) {
    self.document = document
    self.source = source
    self.pictures = pictures
  }

  /// Writes what stands beside the report first, so that it never refers to what is not there.
  func write(
    _ output: String?, _ options: MarkdownOptions, _ console: Console
  ) throws {
    guard let output, MarkdownOptions.isFile(output) else {
      let text = MarkdownReport.text(
        of: document, source, diagrams: diagrams(options.chosen(output), [:]))
      guard let output, output != "-" else { return try console.output.writeData(text) }
      return try FileWriter.put(output, Array(text.utf8))
    }
    let stem = Self.stem(output)
    let names = options.chosen(output) == .svg ? svgNames(Self.name(stem)) : [:]
    let folder = String(output.dropLast(Self.name(output).count))
    let files = MarkdownReport.files(
      of: document, source, diagrams: diagrams(options.chosen(output), names),
      name: Self.name(output), stem: Self.name(stem))
    // A picture that no text shows would lie about.
    let written =
      source.pictures.compactMap { picture -> (String, [UInt8])? in
        guard let name = names[picture.id], files.contains(where: { $0.text.contains(name) }) else {
          return nil
        }
        return (folder + name, picture.svg)
      } + files.map { (folder + $0.name, Array($0.text.utf8)) }
    try FileWriter.putTogether(written)
  }

  private func diagrams(
    _ kind: MarkdownOptions.Diagrams, _ names: [String: String]
  ) -> MarkdownDiagrams {
    switch kind {
    case .svg: .files(names)
    case .mermaid: .mermaid(pictures.mermaid)
    case .none: .none
    }
  }

  /// The names of the files of the pictures, different on every file system.
  private func svgNames(_ stem: String) -> [String: String] {
    var names: [String: String] = [:]
    var taken: Set<String> = []
    for picture in source.pictures {
      let id = String(
        picture.id.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "-" })
      var name = "\(stem)-\(id).svg"
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        name = "\(stem)-\(id)-\(number).svg"
        number += 1
      }
      names[picture.id] = name
    }
    return names
  }

  /// The last part of a path.
  private static func name(_ path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? path
  }

  /// A path without the ending of its file name.
  private static func stem(_ path: String) -> String {
    let name = name(path)
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return path }
    return String(path.dropLast(name.distance(from: dot, to: name.endIndex)))
  }
}
