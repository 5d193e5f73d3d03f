// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What runs together, which cuts across the boundaries of a Threagile model.
extension ThreagileReader {
  func readRuntimes() throws(SourceFault) {
    for (title, source) in try root.mapping("shared_runtimes") {
      let id = try source.text("id") ?? title
      for running in try source.texts("technical_assets_running") {
        guard let element = elements[running], let word = ImportedNames.slug("runtime \(id)") else {
          model.loseUnknown("technical asset", running, at: source, "technical_assets_running")
          continue
        }
        element.add(.tags, word)
        model.losses.add(
          .keptAsText, "shared runtime", at: source.path, line: source.line, title,
          target: element.id ?? "", why: "it cuts across boundaries; what runs on it has a tag")
      }
      try source.ignore("id")
    }
  }
}
