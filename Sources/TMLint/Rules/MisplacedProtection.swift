// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let misplacedProtection = Rule(
    "misplaced-protection", .error,
    "A flow or store names a protection that does nothing there.", reading: .names
  ) { context, findings in
    let model = context.model
    for id in model.all(.flow) + model.all(.store) {
      for (property, value) in values(of: id, model) {
        // Beside what proves it, a word more is no harm.
        if property == .authenticated, model.sourceAuthentication(id).isPresent { continue }
        guard case .unfit(let name, let why) = worth(property, value, of: id, model) else {
          continue
        }
        findings.report(
          "`\(name)` of `\(model.path(id))` \(why.reason)", about: id,
          at: model.range(of: value, in: id), secondary: protocolLabel(why, id, model),
          notes: ["it counts for nothing: what it would answer stays open"],
          help: help(why))
      }
    }
  }

  private static func values(
    of id: EntityID, _ model: Model
  ) -> [(property: Property, value: Value)] {
    // Of ways of encryption the first counts.
    model.values(id, .encrypted).prefix(1).map { (.encrypted, $0) }
      + model.values(id, .authenticated).map { (.authenticated, $0) }
  }

  private static func worth(
    _ property: Property, _ value: Value, of id: EntityID, _ model: Model
  ) -> Protection {
    if property == .encrypted { return model.encryption(id) }
    return model.graph.flow(id).map { model.statedAuthentication(value, of: $0) } ?? .absent
  }

  private static func protocolLabel(
    _ why: UnfitProtection, _ id: EntityID, _ model: Model
  ) -> [Label] {
    switch why {
    case .readable(let name), .contradicted(let name): label(name, id, model)
    case .forStorage, .noChannel, .forTheWay, .noEncryption, .noProof, .forPersons, .sentInClear: []
    }
  }

  private static func label(_ name: String, _ id: EntityID, _ model: Model) -> [Label] {
    model.values(id, .protocol).filter { model.word($0) == name }.map { value in
      Label(model.range(of: value, in: id), "`\(name)` is readable and changeable on the way")
    }
  }

  private static func help(_ why: UnfitProtection) -> String {
    switch why {
    case .forStorage:
      return
        "write what encrypts the way, such as `tls-1.3`, or delete it and let the `protocol` say it"
    case .noChannel(let medium): return medium.hidingHelp
    case .forTheWay:
      return
        "write what encrypts the stored content, such as `aes-256` or `disk-encryption`, or `no`"
    case .noEncryption: return "name what encrypts, or a control whose `mechanism` does"
    case .noProof: return "name what proves who it is, or a control whose `mechanism` does"
    case .readable(let name), .contradicted(let name):
      let secured = ProtocolFacts.securedForm(of: name).map { "use `\($0)`, or " } ?? ""
      return secured + "write `encrypted:` with what encrypts it, such as `tls-1.3`"
    case .sentInClear:
      return
        "write what encrypts it, such as `encrypted: tls-1.3`, or what proves without a secret on the way: "
        + "`certificate`, or a signature"
    case .forPersons:
      return
        "write what proves the program, such as `certificate`, or `human: yes` where a person stands"
    }
  }
}
