// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Joins the sources of several compilations, so that their findings can be listed together.
package struct SourceUnion: Sendable {
  package private(set) var sources = SourceSet()
  private var places: [String: [FileID]] = [:]

  package init() {}

  /// Adds the files of a compilation; one with the path and the bytes of a file that is there already is that
  /// file.
  ///
  /// - Returns: the file here of each file there, by its index.
  package mutating func add(_ other: SourceSet) -> [FileID] {
    other.files.map { file in
      let known = places[file.path]?.first { sources[$0].bytes == file.bytes }
      if let known { return known }
      let added = sources.add(path: file.path, bytes: file.bytes, origin: file.origin)
      places[file.path, default: []].append(added.id)
      return added.id
    }
  }
}

extension SourceRange {
  /// The same range of another file.
  ///
  /// - Parameter files: the other file of each file, by its index.
  package func moved(to files: [FileID]) -> SourceRange {
    SourceRange(file: files[Int(file.index)], start: start, end: end)
  }
}

extension Diagnostic {
  /// The same finding in other files.
  ///
  /// - Parameter files: the other file of each file, by its index.
  package func moved(to files: [FileID]) -> Diagnostic {
    func moved(_ label: Label) -> Label { Label(label.range.moved(to: files), label.text) }
    let fix = fix.map { fix in
      Fix(
        fix.title, safety: fix.safety,
        edits: fix.edits.map { Edit($0.range.moved(to: files), $0.replacement) })
    }
    return Diagnostic(
      rule, severity, message, at: moved(primary), secondary: secondary.map(moved), notes: notes,
      help: help, fix: fix, subject: subject, names: names, risk: risk)
  }
}
