// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Whether an asset is data, code or a command.
extension Model {
  /// What the asset states as `content`, or what its classes say; empty where neither does.
  package func contents(of asset: EntityID) -> [String] {
    let stated = words(asset, .content)
    if !stated.isEmpty { return stated }
    let classes = words(asset, .class)
    if classes.contains("firmware") { return ["code"] }
    // A dose or a function can be an order or a record of it: its author has to say.
    let isPlain = !classes.isEmpty && classes.allSatisfy(Self.dataClasses.contains)
    return isPlain ? ["data"] : []
  }

  private static let dataClasses: Set<String> = [
    "phi", "pii", "credentials", "keys", "configuration", "log", "diagnosis", "workflow",
    "telemetry", "payment",
  ]
}
