// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// The kinds of the protocol that come closest to those of the language.
enum SymbolKinds {
  static func symbolKind(_ keyword: Keyword) -> Int {
    switch keyword {
    case .model: 4  // package
    case .import: 2  // module
    case .boundary, .zone: 3  // namespace
    case .external, .process, .store: 5  // class
    case .interface, .component: 11  // interface
    case .flow: 12  // function
    case .asset, .hazard, .category: 13  // variable
    case .control, .requirement, .verification: 9  // constructor
    case .threat, .threatTemplate, .decision: 24  // event
    case .matrix, .row: 18  // array
    case .assumption, .document, .view: 15  // string
    case .rule, .policy, .exempt: 14  // constant
    }
  }

  static func completionKind(_ word: String) -> Int {
    switch word {
    case "boundary", "zone": 9  // module
    case "external", "process", "store": 7  // class
    case "interface", "component": 8  // interface
    case "flow": 3  // function
    default: 6  // variable
    }
  }
}
