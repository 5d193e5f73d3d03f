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
    var known: [String: [ImportedDeclaration]] = [:]
    var renamed: [String: String] = [:]
    for declaration in everything() {
      guard declaration.keyword.isElement || declaration.keyword == .boundary,
        let title = declaration.title, let diagram = declaration.diagram
      else { continue }
      // A boundary is the same only inside the same boundary.
      let place = declaration.keyword == .boundary ? around(declaration)?.resolved.id ?? "" : ""
      let key = "\(declaration.keyword.word) \(place) \(title.lowercased())"
      let others = known[key, default: []].filter { $0.diagram != diagram }
      let alike = others.first { difference(declaration, $0, in: Self.decisive) == nil }
      guard let one = alike, let id = declaration.id, let kept = one.id else {
        if let other = others.first,
          let property = difference(declaration, other, in: Self.decisive)
        {
          losses.add(
            .guessed, "same title left apart",
            at: declaration.properties(.link).first ?? title, title, target: other.id ?? "",
            why: "`\(property.word)` of the two is not the same: they stay two")
        }
        known[key, default: []].append(declaration)
        continue
      }
      nameDifferences(declaration, one)
      absorb(declaration, into: one)
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

  /// What decides about the analysis of a thing, so that what is said of one is not said of another.
  private static let decisive: [Property] = [.inScope, .because, .encrypted, .privilege]

  /// The first of some properties that two declarations do not say alike.
  private func difference(
    _ one: ImportedDeclaration, _ other: ImportedDeclaration, in properties: [Property]
  ) -> Property? {
    if one.properties(.tags).contains("out-of-scope")
      != other.properties(.tags).contains("out-of-scope")
    {
      return .inScope
    }
    return properties.first { Set(one.properties($0)) != Set(other.properties($0)) }
  }

  /// Names what both of two that become one say, and say differently: what the first says stays.
  private func nameDifferences(_ declaration: ImportedDeclaration, _ kept: ImportedDeclaration) {
    for (property, values) in declaration.properties where !Self.lists.contains(property) {
      let stays = kept.properties(property)
      guard !stays.isEmpty, Set(stays) != Set(values) else { continue }
      losses.add(
        .dropped, "property of what was joined", at: declaration.properties(.link).first ?? "",
        "\(property.word): \(values.joined(separator: ", "))", target: kept.id ?? "",
        why: "the one that it was joined with says \(stays.joined(separator: ", "))")
    }
  }

  // MARK: - Request and answer

  /// Makes one flow in both directions of a flow and the next one back between the same ends.
  private func mergePairs() {
    var waiting: [String: [ImportedDeclaration]] = [:]
    var hasMerged = false
    for flow in all(.flow) {
      guard let ends = flow.ends, !ends.isTwoWay, ends.source != ends.target else { continue }
      let back = "\(ends.target) \(ends.source)"
      if let first = waiting[back]?.first {
        let place = waiting[back]?.firstIndex { pairDifference($0, flow) == nil }
        let request = place.flatMap { waiting[back]?.remove(at: $0) }
        guard let request else {
          waiting[back]?.removeFirst()
          losses.add(
            .guessed, "pair left apart", at: flow.properties(.link).first ?? flow.id ?? "",
            flow.title ?? "", target: first.id ?? "",
            why: pairDifference(first, flow) ?? "")
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

  /// Why a flow and one back stay two; nil where they can be one.
  ///
  /// An answer without a protocol goes over that of its request.
  private func pairDifference(
    _ request: ImportedDeclaration, _ answer: ImportedDeclaration
  ) -> String? {
    if request.isProtected != answer.isProtected {
      return "one of the two is encrypted and the other is not said to be"
    }
    var found = difference(request, answer, in: [.inScope, .because, .authenticated])
    for property in [Property.protocol, .port, .encrypted] where found == nil {
      let (asked, said) = (Set(request.properties(property)), Set(answer.properties(property)))
      let isBoth = property == .encrypted && asked.isEmpty
      if !said.isEmpty, said != asked, !isBoth { found = property }
    }
    return found.map { "`\($0.word)` of the two is not the same" }
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

  /// Properties of which what two declarations say is said of both.
  private static let lists: Set<Property> = [.link, .tags, .holds, .handles, .carries, .controls]

  /// Moves what a declaration says and holds into another; statements of the other count.
  private func absorb(_ declaration: ImportedDeclaration, into other: ImportedDeclaration) {
    declaration.mergedInto = other
    for line in declaration.documentation where !other.documentation.contains(line) {
      other.documentation.append(line)
    }
    for (property, values) in declaration.properties where property != .over {
      if Self.lists.contains(property) || !other.has(property) {
        other.add(property, words: values)
      }
    }
    for child in declaration.children {
      if child.keyword == .threat, let id = child.id { child.id = other.inner.id(id, orElse: id) }
      add(child, inside: other)
    }
    declaration.children = []
  }
}
