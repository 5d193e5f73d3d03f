// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc
import TMModel

/// Writes whole files: a reader sees the old text or the new one, never a part, and nothing else is left
/// behind, also where a signal ends the program meanwhile.
enum FileWriter {
  /// Replaces the text of an existing file at a canonical path, keeping its mode, owner and attributes.
  ///
  /// - Parameter old: the text that the new one was made from; one that was saved since is left as it is.
  static func replace(
    _ path: String, with bytes: [UInt8], madeFrom old: [UInt8]? = nil
  ) throws(CommandFailure) {
    var status = stat()
    guard lstat(path, &status) == 0 else { throw failure(path, errno) }
    // Renaming would get past the write protection of the file.
    guard access(path, W_OK) == 0 else { throw failure(path, errno) }
    if status.st_nlink > 1 {
      throw CommandFailure(
        "`\(path)` has \(status.st_nlink) names (hard links), and only this one would get the new text",
        help: "give it a file of its own, as `cp` does, or a symbolic link")
    }
    let file = try UnnamedFile(beside: path)
    defer { file.close() }
    _ = fchown(file.descriptor, status.st_uid, status.st_gid)
    guard fchmod(file.descriptor, status.st_mode & 0o7777) == 0 else { throw failure(path, errno) }
    // Last, since a change of the mode changes the list of who may do what.
    if let lost = ExtendedAttributes.copy(from: path, to: file.descriptor) {
      throw CommandFailure(
        "the attribute `\(lost.name)` of `\(path)` would be lost: \(SystemCall.text(lost.code))",
        help: "take it off, as `setfattr -x` and `setfacl -b` do, and set it again afterwards")
    }
    try write(bytes, to: file.descriptor, path)
    guard fsync(file.descriptor) == 0 else { throw failure(path, errno) }
    switch file.replace(path, where: { old == nil || (try? FileReader.read($0)) == old }) {
    case .done: return
    case .changed:
      throw CommandFailure(
        "`\(path)` was changed meanwhile, and is left as it is", help: "run the command again")
    case .failed(let code): throw failure(path, code)
    }
  }

  /// Writes a file that may exist: a regular one is replaced whole, anything else, such as a device or
  /// a pipe, is written to.
  ///
  /// - Parameter isUpdate: whether the new text was made to take the place of what was read there; an output
  ///   replaces no file that this run has read.
  static func put(
    _ path: String, _ bytes: [UInt8], isUpdate: Bool = false
  ) throws(CommandFailure) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT else { throw failure(path, errno) }
      return try create(path, with: bytes)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw failure(path, errno) }
      defer { close(descriptor) }
      return try write(bytes, to: descriptor, path)
    }
    if !isUpdate { try refuseRead(path) }
    let file: String
    do throws(ReadFailure) {
      file = try CanonicalPath.resolving(path)
    } catch {
      throw CommandFailure("`\(path)` \(error.reason)", help: error.help)
    }
    try replace(file, with: bytes)
  }

  /// Refuses a path that leads to a file that this run has read.
  private static func refuseRead(_ path: String) throws(CommandFailure) {
    var status = stat()
    guard stat(path, &status) == 0, FilesRead.has(status) else { return }
    throw CommandFailure(
      "`\(path)` is one of the files that were read, and would be overwritten",
      help: "choose another file for the output")
  }

  /// Whether a path names a regular file or nothing yet, and no device or pipe.
  static func isPlain(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }

  /// Writes files that belong together, in their order: a signal that comes meanwhile waits for the last of
  /// them.
  ///
  /// - Parameter folder: the folder that is made for them, unless it is there.
  static func putTogether(
    _ files: [(path: String, bytes: [UInt8])], inside folder: String? = nil
  ) throws(CommandFailure) {
    // Before the first is written, so that nothing stays behind.
    for file in files { try refuseRead(file.path) }
    let signals = BlockedSignals()
    defer { signals.release() }
    if let folder { try Folder.make(folder) }
    for file in files { try put(file.path, file.bytes) }
  }

  /// Writes a file that does not exist yet.
  static func create(_ path: String, with bytes: [UInt8]) throws(CommandFailure) {
    // Said before the work is done, and again by the link, which never replaces anything.
    guard !Folder.has(path) else { throw failure(path, EEXIST) }
    let file = try UnnamedFile(beside: path)
    defer { file.close() }
    try write(bytes, to: file.descriptor, path)
    guard fsync(file.descriptor) == 0 else { throw failure(path, errno) }
    if let code = file.appear(at: path) { throw failure(path, code) }
  }

  /// Writes behind what a file holds already; one that does not exist is made.
  static func append(_ path: String, _ bytes: [UInt8]) throws(CommandFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { close(descriptor) }
    try write(bytes, to: descriptor, path)
  }

  private static func write(
    _ bytes: [UInt8], to descriptor: Int32, _ path: String
  ) throws(CommandFailure) {
    if let code = Descriptor.write(bytes, to: descriptor) { throw failure(path, code) }
  }

  static func failure(_ path: String, _ code: Int32) -> CommandFailure {
    let help =
      switch code {
      case EEXIST: "choose another name, or move the file that is there"
      case ENOENT, ENOTDIR: "make the folder first, or name another"
      case EISDIR: "name a file in it"
      default: "check the permissions of the file and its folder, and the space on the disk"
      }
    return CommandFailure("`\(path)` cannot be written: \(SystemCall.text(code))", help: help)
  }
}
