// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let unencryptedSecret = Rule(
    "unencrypted-secret", .error, "A store holds credentials or keys and is not encrypted.",
    evidence: .absence, reading: .names
  ) { context, findings in
    let model = context.model
    for store in model.all(.store) where model.isInScope(store) {
      let cover = context.encryptionCover(store: store)
      let secrets = model.references(store, .holds)
        .filter { model.isSecret($0) && !cover.covers($0) }
      guard !secrets.isEmpty else { continue }
      findings.report(
        "store `\(model.path(store))` holds \(context.list(secrets)) unencrypted",
        about: store, at: context.range(of: .encrypted, orHeadingOf: store),
        secondary: secrets.prefix(4).map { secret in
          let classes = model.words(secret, .class).joined(separator: ", ")
          return Label(model.nameRange(secret), "`class: \(classes)` makes this a secret")
        },
        help: "write `encrypted:` with what encrypts it, such as `aes-256`, or `kind: vault` "
          + "if it is a key store")
    }
  }
}
