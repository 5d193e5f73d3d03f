// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Messages between the thread that reads and the thread that answers.
///
/// All state is behind one lock; a reader waits on its condition.
package final class Mailbox: @unchecked Sendable {
  /// What the answering thread takes out.
  package enum Letter: Sendable {
    case message(JSON)
    /// Bytes that are no message: code and text of the error to send.
    case fault(code: Int, text: String)
    /// A picture that was asked for, drawn meanwhile.
    case picture(DrawnPicture)
    /// The stream has ended.
    case end
  }

  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let arrival = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var letters: [Letter] = []
  private var first = 0
  private var cancelled: Set<String> = []

  package init() {
    pthread_mutex_init(lock, nil)
    pthread_cond_init(arrival, nil)
  }

  deinit {
    pthread_cond_destroy(arrival)
    pthread_mutex_destroy(lock)
    arrival.deallocate()
    lock.deallocate()
  }

  private func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body()
  }

  /// Puts a letter in; a cancellation is noted at once, ahead of what waits.
  package func post(_ letter: Letter) {
    locked {
      if case .message(let message) = letter, message["method"]?.text == "$/cancelRequest" {
        if let id = message["params"]?["id"] { cancelled.insert(Self.key(id)) }
        return
      }
      letters.append(letter)
      pthread_cond_signal(arrival)
    }
  }

  /// The next letter; waits for one.
  package func take() -> Letter {
    locked {
      while first == letters.count { pthread_cond_wait(arrival, lock) }
      return removeFirst()
    }
  }

  /// The next letter, if there is one.
  package func takeWaiting() -> Letter? { locked { first == letters.count ? nil : removeFirst() } }

  package var isEmpty: Bool { locked { first == letters.count } }

  /// Whether a request was cancelled.
  package func isCancelled(_ id: JSON) -> Bool { locked { cancelled.contains(Self.key(id)) } }

  /// Forgets a request that was answered.
  package func forget(_ id: JSON) { locked { _ = cancelled.remove(Self.key(id)) } }

  private func removeFirst() -> Letter {
    let letter = letters[first]
    letters[first] = .end
    first += 1
    if first == letters.count {
      letters.removeAll(keepingCapacity: letters.count < 1024)
      first = 0
    }
    return letter
  }

  private static func key(_ id: JSON) -> String {
    switch id {
    case .string(let text): "text \(text)"
    default: "number \(id.whole ?? 0)"
    }
  }
}
