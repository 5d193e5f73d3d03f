// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A module of Go, its path divided from the major version at its end: `github.com/x/y` and 2.
///
/// From version 2 on the path of a module names its major version. Advisories name one path and bills the
/// other, as where a repository got its module later: `v2.0.5+incompatible` of `x/y` is what `x/y/v2` is.
struct GoModule {
  /// The path without the major version.
  let base: String
  /// 1 where the path names none.
  let suffix: Int
  private let version: String?

  /// Nil for a purl of another type, and for one without a path.
  init?(_ purl: PackageURL) {
    guard purl.type == "golang", !purl.namespace.isEmpty else { return nil }
    version = purl.version
    if let number = Self.major(purl.name) {
      (base, suffix) = (purl.namespace, number)
    } else {
      (base, suffix) = ("\(purl.namespace)/\(purl.name)", 1)
    }
  }

  /// Whether a record about another path of the module may mean this one: that of its own major version does, and
  /// that without one, whose range tells.
  func mayBe(meantBy record: GoModule) -> Bool {
    if record.suffix == 1 { return true }
    let digits = version?.drop { !$0.isNumber }.prefix(while: \.isNumber) ?? ""
    return Int(digits) == record.suffix
  }

  /// 2 of `v2`.
  private static func major(_ name: String) -> Int? {
    guard name.hasPrefix("v"), let number = Int(name.dropFirst()), number > 1 else { return nil }
    return number
  }
}
