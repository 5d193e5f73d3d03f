// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax
import TMTestSupport
import Testing

@testable import TMDocument

@Suite("Profiles")
struct ProfileTests {
  /// A profile held against an example.
  struct Pair: Sendable, CustomTestStringConvertible {
    let example: String
    let profile: Profile
    var testDescription: String { "\(profile.id) on \(example)" }

    static let all = CompiledSample.examples.flatMap { example in
      Profile.all.map { Pair(example: example, profile: $0) }
    }
  }

  // MARK: - The tables

  @Test("the words of the language are the profiles, and each subject of a document serves one")
  func vocabulary() {
    #expect(Vocabulary.profiles.words == Profile.all.map(\.id))
    let served = Set(Profile.all.flatMap(\.elements).flatMap(\.documents))
    #expect(served == Set(Vocabulary.documentSubjects.words))
  }

  @Test("elements have ids and numbers of their own, and something that can cover them")
  func elements() {
    for profile in Profile.all {
      #expect(Set(profile.elements.map(\.id)).count == profile.elements.count)
      #expect(Set(profile.elements.map(\.number)).count == profile.elements.count)
      #expect(profile.elements.allSatisfy { !$0.documents.isEmpty })
      #expect(Set(profile.chapters).count == profile.chapters.count)
    }
  }

  // MARK: - On the examples

  @Test("every element has one verdict, and says why", arguments: Pair.all)
  func verdicts(_ pair: Pair) throws {
    let source = try CompiledSample(example: pair.example).reportSource
    let evaluated = EvaluatedProfile(pair.profile, source)
    #expect(evaluated.elements.map(\.id) == pair.profile.elements.map(\.id))
    for element in evaluated.elements {
      switch element.verdict {
      case .model, .explained: #expect(!element.evidence.isEmpty && element.lacking.isEmpty)
      case .document: #expect(!element.documents.isEmpty && element.lacking.isEmpty)
      case .partly: #expect(!element.evidence.isEmpty && !element.lacking.isEmpty)
      case .missing:
        #expect(element.evidence.isEmpty && element.documents.isEmpty)
        #expect(!element.lacking.isEmpty)
      }
    }
    let counted = EvaluatedElement.Verdict.allCases.map(evaluated.count).reduce(0, +)
    #expect(counted == evaluated.elements.count)
  }

  @Test("links of a profile lead to places that the report has", arguments: Pair.all)
  func links(_ pair: Pair) throws {
    let source = try CompiledSample(example: pair.example).reportSource
    let document = ReportBuilder.document(source).laidOut(along: [pair.profile], source)
    let places = Set(document.chapters.flatMap(\.places))
    let chapter = try #require(document.chapters.first)
    #expect(chapter.id == "profile-\(pair.profile.id)")
    var leads = 0
    for case .table(let table) in chapter.blocks {
      #expect(table.rows.count == pair.profile.elements.count)
      for case .reference(let words, let place) in table.rows.flatMap({ $0.cells.joined() }) {
        #expect(places.contains(place), "\(words) leads nowhere")
        leads += 1
      }
    }
    #expect(leads >= 3)
  }

  // MARK: - A model that says nothing

  @Test(
    "of a model that says nothing all is missing, with a way out", arguments: ["", "model \"X\""])
  func nothing(_ text: String) throws {
    let source = try CompiledSample(text).reportSource
    for profile in Profile.all {
      let evaluated = EvaluatedProfile(profile, source)
      for element in evaluated.elements {
        #expect(element.verdict == .missing, "\(profile.id) \(element.id)")
        #expect(element.lacking.allSatisfy { !$0.what.isEmpty && !$0.remedy.isEmpty })
      }
      let document = ReportBuilder.document(source).laidOut(along: [profile], source)
      #expect(document.chapters.first?.id == "profile-\(profile.id)")
    }
  }

  @Test(
    "a treatment is missing where no threat has one, partly there where one has, and there where all have",
    arguments: [(0, "missing"), (1, "partial"), (2, "present")])
  func treatment(_ treated: Int, _ expected: String) throws {
    let all = ["one", "two"].enumerated().map { index, name in
      let status = index < treated ? "; status: accepted; reason: \"Known.\"" : ""
      return "threat \(name) \"T\" { category: tampering\(status) }"
    }
    let own = "process q \"Q\" {\n\(all.joined(separator: "\n"))\n}\n"
    let sample = try CompiledSample("model \"M\" { method: stride }\n" + own)
    #expect(sample.risks.threats.count == 2)
    let found = ProfilePart.treatment.find(ProfileFacts(sample.reportSource))
    switch found {
    case .missing: #expect(expected == "missing")
    case .partial: #expect(expected == "partial")
    case .present: #expect(expected == "present")
    case .idle, .explained: Issue.record("\(found)")
    }
  }

  @Test("what a way out tells to write is in the language")
  func remedies() throws {
    let source = try CompiledSample("").reportSource
    var found = 0
    for lack in Profile.all.flatMap({ EvaluatedProfile($0, source).elements }).flatMap(\.lacking) {
      for piece in lack.remedy.split(separator: "`", omittingEmptySubsequences: false)
        .enumerated().filter({ !$0.offset.isMultiple(of: 2) }).map(\.element)
      {
        for match in piece.matches(of: /([a-z][a-z-]*):(?= )/) {
          #expect(Property(word: String(match.1)) != nil, "\(match.1) in \(piece)")
          found += 1
        }
        if let keyword = piece.firstMatch(of: /^([a-z]+) (id )?"/) {
          #expect(Schema.keywords.contains(String(keyword.1)), "\(piece)")
        }
      }
    }
    #expect(found > 20)
  }

  // MARK: - The layout

  @Test("profiles come first, the chapters follow the first of them, documents before the annex")
  func layout() throws {
    let source = try CompiledSample(example: "pacs").reportSource
    let chapter = { (id: String) in ReportChapter(id: id, title: id, blocks: []) }
    let plain = ReportDocument(
      title: "X", facts: [], chapters: ["own", "views", "method", "annex"].map(chapter))
    let ids = { (profiles: [Profile]) in
      plain.laidOut(along: profiles, source).chapters.map(\.id)
    }
    #expect(ids([]) == ["own", "views", "method", "documents", "annex"])
    #expect(
      ids(Profile.stated(by: source.model)) == [
        "profile-fda", "profile-mdr", "method", "views", "own", "documents", "annex",
      ])
  }
}
