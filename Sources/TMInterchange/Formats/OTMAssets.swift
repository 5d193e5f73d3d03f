// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

extension OTMReader {
  /// What a component processes and stores.
  func addAssets(
    _ source: SourceCursor, _ declaration: ImportedDeclaration, _ keyword: Keyword
  ) throws(SourceFault) {
    guard let used = try source.field("assets") else { return }
    for key in ["processed", "stored"] {
      for id in try used.texts(key) {
        guard let asset = assets[id]?.id else {
          model.losses.add(
            .dropped, "unknown asset", at: "\(used.path).\(key)", line: used.line, id,
            target: declaration.id ?? "", why: "no asset has this id")
          continue
        }
        switch keyword {
        case .store: declaration.add(.holds, asset)
        case .process:
          declaration.add(.handles, asset)
          if key == "stored" {
            model.losses.add(
              .guessed, "asset stored in a process", at: "\(used.path).\(key)", line: used.line, id,
              target: declaration.id ?? "", why: "a process handles it; only a store holds it")
          }
        default:
          model.losses.add(
            .dropped, "asset of an external entity", at: "\(used.path).\(key)", line: used.line, id,
            target: declaration.id ?? "", why: "what an external entity keeps is not modelled")
        }
      }
    }
  }
}
