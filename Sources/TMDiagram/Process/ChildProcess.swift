// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Runs one child process with a time limit, its input and output held in memory.
///
/// Written on `posix_spawn` and not with the swift-subprocess package: its interface is asynchronous
/// and a time limit there is a cancelled task, which would make every caller of a pure function
/// asynchronous, and it adds two packages to the start of a program that lives for milliseconds.
package enum ChildProcess {
  /// What a child left.
  package struct Outcome {
    package let status: Int32
    package let output: [UInt8]
    /// The first line of standard error.
    package let message: String
  }

  /// What a child is asked to do.
  package struct Job {
    package let arguments: [String]
    package let input: [UInt8]
    /// Variables that the child gets beside those of this process.
    package var environment: [String: String] = [:]
  }

  /// Whether somebody still waits for what the children of the present thread do; where nobody does, they are
  /// ended as if their time were over.
  @TaskLocal package static var isWanted: (@Sendable () -> Bool)?

  /// Feeds the input, reads the output, and ends the child after the given time in seconds.
  ///
  /// A status other than 0 is an outcome; a signal and a time-out are errors.
  ///
  /// - Parameter environment: variables that the child gets beside those of this process.
  package static func run(
    _ path: String, _ arguments: [String], input: [UInt8], timeLimit: Double,
    environment: [String: String] = [:]
  ) throws(WorkerError) -> Outcome {
    let job = Job(arguments: arguments, input: input, environment: environment)
    return try run(path, [job], timeLimit: timeLimit)[0].get()
  }

  /// Several children at once; their answers stand in the order of the jobs.
  package static func run(
    _ path: String, _ jobs: [Job], timeLimit: Double
  ) -> [Result<Outcome, WorkerError>] {
    if isWanted?() == false {
      return jobs.map { _ in .failure(.timedOut(seconds: timeLimit)) }
    }
    let end = now() + timeLimit
    var starts: [Result<(process: pid_t, exchange: Exchange), WorkerError>] = []
    for job in jobs {
      do throws(WorkerError) {
        starts.append(.success(try start(path, job, until: end)))
      } catch {
        starts.append(.failure(error))
      }
    }
    var exchanges = starts.compactMap { try? $0.get().exchange }
    let isInTime = Exchange.run(&exchanges, until: end)
    var finished = exchanges.makeIterator()
    return starts.map { start in
      start.flatMap { process, _ in
        guard let exchange = finished.next() else { return .failure(.unreadableAnswer) }
        return finish(process, exchange, isInTime || exchange.isDone, end, timeLimit)
      }
    }
  }

  private static func start(
    _ path: String, _ job: Job, until end: Double
  ) throws(WorkerError) -> (pid_t, Exchange) {
    var channel: [Int32] = [-1, -1]
    var errors: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &channel) == 0, socketpair(AF_UNIX, kind, 0, &errors) == 0
    else {
      throw .cannotStart(path: path, reason: lastError())
    }
    let child = spawn(
      path, job.arguments, job.environment, channel: channel[1], errors: errors[1])
    close(channel[1])
    close(errors[1])
    guard case .started(let process) = child else {
      close(channel[0])
      close(errors[0])
      throw .cannotStart(path: path, reason: child.reason)
    }
    return (process, Exchange(channel: channel[0], errors: errors[0], input: job.input[...]))
  }

  private static func finish(
    _ process: pid_t, _ exchange: Exchange, _ isInTime: Bool, _ end: Double, _ timeLimit: Double
  ) -> Result<Outcome, WorkerError> {
    defer { exchange.close() }
    let status = isInTime ? wait(for: process, until: end) : nil
    guard let status else {
      kill(process, SIGKILL)
      _ = wait(for: process, until: .infinity)
      return .failure(.timedOut(seconds: timeLimit))
    }
    let signal = status & 0x7F
    guard signal == 0 else { return .failure(.crashed(signal: signal)) }
    // The first line says what is wrong; Graphviz goes on with the state of its tables.
    let firstLine = exchange.message.prefix { $0 != UInt8(ascii: "\n") }
    let message = cleanText(String(decoding: firstLine, as: UTF8.self), limit: 200)
    return .success(
      Outcome(status: (status >> 8) & 0xFF, output: exchange.output, message: message))
  }

  private enum Start {
    case started(pid_t)
    case failed(Int32)

    var reason: String {
      switch self {
      case .started: ""
      case .failed(let code): String(cString: strerror(code))
      }
    }
  }

  private static func spawn(
    _ path: String, _ arguments: [String], _ added: [String: String], channel: Int32, errors: Int32
  ) -> Start {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, channel, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, channel, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    var variables = environment(adding: added)
    defer {
      for word in words + variables { free(word) }
    }
    var process: pid_t = 0
    let code = posix_spawn(&process, path, &actions, nil, &words, &variables)
    return code == 0 ? .started(process) : .failed(code)
  }

  // A crash inside a library is answered by the parent; a backtrace would only take seconds. The
  // variables of Graphviz would let it load plugins from elsewhere.
  private static func environment(
    adding added: [String: String]
  ) -> [UnsafeMutablePointer<CChar>?] {
    var result: [UnsafeMutablePointer<CChar>?] = [strdup("SWIFT_BACKTRACE=enable=no")]
    for (name, value) in added.sorted(by: { $0.key < $1.key }) {
      result.append(strdup("\(name)=\(value)"))
    }
    var next = environ
    while let variable = next.pointee {
      let name = String(cString: variable).prefix { $0 != "=" }
      let isUnwanted =
        ["SWIFT_BACKTRACE", "GVBINDIR", "GV_FILE_PATH"].contains(name) || added[String(name)] != nil
      if !isUnwanted { result.append(strdup(variable)) }
      next += 1
    }
    return result + [nil]
  }

  /// The wait status; nil where the time is over.
  private static func wait(for process: pid_t, until end: Double) -> Int32? {
    var status: Int32 = 0
    var pause: useconds_t = 50
    while true {
      let answer = waitpid(process, &status, end.isInfinite ? 0 : WNOHANG)
      if answer == process { return status }
      if answer < 0 && errno != EINTR { return nil }
      if now() > end { return nil }
      usleep(pause)
      pause = min(pause * 2, 5000)
    }
  }

  fileprivate static func lastError() -> String { String(cString: strerror(errno)) }

  /// Seconds of a clock that only goes forward.
  fileprivate static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// Moves bytes to and from a child until it closes both of its ends.
private struct Exchange {
  let channel: Int32
  let errors: Int32
  var input: ArraySlice<UInt8>
  var output: [UInt8] = []
  var message: [UInt8] = []
  private var channelIsOpen = true
  private var errorsAreOpen = true
  private var inputIsOpen = true
  private var chunk = [UInt8](repeating: 0, count: 65536)

  init(channel: Int32, errors: Int32, input: ArraySlice<UInt8>) {
    self.channel = channel
    self.errors = errors
    self.input = input
  }

  /// Whether the child has said all.
  var isDone: Bool { !channelIsOpen && !errorsAreOpen }

  /// False where the time was over before all were done.
  static func run(_ exchanges: inout [Exchange], until end: Double) -> Bool {
    while exchanges.contains(where: { !$0.isDone }) {
      for index in exchanges.indices { exchanges[index].sendInput() }
      let rest = end - ChildProcess.now()
      guard rest > 0, ChildProcess.isWanted?() != false else { return false }
      var files = exchanges.flatMap(\.polled)
      let longest = ChildProcess.isWanted == nil ? 1e6 : 50
      let count = poll(&files, nfds_t(files.count), Int32(min(rest * 1000 + 1, longest)))
      if count < 0 && errno != EINTR { return false }
      for index in exchanges.indices {
        exchanges[index].receive(files[2 * index], files[2 * index + 1])
      }
    }
    return true
  }

  func close() {
    Glibc.close(channel)
    Glibc.close(errors)
  }

  private var polled: [pollfd] {
    let events = Int16(POLLIN) | (input.isEmpty ? 0 : Int16(POLLOUT))
    return [
      pollfd(fd: channelIsOpen ? channel : -1, events: events, revents: 0),
      pollfd(fd: errorsAreOpen ? errors : -1, events: Int16(POLLIN), revents: 0),
    ]
  }

  private mutating func receive(_ channelFile: pollfd, _ errorsFile: pollfd) {
    let readable = Int16(POLLIN) | Int16(POLLHUP) | Int16(POLLERR)
    if channelFile.revents & readable != 0 {
      channelIsOpen = receive(from: channel, into: \.output, limit: 512 << 20)
    }
    if errorsFile.revents & readable != 0 {
      errorsAreOpen = receive(from: errors, into: \.message, limit: 4096)
    }
  }

  // MSG_NOSIGNAL: a child that closed its input must not end this program by SIGPIPE.
  private mutating func sendInput() {
    while !input.isEmpty {
      let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
      let count = input.withUnsafeBytes { send(channel, $0.baseAddress, $0.count, flags) }
      if count < 0 {
        if errno == EAGAIN { return }
        if errno == EINTR { continue }
        input = []
        break
      }
      input = input.dropFirst(count)
    }
    if inputIsOpen {
      inputIsOpen = false
      shutdown(channel, Int32(SHUT_WR))
    }
  }

  /// False at the end of the data.
  private mutating func receive(
    from file: Int32, into buffer: WritableKeyPath<Exchange, [UInt8]>, limit: Int
  ) -> Bool {
    let count = read(file, &chunk, chunk.count)
    if count < 0 { return errno == EINTR || errno == EAGAIN }
    let room = max(0, limit - self[keyPath: buffer].count)
    self[keyPath: buffer].append(contentsOf: chunk[..<min(count, room)])
    return count > 0
  }
}
