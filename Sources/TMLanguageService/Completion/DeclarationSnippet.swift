// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Whole declarations with places to fill in, in the snippet syntax of the protocol.
enum DeclarationSnippet {
  /// The declaration of a keyword.
  ///
  /// - Parameter outer: what it stands in; nil at the top level.
  static func text(_ keyword: Keyword, inside outer: Keyword?) -> String {
    switch keyword {
    case .model: "model \"${1:Name of the system}\" {\n  method: ${2:stride}\n  $0\n}"
    case .import: "import \"${1:file.tm}\""
    case .zone: body("zone ${1:id} \"${2:Title}\"", "like: ${3:hospital}")
    case .category: "category ${1:id} \"${2:Title}\""
    case .asset: body("asset ${1:id} \"${2:Title}\"", "class: ${3:other}")
    case .hazard: body("hazard ${1:id} \"${2:Title}\"", "severity: ${3:serious}")
    case .boundary: body("boundary ${1:id} \"${2:Title}\"", "zone: ${3:device}", "$0")
    case .external: "external ${1:id} \"${2:Title}\" { human: ${3:yes} }"
    case .process, .store: "\(keyword.word) ${1:id} \"${2:Title}\""
    case .interface: "interface ${1:id} \"${2:Title}\" { kind: ${3:usb} }"
    case .component: "component ${1:id} \"${2:Title}\" { version: \"${3:1.0}\" }"
    case .flow:
      body(
        "flow ${1:id}: ${2:source} -> ${3:target} \"${4:Title}\"", "carries: ${5:asset}",
        "protocol: ${6:https}")
    case .control: body("control ${1:id} \"${2:Title}\"", "mitigates: ${3:tampering}")
    case .requirement: "requirement ${1:id} \"${2:Title}\""
    case .verification: "verification ${1:id} \"${2:Title}\" { method: ${3:test} }"
    case .threat:
      body("threat ${1:name}", "status: ${2:accepted}", "because: \"${3:reason}\"")
    case .threatTemplate:
      body(
        "threat ${1:name} \"${2:Sentence}\"", "category: ${3:tampering}",
        "applies-to: ${4:flow}", "when: ${5:crosses}")
    case .decision:
      body(
        "decision ${1:id} \"${2:Title}\"", "covers: ${3:name is tampering}",
        "status: ${4:accepted}", "because: \"${5:reason}\"")
    case .matrix: body("matrix ${1:id} \"${2:Title}\"", "columns: ${3:minor, serious, critical}")
    case .row: "row ${1:high} { cells: ${2:controlled, uncontrolled} }"
    case .assumption: body("assumption ${1:id} \"${2:Title}\"", "about: ${3:element}")
    case .document: body("document ${1:id} \"${2:Title}\"", "covers: ${3:threat-model}")
    case .view: body("view ${1:id} \"${2:Title}\"", "include: ${3:boundary}")
    case .rule: body("rule ${1:id} \"${2:Title}\"", "applies-to: ${3:flow}", "when: ${4:crosses}")
    case .policy: body("policy", "${1:missing-crossing}: ${2:error}")
    case .exempt: body("exempt ${1:id} \"${2:Why}\"", "from: ${3:tampering}")
    }
  }

  private static func body(_ heading: String, _ lines: String...) -> String {
    heading + " {\n" + lines.map { "  \($0)\n" }.joined() + "}"
  }
}
