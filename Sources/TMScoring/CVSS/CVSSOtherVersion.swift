// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What to write in place of a metric that another version has.
enum CVSSOtherVersion {
  /// Nil if no version has a metric of that name.
  static func help(for name: String, in version: CVSSVersion) -> String? {
    let others = [CVSSVersion.v31, .v40, .v20].filter { other in
      other.keys.names != version.keys.names && other.metrics.contains { $0.name == name }
    }
    guard let other = others.first else { return nil }
    let has = "`\(name)` belongs to \(other == .v31 ? "CVSS 3" : other.title)"
    return has + "; " + (replacement(name, version) ?? "take it out")
  }

  private static func replacement(_ name: String, _ version: CVSSVersion) -> String? {
    switch (version, name) {
    case (.v20, "PR"): "CVSS 2.0 has `Au`"
    case (.v30, "Au"), (.v31, "Au"): "CVSS 3 has `PR`"
    case (.v40, "Au"): "CVSS 4.0 has `PR`"
    case (.v40, "C"), (.v40, "I"), (.v40, "A"): "CVSS 4.0 has `V\(name)` and `S\(name)`"
    case (.v40, "MC"), (.v40, "MI"), (.v40, "MA"):
      "CVSS 4.0 has `MV\(name.dropFirst())` and `MS\(name.dropFirst())`"
    case (.v40, "MS"): "CVSS 4.0 has no scope, but `MSC`, `MSI` and `MSA`"
    case (.v30, "VC"), (.v30, "VI"), (.v30, "VA"), (.v31, "VC"), (.v31, "VI"), (.v31, "VA"),
      (.v20, "VC"), (.v20, "VI"), (.v20, "VA"):
      "\(version.title) has `\(name.dropFirst())`"
    case (.v30, "SC"), (.v30, "SI"), (.v30, "SA"), (.v31, "SC"), (.v31, "SI"), (.v31, "SA"):
      "\(version.title) says with the scope `S:C` that other systems are affected"
    case (.v30, "AT"), (.v31, "AT"): "\(version.title) counts attack requirements in `AC`"
    default: nil
    }
  }
}
