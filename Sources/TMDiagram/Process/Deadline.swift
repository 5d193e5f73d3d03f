// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The end of the processor time that some work may take.
struct Deadline: Sendable {
  private let limit: Double
  private let end: Double

  init(seconds: Double) {
    limit = seconds
    end = Deadline.now() + seconds
  }

  /// What is left, at least a hundredth of a second.
  var seconds: Double { max(0.01, end - Deadline.now()) }

  func check() throws(WorkerError) {
    if Deadline.now() > end { throw .timedOut(seconds: limit) }
  }

  /// Seconds of processor time of this thread: on a busy machine a picture takes longer, and is drawn.
  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
