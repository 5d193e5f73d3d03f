// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMWriting

/// The two streams a command writes to, and whether they take colours.
struct Console {
  let output = OutputStream.standardOutput()
  let error = OutputStream.standardError()
  let outputColouring: Colouring
  let errorColouring: Colouring

  init(_ options: ColourOptions) {
    outputColouring = options.noColor ? .plain : Terminal.colouring(.output)
    errorColouring = options.noColor ? .plain : Terminal.colouring(.error)
  }

  /// Passes on all that was written.
  func flush() throws(CommandFailure) {
    try output.flush()
    try error.flush()
  }
}
