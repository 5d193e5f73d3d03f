// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMThreats

/// Makes the scene of a diagram from a model: selects, closes what lies too deep, rolls up flows.
package struct SceneBuilder {
  private let model: Model
  private let tally: ThreatTally
  private let selection: ViewSelection
  private let detail: LevelOfDetail
  private let request: DiagramRequest
  private let overlay: DiagramRequest.Overlay
  private let regionIndex: [EntityID: Int]
  private let nodeIndex: [EntityID: Int]
  /// The flows that are not drawn, since both ends lie inside one closed node.
  private let insideFlows: [EntityID: [EntityID]]
  /// The number of each flow, the same in every view.
  private let numbers: FlowNumbers

  package init(_ model: Model, _ register: ThreatRegister, _ request: DiagramRequest) {
    self.model = model
    self.request = request
    tally = ThreatTally(model, register)
    selection = request.view.map { ViewSelection($0, of: model) } ?? ViewSelection(model)
    let stated = request.view.flatMap { model.number($0, .depth) }.map { Int($0) }
    detail = LevelOfDetail(model, selection, depth: request.depth ?? stated)
    overlay =
      request.overlay
      ?? request.view.flatMap { model.word($0, .overlay) }.flatMap(DiagramRequest.Overlay.init)
      ?? .threats
    regionIndex = Dictionary(
      uniqueKeysWithValues: detail.regions.enumerated().map { ($0.element, $0.offset) })
    nodeIndex = Dictionary(
      uniqueKeysWithValues: detail.nodes.enumerated().map { ($0.element, $0.offset) })
    insideFlows = detail.flowsInside(model)
    numbers = FlowNumbers(model)
  }

  /// Whether the view shows nothing at all.
  package var isEmpty: Bool { detail.nodes.isEmpty }

  /// How many levels are shown.
  package var depth: Int { detail.depth }

  /// How many levels there are.
  package var levels: Int { LevelOfDetail.maximumDepth(model, selection) }

  /// The titles of the boundaries and processes that are shown closed.
  package var closedTitles: [String] {
    detail.nodes.filter(detail.closed.contains).map { model.title($0) }
  }

  /// How many elements are drawn, closed boundaries and processes among them.
  package var nodeCount: Int { detail.nodes.count }

  /// The levels that are shown and those that there are, when the diagram was cut to what a reader
  /// can take in.
  package var reducedDepth: (shown: Int, of: Int)? {
    let all = levels
    let isAutomatic =
      (request.depth == nil || request.isAutomaticDepth)
      && request.view.flatMap { model.number($0, .depth) } == nil
    return isAutomatic && detail.depth < all ? (detail.depth, all) : nil
  }

  /// The same picture at another level.
  package func request(depth: Int) -> DiagramRequest {
    DiagramRequest(
      view: request.view, depth: depth, overlay: request.overlay,
      joinsParallels: request.joinsParallels, isAutomaticDepth: true)
  }

  package func scene() -> Scene {
    let title = model.system.map { model.title($0) } ?? "Data-flow diagram"
    return Scene(
      title: title, subtitle: request.view.map { model.title($0) },
      description: summary(), regions: detail.regions.map(region), nodes: detail.nodes.map(node),
      edges: edges())
  }

  private func summary() -> String {
    let flows = selection.flows
    let crossing = flows.filter { model.graph.crosses($0) }.count
    let boundaries = (detail.regions + detail.nodes).filter { model[$0].keyword == .boundary }
    let closed = detail.closed.count
    func count(_ number: Int, _ one: String, _ many: String) -> String {
      "\(number) \(number == 1 ? one : many)"
    }
    var text = "Data-flow diagram with "
    text += count(detail.nodes.count - closed, "element", "elements") + ", "
    if closed > 0 {
      text +=
        count(closed, "boundary or process", "boundaries or processes") + " shown closed, "
    }
    text += count(boundaries.count, "trust boundary", "trust boundaries") + " and "
    text += count(flows.count, "flow", "flows")
    return text + ", \(crossing) of which \(crossing == 1 ? "crosses" : "cross") a trust boundary."
  }

  // MARK: - Regions and nodes

  private func region(_ id: EntityID) -> SceneRegion {
    let parent = model.ancestors(id).first { regionIndex[$0] != nil }.flatMap { regionIndex[$0] }
    // A process that is open and has no flow of its own is no node: its badge stands here.
    let isNode = nodeIndex[id] != nil
    return SceneRegion(
      id: model.path(id), title: model.title(id),
      zone: model[id].keyword == .boundary ? model.word(id, .zone) ?? zoneName(id) : nil,
      kind: model[id].keyword == .boundary ? .boundary : .process, parent: parent,
      badge: isNode ? nil : badge([id]), description: model.documentation(id))
  }

  private func zoneName(_ boundary: EntityID) -> String? {
    model.references(boundary, .zone).first.map { model.name($0) }
  }

  private func node(_ id: EntityID) -> SceneNode {
    let region =
      regionIndex[id]
      ?? model.ancestors(id).first { regionIndex[$0] != nil }
      .flatMap { regionIndex[$0] }
    let inside = members(id)
    return SceneNode(
      id: model.path(id), kind: kind(id), title: model.title(id), subtitle: subtitle(id, inside),
      region: region, badge: badge(inside + (insideFlows[id] ?? [])),
      description: description(id, inside),
      inside: (Array(inside.dropFirst()) + (insideFlows[id] ?? [])).map { model.path($0) })
  }

  /// The declaration and, where it is shown closed, all elements inside it.
  private func members(_ id: EntityID) -> [EntityID] {
    if regionIndex[id] != nil { return [id] }
    var result = [id]
    for child in model.children(id)
    where model[child].keyword.isElement || model[child].keyword == .boundary {
      result += members(child)
    }
    return result
  }

  private func badge(_ ids: [EntityID]) -> ThreatBadge? {
    overlay == .threats ? tally.badge(ids) : nil
  }

  private func kind(_ id: EntityID) -> SceneNode.Kind {
    switch model[id].keyword {
    case .external: model.boolean(id, .human) == true ? .human : .external
    case .store: .store
    case .boundary: .collapsedBoundary
    default: detail.closed.contains(id) ? .collapsedProcess : .process
    }
  }

  private func subtitle(_ id: EntityID, _ inside: [EntityID]) -> String? {
    let elements = inside.filter { model[$0].keyword.isElement && $0 != id }.count
    if elements > 0 { return elements == 1 ? "1 element" : "\(elements) elements" }
    guard let technology = model.text(id, .technology), technology.count <= 24 else { return nil }
    return technology
  }

  private func description(_ id: EntityID, _ inside: [EntityID]) -> String {
    var parts = [String(model[id].keyword.phrase.drop { $0 != " " }.dropFirst())]
    if let boundary = model.boundaries(around: id).first(where: { $0 != id }) {
      parts.append("in \(model.title(boundary))")
    }
    parts += threatWords(inside + (insideFlows[id] ?? []))
    return ([parts.joined(separator: ", ") + "."] + [model.documentation(id)].compactMap { $0 })
      .joined(separator: " ")
  }

  private func threatWords(_ ids: [EntityID]) -> [String] {
    let (all, open) = tally.totals(ids)
    switch all {
    case 0: return []
    case 1: return [open == 1 ? "1 threat, open" : "1 threat, not open"]
    default: return ["\(all) threats, \(open) of them open"]
    }
  }

  // MARK: - Flows

  /// The ends of a line between nodes, in either direction.
  private struct Ends: Hashable {
    let low: Int
    let high: Int
  }

  /// So many flows between the same two elements are one line.
  private static let ribbon = 3

  /// One or two flows between two elements are drawn one by one; more, and flows with a closed container
  /// at an end, are rolled up into one line, at the place of the first.
  private func edges() -> [SceneEdge] {
    var lines: [[Flow]] = []
    var parallel: [Ends: Int] = [:]
    for flow in selection.flows {
      if let source = node(of: flow.source), let target = node(of: flow.target) {
        parallel[Ends(low: min(source, target), high: max(source, target)), default: 0] += 1
      }
    }
    var bundles: [Ends: Int] = [:]
    for flow in selection.flows {
      guard let source = node(of: flow.source), let target = node(of: flow.target) else { continue }
      let ends = Ends(low: min(source, target), high: max(source, target))
      let isRibbon = request.joinsParallels && parallel[ends, default: 0] >= Self.ribbon
      if isDrawnAlone(flow), !isRibbon || source == target {
        lines.append([flow])
      } else if source != target {
        if let line = bundles[ends] {
          lines[line].append(flow)
        } else {
          bundles[ends] = lines.count
          lines.append([flow])
        }
      }
    }
    return lines.compactMap(edge)
  }

  private func isDrawnAlone(_ flow: Flow) -> Bool {
    [flow.source, flow.target].allSatisfy {
      detail.representatives[$0] == $0 && !detail.closed.contains($0)
    }
  }

  private func node(of element: EntityID) -> Int? {
    detail.representatives[element].flatMap { nodeIndex[$0] }
  }

  /// The line of one or more flows between the same nodes; where they go both ways, from the node
  /// that is declared first.
  private func edge(_ flows: [Flow]) -> SceneEdge? {
    guard let first = flows.first, var source = node(of: first.source),
      var target = node(of: first.target)
    else { return nil }
    let isTwoWay = flows.contains { $0.isTwoWay || node(of: $0.source) != source }
    if flows.count > 1, isTwoWay { (source, target) = (min(source, target), max(source, target)) }
    let ids = flows.map(\.entity)
    let single = flows.count == 1 ? flows[0] : nil
    let label = single.map { model.ownTitle($0.entity) ?? "" } ?? ""
    let crossed = Set(
      flows.flatMap { flow in
        model.graph.crossings(of: flow).compactMap { regionIndex[$0.boundary] }
      })
    return SceneEdge(
      id: single.map { model.path($0.entity) }
        ?? "\(model.path(detail.nodes[source]))..\(model.path(detail.nodes[target]))",
      from: source, to: target, number: single.flatMap { numbers[model.path($0.entity)] },
      label: label,
      detail: single.flatMap(protocols), twoWay: isTwoWay, crossed: crossed.sorted(),
      flows: flows.map { model.path($0.entity) },
      entries: flows.compactMap(entry).sorted { $0.number < $1.number }, emphasis: emphasis(flows),
      badge: badge(ids), description: description(flows))
  }

  private func entry(_ flow: Flow) -> FlowEntry? {
    numbers[model.path(flow.entity)].map {
      FlowEntry(
        number: $0, label: model.ownTitle(flow.entity) ?? "", source: model.title(flow.source),
        target: model.title(flow.target), twoWay: flow.isTwoWay, detail: protocols(flow),
        emphasis: emphasis([flow]), badge: badge([flow.entity]))
    }
  }

  private func protocols(_ flow: Flow) -> String? {
    let words = model.protocols(of: flow.entity)
    return words.isEmpty ? nil : words.map { $0.uppercased() }.joined(separator: ", ")
  }

  private func emphasis(_ flows: [Flow]) -> SceneEdge.Emphasis {
    let covers = flows.filter(model.graph.crosses).map(model.cover)
    if covers.contains(.clearText) { return .clearText }
    if covers.contains(.unstated) { return .unstated }
    return overlay == .threats && flows.contains { tally.knownGaps.contains($0.entity) }
      ? .openThreat : .normal
  }

  private func description(_ flows: [Flow]) -> String {
    flows.map { flow in
      let assets = model.references(flow.entity, .carries).map { model.title($0) }
      let boundaries = model.graph.crossings(of: flow).map { model.title($0.boundary) }
      var text = "\(model.title(flow.source)) to \(model.title(flow.target))"
      if !assets.isEmpty { text += ", carries \(assets.joined(separator: ", "))" }
      if !boundaries.isEmpty { text += ", crosses \(boundaries.joined(separator: ", "))" }
      for words in threatWords([flow.entity]) { text += ", \(words)" }
      return text + "."
    }.joined(separator: " ")
  }
}
