// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMLint
import TMModel
import TMRisk
import TMSource
import TMThreats

/// A model as its texts say it: compiled, with its threats and their risks, and what is wrong with it.
///
/// A value that holds no file open: another thread can take it while the texts already change.
package struct CompiledModel: Sendable {
  package let compilation: Compilation
  private let declarations: CompiledDeclarations
  package let register: ThreatRegister
  /// The threats as they are before anybody approved them, to be kept for the next text.
  package let generated: ThreatRegister
  /// The threats as they count whatever the day: what rules look at, one of which finds past dates.
  package let undated: ThreatRegister
  /// The threats as they count: what nobody approved as it stands is open.
  package let risks: RiskRegister
  /// The threats as triage, decisions and controls make them.
  package let decided: RiskRegister
  /// The threats held against what was approved of them.
  package let approvals: ApprovalReview

  /// Compiles files with all they import. That one of `paths` cannot be read is thrown; that an
  /// imported one cannot is a finding.
  ///
  /// - Parameters:
  ///   - additions: texts beside them, such as policies from outside.
  ///   - libraries: those that `import name` can name.
  package init<Files: FileProvider>(
    reading paths: [String], from files: Files, with additions: [Loader<Files>.Addition] = [],
    libraries: ThreatLibraries = .builtIn
  ) throws(ReadFailure) {
    self.init(
      try CompiledDeclarations(
        reading: paths, from: files, with: additions, libraries: libraries))
  }

  /// Compiles one text that imports no file; its path is `model.tm`.
  package init(_ text: String) throws(ReadFailure) {
    try self.init(reading: ["model.tm"], from: TextFiles([("model.tm", text)]))
  }

  /// The threats of declarations that are compiled already.
  package init(_ declarations: CompiledDeclarations) {
    self.init(declarations, ThreatRegister(declarations.model))
  }

  /// The threats of declarations, or nil as soon as nobody wants them any more: asked now and then.
  ///
  /// - Parameter earlier: the threats of the text before, which are not asked for again where only words
  ///   changed.
  package init?(
    _ declarations: CompiledDeclarations, after earlier: ThreatRegister? = nil,
    while isWanted: () -> Bool
  ) {
    guard
      let register = ThreatRegister(declarations.model, after: earlier, while: isWanted)
    else { return nil }
    self.init(declarations, register)
  }

  private init(_ declarations: CompiledDeclarations, _ register: ThreatRegister) {
    self.declarations = declarations
    compilation = declarations.compilation
    let model = compilation.model
    decided = RiskRegister(model, register)
    let list = declarations.approvals.map { ApprovalList(model.sources[$0]) }
    approvals = ApprovalReview(model, decided, list)
    risks = decided.counting(approvals)
    generated = register
    self.register = approvals.isAsked ? register.with(risks.threats.map(\.threat)) : register
    undated = self.register
  }

  private init(_ other: CompiledModel, _ risks: RiskRegister) {
    declarations = other.declarations
    compilation = other.compilation
    decided = other.decided
    approvals = other.approvals
    generated = other.generated
    self.risks = risks
    register = other.register.with(risks.threats.map(\.threat))
    undated = other.undated
  }

  /// The same model as it counts on a day: what was decided until an earlier one is open, and what was
  /// exempted until an earlier one is asked.
  package func counting(on day: CalendarDate) -> CompiledModel {
    // Most models state no end of anything.
    guard model.allEntities.contains(where: { model.entry($0, .until) != nil }) else { return self }
    let asking = asking(on: day)
    return CompiledModel(asking, asking.risks.counting(on: day, in: model))
  }

  /// The same model without the exemptions that ended before a day; decisions hold whatever their dates.
  package func asking(on day: CalendarDate) -> CompiledModel {
    guard register.isSilenced(beyond: day) else { return self }
    return CompiledModel(declarations, ThreatRegister(model, on: day))
  }

  /// A model that declares nothing.
  package static var empty: CompiledModel { CompiledModel(CompiledDeclarations(LoadedFiles())) }

  package var model: Model { compilation.model }
  package var sources: SourceSet { model.sources }

  /// The findings that keep the model from meaning what its author wrote, in listing order.
  package var errors: [Diagnostic] {
    let all =
      compilation.diagnostics + register.library.diagnostics + risks.diagnostics
      + (approvals.list?.diagnostics ?? []) + [model.conditionOverrun].compactMap { $0 }
    return all.filter { $0.severity == .error }.inListingOrder()
  }

  /// All findings of the compiler and the rules, in listing order.
  ///
  /// - Parameters:
  ///   - software: what files of others say of the components; nil without such files.
  ///   - today: the day that dates are compared with.
  package func findings(software: SoftwareReport? = nil, today: CalendarDate) -> [Diagnostic] {
    var linter = linter(software, today)
    return linter.run()
  }

  private func linter(
    _ software: SoftwareReport?, _ today: CalendarDate, after earlier: KeptFindings? = nil
  ) -> Linter {
    let asking = asking(on: today)
    return Linter(
      compilation, asking.undated, asking.decided, software: software,
      approvals: asking.approvals, today: today, after: earlier)
  }

  /// All findings, with what excuses take away and how gravely each rule finds: what a comparison asks.
  package func review(today: CalendarDate) -> LintReview {
    var linter = linter(nil, today)
    return LintReview(
      findings: linter.run(), excused: linter.excused, severities: RuleSeverities(model).all)
  }

  /// All findings, and what can be kept of them for the next text; nil as soon as nobody wants them any more: asked
  /// before each rule.
  ///
  /// - Parameter earlier: what was kept of the text before, which counts where only words changed.
  package func findings(
    today: CalendarDate, after earlier: KeptFindings?, while isWanted: () -> Bool
  ) -> (all: [Diagnostic], kept: KeptFindings?)? {
    var linter = linter(nil, today, after: earlier)
    return linter.run(while: isWanted).map { ($0, linter.kept) }
  }
}
