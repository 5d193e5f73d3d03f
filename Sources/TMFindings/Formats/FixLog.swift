// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMWriting

/// Prints which fixes were applied, one a line.
package enum FixLog {
  /// Lines of `path:line:column: fixed[rule]: what was done`; places are those before the fix.
  package static func lines(of fixed: [Diagnostic], in sources: SourceSet) -> [String] {
    var locator = SourceLocator(sources)
    return fixed.compactMap { diagnostic in
      guard let fix = diagnostic.fix else { return nil }
      let start = diagnostic.primary.range
      let position = locator.position(of: start.start, in: start.file)
      let path = TerminalText.sanitised(locator.path(of: start.file))
      let rule = TerminalText.sanitised(diagnostic.rule)
      return "\(path):\(position.line):\(position.column): fixed[\(rule)]: "
        + TerminalText.sanitised(fix.title) + "\n"
    }
  }
}
