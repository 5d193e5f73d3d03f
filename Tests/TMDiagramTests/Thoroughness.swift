// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// How many generated systems are drawn: all of them where `TM_THOROUGH` is set, else a sample.
enum Thoroughness {
  static let seeds: [Int] =
    ProcessInfo.processInfo.environment["TM_THOROUGH"] == nil
    ? Array(stride(from: 1, through: 200, by: 41)) : Array(1...200)
}
