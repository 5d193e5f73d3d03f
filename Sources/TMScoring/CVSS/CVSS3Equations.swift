// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The equations of versions 3.0 and 3.1 in integers, from FIRST's specification documents.
///
/// Subscores are in units of 1e-17. Every term is exact, but for the powers of a changed scope: they
/// are computed to 18 decimals, each multiplication off by less than 1e-18, so that a subscore is
/// within 1e-15. No result of any vector lies that near to where rounding decides.
enum CVSS3Equations {
  static let unit = 100_000_000_000_000_000

  /// Which term a scope takes off.
  enum Scope {
    case unchanged
    case changed
    /// The environmental equation of version 3.1.
    case changedInEnvironment
  }

  /// The part that is lost, in units of 1e-9, from what is kept of each property.
  static func loss(_ c: Int, _ i: Int, _ a: Int, unit: Int) -> Int {
    (unit * unit * unit - c * i * a) * (1_000_000_000 / (unit * unit * unit))
  }

  /// The impact of a loss in units of 1e-9; not above zero if nothing is lost.
  static func impact(_ loss: Int, _ scope: Scope) -> Int {
    guard loss > 0 else { return 0 }
    switch scope {
    case .unchanged: return 642 * loss * 1_000_000
    case .changed:
      return linear(loss) - 325 * (power(loss * 1_000_000_000 - twoHundredths, 15) / 1000)
    case .changedInEnvironment:
      return linear(loss) - 325 * (power(loss * 9731 * 100_000 - twoHundredths, 13) / 1000)
    }
  }

  static func exploitability(
    _ vector: Int, _ complexity: Int, _ privileges: Int, _ interaction: Int
  )
    -> Int
  {
    822 * vector * complexity * privileges * interaction * 10_000_000
  }

  /// A base score, or an environmental one before the temporal metrics, in tenths.
  static func score(impact: Int, _ exploitability: Int, scopeChanged: Bool) -> Int {
    guard impact > 0 else { return 0 }
    let sum = impact + exploitability
    return roundedUp(min(scopeChanged ? sum / 25 * 27 : sum, 10 * unit), unit: unit)
  }

  /// Tenths, rounded up as appendix A of version 3.1 says: what is less than half of 1e-5 above a tenth
  /// counts as that tenth. On exact numbers, version 3.0 rounds the same way.
  static func roundedUp(_ value: Int, unit: Int) -> Int {
    let step = unit / 100_000
    let steps = (value + step / 2) / step
    return (steps + 9_999) / 10_000
  }

  /// 0.02 in units of 1e-18.
  private static let twoHundredths = 20_000_000_000_000_000

  /// 7.52 (loss - 0.029).
  private static func linear(_ loss: Int) -> Int { 752 * (loss - 29_000_000) * 1_000_000 }

  /// A power of a number from 0 to 1 in units of 1e-18.
  private static func power(_ base: Int, _ exponent: Int) -> Int {
    let one: UInt = 1_000_000_000_000_000_000
    let factor = base.magnitude
    var result = one
    for _ in 0..<exponent {
      let product = result.multipliedFullWidth(by: factor)
      result = one.dividingFullWidth(product).quotient
    }
    return Int(result)
  }
}
