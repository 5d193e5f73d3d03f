// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Whose data it is that a person works with.
extension Model {
  /// Whether a person works with the data of others: a nurse, a relative, an operator.
  ///
  /// Told by the head of the title or id, since a patient and a nurse stand in a model alike. Whoever is
  /// called neither is taken for the person whom the data is about.
  package func worksForOthers(_ person: EntityID) -> Bool {
    guard boolean(person, .human) == true else { return false }
    return [title(person), name(person)].contains { text in
      let words = text.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }
      // "Patient's mother" is not the patient, "Patient or nurse" may be.
      if words.contains(where: { Self.concerned.contains(String($0)) }) { return false }
      return words.contains { word in
        let one = word.hasSuffix("s") && !word.hasSuffix("ss") ? word.dropLast() : word
        return Self.helpers.contains(String(word)) || Self.helpers.contains(String(one))
          || Self.endings.contains { one.hasSuffix($0) }
      }
        || Self.pairs.contains { pair in
          zip(words, words.dropFirst()).contains { $0 == pair.0 && $1.hasPrefix(pair.1) }
        }
    }
  }

  private static let concerned: Set<String> = [
    "patient", "patients", "customer", "customers", "employee", "employees", "subject", "wearer",
    "resident", "donor", "buyer", "shopper", "citizen",
  ]

  private static let helpers: Set<String> = [
    "nurse", "physician", "doctor", "clinician", "surgeon", "practitioner", "prescriber", "dentist",
    "therapist", "physiotherapist", "pharmacist", "paramedic", "midwife", "dietitian", "proctor",
    "caregiver", "carer", "caretaker", "relative", "parent", "mother", "father", "guardian",
    "spouse",
    "technician", "technologist", "engineer", "operator", "administrator", "admin", "agent",
    "clerk",
    "officer", "manager", "auditor", "analyst", "developer", "assistant", "consultant",
    "specialist",
    "researcher", "supporter", "staff", "trainer", "coach", "dispatcher", "installer", "accountant",
    "editor", "moderator", "helper", "attendant", "coordinator",
  ]
  /// "Cardiologist", "paediatrician".
  private static let endings = ["ologist", "iatrician", "iatrist"]
  private static let pairs = [("care", "partner"), ("family", "member"), ("care", "team")]
}
