// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

extension RubricReason {
  /// What the answer says, without its code: "needs contact".
  package var text: String {
    if let data = question.dataClass {
      return answer == .unknown
        ? "\(data.name) unknown, so high" : "\(data.name) \(answer.word)"
    }
    switch answer {
    case .yes: return affirmed
    case .no: return denied
    default: return "not known whether \(affirmed), so the worse counts"
    }
  }

  /// The answer with its code: "needs contact (XAVP yes)".
  package var textWithCode: String { "\(text) (\(question.code) \(answer.word))" }

  private var affirmed: String {
    switch question {
    case .usesNetwork: "over a network or communication protocol"
    case .usesInternetLayers: "over IP, TCP or UDP"
    case .isWireless: "wireless"
    case .hasShortRange: "of a range of 10 feet or less"
    case .needsContact: "needs contact with the device"
    case .usesHumanInterface: "through its user interface"
    case .atWill: "at will"
    case .hasLevels: "several levels of login"
    case .needsAuthorization: "needs authorisation"
    case .needsSystemLevel: "needs system privileges"
    case .needsUser: "depends on another person"
    case .changesScope: "reaches what is under another authority"
    case .readsManyPatients: "data of 500 patients or more"
    default: question.code
    }
  }

  private var denied: String {
    switch question {
    case .usesNetwork: "not over a network or communication protocol"
    case .usesInternetLayers: "not over IP, TCP or UDP"
    case .isWireless: "not wireless"
    case .hasShortRange: "of a longer range"
    case .needsContact: "needs no contact with the device"
    case .usesHumanInterface: "not through its user interface"
    case .atWill: "needs special circumstances"
    case .hasLevels: "no levels of login"
    case .needsAuthorization: "needs no authorisation"
    case .needsSystemLevel: "needs no system privileges"
    case .needsUser: "depends on nobody else"
    case .changesScope: "stays under its own authority"
    case .readsManyPatients: "data of fewer than 500 patients"
    default: question.code
    }
  }
}

extension RubricResult.Decision {
  /// Why the metric has its value, on one line.
  package var reason: String {
    let isNothing = because.count > 1 && because.allSatisfy { $0.answer == .none }
    if isNothing {
      return "none for any kind of data (\(because.map(\.question.code).joined(separator: " ")))"
    }
    return because.map(\.textWithCode).joined(separator: ", ")
  }
}
