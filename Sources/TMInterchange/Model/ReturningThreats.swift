// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMThreats

/// What an export writes beside a threat, so that it comes back as what it was.
///
/// What somebody changed in the other tool goes before it.
struct ThreatMark {
  /// The last part of its id: the name of a template, or of a threat of the author's own.
  let name: String
  let status: ImportedStatus
  let because: String?
  /// The scheme of a score that is a plain number.
  let scoring: String?

  init(name: String, status: String, because: String?, scoring: String? = nil) {
    self.name = name
    self.scoring = scoring.flatMap { Vocabulary.scorings.contains($0) ? $0 : nil }
    self.status = ImportedStatus.named(status) ?? .open
    self.because = because
  }

  /// The status, unless the other tool has another one by now. What it has no word for is open there.
  func status(beside written: ImportedStatus) -> ImportedStatus {
    if written != .open { return written }
    switch status {
    case .open, .accepted, .transferred, .avoided: return status
    case .mitigated, .notApplicable: return written
    }
  }

  /// The reason, unless the text that ends with it there is another one by now.
  func because(beside written: String?, _ status: ImportedStatus) -> String? {
    guard let written, !ImportedText.condensed(written).isEmpty else { return because }
    guard let because else { return nil }
    return status == self.status
      && ImportedText.condensed(written).hasSuffix(ImportedText.condensed(because))
      ? because : written
  }
}

/// A threat with a mark, until everything of the file is in the model.
struct ReturningThreat {
  let recorded: ImportedThreat
  let mark: ThreatMark
  let subject: ImportedDeclaration
  let nearest: String
  /// Takes the controls that the file links with it, and what else it says in words of the language.
  let placeholder: ImportedDeclaration

  /// What the file says of it in words of the language.
  var facts: [(property: Property, values: [String])] {
    placeholder.properties.filter { ![.category, .controls].contains($0.property) }
  }
}

extension ImportedDeclaration {
  /// Adds what it does not say yet.
  fileprivate func addMissing(_ facts: [(property: Property, values: [String])]) {
    for (property, values) in facts where !has(property) { add(property, words: values) }
  }
}

extension ImportedModel {
  /// Makes of each threat that came from here what it was: nothing where it follows from the model as it did,
  /// the triage of one that follows, else a threat of the author's own under its old name.
  func bringBackThreats() {
    guard !returning.isEmpty else { return }
    let derived = DerivedThreats(self)
    let inPlace = controlsInPlace
    var taken = Set(
      returning.map { "\($0.subject.resolved.id ?? "").\($0.mark.name)" })
    var answered: [AnsweredThreat] = []
    for threat in returning {
      guard let subject = threat.subject.resolved.id else { continue }
      // What was about the way back may be about a flow of its own now.
      let forwards = threat.mark.name.replacing("-reverse", with: "")
      if derived.has(threat.mark.name, subject) {
        answered += addTriage(
          threat, threat.mark.name, derived.status(threat.mark.name, subject), inPlace)
      } else if derived.has(forwards, subject), taken.insert("\(subject).\(forwards)").inserted {
        answered += addTriage(
          threat, forwards, derived.status(forwards, subject), inPlace)
      } else {
        answered += addOwn(threat, inPlace, isFree: !derived.isOfLibrary(threat.mark.name))
      }
    }
    returning = []
    nameAnswers(answered)
  }

  /// A threat that controls mitigate, as the file says.
  private struct AnsweredThreat {
    let subject: String
    let name: String
    let controls: [String]
  }

  /// Says in a control which threats it answers where that does not follow: from its mechanism, for example,
  /// which the file does not tell.
  private func nameAnswers(_ answered: [AnsweredThreat]) {
    if answered.isEmpty { return }
    let now = DerivedThreats(self)
    let controls = Dictionary(
      all(.control).compactMap { control in control.id.map { ($0, control) } },
      uniquingKeysWith: { first, _ in first })
    for threat in answered where now.status(threat.name, threat.subject) == .open {
      for control in threat.controls {
        controls[control]?.add(.answers, "\(threat.subject).\(threat.name)")
      }
    }
  }

  private func addTriage(
    _ threat: ReturningThreat, _ name: String, _ derived: ThreatStatus?, _ inPlace: Set<String>
  ) -> [AnsweredThreat] {
    var recorded = threat.recorded
    recorded.scoring = threat.mark.scoring
    let status = threat.mark.status(beside: recorded.status)
    let written = recorded.mitigation ?? recorded.because
    var because = threat.mark.because(beside: written, status)
    let controls = controls(of: threat, status, inPlace)
    let isDerived = derived?.rawValue == status.word ?? "open"
    let isStated = recorded.isStatedOpen && written == nil
    let isPlain = isDerived && because == nil && controls.isEmpty && !isStated
    if isPlain, recorded.severity == nil, recorded.score == nil, threat.facts.isEmpty { return [] }
    // What answered it stays behind where a format has no place for it: the text says what it was.
    if because == nil, status != .open { because = written }
    let triage = ImportedDeclaration(.threat, name)
    // A severity alone decides nothing.
    if !isPlain { triage.add(.status, status.word ?? "open") }
    if let severity = recorded.severity { triage.add(.severity, severity) }
    triage.add(.because, text: because)
    triage.add(.controls, words: controls)
    triage.addMissing(threat.facts)
    if !triage.has(.score) { add(score: recorded, to: triage) }
    add(triage, inside: threat.subject.resolved)
    return answered(threat, name, status, controls)
  }

  /// The controls that the file links with a threat.
  ///
  /// What was mitigated although all of them are only planned was answered by something else, which the reason says:
  /// beside them alone it would be open.
  private func controls(
    of threat: ReturningThreat, _ status: ImportedStatus, _ inPlace: Set<String>
  ) -> [String] {
    let all = threat.recorded.controls + threat.placeholder.properties(.controls)
    guard status == .mitigated, threat.mark.status == .mitigated else { return all }
    return all.contains(where: inPlace.contains) ? all : []
  }

  private func answered(
    _ threat: ReturningThreat, _ name: String, _ status: ImportedStatus, _ controls: [String]
  ) -> [AnsweredThreat] {
    guard status == .mitigated, !controls.isEmpty, let subject = threat.subject.resolved.id else {
      return []
    }
    return [AnsweredThreat(subject: subject, name: name, controls: controls)]
  }

  private func addOwn(
    _ threat: ReturningThreat, _ inPlace: Set<String>, isFree: Bool
  ) -> [AnsweredThreat] {
    var recorded = threat.recorded
    let status = threat.mark.status(beside: recorded.status)
    let written = recorded.mitigation ?? recorded.because
    let controls = controls(of: threat, status, inPlace)
    let because = threat.mark.because(beside: written, status)
    if status != .open || because != nil {
      (recorded.because, recorded.mitigation) = (because ?? written, nil)
    }
    // A description may end with the reason, which stands for itself here.
    if let because, let text = recorded.scenario, text.hasSuffix(because) {
      recorded.scenario = String(text.dropLast(because.count))
    }
    recorded.status = status
    recorded.controls = controls
    recorded.mark = nil
    recorded.scoring = threat.mark.scoring
    recorded.isReturning = true
    recorded.name = isFree ? threat.mark.name : nil
    let added = add(recorded, to: threat.subject.resolved, nearest: threat.nearest)
    added.addMissing(threat.facts)
    for control in recorded.controls {
      made[control]?.add(.mitigates, words: added.properties(.category))
    }
    return answered(threat, added.id ?? "", status, recorded.controls)
  }

  /// The ids of the controls that are more than planned.
  private var controlsInPlace: Set<String> {
    Set(
      all(.control).filter { control in
        !["planned", "proposed"].contains(control.properties(.status).first ?? "")
      }.compactMap(\.id))
  }

  /// Says of threats that the file calls open, and that a control in place would answer, that they are open.
  func stateOpenThreats() {
    let inPlace = controlsInPlace
    for threat in all(.threat)
    where statedOpen.contains(ObjectIdentifier(threat)) && !threat.has(.status)
      && threat.properties(.controls).contains(where: inPlace.contains)
    {
      threat.add(.status, "open")
    }
  }
}

extension ImportedModel {
  /// Takes out of `answers` what no template and no threat is called here: the library that asks it may be missing.
  func dropUnknownAnswers() {
    let answering = all(.control).filter { $0.has(.answers) }
    if answering.isEmpty { return }
    let known = DerivedThreats(self)
    for control in answering {
      let values = control.properties(.answers)
      control.remove(.answers)
      control.add(.answers, words: values.filter(known.names.contains))
      for value in values where !known.names.contains(value) {
        losses.add(
          .dropped, "answer of a control", at: control.id ?? "", value, target: control.id ?? "",
          why:
            "the model has no threat of this name; it may be of a library that it does not import")
      }
    }
  }
}

/// The threats that the model has before anything of the file is added to them.
struct DerivedThreats {
  private var statuses: [String: ThreatStatus] = [:]
  private var library: Set<String> = []
  /// What a control can answer: templates and threats, by each of their names.
  private(set) var names: Set<String> = []

  init(_ model: ImportedModel) {
    let file = OneFile(bytes: model.text(comment: "For the threats that follow from it."))
    var loader = Loader(file, libraries: .builtIn)
    guard let loaded = try? loader.load([OneFile.path]) else { return }
    let compiled = ModelBuilder.build(loaded).model
    let register = ThreatRegister(compiled)
    for threat in register.threats {
      statuses["\(compiled.path(threat.about)).\(threat.name)"] = threat.status
      names.formUnion([threat.id] + threat.names)
    }
    for template in register.library.templates {
      library.formUnion([template.name] + template.formerNames)
    }
    names.formUnion(library)
  }

  func has(_ name: String, _ subject: String) -> Bool { status(name, subject) != nil }

  func status(_ name: String, _ subject: String) -> ThreatStatus? {
    statuses["\(subject).\(name)"]
  }

  /// Whether a template has the name, so that a threat of the author's own must not.
  func isOfLibrary(_ name: String) -> Bool {
    library.contains(name.replacing("-reverse", with: ""))
  }
}

/// A model that is one text in memory.
private struct OneFile: FileProvider {
  static let path = "model.tm"
  let bytes: [UInt8]

  func resolve(_ path: String, from importer: String?) throws(ReadFailure) -> ResolvedFile {
    guard path == Self.path else {
      throw ReadFailure(reason: "does not exist", help: "an imported model is one file")
    }
    return ResolvedFile(identity: path, display: path)
  }

  func read(_ file: ResolvedFile) throws(ReadFailure) -> [UInt8] { bytes }
}
