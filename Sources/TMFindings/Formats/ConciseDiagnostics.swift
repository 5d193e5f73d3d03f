// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMWriting

/// Prints diagnostics one a line, for `grep` and for editors that jump to a place.
package enum ConciseDiagnostics {
  /// Lines of `path:line:column: severity[rule]: message`, in the order given.
  ///
  /// Columns count characters (Unicode scalars) from 1. The text is made safe as `TerminalText`
  /// says, and never shortened.
  package static func text(of diagnostics: [Diagnostic], in sources: SourceSet) -> String {
    var locator = SourceLocator(sources)
    var output = ""
    for diagnostic in diagnostics {
      let start = diagnostic.primary.range
      let position = locator.position(of: start.start, in: start.file)
      let path = TerminalText.sanitised(locator.path(of: start.file))
      let rule = TerminalText.sanitised(diagnostic.rule)
      let message = TerminalText.sanitised(diagnostic.message)
      output += "\(path):\(position.line):\(position.column): "
      output += "\(diagnostic.severity.rawValue)[\(rule)]: \(message)\n"
    }
    return output
  }
}
