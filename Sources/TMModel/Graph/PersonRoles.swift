// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Whose data it is that a person works with.
extension Model {
  /// Whether somebody or something works with the data of others: a nurse, a relative, a program.
  ///
  /// Told by the head of the title or id, since a patient and a nurse stand in a model alike. Whoever is called
  /// neither works where they stand in the rooms of staff and nothing measures or treats them; elsewhere such
  /// a person is taken for the one whom the data is about. What is no person, and nobody's browser, phone or
  /// thing at home, is a program of somebody else.
  package func worksForOthers(_ external: EntityID) -> Bool {
    if boolean(external, .human) != true, !speaksForPerson(external) {
      return boolean(external, .human) == false || !isCalledPerson(external)
        || isCalledHelper(external)
    }
    return isCalledHelper(external) || isAtWork(external)
  }

  /// Whether somebody is among staff, by no title that the program knows: a dosimetrist in a clinic.
  private func isAtWork(_ person: EntityID) -> Bool {
    guard boolean(person, .human) == true, lies(person, in: ["clinical", "hospital"]) else {
      return false
    }
    let isCalledOther = [title(person), name(person)].contains { text in
      text.lowercased().split { !$0.isLetter }.contains { word in
        let one = word.hasSuffix("s") ? String(word.dropLast()) : String(word)
        return Self.concerned.contains(one) || Self.persons.contains(one)
      }
    }
    if isCalledOther { return false }
    let flows = Array(graph.incoming(person)) + Array(graph.outgoing(person))
    return !flows.contains(where: isPhysicalSignal)
  }

  /// Whether it speaks for one person.
  private func speaksForPerson(_ external: EntityID) -> Bool {
    words(external, .function).contains("browser")
      || lies(external, in: ["body"])
  }

  /// Whether the noun of its title or id is a word for a person: a customer, not the "ERP of a customer".
  private func isCalledPerson(_ external: EntityID) -> Bool {
    [title(external), name(external)].contains { text in
      let words = text.lowercased().split { !$0.isLetter }
      let head = words.prefix { !Self.prepositions.contains(String($0)) }
      guard let noun = head.last.map(String.init) else { return false }
      let one = noun.hasSuffix("s") ? String(noun.dropLast()) : noun
      return [noun, one].contains { word in
        Self.concerned.contains(word) || Self.helpers.contains(word) || Self.persons.contains(word)
      } || Self.endings.contains { one.hasSuffix($0) }
    }
  }

  private static let prepositions: Set<String> = [
    "of", "at", "in", "with", "for", "from", "on", "by", "to", "who", "via", "or", "and",
  ]
  private static let persons: Set<String> = [
    "user", "person", "people", "man", "woman", "child", "visitor", "guest", "member", "follower",
    "subscriber", "client", "consumer", "student", "teacher", "driver", "owner", "tenant",
    "applicant", "reader", "participant", "volunteer", "friend", "family", "human", "public",
  ]

  private func isCalledHelper(_ person: EntityID) -> Bool {
    [title(person), name(person)].contains { text in
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
    "caregiver", "carer", "follower", "caretaker", "relative", "parent", "mother", "father",
    "guardian", "spouse",
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
