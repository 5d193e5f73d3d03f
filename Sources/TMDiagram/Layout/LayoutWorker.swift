// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import CGraphviz
import Glibc

/// The child process that runs Graphviz: DOT on standard input, geometry on standard output.
///
/// Graphviz crashes, hangs and leaks on some graphs, and freeing a layout frees some of it twice. So it
/// runs in a process of its own with limits, frees nothing and leaves with `_exit`.
enum LayoutWorker {
  /// Never returns: exit status 0 with the whole geometry written, 1 with a message on standard error.
  static func run() -> Never {
    WorkerProcess.limitResources(memoryMegabytes: 2048)
    guard var dot = WorkerProcess.readInput() else { WorkerProcess.fail("no input") }
    dot.append(0)
    let parsed = dot.withUnsafeBytes {
      agmemread($0.baseAddress?.assumingMemoryBound(to: CChar.self))
    }
    guard let graph = parsed else { WorkerProcess.fail("the graph could not be read") }
    guard let context = GraphvizContext.make() else {
      WorkerProcess.fail("no Graphviz context")
    }
    guard gvLayout(context, graph, "dot") == 0, agerrors() == 0 else {
      WorkerProcess.fail("Graphviz found no layout")
    }
    var writer = GeometryWriter(height: tm_graph_box(graph).top)
    guard writer.write(graph) else { WorkerProcess.fail("an edge is missing from the layout") }
    WorkerProcess.succeed(writer.out.bytes)
  }
}

/// Reads the positions out of a graph that was laid out.
private struct GeometryWriter {
  let height: Double
  var out = TextBuffer()

  init(height: Double) {
    self.height = height
  }

  /// False where an edge has no route.
  mutating func write(_ graph: UnsafeMutablePointer<Agraph_t>) -> Bool {
    out.add("g")
    add(x: tm_graph_box(graph).right, y: 0)
    out.add("\n")
    var node = agfstnode(graph)
    while let current = node {
      if let index = index(of: agnameof(current), after: "n") {
        out.add("n \(index)")
        add(tm_node_box(current))
      }
      var edge = agfstout(graph, current)
      while let arrow = edge {
        if let index = index(of: agnameof(arrow), after: "e"), !write(arrow, index) { return false }
        edge = agnxtout(graph, arrow)
      }
      node = agnxtnode(graph, current)
    }
    writeClusters(of: graph)
    out.add("end\n")
    return true
  }

  private mutating func writeClusters(of graph: UnsafeMutablePointer<Agraph_t>) {
    var inner = agfstsubg(graph)
    while let cluster = inner {
      if let index = index(of: agnameof(cluster), after: "cluster_") {
        out.add("r \(index)")
        add(tm_graph_box(cluster))
      }
      writeClusters(of: cluster)
      inner = agnxtsubg(cluster)
    }
  }

  private mutating func write(_ edge: UnsafeMutablePointer<Agedge_t>, _ index: Int) -> Bool {
    let count = tm_edge_curve_count(edge)
    guard count > 0, let first = tm_edge_curve(edge, 0), let last = tm_edge_curve(edge, count - 1)
    else { return false }
    out.add("e \(index)")
    add(first.pointee.sflag != 0, first.pointee.sp)
    add(last.pointee.eflag != 0, last.pointee.ep)
    // Several curves of one edge join end to start; the shared points count once.
    var points: [pointf] = []
    for number in 0..<count {
      guard let curve = tm_edge_curve(edge, number) else { return false }
      let list = UnsafeBufferPointer(start: curve.pointee.list, count: Int(curve.pointee.size))
      points.append(contentsOf: points.isEmpty ? list[...] : list.dropFirst())
    }
    out.add(" \(points.count)")
    for point in points { add(x: point.x, y: point.y) }
    out.add("\n")
    return true
  }

  private mutating func add(_ flag: Bool, _ point: pointf) {
    out.add(flag ? " 1" : " 0")
    add(x: flag ? point.x : 0, y: flag ? point.y : 0)
  }

  private mutating func add(_ box: tm_box) {
    add(x: box.left, y: box.top)
    add(x: box.right, y: box.bottom)
    out.add("\n")
  }

  private mutating func add(x: Double, y: Double) {
    out.add(" \(hundredths(x)) \(hundredths(height - y))")
  }

  // A position that is no number makes the answer unreadable, which the parent reports.
  private func hundredths(_ value: Double) -> String {
    Int(exactly: (value * 100).rounded()).map(String.init) ?? "nan"
  }

  private func index(of name: UnsafeMutablePointer<CChar>?, after prefix: String) -> Int? {
    guard let name else { return nil }
    let text = String(cString: name)
    guard text.hasPrefix(prefix) else { return nil }
    return Int(text.dropFirst(prefix.count))
  }
}
