// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMWriting

/// Writes a trace as JSON.
///
///     { "version": 1, "model": { "id": … | null, "title": … } | null,
///       "direction": "forwards" | "backwards",
///       "gaps": [{ "kind": …, "at": path or id of a threat, "text": … }],
///       "notes": [], "rows": [{ "asset": path, …, "gaps": [kind] }] }
///
/// The fields of a row are the columns of the CSV; what a row has not is null, and lists are arrays.
package enum TraceJSON {
  /// The value of the field `version`.
  package static let version = 1

  package static func bytes(
    of selection: TraceSelection, in model: Model, layout: JSONWriter.Layout
  ) -> [UInt8] {
    var writer = JSONWriter(layout)
    writer.object { writer in
      writer.field("version", version)
      writer.modelField(model)
      writer.field("direction", selection.direction.rawValue)
      writer.array("gaps") { writer in
        for gap in selection.gaps {
          writer.object { writer in
            writer.field("kind", gap.kind.rawValue)
            writer.field("at", selection.trace.name(of: gap.place, in: model))
            writer.field("text", gap.kind.text)
          }
        }
      }
      TraceSheet.sheet(of: selection, in: model).write(to: &writer)
    }
    return writer.takeBytes()
  }
}

/// Writes the hand-over to the safety risk file as JSON.
///
///     { "version": 1, "model": …, "matrix": { "title": …, "built-in": bool,
///         "columns": [severity], "rows": [{ "exploitability": …, "cells": [word] }] },
///       "notes": [text], "rows": [{ "direction": "to-safety" | "from-control", … }] }
package enum SafetyJSON {
  /// The value of the field `version`.
  package static let version = 1

  package static func bytes(
    of safety: SafetyTrace, _ risks: RiskRegister, in model: Model, layout: JSONWriter.Layout
  ) -> [UInt8] {
    var writer = JSONWriter(layout)
    writer.object { writer in
      writer.field("version", version)
      writer.modelField(model)
      writer.object("matrix") { writer in
        writer.field("title", risks.matrix.title)
        writer.field("built-in", risks.matrixDeclaration == nil)
        writer.field("columns", risks.matrix.columns)
        writer.array("rows") { writer in
          for row in risks.matrix.rows {
            writer.object { writer in
              writer.field("exploitability", row.name)
              writer.field("cells", row.cells)
            }
          }
        }
      }
      SafetySheet.sheet(of: safety, risks, in: model).write(to: &writer)
    }
    return writer.takeBytes()
  }
}

extension JSONWriter {
  /// Writes the field `model`: its id and title, or null.
  mutating func modelField(_ model: Model) {
    key("model")
    guard let system = model.system else { return value(String?.none) }
    object { writer in
      let id = model.name(system)
      writer.field("id", id.isEmpty ? nil : id)
      writer.field("title", model.title(system))
    }
  }
}

extension Trace {
  /// The id of a threat or the path of a declaration.
  package func name(of place: TraceGap.Place, in model: Model) -> String {
    switch place {
    case .threat(let index): threats[index].threat.id
    case .declaration(let id): model.path(id)
    }
  }
}
