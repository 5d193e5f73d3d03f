// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Texts of models with 10 to 60 elements: boundaries up to five deep and empty ones, processes with parts,
/// 1.5 flows an element, one way and two ways, named and unnamed, some of them around a hub, beside one
/// another or from an element to itself; titles long, of other scripts and of several signs.
struct GeneratedModel {
  private var numbers: SeededNumbers
  private var remaining: Int
  private var elements: [String] = []
  private var text = "model \"Generated system\"\n"

  static func text(seed: Int) -> String {
    var numbers = SeededNumbers(seed: UInt64(seed) &* 6007 &+ 5)
    let count = 10 + numbers.below(51)
    var generator = GeneratedModel(numbers: numbers, remaining: count)
    generator.write(flows: count * 3 / 2)
    return generator.text
  }

  private init(numbers: SeededNumbers, remaining: Int) {
    self.numbers = numbers
    self.remaining = remaining
  }

  private mutating func write(flows: Int) {
    text += "asset order \"Order\" { confidentiality: medium; integrity: high }\n"
    var boundaries = 0
    while remaining > 0 {
      if numbers.chance(percent: 25) {
        writeElement(indent: "")
      } else {
        writeBoundary(&boundaries, depth: 1)
      }
    }
    for number in 0..<flows { writeFlow(number) }
  }

  private mutating func writeBoundary(_ count: inout Int, depth: Int) {
    let indent = String(repeating: "  ", count: depth)
    let title = numbers.pick([
      "Ward network", "DMZ", "Cloud of the manufacturer", "Pump", "شبكة المستشفى",
      "Segment of the clinical network for devices that may not be changed without an approval",
    ])
    let zone = numbers.chance(percent: 40) ? "zone: clinical" : ""
    text += "boundary b\(count) \"\(title) \(count)\" {\n\(zone)\n"
    count += 1
    let isEmpty = numbers.chance(percent: 8)
    for _ in 0...numbers.below(4) where remaining > 0 && !isEmpty {
      if depth < 5, numbers.chance(percent: 30) {
        writeBoundary(&count, depth: depth + 1)
      } else {
        writeElement(indent: indent)
      }
    }
    text += "\(indent)}\n"
  }

  private mutating func writeElement(indent: String) {
    let id = "e\(elements.count)"
    elements.append(id)
    remaining -= 1
    let title = numbers.pick([
      "Gateway", "Patient record database", "Order service", "Dose controller with safety monitor",
      "輸液ポンプ制御装置", "מסד נתונים של מטופלים", "👩‍⚕️ Nurse",
      "Donaudampfschifffahrtsgesellschaftskapitänsverwaltungsdatenbank",
    ])
    let heading = "\(id) \"\(title) \(id)\""
    switch numbers.below(10) {
    case 0: text += "\(indent)external \(heading) { human: yes }\n"
    case 1, 2: text += "\(indent)external \(heading)\n"
    case 3, 4: text += "\(indent)store \(heading) { holds: order }\n"
    case 5 where remaining > 1:
      text += "\(indent)process \(heading) {\n"
      for _ in 0...numbers.below(3) where remaining > 0 { writeElement(indent: indent + "  ") }
      text += "\(indent)}\n"
    default: text += "\(indent)process \(heading) { technology: \"Linux 6.1\" }\n"
    }
  }

  private mutating func writeFlow(_ number: Int) {
    let source = numbers.pick(elements)
    let target =
      switch numbers.below(10) {
      case 0: source
      case 1, 2: elements[0]
      default: numbers.pick(elements)
      }
    let arrow = numbers.chance(percent: 20) ? "<->" : "->"
    let label = numbers.pick(["Reads \(number)", "Sends an order with its signature \(number)", ""])
    let title = label.isEmpty ? "" : "\"\(label)\""
    let network = numbers.pick(["protocol: https", "protocol: http", ""])
    text +=
      "flow f\(number): \(source) \(arrow) \(target) \(title) {\n  carries: order\n  \(network)\n}\n"
  }
}
