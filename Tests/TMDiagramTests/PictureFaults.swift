// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

@testable import TMDiagram

/// What is wrong with a picture; empty for a good one.
func faults(of placed: PlacedScene) -> [String] {
  labelFaults(
    labels: placed.labels, measures: placed.measure.labels, nodes: placed.nodes,
    titles: placed.titles)
    + titleFaults(placed) + regionFaults(placed) + arrowFaults(placed) + completenessFaults(placed)
    + UntruthCheck(placed).faults
}

/// Labels that lie on a node, on a title or on one another.
func labelFaults(
  labels: [PlacedLabel?], measures: [LabelMeasure], nodes: [Box], titles: [Box]
) -> [String] {
  var result: [String] = []
  let parts = zip(labels, measures).map { label, measure in
    label.map { [$0.discBox(measure)] + $0.words(measure) }?.filter { $0.width > 0 } ?? []
  }
  for index in labels.indices {
    func isCovered(_ box: Box) -> Bool { parts[index].contains { $0.overlaps(box) } }
    for (other, node) in nodes.enumerated() where isCovered(node) {
      result.append("label \(index) on node \(other)")
    }
    for (other, title) in titles.enumerated() where isCovered(title) {
      result.append("label \(index) on title \(other)")
    }
    for other in labels.indices.dropFirst(index + 1) where parts[other].contains(where: isCovered) {
      result.append("label \(index) on label \(other)")
    }
  }
  return result
}

private func titleFaults(_ placed: PlacedScene) -> [String] {
  var result: [String] = []
  let lines = placed.routes.map(UntruthCheck.pixels)
  for (index, title) in placed.titles.enumerated() {
    let region = placed.regions[index]
    let isOnBorder = [region.top, region.bottom].contains { abs(title.centre.y - $0) < 1 }
    if !isOnBorder || title.left < region.left || title.right > region.right {
      result.append("title \(index) off its border")
    }
    for (other, line) in lines.enumerated() where line.contains(where: title.contains) {
      result.append("title \(index) hides edge \(other)")
    }
    for (other, node) in placed.nodes.enumerated() where title.overlaps(node) {
      result.append("title \(index) on node \(other)")
    }
    for other in placed.titles.indices.dropFirst(index + 1)
    where title.overlaps(placed.titles[other]) {
      result.append("title \(index) on title \(other)")
    }
  }
  return result
}

/// Each region holds its own nodes and regions and nothing else.
private func regionFaults(_ placed: PlacedScene) -> [String] {
  var result: [String] = []
  for (region, box) in placed.regions.enumerated() {
    for (node, place) in placed.nodes.enumerated() {
      if placed.scene.region(region, encloses: node) {
        if !box.contains(place) { result.append("node \(node) leaves region \(region)") }
      } else if box.overlaps(place) {
        result.append("node \(node) strays into region \(region)")
      }
    }
    if let parent = placed.scene.regions[region].parent, !placed.regions[parent].contains(box) {
      result.append("region \(region) leaves region \(parent)")
    }
  }
  return result
}

/// An arrow points at the target of each flow, and at its source where data goes both ways.
private func arrowFaults(_ placed: PlacedScene) -> [String] {
  var result: [String] = []
  for (index, edge) in placed.scene.edges.enumerated() {
    let route = placed.routes[index]
    let target = placed.nodes[edge.target].grown(by: 3)
    let source = placed.nodes[edge.source].grown(by: 3)
    if route.endTip.map(target.contains) != true {
      result.append("edge \(index) misses its target")
    }
    if edge.twoWay != (route.startTip != nil) || route.startTip.map(source.contains) == false {
      result.append("edge \(index) is wrong at its source")
    }
  }
  return result
}

/// Every label that says something has a place, every crossing its mark, and all is in the picture.
private func completenessFaults(_ placed: PlacedScene) -> [String] {
  var result: [String] = []
  for (index, edge) in placed.scene.edges.enumerated() {
    if placed.labels[index] == nil && !placed.measure.labels[index].isEmpty {
      result.append("label \(index) missing")
    }
    let marked = placed.gates.filter { $0.edge == index }.map(\.region)
    if marked != edge.crossed {
      result.append("edge \(index) crosses \(edge.crossed), marked \(marked)")
    }
  }
  let boxes = placed.nodes + placed.regions + placed.labels.compactMap { $0?.box }
  if !boxes.allSatisfy(placed.bounds.contains) { result.append("something outside the picture") }
  return result
}
