// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// A text that is on no disk: it can import nothing but libraries.
struct LoneFile: FileProvider {
  let identity: String
  let name: String
  let text: [UInt8]

  func resolve(_ path: String, from importer: String?) throws(ReadFailure) -> ResolvedFile {
    guard importer == nil else {
      throw ReadFailure(
        reason: "does not exist beside a file that is not saved", help: "save this file first")
    }
    return ResolvedFile(identity: identity, display: name)
  }

  func read(_ file: ResolvedFile) throws(ReadFailure) -> [UInt8] { text }
}
