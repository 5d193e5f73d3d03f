// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLanguageService

/// A file that is open in the editor, as it is typed.
struct OpenDocument {
  /// As the editor writes it.
  let uri: String
  var version: Int?
  var text: PositionedText
}
