// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A file in the making, which has no name until it is whole; it vanishes with the program.
///
/// Where the file system has no such files, it has the name of a temporary file, and signals wait until it is
/// gone.
struct UnnamedFile {
  let descriptor: Int32
  private let folder: String
  /// Where the file system wants a name.
  private let temporary: String?
  private let signals: BlockedSignals?

  /// `O_TMPFILE`, a macro that Swift does not see.
  private static let unnamedFlag = 0o20000000 | O_DIRECTORY

  /// Makes an empty file in the folder of a path, with the mode of a new file.
  init(beside path: String) throws(CommandFailure) {
    folder = path.contains("/") ? CanonicalPath.folder(of: path) : "."
    let unnamed = open(folder, Self.unnamedFlag | O_WRONLY | O_CLOEXEC, 0o666)
    // Linking needs `/proc`.
    if unnamed >= 0, access(Self.link(unnamed), F_OK) == 0 {
      (descriptor, temporary, signals) = (unnamed, nil, nil)
      return
    }
    if unnamed >= 0 { Glibc.close(unnamed) }
    let signals = BlockedSignals()
    let name = Self.freeName(in: folder)
    let named = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard named >= 0 else {
      let code = errno
      signals.release()
      throw FileWriter.failure(path, code)
    }
    (descriptor, temporary, self.signals) = (named, name, signals)
  }

  /// Gives the file a name that nothing has yet; answers the `errno` of the call that failed, or nil.
  func appear(at path: String) -> Int32? { name(path) == 0 ? nil : errno }

  /// Puts the file in the place of another; answers the `errno` of the call that failed, or nil.
  func replace(_ path: String) -> Int32? {
    if let temporary { return rename(temporary, path) == 0 ? nil : errno }
    // Between the two calls it has a name of its own, which no signal may leave behind.
    let signals = BlockedSignals()
    defer { signals.release() }
    let name = Self.freeName(in: folder)
    guard self.name(name) == 0 else { return errno }
    guard rename(name, path) != 0 else { return nil }
    let code = errno
    unlink(name)
    return code
  }

  /// Forgets the file, if it was not given a name.
  func close() {
    Glibc.close(descriptor)
    if let temporary { unlink(temporary) }
    signals?.release()
  }

  private func name(_ path: String) -> Int32 {
    if let temporary { return Glibc.link(temporary, path) }
    return linkat(AT_FDCWD, Self.link(descriptor), AT_FDCWD, path, AT_SYMLINK_FOLLOW)
  }

  private static func link(_ descriptor: Int32) -> String { "/proc/self/fd/\(descriptor)" }

  private static func freeName(in folder: String) -> String {
    let number = UInt64.random(in: 0...UInt64.max)
    return CanonicalPath.joining(folder, ".tm-\(String(number, radix: 36))")
  }
}

/// The signals that end the program, held back until they are released.
struct BlockedSignals {
  private let before: sigset_t

  init() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] { sigaddset(&signals, signal) }
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &signals, &before)
    self.before = before
  }

  func release() {
    var before = before
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}
