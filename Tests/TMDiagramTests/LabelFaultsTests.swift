// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMTestSupport
import Testing

@testable import TMDiagram

@Suite("Labels belong to their flows")
struct LabelFaultsTests {
  @Test("examples: numbers stand at their own lines, words beside borders", arguments: [nil, 1, 2])
  func examples(depth: Int?) throws {
    var (numbers, words, badges, count) = (0, 0, 0, 0)
    for picture in ExamplePicture.all {
      let sample = try CompiledSample(example: picture.example)
      let request = DiagramRequest(view: try picture.view(in: sample.model), depth: depth)
      let scene = SceneBuilder(sample.model, sample.register, request).scene()
      let found = LabelFaults(try PlacedScene(scene, worker: ProgramUnderTest.worker))
      #expect(found.strayLeaders == [], "\(picture)")
      // A picture may have one where flows leave no room at all.
      #expect(found.numbersOnForeignLines.count <= 1, "\(picture): \(found.numbersOnForeignLines)")
      numbers += found.numbersOnForeignLines.count
      words += found.wordsOnBorders.count
      badges += found.hiddenBadges.count
      count += found.count
    }
    #expect(count > 200)
    #expect(numbers * 200 < count, "\(numbers) of \(count)")
    #expect(words * 25 < count, "\(words) of \(count)")
    #expect(badges * 100 < count, "\(badges) of \(count)")
  }

  @Test("generated models: numbers stand at their own lines")
  func generated() throws {
    var (numbers, badges, count) = (0, 0, 0)
    for seed in Thoroughness.seeds {
      let sample = try CompiledSample(GeneratedModel.text(seed: seed))
      let scene = SceneBuilder(sample.model, sample.register, DiagramRequest(depth: 64)).scene()
      let placed = try PlacedScene(scene, worker: ProgramUnderTest.worker(timeLimit: 120))
      let found = LabelFaults(placed)
      #expect(found.strayLeaders == [])
      numbers += found.numbersOnForeignLines.count
      badges += found.hiddenBadges.count
      count += found.count
    }
    #expect(numbers * 40 < count, "\(numbers) of \(count)")
    #expect(badges * 100 < count, "\(badges) of \(count)")
  }

  @Test("the check sees a number on another line, a stray thin line and words on a border")
  func checkSeesFaults() throws {
    let scene = Scene(
      title: "Labels", regions: [SceneRegion(id: "r", title: "Region")],
      nodes: ["a", "b", "c", "d"].map {
        SceneNode(id: $0, kind: .process, title: $0, region: $0 == "a" || $0 == "b" ? 0 : nil)
      },
      edges: [
        SceneEdge(id: "e", from: 0, to: 1, number: 1, label: "Reads"),
        SceneEdge(id: "f", from: 2, to: 3, number: 2),
      ])
    let good = try PlacedScene(scene, worker: ProgramUnderTest.worker)
    let found = LabelFaults(good)
    #expect(
      found.numbersOnForeignLines + found.strayLeaders + found.wordsOnBorders + found.hiddenBadges
        == [])
    let label = try #require(good.labels[0])
    let extent = Extent(width: label.box.width, height: label.box.height)
    let other = try #require(good.labels[1])
    let stray = PlacedLabel(
      box: Box(left: other.box.left, top: other.box.top, extent: extent),
      textSide: .right,
      leader: Segment(start: good.regions[0].centre, end: good.nodes[2].centre))
    let bad = LabelFaults(good, labels: [stray, other])
    #expect(bad.numbersOnForeignLines == ["number 0 at edge 1"])
    #expect(bad.strayLeaders.count == 2)
    let corner = Point(x: good.regions[0].right, y: good.regions[0].centre.y)
    let across = PlacedLabel(
      box: Box(centre: corner, extent: extent), textSide: .right, leader: nil)
    #expect(LabelFaults(good, labels: [across, other]).wordsOnBorders == ["words 0 on region 0"])
  }
}
