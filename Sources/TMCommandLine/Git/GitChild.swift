// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A running git, asked over its standard input and answering on its standard output.
///
/// It cannot page, prompt, fetch or take locks. Each answer has a time limit; a child that is still
/// there when the value goes is ended.
final class GitChild {
  /// Seconds that git may take for one answer.
  static let timeLimit = 60.0
  /// How much of what git says on standard error is kept.
  private static let messageLimit = 4096

  private let process: pid_t
  private let channel: Int32
  private let errors: Int32
  private var received: [UInt8] = []
  /// How much of `received` was taken already.
  private var taken = 0
  private var message: [UInt8] = []
  private var isEnded = false
  private var errorsAreOpen = true
  private var isReaped = false
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)

  /// Starts git with arguments of this program alone: what a user wrote goes over standard input.
  init(_ arguments: [String]) throws(CommandFailure) {
    var channels: [Int32] = [-1, -1]
    var messages: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &channels) == 0 else { throw Self.notStarted(errno) }
    guard socketpair(AF_UNIX, kind, 0, &messages) == 0 else {
      let code = errno
      channels.forEach { close($0) }
      throw Self.notStarted(code)
    }
    let words = ["git", "--no-pager", "--no-optional-locks"] + arguments
    let (code, process) = Self.spawn(words, channel: channels[1], errors: messages[1])
    close(channels[1])
    close(messages[1])
    channel = channels[0]
    errors = messages[0]
    self.process = process
    guard code == 0 else {
      isReaped = true
      throw Self.notStarted(code)
    }
  }

  deinit {
    close(channel)
    close(errors)
    if isReaped { return }
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }

  // MARK: - Talking

  /// Writes to the standard input of git.
  func send(_ bytes: [UInt8]) throws(CommandFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      // MSG_NOSIGNAL: a git that is gone must not end this program by SIGPIPE.
      let count = SystemCall.uninterrupted {
        rest.withUnsafeBytes { Glibc.send(channel, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      }
      guard count > 0 else { throw gone() }
      rest = rest.dropFirst(count)
    }
  }

  /// The next line, without its line feed.
  func readLine(limit: Int) throws(CommandFailure) -> [UInt8] {
    let end = Self.now() + Self.timeLimit
    var searched = taken
    while true {
      if let position = received[searched...].firstIndex(of: 0x0A) {
        let line = Array(received[taken..<position])
        take(to: position + 1)
        return line
      }
      searched = received.count
      guard received.count - taken <= limit, try receive(until: end) else { throw gone() }
    }
  }

  /// As many bytes as asked for.
  func read(_ count: Int) throws(CommandFailure) -> [UInt8] {
    let end = Self.now() + Self.timeLimit
    while received.count - taken < count {
      guard try receive(until: end) else { throw gone() }
    }
    let bytes = Array(received[taken..<taken + count])
    take(to: taken + count)
    return bytes
  }

  /// What a short-lived git answered: its exit status, its output and the first line of what it said
  /// on standard error.
  func finish() throws(CommandFailure) -> (status: Int32, output: [UInt8], message: String) {
    shutdown(channel, Int32(SHUT_WR))
    let end = Self.now() + Self.timeLimit
    while try receive(until: end) {
      guard received.count < 1 << 20 else { throw gone() }
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    isReaped = true
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128
    return (code, Array(received[taken...]), firstMessage)
  }

  private var firstMessage: String {
    let line = message.prefix { $0 != 0x0A }
    let text = String(decoding: line, as: UTF8.self)
    return text.hasPrefix("fatal: ") ? String(text.dropFirst(7)) : text
  }

  private func take(to position: Int) {
    taken = position
    // Forgotten in large pieces, so that many small answers are not moved again and again.
    if taken == received.count {
      received.removeAll(keepingCapacity: taken < 1 << 20)
      taken = 0
    } else if taken > 1 << 20 {
      received.removeFirst(taken)
      taken = 0
    }
  }

  /// Waits for more; false at the end of what git has to say.
  private func receive(until end: Double) throws(CommandFailure) -> Bool {
    while !isEnded || errorsAreOpen {
      let rest = end - Self.now()
      guard rest > 0 else {
        throw CommandFailure(
          "git took longer than \(Int(Self.timeLimit)) s to answer",
          help: "try again when the machine has less to do, or compare files")
      }
      var files = [
        pollfd(fd: isEnded ? -1 : channel, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errorsAreOpen ? errors : -1, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&files, 2, Int32(min(rest * 1000 + 1, 1e6)))
      if count < 0, errno != EINTR { throw gone() }
      if files[1].revents != 0 { receiveMessage() }
      if files[0].revents != 0 {
        let count = SystemCall.uninterrupted { Glibc.read(channel, &chunk, chunk.count) }
        if count > 0 {
          received += chunk[..<count]
          return true
        }
        isEnded = true
      }
    }
    return false
  }

  private func receiveMessage() {
    let count = SystemCall.uninterrupted { Glibc.read(errors, &chunk, chunk.count) }
    if count <= 0 { errorsAreOpen = false }
    message += chunk[..<max(0, min(count, Self.messageLimit - message.count))]
  }

  /// Git ended, or said something that makes no sense.
  private func gone() -> CommandFailure {
    CommandFailure(
      "git gave no answer" + (firstMessage.isEmpty ? "" : ": \(firstMessage)"),
      help: "check that `git status` works in this folder")
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension GitChild {
  private static func notStarted(_ code: Int32) -> CommandFailure {
    CommandFailure(
      "git cannot be started: \(SystemCall.text(code))",
      help: code == ENOENT ? "install git, or compare files" : "try again, or compare files")
  }

  private static func spawn(
    _ words: [String], channel: Int32, errors: Int32
  ) -> (code: Int32, process: pid_t) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, channel, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, channel, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var variables = environment()
    defer { (arguments + variables).forEach { free($0) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, "git", &actions, nil, &arguments, &variables)
    return (code, process)
  }

  /// The environment, with what would let git page, ask, fetch or speak another language.
  private static func environment() -> [UnsafeMutablePointer<CChar>?] {
    let own = [
      "LC_ALL": "C", "GIT_PAGER": "cat", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0",
      // Objects that a partial clone lacks are not fetched: nothing here reaches a network.
      "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none",
    ]
    var result: [UnsafeMutablePointer<CChar>?] = own.sorted { $0.key < $1.key }
      .map { strdup("\($0.key)=\($0.value)") }
    var next = environ
    while let variable = next.pointee {
      let name = String(cString: variable).prefix { $0 != "=" }
      if own[String(name)] == nil, !name.hasPrefix("GIT_TRACE") { result.append(strdup(variable)) }
      next += 1
    }
    return result + [nil]
  }
}
