// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A repository of source code as a record names it.
enum SourceRepository {
  private static let hosts = [
    "github.com": "github", "gitlab.com": "gitlab", "bitbucket.org": "bitbucket",
  ]

  /// The purls that may name the software of a repository.
  ///
  /// - Parameter address: `https://github.com/x/foo`, with or without `.git`; `git@github.com:x/foo`.
  static func purls(_ address: String) -> [PackageURL] {
    var rest = address[...]
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    rest = rest.prefix { $0 != "?" && $0 != "#" }
    var parts = rest.split { $0 == "/" || $0 == ":" }.map(String.init)
    guard parts.count >= 3, var name = parts.popLast() else { return [] }
    var host = parts.removeFirst().lowercased()
    if let at = host.lastIndex(of: "@") { host = String(host[host.index(after: at)...]) }
    if host.hasPrefix("www.") { host = String(host.dropFirst(4)) }
    if name.lowercased().hasSuffix(".git") { name = String(name.dropLast(4)) }
    let namespace = parts.joined(separator: "/")
    var purls = ["golang", "swift"].map {
      PackageURL(type: $0, namespace: "\(host)/\(namespace)", name: name, version: nil)
    }
    if let type = hosts[host] {
      purls.insert(
        PackageURL(type: type, namespace: namespace, name: name, version: nil), at: 0)
    }
    return purls
  }

  /// The repository of a module of Go: x/foo of `github.com/x/foo/v2`.
  static func purl(ofModule module: PackageURL) -> PackageURL? {
    let parts = (module.namespace.split(separator: "/") + [module.name[...]]).map(String.init)
    guard parts.count >= 3, let type = hosts[parts[0]] else { return nil }
    return PackageURL(type: type, namespace: parts[1], name: parts[2], version: module.version)
  }

  /// The version in a tag with a name in front: 3.0.1 of `openssl-3.0.1`, 7.88.0 of `curl-7_88_0`.
  static func version(ofTag tag: String) -> String? {
    guard let digit = tag.firstIndex(where: { $0.isASCII && $0.isNumber }), digit > tag.startIndex,
      !(tag[tag.index(before: digit)].isLetter && tag.index(after: tag.startIndex) < digit)
    else { return nil }
    return String(tag[digit...].map { $0 == "_" ? "." : $0 })
  }
}
