// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// The text of a condition as it is written.
package enum ConditionText {
  /// The text with its line breaks and indentation turned into single spaces.
  package static func oneLine(_ range: SourceRange, in sources: SourceSet) -> String {
    sources.text(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
