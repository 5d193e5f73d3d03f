// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The properties of a stencil of a `.tm7` file, in the order in which they are written.
struct TM7Attributes {
  private enum Attribute {
    case header(String)
    case text(label: String, key: String, String)
    case truth(label: String, key: String, Bool)
    case choice(label: String, key: String, [String], Int)
  }

  private var all: [Attribute] = []

  mutating func header(_ label: String) { all.append(.header(label)) }

  mutating func text(_ label: String, _ key: String, _ value: String) {
    all.append(.text(label: label, key: key, value))
  }

  mutating func truth(_ label: String, _ key: String, _ value: Bool) {
    all.append(.truth(label: label, key: key, value))
  }

  /// A choice out of a list; the first where none is made.
  mutating func choice(_ label: String, _ key: String, _ values: [String], _ chosen: String?) {
    let index = chosen.flatMap { values.firstIndex(of: $0) } ?? 0
    all.append(.choice(label: label, key: key, values, index))
  }

  mutating func yes(_ label: String, _ key: String, _ isYes: Bool) {
    choice(label, key, ["No", "Yes"], isYes ? "Yes" : nil)
  }

  /// A yes or no, where somebody said no: a list whose first choice is none of both, as the tool's own templates have it.
  mutating func refused(_ label: String, _ key: String) {
    choice(label, key, ["Not Selected", "No", "Yes"], "No")
  }

  func write(to writer: inout XMLWriter) {
    writer.element(
      "Properties", [("xmlns", TM7Namespace.abstracts), ("xmlns:a", TM7Namespace.arrays)]
    ) { writer in
      for attribute in all {
        switch attribute {
        case .header(let label):
          Self.write("HeaderDisplayAttribute", label, "", to: &writer) { writer in
            writer.empty("b:Value", [("i:nil", "true")])
          }
        case .text(let label, let key, let value):
          Self.write("StringDisplayAttribute", label, key, to: &writer) { writer in
            writer.element("b:Value", Self.typed("string"), text: value)
          }
        case .truth(let label, let key, let value):
          Self.write("BooleanDisplayAttribute", label, key, to: &writer) { writer in
            writer.element("b:Value", Self.typed("boolean"), text: value ? "true" : "false")
          }
        case .choice(let label, let key, let values, let index):
          Self.write("ListDisplayAttribute", label, key, to: &writer) { writer in
            writer.element("b:Value", [("i:type", "a:ArrayOfstring")]) { writer in
              for value in values { writer.element("a:string", text: value) }
            }
            writer.element("b:SelectedIndex", text: "\(index)")
          }
        }
      }
    }
  }

  private static func typed(_ type: String) -> [(String, String)] {
    [("i:type", "c:\(type)"), ("xmlns:c", TM7Namespace.schema)]
  }

  private static func write(
    _ type: String, _ label: String, _ key: String, to writer: inout XMLWriter,
    _ value: (inout XMLWriter) -> Void
  ) {
    writer.element(
      "a:anyType", [("i:type", "b:\(type)"), ("xmlns:b", TM7Namespace.knowledgeBase)]
    ) { writer in
      writer.element("b:DisplayName", text: label)
      writer.element("b:Name", text: key)
      value(&writer)
    }
  }
}
