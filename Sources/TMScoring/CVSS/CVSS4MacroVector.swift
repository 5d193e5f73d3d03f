// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The six equivalence classes into which version 4.0 puts a vector; 0 is the most severe.
package struct CVSS4MacroVector: Hashable, Sendable, CustomStringConvertible {
  /// How it is reached: attack vector, privileges, user interaction; 0 to 2.
  package var eq1: UInt8
  /// What it takes: attack complexity and requirements; 0 or 1.
  package var eq2: UInt8
  /// The effect on the vulnerable system; 0 to 2.
  package var eq3: UInt8
  /// The effect on subsequent systems, safety the highest; 0 to 2.
  package var eq4: UInt8
  /// Exploit maturity; 0 to 2.
  package var eq5: UInt8
  /// Whether what suffers is what the environment needs most; 0 or 1.
  package var eq6: UInt8

  /// Six digits as the specification writes them: "102001".
  package var description: String { "\(eq1)\(eq2)\(eq3)\(eq4)\(eq5)\(eq6)" }
}
