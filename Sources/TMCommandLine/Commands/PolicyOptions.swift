// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMModel
import TMSource

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
      do throws(ReadFailure) {
        let identity = try CanonicalPath.resolving(path)
        additions.append(
          .init(
            ResolvedFile(identity: identity, display: path), try FileReader.read(identity),
            .policy))
      } catch {
        throw CommandFailure("the policy `\(path)` \(error.reason)", help: error.help)
      }
    }
    return additions
  }
}
