// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// What the properties of a stencil of the Threat Modeling Tool say in the language.
enum TM7Facts {
  private static let outOfScope = "71f3d9aa-b8ef-4e54-8126-607a1d903103"
  private static let reason = "752473b6-52d4-4776-9a24-202153f7d579"
  private static let order = "15ccd509-98eb-49ad-b9c2-b4a2926d1780"
  private static let carriesPHI = "5134edab-0754-4f38-a1f6-d588015571e0"

  static func add(_ object: TM7Object, to declaration: ImportedDeclaration, in model: ImportedModel)
  {
    let isOut = object.attributes.contains {
      ($0.key == outOfScope || $0.label == "Out Of Scope") && $0.value.lowercased() == "true"
    }
    let why = object.attributes.first { $0.key == reason || $0.label == "Reason For Out Of Scope" }?
      .value
    if isOut {
      model.putOutOfScope(declaration, reason: why, at: object.path, line: object.line)
    } else if let why {
      model.keep(
        "note on the scope", why, as: "Note on the scope: \(why)", at: object.path,
        line: object.line, in: declaration)
    }
    addRefusals(object, to: declaration)
    for attribute in object.attributes
    where !attribute.isDefault && attribute.label != "Name" && attribute.key != outOfScope
      && attribute.key != reason && attribute.label != "Out Of Scope"
      && attribute.label != "Reason For Out Of Scope"
    {
      if !takes(attribute, object, declaration, model) {
        model.keep(
          attribute.label, attribute.value, as: "\(attribute.label): \(attribute.value)",
          at: object.path, line: object.line, in: declaration)
      }
    }
  }

  /// What somebody said that a flow or a store does not do.
  private static func addRefusals(_ object: TM7Object, to part: ImportedDeclaration) {
    for attribute in object.attributes where attribute.isRefused {
      switch (part.keyword, attribute.key) {
      case (.flow, "providesConfidentiality"), (.store, "Encrypted"):
        if !part.has(.encrypted) { part.add(.encrypted, "no") }
      case (.flow, "authenticatesSource"):
        if !part.has(.authenticated) { part.add(.authenticated, "no") }
      default: continue
      }
    }
  }

  /// Whether an attribute has a counterpart, which is then added.
  private static func takes(
    _ attribute: TM7Object.Attribute, _ object: TM7Object, _ declaration: ImportedDeclaration,
    _ model: ImportedModel
  ) -> Bool {
    let isYes = ["yes", "true"].contains(attribute.value.lowercased())
    switch (declaration.keyword, attribute.key) {
    case (.flow, "providesConfidentiality") where isYes:
      if !declaration.has(.encrypted), !encrypts(declaration) { declaration.add(.encrypted, "yes") }
      return true
    case (.flow, "providesIntegrity") where isYes:
      // What is encrypted is guarded against change as well.
      return declaration.has(.encrypted) || encrypts(declaration)
    case (.flow, "channel"):
      let words = ["Wi-Fi": "wifi", "Bluetooth": "bluetooth", "2G-4G": "cellular"]
      guard let word = words[attribute.value] else { return false }
      declaration.add(.protocol, word)
      return true
    case (.flow, "authenticatesSource") where isYes:
      declaration.add(
        .controls, control("Source authenticated", "spoofing", attribute, object, model))
      return true
    case (.flow, carriesPHI) where isYes:
      let asset = model.made["asset phi"] ?? addPatientData(model)
      if let id = asset.id { declaration.add(.carries, id) }
      model.losses.add(
        .guessed, "patient data", at: object.path, line: object.line, attribute.value,
        target: declaration.id ?? "", why: "an asset of class `phi` stands for it")
      return true
    case (.flow, order), (.boundary, order): return false
    case (.process, "runningAs"):
      let words = [
        "Kernel": "kernel", "System": "system", "Network Service": "service",
        "Local Service": "service",
        "Administrator": "admin", "Standard User With Elevation": "user",
        "Standard User Without Elevation": "user",
      ]
      guard let word = words[attribute.value] else { return false }
      declaration.add(.privilege, word)
      return true
    case (.store, "storesCredentials") where isYes:
      declaration.add(
        .holds, model.credentials(at: object.path, line: object.line, for: declaration.id ?? ""))
      return true
    case (.store, "storesLogData") where isYes:
      declaration.add(.log, "yes")
      return true
    case (.store, "Encrypted") where isYes:
      declaration.add(.encrypted, "yes")
      return true
    case (.store, "RemoveableStorage") where isYes:
      declaration.add(.kind, "removable-media")
      return true
    case (.store, "storeType"):
      let words = [
        "SQL Relational Database": "sql", "Non Relational Database": "database",
        "File System": "file",
        "Cache": "cache", "Registry": "database", "Configuration File": "file",
      ]
      guard let word = words[attribute.value], !declaration.has(.kind) else { return false }
      declaration.add(.kind, word)
      return true
    case (.external, "type"):
      guard attribute.value == "Human" else { return false }
      declaration.add(.human, "yes")
      return true
    default: return false
    }
  }

  private static func encrypts(_ flow: ImportedDeclaration) -> Bool {
    flow.properties(.protocol).contains { ProtocolFacts.named($0)?.channel == .encrypted }
  }

  private static func addPatientData(_ model: ImportedModel) -> ImportedDeclaration {
    let asset = ImportedDeclaration(
      .asset, model.names.id("patient data", orElse: "phi"), "Patient data")
    model.made["asset phi"] = asset
    asset.add(.class, "phi")
    return model.add(asset)
  }

  /// One control for each fact that the tool knows without saying by what.
  private static func control(
    _ title: String, _ category: String, _ attribute: TM7Object.Attribute, _ object: TM7Object,
    _ model: ImportedModel
  ) -> String {
    let key = "fact \(title)"
    let known = model.made[key]
    model.losses.add(
      .guessed, attribute.label, at: object.path, line: object.line, attribute.value,
      target: known?.id ?? "",
      why: "how is not said; a control that mitigates \(category) stands for it")
    if let id = known?.id { return id }
    let control = ImportedDeclaration(.control, model.names.id(title, orElse: "control"), title)
    model.made[key] = control
    control.add(.mitigates, category)
    control.add(.status, "implemented")
    model.add(control)
    return control.id ?? "control"
  }
}
