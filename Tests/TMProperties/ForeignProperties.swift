// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMComponents
import TMFindings
import TMFormat
import TMInterchange
import TMModel
import TMScoring
import TMSource

/// Files about software and baselines are read, or refused at a place inside them.
enum DocumentProperty {
  private static let system = """
    model "M"
    process p "P" {
      component openssl "OpenSSL" {
        version: "3.0.15"
        purl: "pkg:generic/openssl@3.0.15"
        cpe: "cpe:2.3:a:openssl:openssl:3.0.15:*:*:*:*:*:*:*"
      }
      component requests "Requests" { version: "2.31.0"; purl: "pkg:pypi/requests@2.31.0" }
      component log4j "Apache Log4j" { purl: "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1" }
      component libc "C library" { purl: "pkg:deb/debian/glibc@2.36-9?distro=bookworm" }
    }

    """

  static func violation(_ bytes: [UInt8]) -> String? {
    guard let compiled = try? CompiledModel(bytes: Array(system.utf8)) else {
      return "the model of this property does not compile"
    }
    let inventory = Inventory(compiled.model, bill: nil)
    for reader in Reader.allCases {
      do throws(DocumentFault) {
        try reader.read(bytes, compiled.model, inventory)
      } catch {
        guard (0...bytes.count).contains(error.offset), !error.message.isEmpty else {
          return "a fault lies outside of the file: \(error.message)"
        }
      }
    }
    return nil
  }

  /// What takes such a file.
  private enum Reader: CaseIterable {
    case bill
    case vulnerabilities
    case exploited
    case scores
    case baseline

    func read(_ bytes: [UInt8], _ model: Model, _ inventory: Inventory) throws(DocumentFault) {
      switch self {
      case .bill: _ = Inventory(model, bill: try SoftwareBill(try JSONDocument(bytes)))
      case .vulnerabilities:
        var collector = VulnerabilityCollector(inventory)
        try collector.addAny(try JSONDocument(bytes), path: "input.json")
      case .exploited: _ = try KnownExploited(try JSONDocument(bytes))
      case .scores: _ = try EPSSScores(csv: bytes)
      case .baseline: _ = try Baseline(try Baseline(bytes).bytes)
      }
    }
  }
}

/// A vector that is read has a score of its scale, and says itself.
enum VectorProperty {
  static func violation(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    do throws(VectorFault) {
      let vector = try ScoreVector(parsing: text)
      guard (0...100).contains(vector.score.tenths) else { return "the score is off the scale" }
      guard let again = try? ScoreVector(parsing: vector.text) else {
        return "the canonical text is refused: \(vector.text)"
      }
      if again.score != vector.score { return "the canonical text has another score" }
      return again.text == vector.text ? nil : "the canonical text has another one"
    } catch {
      let isInside = error.range.lowerBound >= 0 && error.range.upperBound <= text.utf8.count
      return isInside && !error.message.isEmpty ? nil : "a fault lies outside of the text"
    }
  }
}

/// What is imported compiles without errors, and is laid out already.
enum ImportProperty {
  static func violation(_ bytes: [UInt8]) -> String? {
    guard let read = try? ModelImport(bytes, fileName: "model") else { return nil }
    let text = read.text(source: "a file")
    let tree = parsed(text)
    if let fault = tree.diagnostics.first { return "a syntax error: \(fault.message)" }
    if let formatted = TMFormatter.format(tree), formatted != text { return "not formatted" }
    guard let compiled = try? CompiledModel(bytes: text) else { return "a model that is refused" }
    return compiled.errors.first.map { "an error: \($0.message)" }
  }
}

/// Comparing versions is an order, and a span holds what lies between its ends.
enum VersionProperty {
  private static let types = [
    "generic", "deb", "rpm", "apk", "alpm", "maven", "pypi", "gem", "nuget", "composer", "npm",
    "golang", "cargo",
  ]

  /// The first byte chooses the ecosystem; the lines behind it are versions.
  static func violation(_ bytes: [UInt8]) -> String? {
    guard let first = bytes.first else { return nil }
    let order = VersionOrder(purlType: types[Int(first) % types.count])
    let versions = bytes.dropFirst().split(separator: 0x0A).prefix(4).map {
      String(decoding: $0, as: UTF8.self)
    }
    for left in versions {
      for right in versions {
        if let violation = pair(left, right, order) { return violation }
        for middle in versions {
          if let violation = between(left, middle, right, order) { return violation }
        }
      }
    }
    return nil
  }

  private static func pair(_ left: String, _ right: String, _ order: VersionOrder) -> String? {
    let (one, other) = (order.compare(left, right), order.compare(right, left))
    guard one?.signum() == other.map({ -$0.signum() }) else {
      return "`\(left)` and `\(right)` of \(order) are compared one way only"
    }
    return left == right && one != 0 ? "`\(left)` of \(order) is not itself" : nil
  }

  private static func between(
    _ left: String, _ middle: String, _ right: String, _ order: VersionOrder
  ) -> String? {
    guard let low = order.compare(left, middle), let high = order.compare(middle, right) else {
      return nil
    }
    // An order that lacks a version of its ecosystem compares leading numbers alone, and may be silent.
    if low < 0, high < 0, let whole = order.compare(left, right), whole >= 0 {
      return "`\(left)` < `\(middle)` < `\(right)` of \(order), but not the ends"
    }
    let span = VersionSpan(from: left, to: right)
    if low <= 0, high < 0, span.judge(middle, order) == .unaffected,
      order.place(of: middle, at: left) ?? 0 >= 0,
      order.place(of: middle, at: right) ?? -1 < 0
    {
      return "`\(middle)` lies from `\(left)` to `\(right)` of \(order), and is not affected"
    }
    return nil
  }
}
