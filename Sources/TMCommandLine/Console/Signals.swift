// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// How the program takes signals.
enum Signals {
  /// Lets a limit on the size of files show as an error of the call, which can be cleaned up after.
  static func prepare() { signal(SIGXFSZ, SIG_IGN) }
}
