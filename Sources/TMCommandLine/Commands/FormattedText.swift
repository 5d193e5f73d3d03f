// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMFormat
import TMModel
import TMSource
import TMSyntax

/// One text with its formatted form.
struct FormattedText {
  /// The path to show.
  let name: String
  /// Where the formatted text goes; nil for standard output.
  let target: String?
  let sources: SourceSet
  let bytes: [UInt8]
  /// Nil where syntax errors keep it from being formatted.
  let formatted: [UInt8]?
  /// The syntax errors.
  let diagnostics: [Diagnostic]

  /// Reads a file, or standard input for `-`.
  init(_ path: String, standardInputName: String?) throws(CommandFailure) {
    do throws(ReadFailure) {
      if path == "-" {
        name = standardInputName ?? "<stdin>"
        target = nil
        bytes = try FileReader.readStandardInput()
      } else {
        let identity = try CanonicalPath.resolving(path)
        name = path
        target = identity
        bytes = try FileReader.read(identity)
      }
    } catch {
      let subject = path == "-" ? "standard input" : "`\(path)`"
      throw CommandFailure("\(subject) \(error.reason)", help: error.help)
    }
    try ForeignFile.refuse(path, bytes)
    var sources = SourceSet()
    let tree = Parser.parse(sources.add(path: name, bytes: bytes))
    self.sources = sources
    diagnostics = tree.diagnostics
    formatted = TMFormatter.format(tree).map(TextForm(of: bytes).applied)
  }

  /// What would change, as a unified diff.
  var difference: [UInt8] {
    guard let formatted else { return [] }
    return UnifiedDiff(from: bytes, to: formatted).text(oldName: name, newName: name)
  }
}
