// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

extension AppliedControls {
  /// Whether all credentials that a store keeps are such as somebody only compares, so that a hash of them is
  /// of no use to whoever copies it.
  ///
  /// A session token or a key is presented as it is, and a hash of passwords says nothing of it.
  func hashesAll(in store: EntityID) -> Bool {
    let arriving = model.graph.incoming(store).flatMap { model.references($0.entity, .carries) }
    return (model.references(store, .holds) + arriving).allSatisfy { asset in
      let classes = model.words(asset, .class)
      return !classes.contains("credentials")
        || !classes.contains("keys") && !isPresentedAsIs(asset)
    }
  }

  private func isPresentedAsIs(_ asset: EntityID) -> Bool {
    let text = "\(model.name(asset)) \(model.ownTitle(asset) ?? "")".lowercased()
    let words = text.split { !$0.isLetter }
    return words.contains { word in
      let single = word.hasSuffix("s") ? word.dropLast() : word
      return Self.presented.contains(String(single))
    }
  }

  private static let presented: Set = [
    "session", "token", "cookie", "key", "secret", "certificate", "ticket", "bearer",
  ]
}
