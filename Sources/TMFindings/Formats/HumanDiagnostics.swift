// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMWriting

/// Prints diagnostics for a person at a terminal, with the source lines they speak of.
///
/// Columns count characters (Unicode scalars) from 1; marks stand under their characters by cells.
/// Everything that comes from a source text is made safe as `TerminalText` says.
package struct HumanDiagnostics {
  /// A message, label, note, help or path of more cells than this loses its middle.
  static let textLimit = 1000

  private var locator: SourceLocator
  private let colouring: Colouring
  private let window: Int
  private var output = ""

  /// How much of many diagnostics is shown.
  package enum Extent: Sendable {
    /// Each with its lines of source.
    case full
    /// A few as in `full`; of many, the first of each rule, with a line for each of the others.
    case brief
  }

  /// The diagnostics, then a line that counts them; nothing for none.
  ///
  /// - Parameters:
  ///   - width: the cells of a line, which the shown part of a long line of source fits into;
  ///     nil where lines have no end.
  ///   - extent: `full` keeps the order given; many in `brief` stand by rule, the gravest first.
  package static func text(
    of diagnostics: [Diagnostic], in sources: SourceSet, width: Int? = nil,
    extent: Extent = .brief, colouring: Colouring
  ) -> String {
    guard !diagnostics.isEmpty else { return "" }
    var printer = HumanDiagnostics(sources, width, colouring)
    let tally = DiagnosticTally(diagnostics).summary + "\n"
    guard extent == .brief, diagnostics.count > DiagnosticGroup.few else {
      for diagnostic in diagnostics { printer.append(diagnostic) }
      return printer.output + tally
    }
    let groups = DiagnosticGroup.groups(of: diagnostics)
    for group in groups { printer.append(group) }
    let isCut = groups.contains { !$0.others.isEmpty }
    return printer.output + tally + (isCut ? DiagnosticGroup.remark + "\n" : "")
  }

  private init(_ sources: SourceSet, _ width: Int?, _ colouring: Colouring) {
    window = CellWindow.limit(width: width)
    self.locator = SourceLocator(sources)
    self.colouring = colouring
  }

  /// The first of a rule in full, and where the others are.
  private mutating func append(_ group: DiagnosticGroup) {
    append(group.first)
    guard !group.others.isEmpty else { return }
    output +=
      colouring.paint("\(group.others.count) more of `\(safe(group.rule))`:", .strong) + "\n"
    for diagnostic in group.listed {
      let range = diagnostic.primary.range
      let position = locator.position(of: range.start, in: range.file)
      let path = safe(locator.path(of: range.file))
      let place = "\(path):\(position.line):\(position.column):"
      output += "  " + colouring.paint(place, .frame) + " " + safe(diagnostic.message) + "\n"
    }
    if group.unlisted > 0 { output += "  and \(group.unlisted) more\n" }
    output += "\n"
  }

  private mutating func append(_ diagnostic: Diagnostic) {
    let plan = SnippetPlan(diagnostic, locator: &locator, window: window)
    let preview = diagnostic.fix.map { FixPreview($0, locator: &locator, window: window) }
    let lines = plan.blocks.map { $0.line.number + 1 } + (preview?.rows.map(\.number) ?? [])
    let gutter = Gutter(largest: lines.max() ?? 1, colouring: colouring)
    appendHeader(diagnostic)
    append(plan, gutter)
    appendRemarks(diagnostic, plan, gutter)
    if let fix = diagnostic.fix, let preview {
      append(fix, preview, in: diagnostic.primary.range.file, gutter)
    }
    output += "\n"
  }

  private mutating func appendHeader(_ diagnostic: Diagnostic) {
    let title = "\(diagnostic.severity.rawValue)[\(safe(diagnostic.rule))]"
    output += colouring.paint(title, diagnostic.severity.style)
    output += colouring.paint(": " + safe(diagnostic.message), .strong) + "\n"
  }

  private mutating func append(_ plan: SnippetPlan, _ gutter: Gutter) {
    var previous: SnippetPlan.Block?
    for block in plan.blocks {
      if previous?.line.file != block.line.file {
        if previous != nil { output += gutter.empty }
        output += gutter.place(previous == nil ? "-->" : ":::", place(of: block))
        output += gutter.empty
      } else if let previous, !block.follows(previous) {
        output += gutter.empty
      }
      output += gutter.line(block.line.number + 1, .bar, block.shown.text)
      for row in LabelLayout.rows(block.marks) { output += gutter.marks(row) }
      if block.goesOn { output += gutter.omission }
      previous = block
    }
  }

  private mutating func appendRemarks(
    _ diagnostic: Diagnostic, _ plan: SnippetPlan, _ gutter: Gutter
  ) {
    var remarks = diagnostic.notes.map { ("note", TerminalStyle.note, safe($0)) }
    if plan.omitted > 0 {
      let places = plan.omitted == 1 ? "1 more place" : "\(plan.omitted) more places"
      remarks.append(("note", .note, "\(places) not shown"))
    }
    remarks += diagnostic.help.map { ("help", .help, safe($0)) }
    if let fix = diagnostic.fix { remarks.append((title(of: fix), .help, safe(fix.title))) }
    guard !remarks.isEmpty else { return }
    output += gutter.empty
    for (title, style, text) in remarks { output += gutter.remark(title, style, text) }
  }

  private func title(of fix: Fix) -> String {
    switch fix.safety {
    case .safe: "fix"
    case .suggestion: "suggestion"
    }
  }

  private mutating func append(
    _ fix: Fix, _ preview: FixPreview, in primary: FileID, _ gutter: Gutter
  ) {
    var file = primary
    var previous: FixPreview.Row?
    for row in preview.rows {
      if !row.follows(previous) { output += gutter.empty }
      if row.file != file {
        output += gutter.place(":::", safe(locator.path(of: row.file)))
        output += gutter.empty
      }
      file = row.file
      previous = row
      output += gutter.line(row.number, row.sign, row.text)
    }
    if preview.isCut { output += gutter.omission }
  }

  private func place(of block: SnippetPlan.Block) -> String {
    let path = safe(locator.path(of: block.line.file))
    return "\(path):\(block.position.line):\(block.position.column)"
  }

  private func safe(_ text: String) -> String {
    TerminalText.condensed(text, to: Self.textLimit)
  }
}
