// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import CFileSystem
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

  /// Puts the file in the place of another one.
  ///
  /// - Parameter isExpected: whether the file at a path is the one to replace; it is asked of the other file
  ///   after it was taken out of its place, where nobody saves into it any more. Where it is another, it
  ///   is put back.
  func replace(_ path: String, where isExpected: (String) -> Bool) -> Replacement {
    if let temporary { return Self.exchange(temporary, path, where: isExpected) }
    // Between the two calls it has a name of its own, which no signal may leave behind.
    let signals = BlockedSignals()
    defer { signals.release() }
    let name = Self.freeName(in: folder)
    guard self.name(name) == 0 else { return .failed(errno) }
    defer { unlink(name) }
    return Self.exchange(name, path, where: isExpected)
  }

  /// What became of a file that was to be replaced.
  enum Replacement {
    case done
    /// It is another one than expected, or gone, and stays so.
    case changed
    case failed(Int32)
  }

  /// Exchanges two files, and looks at the one that was taken out; `rename` would make a path anew that
  /// somebody has deleted.
  private static func exchange(
    _ name: String, _ path: String, where isExpected: (String) -> Bool
  ) -> Replacement {
    // `RENAME_EXCHANGE`.
    let exchange: UInt32 = 2
    guard renameat2(AT_FDCWD, name, AT_FDCWD, path, exchange) != 0 else {
      guard !isExpected(name) else { return .done }
      // Where the path was deleted in the meantime, it stays so.
      _ = renameat2(AT_FDCWD, name, AT_FDCWD, path, exchange)
      return .changed
    }
    switch errno {
    case ENOENT: return .changed
    // Some file systems, network ones above all, cannot exchange.
    case EINVAL, ENOSYS, ENOTSUP:
      guard isExpected(path) else { return .changed }
      return rename(name, path) == 0 ? .done : .failed(errno)
    case let code: return .failed(code)
    }
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
