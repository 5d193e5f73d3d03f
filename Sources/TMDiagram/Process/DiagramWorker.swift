// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The hidden modes of the executable in which a child process draws.
package enum DiagramWorker {
  /// Call this first in `main`, before any argument is parsed: it does not return where the arguments
  /// (without the program's own path) ask for a worker.
  package static func runIfAsked(_ arguments: some Sequence<String>) {
    var arguments = arguments.makeIterator()
    switch arguments.next() {
    case "__layout": LayoutWorker.run()
    case "__raster": RasterWorker.run(arguments.next())
    default: return
    }
  }
}
