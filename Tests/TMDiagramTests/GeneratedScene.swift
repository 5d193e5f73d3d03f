// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

@testable import TMDiagram

/// Numbers from a seed, the same on every machine (SplitMix64).
struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func chance(percent: Int) -> Bool { below(100) < percent }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}

/// Scenes of 10 to 60 nodes: regions up to three deep, 1.5 edges a node, 40 % of them crossing.
struct GeneratedScene {
  private var numbers: SeededNumbers
  private var regions: [SceneRegion] = []
  private var nodes: [SceneNode] = []
  private var edges: [SceneEdge] = []

  static func make(seed: Int) -> Scene {
    var generator = GeneratedScene(numbers: SeededNumbers(seed: UInt64(seed) &* 7919 &+ 11))
    let count = 10 + generator.numbers.below(51)
    generator.addRegions(max(2, count / 6))
    generator.addNodes(count)
    generator.addEdges(count * 3 / 2)
    return Scene(
      title: "Generated system \(seed)", regions: generator.regions, nodes: generator.nodes,
      edges: generator.edges)
  }

  private init(numbers: SeededNumbers) {
    self.numbers = numbers
  }

  private mutating func addRegions(_ count: Int) {
    for index in 0..<count {
      var parent: Int?
      if index > 0 && numbers.chance(percent: 55) {
        let candidate = numbers.below(index)
        if depth(of: candidate) < 2 { parent = candidate }
      }
      regions.append(
        SceneRegion(
          id: "r\(index)",
          title: numbers.pick(["Ward network", "DMZ", "Cloud of the manufacturer"]),
          zone: numbers.chance(percent: 40) ? "hospital" : nil,
          kind: numbers.chance(percent: 15) ? .process : .boundary, parent: parent,
          badge: badge()))
    }
  }

  private func depth(of region: Int) -> Int {
    regions[region].parent.map { depth(of: $0) + 1 } ?? 0
  }

  private mutating func addNodes(_ count: Int) {
    let titles = [
      "Gateway", "Patient record database", "Order service", "Dose controller with safety monitor",
    ]
    for index in 0..<count {
      nodes.append(
        SceneNode(
          id: "n\(index)", kind: numbers.pick(SceneNode.Kind.allCases),
          title: numbers.pick(titles), subtitle: numbers.chance(percent: 30) ? "Linux 6.1" : nil,
          interfaces: numbers.chance(percent: 20) ? ["usb", "lan"] : [],
          region: numbers.chance(percent: 20) ? nil : numbers.below(regions.count),
          badge: badge()))
    }
  }

  private mutating func addEdges(_ count: Int) {
    let labels = ["reads", "Pushes the drug library", "Sends an order with its signature", ""]
    while edges.count < count {
      let source = numbers.below(nodes.count)
      let isCrossing = numbers.chance(percent: 40)
      let targets = nodes.indices.filter {
        (nodes[$0].region != nodes[source].region) == isCrossing && $0 != source
      }
      let target = numbers.pick(targets.isEmpty ? Array(nodes.indices) : targets)
      edges.append(
        SceneEdge(
          id: "e\(edges.count)", from: source, to: target, number: edges.count + 1,
          label: numbers.pick(labels), detail: numbers.chance(percent: 60) ? "https" : nil,
          twoWay: numbers.chance(percent: 20), crossed: crossed(from: source, to: target),
          flows: numbers.chance(percent: 10) ? ["a", "b", "c"] : [],
          emphasis: numbers.pick(SceneEdge.Emphasis.allCases), badge: badge()))
    }
  }

  private mutating func badge() -> ThreatBadge? {
    guard numbers.chance(percent: 30) else { return nil }
    return ThreatBadge(
      count: 1 + numbers.below(40), worst: numbers.pick(ThreatBadge.Status.allCases))
  }

  private func crossed(from source: Int, to target: Int) -> [Int] {
    let outwards = chain(of: source)
    let inwards = chain(of: target)
    return outwards.filter { !inwards.contains($0) }
      + inwards.filter { !outwards.contains($0) }.reversed()
  }

  private func chain(of node: Int) -> [Int] {
    var result: [Int] = []
    var region = nodes[node].region
    while let next = region {
      result.append(next)
      region = regions[next].parent
    }
    return result
  }
}
