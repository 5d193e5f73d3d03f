// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TMDiagram

@Suite("Mermaid")
struct MermaidTests {
  @Test("is a flowchart with boundaries as subgraphs and a shape for each kind")
  func shapes() {
    let scene = Scene(
      title: "Shop: \"web\"",
      regions: [
        SceneRegion(id: "cloud", title: "Cloud", zone: "cloud"),
        SceneRegion(id: "api", title: "API", kind: .process, parent: 0),
      ],
      nodes: [
        SceneNode(id: "buyer", kind: .human, title: "Buyer"),
        SceneNode(
          id: "web", kind: .process, title: "Web", subtitle: "nginx", interfaces: ["https", "ssh"],
          region: 1),
        SceneNode(id: "orders", kind: .store, title: "Orders", region: 0),
        SceneNode(id: "office", kind: .collapsedBoundary, title: "Office", subtitle: "3 elements"),
      ],
      edges: [
        SceneEdge(id: "buy", from: 0, to: 1, number: 1, label: "Buys", detail: "HTTPS"),
        SceneEdge(id: "keep", from: 1, to: 2, twoWay: true, emphasis: .openThreat),
        SceneEdge(id: "work", from: 3, to: 1, flows: ["a", "b", "c", "d"], emphasis: .clearText),
      ])
    #expect(
      text(scene) == """
        flowchart TB
          accTitle: Shop web
          n0["Buyer"]
          n3[["Office<br>3 elements"]]
          subgraph r0["Cloud #40;cloud#41;"]
            n2[("Orders")]
            subgraph r1["API"]
              n1(["Web<br>nginx<br>https, ssh"])
            end
          end
          n0 -->|"1 Buys<br>HTTPS"| n1
          n1 <==> n2
          n3 -.->|"4 flows"| n1
          classDef human fill:#eef1f5,stroke:#475569,color:#111827
          class n0 human
          classDef process fill:#e3f1fb,stroke:#0b5c93,color:#111827
          class n1 process
          classDef store fill:#fff4d6,stroke:#8a5a00,color:#111827
          class n2 store
          classDef closedBoundary fill:#fbf5f9,stroke:#8a3c6e,color:#111827
          class n3 closedBoundary
          classDef boundary fill:none,stroke:#8a3c6e,stroke-dasharray:6 4
          class r0 boundary
          classDef decomposed fill:none,stroke:#0b5c93
          class r1 decomposed

        """)
  }

  @Test(
    "writes what Mermaid, Markdown or HTML would obey as numbers",
    arguments: [
      ("a \"b\"", "a #34;b#34;"), ("`x` **y** _z_", "#96;x#96; #42;#42;y#42;#42; #95;z#95;"),
      ("a; b #35; c", "a#59; b #35;35#59; c"), ("<b onload=x>", "#60;b onload#61;x#62;"),
      ("&lt;", "#38;lt#59;"), ("%%{init: {}}%%", "#37;#37;#123;init#58; #123;#125;#125;#37;#37;"),
      ("1. one", "1#46; one"), ("- one", "#45; one"), ("v2.1", "v2#46;1"), ("Wi-Fi", "Wi-Fi"),
      ("e.g. this", "e.g. this"), ("fa:fa-car", "fa#58;fa-car"), ("a\nb", "a b"),
      ("ﬂ°°60¶ß", "#64258;#176;#176;60#182;ß"), ("$$x$$", "#36;#36;x#36;#36;"),
      ("click n0 href", "click n0 href"), ("Größe 東京", "Größe 東京"), ("", ""),
    ])
  func labels(_ text: String, _ expected: String) {
    #expect(MermaidLabel.quoted([text]) == "\"\(expected)\"")
  }

  @Test(
    "has no line but its own statements, whatever the titles", arguments: HostileTextTests.texts)
  func hostile(_ text: String) {
    let scene = Scene(
      title: text, subtitle: text, description: text,
      regions: [
        SceneRegion(id: text, title: text, zone: text),
        SceneRegion(id: text, title: text, parent: 0),
      ],
      nodes: SceneNode.Kind.allCases.map {
        SceneNode(
          id: text, kind: $0, title: text, subtitle: text, interfaces: [text, text], region: 1)
      },
      edges: SceneEdge.Emphasis.allCases.map {
        SceneEdge(id: text, from: 0, to: 1, label: text, detail: text, emphasis: $0)
      })
    expectStatements(scene)
  }

  @Test("closes what it opens, and keeps every node and edge", arguments: 0..<40)
  func generated(_ seed: Int) { expectStatements(GeneratedScene.make(seed: seed)) }

  @Test("says when Mermaid would refuse to draw")
  func limits() {
    let nodes = [SceneNode(id: "a", kind: .process, title: "A")]
    func scene(_ count: Int) -> Scene {
      Scene(
        title: "", nodes: nodes,
        edges: (0..<count).map { SceneEdge(id: "e\($0)", from: 0, to: 0) })
    }
    #expect(MermaidWriter.isDrawn(scene(500), MermaidWriter.drawing(of: scene(500))))
    #expect(!MermaidWriter.isDrawn(scene(501), MermaidWriter.drawing(of: scene(501))))
    #expect(!MermaidWriter.isDrawn(scene(1), [UInt8](repeating: 0x20, count: 50_001)))
  }

  private func text(_ scene: Scene) -> String {
    String(decoding: MermaidWriter.drawing(of: scene), as: UTF8.self)
  }

  /// Holds each line against the grammar of what we write, and counts.
  private func expectStatements(_ scene: Scene) {
    let label = #/"(?:[A-Za-z0-9 ,.\-]|[^\x00-\x7F]|#[0-9]+;|<br>)*"/#
    var (depth, nodes, edges, regions) = (0, 0, 0, 0)
    let lines = text(scene).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "flowchart TB" && lines.last == "")
    for line in lines.dropFirst().dropLast() {
      let bare = line.replacing(label, with: "L")
      if bare.wholeMatch(of: #/ *subgraph r\d+\[L\]/#) != nil {
        depth += 1
        regions += 1
      } else if bare.wholeMatch(of: #/ *end/#) != nil {
        depth -= 1
      } else if bare.wholeMatch(of: #/ *n\d+(\[L\]|\(\[L\]\)|\[\(L\)\]|\[\[L\]\])/#) != nil {
        nodes += 1
      } else if bare.wholeMatch(of: #/  n\d+ <?(-->|==>|-\.->)(\|L\|)? n\d+/#) != nil {
        edges += 1
      } else {
        let isOther =
          bare.wholeMatch(of: #/  accTitle: ([A-Za-z0-9 ,]|[^\x00-\x7F])+/#) != nil
          || bare.wholeMatch(
            of:
              #/  classDef [A-Za-z]+ fill:[#a-z0-9]+,stroke:#[a-z0-9]+(,color:#[a-z0-9]+|,stroke-dasharray:6 4)?/#
          ) != nil
          || bare.wholeMatch(of: #/  class [nr]\d+(,[nr]\d+)* [A-Za-z]+/#) != nil
        #expect(isOther, "\(line)")
      }
      #expect(depth >= 0)
    }
    #expect(depth == 0 && nodes == scene.nodes.count && edges == scene.edges.count)
    #expect(regions == scene.regions.count)
  }
}
