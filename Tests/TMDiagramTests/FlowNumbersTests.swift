// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import Testing

@testable import TMDiagram

@Suite("Numbers of flows")
struct FlowNumbersTests {
  private let names = (0..<60).map { "flow-\(["send", "read", "log", "ask"][$0 % 4])-\($0)x" }

  @Test("every flow has a number of its own, of three digits")
  func unique() {
    let numbers = FlowNumbers(names)
    let found = names.compactMap { numbers[$0] }
    #expect(Set(found).count == names.count)
    #expect(found.allSatisfy { (100...999).contains($0) })
  }

  @Test("a number stays when flows come and go, whatever their order")
  func stable() {
    let all = FlowNumbers(names)
    var moved = 0
    for gone in names.indices {
      var rest = names
      rest.remove(at: gone)
      let fewer = FlowNumbers(rest.reversed())
      moved += rest.filter { fewer[$0] != all[$0] }.count
    }
    // Two names that meet on one number: the second moves where the first goes.
    #expect(moved <= 4)
  }

  @Test("a name that ends in a number has that number; where two share it, one has")
  func endings() {
    let numbers = FlowNumbers(["f0", "f1", "f12", "b7", "a7", "long-7", "c07", "d"])
    #expect(["f0", "f1", "f12", "a7"].map { numbers[$0] } == [0, 1, 12, 7])
    // The others keep their last digits.
    for name in ["b7", "long-7"] { #expect((numbers[name] ?? 0) % 100 == 7) }
    for name in ["b7", "long-7", "c07", "d"] { #expect((numbers[name] ?? 0) >= 100) }
  }

  @Test("numbers that names share stay when flows of either name come and go")
  func shared() {
    let names = (1...30).flatMap { ["f\($0)", "g\($0)", "scan.f\($0)"] }
    let all = FlowNumbers(names)
    #expect(Set(names.compactMap { all[$0] }).count == names.count)
    #expect((1...30).allSatisfy { (number: Int) in all["f\(number)"] == number })
    // Of two series that share all endings, each name of the second ends in its own digits.
    #expect((1...30).count { (number: Int) in (all["g\(number)"] ?? 0) % 100 == number } >= 29)
    var moved = 0
    for gone in names {
      let rest = names.filter { $0 != gone }
      let fewer = FlowNumbers(rest.reversed())
      moved += rest.count { fewer[$0] != all[$0] }
    }
    // Where a flow goes, one that shared its number may take it: two at the most.
    #expect(moved <= 2 * names.count)
  }

  @Test("more flows than three digits can number")
  func many() {
    let names = (0..<5000).map { "flow\($0)x" }
    let numbers = FlowNumbers(names)
    #expect(Set(names.compactMap { numbers[$0] }).count == 5000)
  }

  @Test("joined lines name theirs")
  func joined() {
    #expect(joinedNumbers([24, 25, 26, 27]) == "24–27")
    #expect(joinedNumbers([5, 3]) == "3, 5")
    #expect(joinedNumbers([101, 340, 555, 777, 900]) == "101, 340 +3")
    let parts = [101, 340, 555, 777].map {
      FlowEntry(
        number: $0, label: "Flow", source: "A", target: "B", twoWay: false, detail: nil,
        emphasis: .normal, badge: nil)
    }
    let joined = SceneEdge(
      id: "a", from: 0, to: 1, flows: ["a", "b", "c", "d"], entries: parts)
    #expect(LabelMeasure(joined, numberAlone: true).number == "101, 340, 555, 777")
  }
}
