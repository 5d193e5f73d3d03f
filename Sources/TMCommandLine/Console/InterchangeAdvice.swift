// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMExport
import TMInterchange
import TMSource
import TMWriting

/// What somebody meant who calls import and export as other tools do: `tm convert`, `tm to-otm`, `tm export --format otm`.
enum InterchangeAdvice {
  /// The help for a command that does not exist here; nil where it is about something else.
  static func help(forCommand word: String) -> String? {
    let plain = word.lowercased()
    if ["convert", "transform", "translate", "from", "to", "interchange"].contains(plain) {
      return both
    }
    let parts = plain.split { "-_".contains($0) }.map(String.init)
    for (start, isExport) in [("to", true), ("export", true), ("from", false), ("import", false)]
    where parts.count > 1 && parts.contains(start) {
      let rest = parts.filter { $0 != start }.joined(separator: "-")
      if !isExport {
        return "`tm import FILE` does that: which format a file has, its content tells"
      }
      guard let format = exportFormat(rest) else { return nil }
      return "`tm export \(format) model.tm -o FILE` does that"
    }
    let isFormat =
      exportFormat(plain) != nil || SourceFormat.allCases.contains { $0.rawValue == plain }
    return isFormat || sourceWords.contains(plain) ? both : nil
  }

  private static let both =
    "`tm import FILE` reads a file of another tool, and `tm export FORMAT model.tm` writes one"

  /// What people call formats that are read, beside their names here.
  private static let sourceWords: Set<String> = [
    "draw.io", "diagrams.net", "drawio", "dragon", "threatdragon", "mstmt", "tmt", "sdl",
    "startleft",
  ]

  /// The format that a word means, with or without hyphens.
  private static func exportFormat(_ word: String) -> String? {
    let names = ExportFormat.allCases.map(\.rawValue)
    let plain = word.filter { $0 != "-" && $0 != "_" && $0 != "." }
    return names.first { $0.filter { $0 != "-" && $0 != "." } == plain }
      ?? ["dragon": "threat-dragon", "td": "threat-dragon", "tmt": "tm7", "cdx": "cyclonedx"][plain]
  }

  /// What to say of an option for the format, which neither import nor export has; nil where none is among the arguments.
  static func text(ofOptionIn arguments: [String]) -> String? {
    let meant = [
      "--format", "--to", "--from", "--type", "--output-format", "--input-format", "-f", "-t",
    ]
    guard let command = arguments.first, ["import", "export"].contains(command),
      let place = arguments.firstIndex(where: { argument in
        meant.contains { argument == $0 || argument.hasPrefix("\($0)=") }
      })
    else { return nil }
    // `--to otm` and `--to=otm`.
    let parts = arguments[place].split(separator: "=", maxSplits: 1).map(String.init)
    let option = parts[0]
    let next = arguments.indices.contains(place + 1) ? arguments[place + 1] : nil
    let start = "there is no option `\(option)`. "
    if command == "export" {
      return start + "The format stands first: \(call(parts.count > 1 ? parts[1] : next))"
    }
    return start
      + (option == "--to"
        ? "An import writes `.tm`; `tm export FORMAT model.tm` writes another format."
        : "Which format a file has, its content tells: leave it out.")
  }

  /// The help for what stands where the format belongs, and is a file.
  static func help(forFormat word: String, files: [String]) -> String? {
    guard word.hasSuffix(".tm") || word.contains("/") else { return nil }
    let format = files.lazy.compactMap { exportFormat($0.lowercased()) }.first
    return "the format stands first: \(call(format, TerminalText.condensed(word, to: 60)))"
  }

  private static func call(_ word: String?, _ file: String = "model.tm") -> String {
    let names = ExportFormat.allCases.map(\.rawValue)
    if let word, let format = exportFormat(word.lowercased()) {
      return "`tm export \(format) \(file)`."
    }
    if let word, let help = Suggestion.help(for: word, among: names) {
      return "`tm export FORMAT \(file)`; \(help)"
    }
    return "`tm export FORMAT \(file)`, where FORMAT is one of \(names.joined(separator: ", "))."
  }
}
