// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMScoring
import TMSyntax

/// A threat that somebody recorded in another tool.
struct ImportedThreat {
  var source: String
  var line: Int?
  var title: String
  /// As the other tool writes it.
  var category: String
  var status: ImportedStatus
  var severity: String?
  /// The severity as the file writes it.
  private(set) var severityWord: String?
  /// A vector, a number, or what else the file writes for a score.
  var score: String?
  /// The scheme of a number that an export wrote.
  var scoring: String?
  var scenario: String?
  var mitigation: String?
  var because: String?
  var advice: String?
  /// Where it comes from, and where more is written.
  var links: [String] = []
  /// Who decided, and when.
  var approver: String?
  var date: String?
  /// Controls that the file links with it.
  var controls: [String] = []
  var actor: String?
  var precondition: String?
  var consequence: String?
  /// What the file says in fields that have no place here, each with its name.
  var notes: [String] = []
  var cwe: [Int] = []
  var capec: [Int] = []
  /// What it was here before an export wrote it.
  var mark: ThreatMark?
  /// The id that it shall have; nil for one that is made of its title.
  var name: String?
  /// Whether it was a threat here, so that its reason is one and no measure.
  var isReturning = false
  /// Whether the file says what state it is in.
  var isStateGiven = true
  /// Whether somebody said that it is open, where others are so because nobody said anything.
  var isStatedOpen = false
  /// The state as the file writes it, where that is none that is known: such a threat is open.
  private(set) var unknownState: String?

  /// What was recorded, for the report, where it does not come into the model.
  var told: String {
    let decided = [unknownState ?? status.word, mitigation ?? because].compactMap { $0 }
    return decided.isEmpty ? title : "\(title) (\(decided.joined(separator: ": ")))"
  }

  init(source: String, line: Int?, title: String, category: String, status: ImportedStatus) {
    (self.source, self.line, self.title) = (source, line, title)
    (self.category, self.status) = (category, status)
  }

  /// Takes the severity that a field says; where that is none that is known, the field stays unread, and so is named.
  mutating func readSeverity(_ key: String, of source: SourceCursor) throws(SourceFault) {
    severity = try source.word(key, as: ImportedSeverity.named)
    if severity != nil { severityWord = try source.text(key) }
  }

  /// A threat in the state that a word of the other tool stands for.
  init(source: String, line: Int?, title: String, category: String, state: String) {
    let known = ImportedStatus.named(state)
    self.init(source: source, line: line, title: title, category: category, status: known ?? .open)
    if known == nil { unknownState = state }
  }
}

extension ImportedModel {
  /// Adds a threat of its own to a declaration, and returns it.
  ///
  /// - Parameter nearest: the category where that of the other tool is none of a method here.
  @discardableResult
  func add(
    _ recorded: ImportedThreat, to subject: ImportedDeclaration, nearest: String = "tampering"
  ) -> ImportedDeclaration {
    var recorded = recorded
    var title = ImportedText.condensed(recorded.title)
    if title.isEmpty {
      title = "Threat without a title"
      losses.add(
        .guessed, "threat without a title", at: recorded.source, line: recorded.line,
        recorded.scenario ?? "", target: subject.id ?? "",
        why: "it is called so until somebody names it")
    }
    let category = ImportedCategory.named(recorded.category)
    if let word = recorded.severityWord, let severity = recorded.severity,
      word.lowercased() != severity
    {
      losses.add(
        .guessed, "severity", at: recorded.source, line: recorded.line, word,
        target: subject.id ?? "", why: "it is none of the language; taken for `\(severity)`")
    }
    if let mark = recorded.mark {
      let placeholder = ImportedDeclaration(.threat, nil)
      placeholder.add(.category, category ?? nearest)
      returning.append(
        ReturningThreat(
          recorded: recorded, mark: mark, subject: subject, nearest: nearest,
          placeholder: placeholder))
      return placeholder
    }
    nameUnknownState(of: recorded, target: subject.id ?? "")
    let named = category ?? ownCategory(recorded.category)
    let word = named ?? nearest
    if named == nil {
      losses.add(
        .guessed, "threat category", at: recorded.source, line: recorded.line, recorded.category,
        target: subject.id ?? "",
        why: "the file says none that can be named; `\(nearest)` stands in its place")
    }
    // A name of its own must not be that of a threat which a library derives.
    let id = subject.inner.id(recorded.name ?? "own \(title)", orElse: "own-threat")
    let threat = ImportedDeclaration(.threat, id, title)
    heedRiskTaken(&recorded, target: id)
    let standing = reopen(&recorded, target: id)
    if recorded.status == .open, recorded.isStateGiven {
      statedOpen.insert(ObjectIdentifier(threat))
    }
    threat.add(.category, word)
    if let status = recorded.status.word { threat.add(.status, status) }
    if let severity = recorded.severity { threat.add(.severity, severity) }
    add(score: recorded, to: threat)
    threat.add(.actor, text: recorded.actor)
    threat.add(.scenario, text: recorded.scenario)
    threat.add(.precondition, text: recorded.precondition)
    threat.add(.consequence, text: recorded.consequence)
    threat.add(.cwe, words: recorded.cwe.map(String.init))
    threat.add(.capec, words: recorded.capec.map(String.init))
    addAnswer(recorded, word, standing, to: threat)
    threat.add(.approver, text: recorded.approver)
    if let date = recorded.date { threat.add(.date, date) }
    for link in recorded.links { threat.add(.link, text: link) }
    for note in recorded.notes {
      threat.document(note)
      losses.add(
        .keptAsText, "field of a threat", at: recorded.source, line: recorded.line, note,
        target: id, why: "there is no property for it; it stands as a text")
    }
    return add(threat, inside: subject)
  }

  /// Adds the score of a threat where it is a vector, which says its scheme itself. Of a number nobody knows the scheme:
  /// it would be compared with what it is no measure of.
  func add(score recorded: ImportedThreat, to threat: ImportedDeclaration) {
    guard let score = recorded.score.map(ImportedText.condensed), !score.isEmpty else { return }
    if let vector = try? ScoreVector(parsing: score) {
      let scheme = vector.scheme.rawValue
      // Two answers to one question are an error: the higher one counts, and the report has both.
      if let word = threat.properties(.severity).first, let stated = SeverityBand(rawValue: word),
        stated != vector.severity
      {
        guard vector.severity > stated else {
          return keep(
            "score", score, as: "Score: \(score)", at: recorded.source, line: recorded.line,
            in: threat,
            why: "it says `\(vector.severity.rawValue)`, and the file says `\(word)`, which counts")
        }
        threat.remove(.severity)
        losses.add(
          .dropped, "severity beside a score", at: recorded.source, line: recorded.line, word,
          target: threat.id ?? "", why: "its score says `\(vector.severity.rawValue)`, which counts"
        )
      }
      if !system.has(.scoring) {
        system.add(.scoring, scheme)
        losses.add(
          .guessed, "scoring scheme", at: recorded.source, line: recorded.line, score,
          target: threat.id ?? "", why: "the first score is of this scheme: `scoring: \(scheme)`")
      }
      return threat.add(.score, text: score)
    }
    // What an export wrote says the scheme beside it.
    if let scheme = recorded.scoring, Self.isScore(score) {
      if !system.has(.scoring) { system.add(.scoring, scheme) }
      if system.properties(.scoring) == [scheme] { return threat.add(.score, score) }
    }
    keep(
      "score", score, as: "Score: \(score)", at: recorded.source, line: recorded.line, in: threat,
      why:
        "it is no vector, and of what scheme a number is the file does not say; it stands as a text"
    )
  }

  /// A number from 0.0 to 10.0 with one decimal.
  private static func isScore(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let number = Double(text), (0...10).contains(number) else { return false }
    return text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
      && (parts.count == 1 || parts.count == 2 && parts[1].count == 1)
  }

  /// Says of a threat that nobody here knows the state that the file gives it.
  func nameUnknownState(of recorded: ImportedThreat, target: String) {
    guard let state = recorded.unknownState else { return }
    losses.add(
      .guessed, "state of a threat", at: recorded.source, line: recorded.line, state,
      target: target, why: "the word is free and not known; the threat is open")
  }

  /// Takes a threat for accepted or transferred whose text says so, and says that the file calls it otherwise.
  func heedRiskTaken(_ recorded: inout ImportedThreat, target: String) {
    guard let (text, called) = recorded.heedRiskTaken() else { return }
    losses.add(
      .guessed, "state of a threat", at: recorded.source, line: recorded.line, text,
      target: target,
      why: "the file says `\(called)`, and the text that the risk is "
        + "\(recorded.status.word ?? "open"), which counts")
  }

  /// Opens a threat that is called mitigated by a measure which its text denies or puts off.
  private func reopen(_ recorded: inout ImportedThreat, target: String) -> MeasureStanding {
    guard recorded.status == .mitigated, !recorded.isReturning, recorded.controls.isEmpty,
      let text = recorded.mitigation ?? recorded.because
    else { return .stated }
    var standing = MeasureStanding(text)
    // "TBD" says that something is to come, and not what.
    if text.givesNoReason, standing == .planned { standing = .denied }
    guard standing == .planned || standing == .denied else { return standing }
    recorded.status = .open
    addPutOff(recorded, text, standing, target: target)
    return standing
  }

  /// Says of a threat that is called mitigated that the text beside it says otherwise.
  func addPutOff(
    _ recorded: ImportedThreat, _ text: String, _ standing: MeasureStanding, target: String
  ) {
    losses.add(
      .guessed, "mitigated by what is not there", at: recorded.source, line: recorded.line, text,
      target: target,
      why: standing == .planned
        ? "the text says what is to be done: the threat is open until it is"
        : "the text says that nothing answers it: the threat is open")
  }

  /// The category that the other tool has and no method here: one declaration for each word.
  func ownCategory(_ word: String) -> String? {
    let title = ImportedText.condensed(word)
    guard let slug = ImportedNames.slug(title) else { return nil }
    let key = "category \(slug)"
    if let known = made[key]?.id { return known }
    let category = ImportedDeclaration(.category, names.id(slug, orElse: "category"), title)
    made[key] = category
    declarations.insert(category, at: 0)
    return category.id
  }

  /// The reason or the control of what was decided.
  private func addAnswer(
    _ recorded: ImportedThreat, _ category: String, _ standing: MeasureStanding,
    to threat: ImportedDeclaration
  ) {
    threat.add(.advice, text: recorded.advice)
    threat.add(.controls, words: recorded.controls)
    var because = recorded.because
    switch recorded.status {
    case .open where standing == .planned:
      guard let text = recorded.mitigation ?? because else { break }
      if recorded.mitigation == nil { because = nil }
      threat.add(
        .controls, control(text, mitigating: category, for: recorded, status: "proposed"))
    case .open where standing == .denied:
      let texts = [because, recorded.mitigation].compactMap { $0 }.filter { !$0.givesNoReason }
      because = texts.isEmpty ? nil : texts.joined(separator: " ")
    case .open:
      if !threat.has(.advice) {
        threat.add(.advice, text: recorded.mitigation)
      } else if let mitigation = recorded.mitigation {
        because = [because, mitigation].compactMap { $0 }.joined(separator: " ")
      }
    case .mitigated:
      if recorded.isReturning || recorded.mitigation == nil && !recorded.controls.isEmpty { break }
      if let text = recorded.mitigation, !text.givesNoReason, standing != .reason {
        threat.add(.controls, control(text, mitigating: category, for: recorded))
      } else if let text = because, standing != .reason, MeasureWords.name(text) {
        threat.add(.controls, control(text, mitigating: category, for: recorded))
      } else {
        because = because ?? recorded.mitigation
        addUnmeasured(recorded, because, target: threat.id ?? "")
      }
    case .accepted, .transferred, .avoided, .notApplicable:
      if because == nil { because = recorded.mitigation }
      if recorded.status == .notApplicable || recorded.status == .avoided,
        because?.givesNoReason ?? true
      {
        losses.add(
          .guessed, "decided without a reason", at: recorded.source, line: recorded.line,
          recorded.title, target: threat.id ?? "",
          why: "nothing says why, so that the threat counts as open until somebody does")
      }
    }
    threat.add(.because, text: because)
  }

  /// Says of a threat that is called mitigated that nothing names a measure.
  func addUnmeasured(_ recorded: ImportedThreat, _ because: String?, target: String) {
    losses.add(
      .guessed, "mitigated without a measure", at: recorded.source, line: recorded.line,
      because ?? recorded.title, target: target,
      why: because == nil
        ? "nothing says by what; `mitigated-without-control` finds it"
        : "the text is a reason and names no measure; `mitigated-without-control` finds it")
  }

  /// The control that a text describes: one for each text.
  func control(
    _ text: String, mitigating category: String, for recorded: ImportedThreat,
    status: String = "implemented"
  ) -> String {
    let condensed = ImportedText.condensed(text)
    let key = "control \(condensed.lowercased())"
    if let known = made[key], let id = known.id {
      known.add(.mitigates, category)
      return id
    }
    let short = ImportedText.firstSentence(of: text)
    let id = names.id("c \(short)", orElse: "control")
    let control = ImportedDeclaration(.control, id, short)
    made[key] = control
    if short.count < condensed.count { control.document(condensed) }
    control.add(.mitigates, category)
    control.add(.status, status)
    add(control)
    losses.add(
      .guessed, "control", at: recorded.source, line: recorded.line, condensed, target: id,
      why: status == "implemented"
        ? "the threat is called mitigated, and this text says by what; nobody said that it is in place"
        : "the text says what is to be done; the control is proposed"
    )
    return id
  }
}
