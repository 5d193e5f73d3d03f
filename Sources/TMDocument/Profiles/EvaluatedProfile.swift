// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRegister
import TMSyntax

/// A profile held against a model: each element with its verdict.
package struct EvaluatedProfile: Sendable {
  package let id: String
  package let title: String
  package let edition: String
  package let elements: [EvaluatedElement]

  package init(_ profile: Profile, _ source: ReportSource) {
    let facts = ProfileFacts(source)
    id = profile.id
    title = profile.title
    edition = profile.edition
    elements = profile.elements.map { EvaluatedElement($0, facts) }
  }

  /// How many elements have a verdict.
  package func count(_ verdict: EvaluatedElement.Verdict) -> Int {
    elements.count { $0.verdict == verdict }
  }
}

/// An element of a profile with what covers it and what is missing.
package struct EvaluatedElement: Sendable {
  package let id: String
  package let number: String
  package let title: String
  package let reference: String
  package let verdict: Verdict
  /// What the model says of it.
  package let evidence: [ProfileEvidence]
  /// The documents that cover it.
  package let documents: [CoveringDocument]
  /// What neither says.
  package let lacking: [Lack]
  /// What no program can judge, as an instruction.
  package let review: String?

  /// What became of an element; the words stand in the report.
  package enum Verdict: String, CaseIterable, Sendable {
    /// The model says all of it.
    case model
    /// A document beside the model says it.
    case document
    /// It is left out, and the model says why.
    case explained
    /// The model says some of it.
    case partly
    case missing
  }

  /// A declared document.
  package struct CoveringDocument: Hashable, Sendable {
    package let path: String
    package let title: String
    package let version: String?
    package let isDraft: Bool
    package let links: [String]
  }

  /// Something that is missing.
  package struct Lack: Hashable, Sendable {
    package let what: String
    /// What to do; words between backticks are pieces of a model.
    package let remedy: String
  }

  package init(_ element: ProfileElement, _ facts: ProfileFacts) {
    id = element.id
    number = element.number
    title = element.title
    reference = element.reference
    review = element.review
    var evidence: [ProfileEvidence] = []
    var lacking: [Lack] = []
    var explained = 0
    for part in element.parts {
      switch part.find(facts) {
      case .present(let found): evidence.append(found)
      case .partial(let found, let detail):
        evidence.append(found)
        lacking.append(Lack(what: "\(part.name): \(detail)", remedy: part.remedy))
      case .idle: break
      case .explained(let found):
        evidence.append(found)
        explained += 1
      case .missing(let detail):
        let what = detail.map { "\(part.name): \($0)" } ?? part.name
        lacking.append(Lack(what: what, remedy: part.remedy))
      }
    }
    let shelf = DocumentShelf(element.documents, facts.model)
    documents = shelf.covering
    let isComplete = lacking.isEmpty && !element.parts.isEmpty
    switch element.coverage {
    case .modelOrDocument where isComplete: verdict = explained > 0 ? .explained : .model
    case .modelOrDocument, .document:
      if !documents.isEmpty {
        verdict = .document
      } else {
        verdict = evidence.isEmpty ? .missing : .partly
      }
    }
    self.evidence = Self.unique(evidence)
    switch verdict {
    case .model, .document, .explained: self.lacking = []
    case .partly, .missing:
      let asksForDocument = element.coverage == .document || element.parts.isEmpty
      self.lacking = lacking + shelf.unusable + (asksForDocument ? [shelf.wanted] : [])
    }
  }

  private static func unique(_ evidence: [ProfileEvidence]) -> [ProfileEvidence] {
    var found: [ProfileEvidence] = []
    for piece in evidence where !found.contains(piece) { found.append(piece) }
    return found
  }
}

/// The declared documents about some subjects.
private struct DocumentShelf {
  private(set) var covering: [EvaluatedElement.CoveringDocument] = []
  /// Documents that would cover it if they could be found and were in force.
  private(set) var unusable: [EvaluatedElement.Lack] = []
  private let subjects: [String]

  init(_ subjects: [String], _ model: Model) {
    self.subjects = subjects
    for document in model.all(.document)
    where model.words(document, .covers).contains(where: subjects.contains) {
      let path = model.path(document)
      let links = model.texts(document, .link)
      let status = model.word(document, .status)
      if links.isEmpty {
        unusable.append(
          .init(
            what: "document `\(path)` says nowhere where it is",
            remedy: "add `link: \"…\"`, an address or a document number, to it"))
      } else if status == "planned" || status == "superseded" {
        unusable.append(
          .init(
            what: "document `\(path)` is \(status ?? "")",
            remedy: "declare the one in force, or state its `status`"))
      } else {
        covering.append(
          .init(
            path: path, title: model.title(document), version: model.text(document, .version),
            isDraft: status == "draft", links: links))
      }
    }
  }

  /// That a document is asked for.
  var wanted: EvaluatedElement.Lack {
    let word = subjects.first ?? ""
    return .init(
      what: "a document",
      remedy: "declare it: `document id \"Title\" { covers: \(word); link: \"…\" }`")
  }
}
