// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A commit, with the tree of its files.
struct GitCommit {
  /// The full name, in hexadecimal digits.
  let id: String
  let tree: String
}

/// The objects of a repository, read by one `git cat-file --batch`.
///
/// It reads objects as they are stored: no filter, no text conversion, no hook, no index, no checkout.
final class GitObjects {
  private let child: GitChild
  /// Trees that were read, by their names.
  private var trees: [String: [GitTreeEntry]] = [:]
  private var total = 0

  init() throws(CommandFailure) { child = try GitChild(["cat-file", "--batch"]) }

  /// The commit that a revision names; nil where there is none.
  func commit(_ revision: String) throws(CommandFailure) -> GitCommit? {
    guard let object = try object("\(revision)^{commit}"), object.type == "commit" else {
      return nil
    }
    // The first line of a commit: `tree <name>`.
    let line = String(decoding: object.bytes.prefix { $0 != 0x0A }, as: UTF8.self)
    guard line.hasPrefix("tree ") else { return nil }
    return GitCommit(id: object.id, tree: String(line.dropFirst(5)))
  }

  /// The entries of a folder.
  func tree(_ id: String) throws(CommandFailure) -> [GitTreeEntry] {
    if let known = trees[id] { return known }
    guard let object = try object(id), object.type == "tree" else { throw missing(id) }
    let entries = GitTreeEntry.all(in: object.bytes, nameLength: id.utf8.count / 2)
    trees[id] = entries
    return entries
  }

  /// The bytes of a file.
  func blob(_ id: String) throws(CommandFailure) -> [UInt8] {
    guard let object = try object(id), object.type == "blob" else { throw missing(id) }
    return object.bytes
  }

  private func missing(_ id: String) -> CommandFailure {
    CommandFailure(
      "this clone lacks the object \(id.prefix(12)) of the history",
      help: "it is a partial or damaged clone: fetch all of it, `git fetch --refetch`")
  }

  private struct Object {
    let id: String
    let type: String
    let bytes: [UInt8]
  }

  /// An object by its name; nil where there is none, or several.
  private func object(_ name: String) throws(CommandFailure) -> Object? {
    try child.send(Array(name.utf8) + [0x0A])
    // `<id> <type> <size>`, or the name and `missing` or `ambiguous`.
    let line = String(decoding: try child.readLine(limit: 8192), as: UTF8.self)
    let words = line.split(separator: " ")
    guard words.count == 3, let size = Int(words[2]), words[0].allSatisfy(\.isHexDigit) else {
      return nil
    }
    total += size
    guard size <= FileReader.sizeLimit, total <= ReadBudget.limit else {
      throw CommandFailure(
        "a file of the model in git is too large",
        help:
          "a file may have \(FileReader.sizeLimit >> 20) MiB, a model \(ReadBudget.limit >> 20)"
      )
    }
    let bytes = try child.read(size)
    _ = try child.read(1)
    return Object(id: String(words[0]), type: String(words[1]), bytes: bytes)
  }
}

/// A name in a folder of a commit.
struct GitTreeEntry {
  enum Kind {
    case file
    case folder
    case link
    /// A commit of another repository.
    case submodule
  }

  /// Repaired where it is no UTF-8.
  let name: String
  /// Whether the name in the repository is the same as `name`.
  let isReadable: Bool
  let kind: Kind
  /// The name of the object, in hexadecimal digits.
  let id: String

  /// Reads a tree object: for each entry mode, space, name, NUL and the name of the object in bytes.
  ///
  /// - Parameter nameLength: the bytes of the name of an object: 20 for SHA-1, 32 for SHA-256.
  static func all(in bytes: [UInt8], nameLength: Int) -> [GitTreeEntry] {
    var entries: [GitTreeEntry] = []
    var rest = bytes[...]
    while let space = rest.firstIndex(of: 0x20), let end = rest[space...].firstIndex(of: 0),
      end + nameLength < bytes.count
    {
      let kind: Kind? =
        switch String(decoding: rest[..<space], as: UTF8.self) {
        case "40000", "040000": .folder
        case "120000": .link
        case "160000": .submodule
        case let mode: mode.hasPrefix("100") ? .file : nil
        }
      let bytes = rest[(space + 1)..<end]
      let name = String(decoding: bytes, as: UTF8.self)
      let isReadable = name.utf8.elementsEqual(bytes)
      let id = rest[(end + 1)...(end + nameLength)].map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }.joined()
      if let kind {
        entries.append(GitTreeEntry(name: name, isReadable: isReadable, kind: kind, id: id))
      }
      rest = rest[(end + nameLength + 1)...]
    }
    return entries
  }
}
