// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

extension RubricQuestion {
  /// The question, in a sentence.
  package var text: String {
    if let dataClass {
      switch metric {
      case .confidentiality: return "How much about \(dataClass.title) can be read?"
      case .integrity: return "How far can \(dataClass.title) be changed?"
      default: return "How far can \(dataClass.title) be slowed down or stopped?"
      }
    }
    switch self {
    case .usesNetwork: return "Does the attack use a network or communication protocol?"
    case .usesInternetLayers:
      return "Does that network use OSI layer 3 or 4, such as IP, TCP or UDP?"
    case .isWireless: return "Is the channel wireless?"
    case .hasShortRange: return "Is its range about 10 feet (3 m) or less?"
    case .needsContact: return "Must the attacker touch the device?"
    case .usesHumanInterface:
      return "Is it attacked through its user interface, the one meant for people?"
    case .atWill:
      return "Can it be attacked at will, with no special circumstances and no other attack before?"
    case .hasLevels:
      return "Can different users or roles log in, with different levels of privilege?"
    case .needsAuthorization: return "Must the attacker be authorised before the attack?"
    case .needsSystemLevel:
      return "Does it take the privileges of an administrator, maintainer or the system?"
    case .needsUser: return "Does the attack depend on an action of another person?"
    case .changesScope:
      return "Can it affect a component that is under another authority than the vulnerable one?"
    case .readsManyPatients: return "Can that be data of many patients, such as 500 or more?"
    default: return rawValue
    }
  }

  /// How to answer it for a medical device.
  package var guidance: String {
    if let dataClass { return Self.impactGuidance(metric, dataClass) }
    switch self {
    case .usesNetwork:
      return
        "Wired and wireless networks and telemetry count. A cable or a stick that has to be plugged "
        + "into the device does not: that is contact."
    case .usesInternetLayers:
      return
        "Inside a hospital counts too: a separate segment is a matter of the environment (MAV), "
        + "not of the base metric."
    case .isWireless: return "Wi-Fi, Bluetooth, NFC, inductive telemetry and the like."
    case .hasShortRange:
      return "NFC, inductive telemetry and a Bluetooth that ends in the room are short; Wi-Fi of a "
        + "facility is not. An attacker's better antenna counts."
    case .needsContact:
      return "Plugging in, opening the case, and carrying a medium to it are contact."
    case .usesHumanInterface:
      return
        "Recorded with the answers; it does not change the metric. A touch screen or keypad is "
        + "one, a debug port is not."
    case .atWill:
      return
        "That a protocol is secret or undocumented is no circumstance. A state that the device "
        + "is often in is none either."
    case .hasLevels:
      return "One login that everybody shares is none: answer no."
    case .needsAuthorization:
      return
        "Being on the network, or standing beside the device, is no authorisation. Credentials "
        + "that are the same on every device are none either."
    case .needsSystemLevel: return "Service and biomedical engineering roles are such levels."
    case .needsUser:
      return "A dialogue to confirm counts only where the attack really waits for it."
    case .changesScope:
      return
        "A programmer that can re-program an implant, or a page that runs script in the browser "
        + "of another user, changes the scope."
    case .readsManyPatients:
      return "From about 500 patients on, a loss is likely to be reportable (such as HIPAA)."
    default: return ""
    }
  }

  private static func impactGuidance(_ metric: RubricMetric, _ data: RubricDataClass) -> String {
    let harm =
      switch data {
      case .therapy, .diagnosis: " Judge by what it can do to a patient in the worst case."
      case .patientData: " Records, images, names, and what leads to a person."
      case .workflow: " Orders, schedules, worklists, documentation."
      case .system: " Passwords, keys, configuration, firmware, logs."
      case .other: " Such as trade secrets, or devices beside this one."
      }
    switch metric {
    case .confidentiality:
      return "High: all of it, or what matters. Low: some, without choice." + harm
    case .integrity: return "High: at will, or what matters. Low: little, without choice." + harm
    default: return "High: gone, or gone when it is needed. Low: slower, or parts." + harm
    }
  }
}
