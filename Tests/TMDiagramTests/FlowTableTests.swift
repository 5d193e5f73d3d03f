// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMTestSupport
import Testing

@testable import TMDiagram

@Suite("The table of the flows that one line stands for")
struct FlowTableTests {
  private func rows(_ flows: String) throws -> [String] {
    let sample = try CompiledSample(
      """
      model "M"
      boundary device "Device" { zone: device; process monitor "Monitor" }
      boundary cloud "Cloud" { zone: cloud; process service "Service" }
      \(flows)
      """)
    let scene = SceneBuilder(sample.model, sample.register, DiagramRequest()).scene()
    let placed = try PlacedScene(scene, words: .numbers, worker: ProgramUnderTest.worker)
    let svg = String(decoding: SVGPainter.paint(placed), as: UTF8.self)
    return svg.split(separator: "<text").compactMap { piece in
      piece.firstIndex(of: ">").map {
        String(piece[piece.index(after: $0)...].prefix { $0 != "<" })
      }
    }
  }

  @Test("says of each whether it is in clear text")
  func clearText() throws {
    let words = try rows(
      """
      flow up: monitor -> service "Uploads" { protocol: https; crosses: device, cloud }
      flow over: monitor -> service "Uploads more" { over: up; crosses: device, cloud }
      flow time: monitor -> service "Asks for the time" { protocol: ntp; crosses: device, cloud }
      """)
    #expect(words.count { $0.hasPrefix("Monitor → Service · HTTPS") } == 2)
    #expect(words.count { $0.hasPrefix("Monitor → Service · NTP · clear text") } == 1)
  }

  @Test("says on which line those are that it has no room to name", arguments: [2, 4])
  func place(_ count: Int) throws {
    let names = ["alpha", "gamma", "omega", "theta"].prefix(count)
    let words = try rows(
      names.map {
        "flow \($0): monitor -> service \"Sends\" { crosses: device, cloud; encrypted: yes }"
      }
      .joined(separator: "\n"))
    let lines = words.filter { $0.contains("on the line of") }
    #expect(lines.count == (count == 4 ? 4 : 0))
    #expect(Set(lines).count <= 1)
  }
}
