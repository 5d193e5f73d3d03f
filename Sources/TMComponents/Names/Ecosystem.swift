// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The ecosystems of OSV and of GitHub's advisories as types of purls.
package enum Ecosystem {
  private static let types: [String: String] = [
    "npm": "npm", "pypi": "pypi", "pip": "pypi", "go": "golang", "crates.io": "cargo",
    "rust": "cargo", "nuget": "nuget", "rubygems": "gem", "packagist": "composer",
    "composer": "composer", "hex": "hex", "erlang": "hex", "pub": "pub", "maven": "maven",
    "hackage": "hackage", "cran": "cran", "bioconductor": "bioconductor",
    "swifturl": "swift", "swift": "swift", "github actions": "github", "actions": "github",
    "bitnami": "bitnami", "conancenter": "conan", "julia": "julia", "opam": "opam",
    "vscode": "vscode-extension", "generic": "generic", "conda": "conda",
    "cocoapods": "cocoapods", "luarocks": "luarocks",
  ]
  private static let distributions: [String: (type: String, name: String)] = [
    "alpine": ("apk", "alpine"), "wolfi": ("apk", "wolfi"), "chainguard": ("apk", "chainguard"),
    "minimos": ("apk", "minimos"), "alpaquita": ("apk", "alpaquita"),
    "bellsoft hardened containers": ("apk", "alpaquita"), "debian": ("deb", "debian"),
    "ubuntu": ("deb", "ubuntu"), "echo": ("deb", "echo"), "rocky linux": ("rpm", "rocky"),
    "almalinux": ("rpm", "almalinux"), "red hat": ("rpm", "redhat"), "suse": ("rpm", "suse"),
    "opensuse": ("rpm", "opensuse"), "photon os": ("rpm", "photon"),
    "openeuler": ("rpm", "openeuler"), "mageia": ("rpm", "mageia"),
    "azure linux": ("rpm", "azurelinux"), "oracle linux": ("rpm", "oracle"),
    "amazon linux": ("rpm", "amazon"), "fedora": ("rpm", "fedora"),
    "centos": ("rpm", "centos"), "arch linux": ("alpm", "archlinux"),
  ]

  /// What a package of an ecosystem that no purl stands for is called elsewhere.
  static func name(_ ecosystem: String, _ name: String) -> String {
    // The kernel of Linux, which has an ecosystem of its own.
    ecosystem.lowercased() == "linux" && name.lowercased() == "kernel" ? "linux" : name
  }

  /// The purl of a package; nil for an ecosystem that has none.
  ///
  /// - Parameter ecosystem: with or without a release behind a colon: `Debian:12`.
  package static func purl(_ ecosystem: String, _ name: String) -> PackageURL? {
    let parts = ecosystem.split(separator: ":", maxSplits: 1)
    guard let base = parts.first?.lowercased() else { return nil }
    if let (type, namespace) = distributions[base] {
      return PackageURL(
        type: type, namespace: namespace, name: name, version: nil,
        qualifiers: parts.count > 1 ? ["distro": String(parts[1])] : [:])
    }
    guard let type = types[base] else { return nil }
    let divided: Substring.Index? =
      switch type {
      case "maven": name.lastIndex(of: ":")
      case "vscode-extension": name.firstIndex { $0 == "/" || $0 == "." }
      default: name.lastIndex(of: "/")
      }
    guard let divided else {
      return PackageURL(type: type, namespace: "", name: name, version: nil)
    }
    return PackageURL(
      type: type, namespace: String(name[..<divided]),
      name: String(name[name.index(after: divided)...]), version: nil)
  }
}
