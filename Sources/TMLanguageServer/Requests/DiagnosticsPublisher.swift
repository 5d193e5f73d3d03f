// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// What was published last of each file, so that only what changed goes out again.
struct DiagnosticsPublisher {
  /// The findings of a model as they were published, by the index of their file.
  struct Model {
    let identities: [String?]
    let files: [File]
  }

  /// The findings of a file, and each as the editor got it.
  struct File {
    let findings: [Diagnostic]
    let items: [JSON]
    /// Whether none is other than before.
    let isAsBefore: Bool
  }

  /// By the file that each model is read from.
  var models: [String: Model] = [:]
  private var published: [String: JSON] = [:]
  private var versions: [String: Int] = [:]
  /// The rules whose page is at hand, by name: its URI, or nil for a rule without one.
  var pages: [String: String?] = [:]

  /// The files that show findings.
  var shown: [String] {
    published.filter { $0.value != .array([]) }.map(\.key).sorted()
  }

  /// Whether the findings of a file are news to the editor; they are noted as known.
  mutating func isNews(_ uri: String, _ version: Int?, _ items: JSON) -> Bool {
    if published[uri] == items, versions[uri] == version { return false }
    if published[uri] == nil, version == nil, items == .array([]) { return false }
    published[uri] = items
    versions[uri] = version
    return true
  }

  mutating func close(_ uri: String) { versions[uri] = nil }
}
