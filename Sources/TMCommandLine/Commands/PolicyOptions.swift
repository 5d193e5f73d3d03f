// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMModel
import TMSource
import TMSyntax

/// The policies of an organisation, which are no part of the model.
struct PolicyOptions: ParsableArguments {
  @Option(
    name: .customLong("policy"),
    help: ArgumentHelp(
      "A file with a policy that the model cannot excuse itself from; may be given several times.",
      valueName: "file"),
    completion: .file(extensions: ["tm"]))
  var files: [String] = []

  /// The texts of the policies for a compilation.
  func additions<Files: FileProvider>(
    to files: Files.Type
  ) throws(CommandFailure) -> [Loader<Files>.Addition] {
    var additions: [Loader<Files>.Addition] = []
    for path in self.files {
      let identity: String
      let bytes: [UInt8]
      do throws(ReadFailure) {
        identity = try CanonicalPath.resolving(path)
        bytes = try FileReader.read(identity)
      } catch {
        throw CommandFailure("the policy `\(path)` \(error.reason)", help: error.help)
      }
      try Self.check(bytes, path)
      additions.append(.init(ResolvedFile(identity: identity, display: path), bytes, .policy))
    }
    return additions
  }

  /// Refuses a file that judges nothing, and a model, which would judge itself.
  private static func check(_ bytes: [UInt8], _ path: String) throws(CommandFailure) {
    let file = SourceFile(id: FileID(index: 0), path: path, bytes: bytes)
    let declarations = Array(Parser.parse(file).root.children)
    let keywords = Set(declarations.compactMap { $0.first(.name)?.text })
    if keywords.contains("model") {
      throw CommandFailure(
        "the policy `\(path)` is a model", help: "name a file of its own with a `policy`")
    }
    let judges = declarations.contains { node in
      switch node.first(.name)?.text {
      case "rule", "threat", "import": true
      case "policy":
        node.first(.body)?.children.contains { [.property, .declaration].contains($0.kind) }
          ?? false
      default: false
      }
    }
    guard !judges else { return }
    throw CommandFailure(
      keywords.contains("policy")
        ? "the policy `\(path)` says nothing" : "the policy `\(path)` has no `policy`",
      help: "write what is acceptable in it: `policy { accept: score < 4.0 }`")
  }
}
