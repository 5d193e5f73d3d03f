// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMSyntax
import TMTestSupport
import Testing

/// Changes of a declaration leave what they are not about byte for byte.
@Suite("Edits of declarations")
struct DeclarationEditTests {
  /// A declaration before and after a change.
  private static let cases: [(String, @Sendable (inout DeclarationEdit) -> Void, String)] = [
    ("process a", { $0.set("privilege", to: "user") }, "process a { privilege: user }"),
    ("process a {}", { $0.set("privilege", to: "user") }, "process a { privilege: user }"),
    (
      "process a { in-scope: no }", { $0.set("privilege", to: "user") },
      "process a { in-scope: no; privilege: user }"
    ),
    (
      "process a {\n\tin-scope: no // why\n}", { $0.set("privilege", to: "user") },
      "process a {\n\tin-scope: no // why\n\tprivilege: user\n}"
    ),
    (
      "flow a -> b {\r\n  carries: x\r\n  protocol: y\r\n}",
      { $0.set("crosses", to: "c", after: ["carries"]) },
      "flow a -> b {\r\n  carries: x\r\n  crosses: c\r\n  protocol: y\r\n}"
    ),
    (
      "process a {\n  store b\n}", { $0.set("privilege", to: "user") },
      "process a {\n  privilege: user\n  store b\n}"
    ),
    (
      "process a { privilege: user, // one\n  admin }", { $0.set("privilege", to: "root") },
      "process a { privilege: root // one\n   }"
    ),
    (
      "process a {\n  link: \"http://x\"\n}", { $0.set("link", to: "\"http://y\"") },
      "process a {\n  link: \"http://y\"\n}"
    ),
    (
      "process a {\n  in-scope: no\n  privilege: user\n}", { $0.remove("in-scope") },
      "process a {\n  privilege: user\n}"
    ),
    ("process a { in-scope: no; x: y }", { $0.remove("in-scope") }, "process a { x: y }"),
    ("process a", { $0.remove("in-scope") }, "process a"),
    (
      "process a \"A\" { x: y }", { $0.setTitle("“B” \"b\"") },
      "process a \"“B” \\\"b\\\"\" { x: y }"
    ),
    ("process a { x: y }", { $0.setTitle("B") }, "process a \"B\" { x: y }"),
    ("process a \"A\" { x: y }", { $0.setTitle(nil) }, "process a { x: y }"),
    (
      "flow f: a -> b \"F\"", { $0.setEnds("c.d", "b", isTwoWay: true) },
      "flow f: c.d <-> b \"F\""
    ),
    ("@allow(x) process a", { $0.setKeyword("store") }, "@allow(x) store a"),
    ("process a", { $0.setDocumentation(["One", "Two"]) }, "/// One\n/// Two\nprocess a"),
    (
      "// kept\n/// Old\n/// lines\nprocess a", { $0.setDocumentation(["New"]) },
      "// kept\n/// New\nprocess a"
    ),
    (
      "process a {\n  x: y\n}", { $0.append(declaration: "store b {\n  z: y\n}") },
      "process a {\n  x: y\n  store b {\n    z: y\n  }\n}"
    ),
    (
      "process a",
      {
        $0.set("x", to: "y")
        $0.append(declaration: "store b")
      }, "process a {\n  x: y\n  store b\n}"
    ),
  ]

  @Test("change one thing", arguments: cases.indices)
  func changes(_ index: Int) throws {
    let (before, change, after) = Self.cases[index]
    let (file, node) = try Self.parsed(before)
    var edit = DeclarationEdit(node)
    change(&edit)
    #expect(String(decoding: file.applying(edit.edits), as: UTF8.self) == after)
  }

  @Test("a declaration goes with its documentation and its line, and no more")
  func removal() throws {
    let (file, node) = try Self.parsed("// kept\n\n/// Gone\nprocess a {\n  x: y\n}\n// kept too\n")
    let text = file.applying([DeclarationEdit.removal(of: node)])
    #expect(String(decoding: text, as: UTF8.self) == "// kept\n\n// kept too\n")
  }

  /// A text with its first declaration.
  private static func parsed(_ text: String) throws -> (SourceFile, SyntaxNode) {
    let file = SourceFile(id: FileID(index: 0), path: "model.tm", bytes: Array(text.utf8))
    let node = Parser.parse(file).root.children.first { [.declaration, .flow].contains($0.kind) }
    return (file, try #require(node))
  }
}
