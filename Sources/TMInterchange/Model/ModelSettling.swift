// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// What is done once everything of a file is in the model: joining, merging and crossings.
extension ImportedModel {
  /// Joins and merges what the options ask for, and states what flows cross. The second call does nothing.
  func settle(_ options: ImportOptions) {
    guard !isSettled else { return }
    isSettled = true
    if options.joinsByTitle { joinByTitle() }
    if options.mergesPairs { mergePairs() }
    stateCrossings()
  }

  /// Refuses a model that is larger than the program works with.
  func check() throws(SourceFault) {
    let count = everything().count
    guard count > SourceLimits.declarations else { return }
    throw SourceFault(
      "the model has \(count) elements, flows, threats and the like, and at most "
        + "\(SourceLimits.declarations) are read", line: nil,
      help: "split the model, and import its parts")
  }

  // MARK: - One thing on several diagrams

  /// Makes one of elements, and of boundaries, that have one kind and title on several diagrams.
  private func joinByTitle() {
    var first: [String: ImportedDeclaration] = [:]
    var renamed: [String: String] = [:]
    for declaration in everything() {
      guard declaration.keyword.isElement || declaration.keyword == .boundary,
        let title = declaration.title, let diagram = declaration.diagram
      else { continue }
      // A boundary is the same only inside the same boundary.
      let place = declaration.keyword == .boundary ? around(declaration)?.resolved.id ?? "" : ""
      let key = "\(declaration.keyword.word) \(place) \(title.lowercased())"
      guard let known = first[key] else {
        first[key] = declaration
        continue
      }
      guard known.diagram != diagram, let id = declaration.id, let kept = known.id else { continue }
      absorb(declaration, into: known)
      renamed[id] = kept
      losses.add(
        .joined, "title on several diagrams", at: declaration.properties(.link).first ?? title,
        title, target: kept,
        why:
          "\(declaration.keyword.phrase) of the same title stands on another diagram: they are one")
    }
    guard !renamed.isEmpty else { return }
    dropMerged()
    for declaration in everything() { declaration.rename(renamed) }
  }

  // MARK: - Request and answer

  /// Makes one flow in both directions of a flow and the next one back between the same ends.
  private func mergePairs() {
    var waiting: [String: [ImportedDeclaration]] = [:]
    var hasMerged = false
    for flow in all(.flow) {
      guard let ends = flow.ends, !ends.isTwoWay, ends.source != ends.target else { continue }
      let back = "\(ends.target) \(ends.source)"
      if let request = waiting[back]?.first {
        waiting[back]?.removeFirst()
        guard request.isProtected == flow.isProtected else {
          losses.add(
            .guessed, "pair left apart", at: flow.properties(.link).first ?? flow.id ?? "",
            flow.title ?? "", target: request.id ?? "",
            why: "one of the two is encrypted and the other is not said to be")
          continue
        }
        merge(flow, into: request)
        hasMerged = true
      } else {
        waiting["\(ends.source) \(ends.target)", default: []].append(flow)
      }
    }
    if hasMerged { dropMerged() }
  }

  private func merge(_ answer: ImportedDeclaration, into request: ImportedDeclaration) {
    guard let ends = request.ends else { return }
    request.ends = .init(ends.source, ends.target, isTwoWay: true)
    if let title = answer.title { request.document("The answer: \(title).") }
    losses.add(
      .joined, "pair of flows", at: answer.properties(.link).first ?? answer.id ?? "",
      answer.title ?? "", target: request.id ?? "",
      why: "it runs back between the same ends: one flow in both directions")
    answer.isAnswer = true
    absorb(answer, into: request)
  }

  /// Moves what a declaration says and holds into another; statements of the other count.
  private func absorb(_ declaration: ImportedDeclaration, into other: ImportedDeclaration) {
    declaration.mergedInto = other
    for line in declaration.documentation where !other.documentation.contains(line) {
      other.documentation.append(line)
    }
    let lists: Set<Property> = [.link, .tags, .holds, .handles, .carries, .controls]
    for (property, values) in declaration.properties where property != .over {
      if lists.contains(property) || !other.has(property) { other.add(property, words: values) }
    }
    for child in declaration.children {
      if child.keyword == .threat, let id = child.id { child.id = other.inner.id(id, orElse: id) }
      add(child, inside: other)
    }
    declaration.children = []
  }
}
