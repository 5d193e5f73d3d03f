// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSyntax

/// Writes requirements, controls and verifications as ReqIF 1.2, with the relations between them.
///
/// Each property is an attribute of its name, with a text as value; ids are made of the paths of the model, so
/// that a second file updates what the first one brought.
struct ReqIFWriter {
  private let outgoing: OutgoingModel
  private let model: Model
  private let time: String
  private let kinds: [ReqIFKind]

  init(_ outgoing: OutgoingModel, _ day: CalendarDate) {
    self.outgoing = outgoing
    model = outgoing.model
    let date = outgoing.model.system.flatMap { outgoing.model.date($0, .date) } ?? day
    time = "\(date)T00:00:00Z"
    kinds = [Keyword.requirement, .control, .verification].map { ReqIFKind($0, outgoing) }
  }

  func bytes() -> [UInt8] {
    var writer = XMLWriter(.pretty)
    writer.declaration()
    writer.element(
      "REQ-IF", [("xmlns", "http://www.omg.org/spec/ReqIF/20110401/reqif.xsd")]
    ) { writer in
      writer.element("THE-HEADER") { writer in
        writer.element("REQ-IF-HEADER", [("IDENTIFIER", Self.id("header"))]) { writer in
          writer.element("CREATION-TIME", text: time)
          writer.element("REQ-IF-TOOL-ID", text: "Drawbridge")
          writer.element("REQ-IF-VERSION", text: "1.0")
          writer.element("SOURCE-TOOL-ID", text: "Drawbridge")
          writer.element("TITLE", text: outgoing.title)
        }
      }
      writer.element("CORE-CONTENT") { writer in
        writer.element("REQ-IF-CONTENT", [], writeContent)
      }
    }
    outgoing.nameRest(
      summed: Set(Keyword.allCases).subtracting([.requirement, .control, .verification]))
    return writer.bytes
  }

  static func id(_ name: String) -> String { "_" + StableUUID.of("tm:reqif:\(name)") }

  private func head(_ name: String, _ title: String) -> [(String, String)] {
    [("IDENTIFIER", Self.id(name)), ("LAST-CHANGE", time), ("LONG-NAME", title)]
  }

  private func writeContent(to writer: inout XMLWriter) {
    writer.element("DATATYPES") { writer in
      writer.empty(
        "DATATYPE-DEFINITION-STRING", head("string", "Text") + [("MAX-LENGTH", "1000000")])
    }
    writer.element("SPEC-TYPES") { writer in
      for kind in kinds { write(typeOf: kind, to: &writer) }
      writer.empty("SPEC-RELATION-TYPE", head("satisfies", "satisfies"))
      writer.empty("SPEC-RELATION-TYPE", head("verified by", "verified by"))
      writer.empty("SPECIFICATION-TYPE", head("specification", "Part of a threat model"))
    }
    writer.element("SPEC-OBJECTS") { writer in
      for kind in kinds {
        for id in kind.declarations { write(id, of: kind, to: &writer) }
      }
    }
    writer.element("SPEC-RELATIONS") { writer in
      for control in outgoing.all(.control) {
        for requirement in outgoing.references(control, .satisfies) {
          write("satisfies", from: control, to: requirement, to: &writer)
        }
      }
      for subject in outgoing.all(.requirement) + outgoing.all(.control) {
        for case .declared(let verification) in model.evidence(of: subject) {
          write("verified by", from: subject, to: verification, to: &writer)
        }
      }
    }
    writer.element("SPECIFICATIONS") { writer in
      for kind in kinds { write(specificationOf: kind, to: &writer) }
    }
  }

  // MARK: - Types and objects

  private func write(typeOf kind: ReqIFKind, to writer: inout XMLWriter) {
    writer.element("SPEC-OBJECT-TYPE", head("type \(kind.word)", kind.title)) { writer in
      writer.element("SPEC-ATTRIBUTES") { writer in
        for name in kind.attributes {
          writer.element(
            "ATTRIBUTE-DEFINITION-STRING", head("attribute \(kind.word) \(name)", name)
          ) { writer in
            writer.element("TYPE") { writer in
              writer.element("DATATYPE-DEFINITION-STRING-REF", text: Self.id("string"))
            }
          }
        }
      }
    }
  }

  private func object(_ id: EntityID) -> String {
    Self.id("object \(model[id].keyword.word) \(outgoing.path(id))")
  }

  private func write(_ id: EntityID, of kind: ReqIFKind, to writer: inout XMLWriter) {
    let attributes: [(String, String)] = [
      ("IDENTIFIER", object(id)), ("LAST-CHANGE", time), ("LONG-NAME", model.title(id)),
    ]
    writer.element("SPEC-OBJECT", attributes) { writer in
      writer.element("VALUES") { writer in
        for (name, text) in kind.values(of: id) {
          writer.element("ATTRIBUTE-VALUE-STRING", [("THE-VALUE", text)]) { writer in
            writer.element("DEFINITION") { writer in
              writer.element(
                "ATTRIBUTE-DEFINITION-STRING-REF", text: Self.id("attribute \(kind.word) \(name)"))
            }
          }
        }
      }
      writer.element("TYPE") { writer in
        writer.element("SPEC-OBJECT-TYPE-REF", text: Self.id("type \(kind.word)"))
      }
    }
  }

  private func write(
    _ type: String, from source: EntityID, to target: EntityID, to writer: inout XMLWriter
  ) {
    let id = Self.id(
      "relation \(type) \(model[source].keyword.word) \(outgoing.path(source)) \(outgoing.path(target))"
    )
    writer.element("SPEC-RELATION", [("IDENTIFIER", id), ("LAST-CHANGE", time)]) { writer in
      writer.element("SOURCE") { writer in
        writer.element("SPEC-OBJECT-REF", text: object(source))
      }
      writer.element("TARGET") { writer in
        writer.element("SPEC-OBJECT-REF", text: object(target))
      }
      writer.element("TYPE") { writer in
        writer.element("SPEC-RELATION-TYPE-REF", text: Self.id(type))
      }
    }
  }

  private func write(specificationOf kind: ReqIFKind, to writer: inout XMLWriter) {
    writer.element("SPECIFICATION", head("specification \(kind.word)", kind.chapter)) { writer in
      writer.element("CHILDREN") { writer in
        for id in kind.declarations {
          let place = Self.id("place \(kind.word) \(outgoing.path(id))")
          writer.element("SPEC-HIERARCHY", [("IDENTIFIER", place), ("LAST-CHANGE", time)]) {
            writer in
            writer.element("OBJECT") { writer in
              writer.element("SPEC-OBJECT-REF", text: object(id))
            }
          }
        }
      }
      writer.element("TYPE") { writer in
        writer.element("SPECIFICATION-TYPE-REF", text: Self.id("specification"))
      }
    }
  }
}
