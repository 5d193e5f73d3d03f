// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource

extension Rule {
  static let brokenConnection = Rule(
    "broken-connection", .error,
    "A flow runs over a flow that opens no connection between its ends.", reading: .names
  ) { context, findings in
    let model = context.model
    for fault in model.connectionFaults {
      let path = model.path(fault.flow)
      let other = model.path(fault.over)
      let place = context.range(of: .over, orHeadingOf: fault.flow)
      switch fault.kind {
      case .otherEnds:
        findings.report(
          "flow `\(path)` cannot run over `\(other)`, which runs between other elements",
          about: fault.flow, at: place,
          secondary: [Label(model.nameRange(fault.over), "declared here")],
          help:
            "name the flow between the same two elements that opens the connection, or leave out `over`"
        )
      case .otherInterface:
        findings.report(
          "flow `\(path)` cannot run over `\(other)`, which goes through another interface",
          about: fault.flow, at: place,
          secondary: [
            Label(context.range(of: .via, orHeadingOf: fault.over), "through this one"),
            Label(context.range(of: .via, orHeadingOf: fault.flow), "and it through this one"),
          ],
          help: "leave out `via` where it is the same connection, or `over` where it is another")
      case .ownCall:
        findings.report(
          "flow `\(path)` cannot run over `\(other)`: it calls an interface, and answers nothing",
          about: fault.flow, at: place,
          secondary: [
            Label(model.nameRange(fault.over), "this one goes the other way"),
            Label(
              context.range(of: .via, orHeadingOf: fault.flow), "and it to what waits for calls"),
          ],
          help:
            "leave out `over` and state protocol and `authenticated`, or leave out the interface where it is "
            + "the answer after all")
      case .circle where fault.over == fault.flow:
        findings.report(
          "flow `\(path)` runs over itself", about: fault.flow, at: place,
          help: "leave out `over` at the flow that opens the connection")
      case .circle:
        findings.report(
          "flow `\(path)` runs over `\(other)`, and none of them opens the connection",
          about: fault.flow, at: place,
          secondary: [Label(model.nameRange(fault.over), "declared here")],
          notes: ["`over` leads round in a circle"],
          help: "leave out `over` at the flow that opens the connection")
      }
    }
  }
}
