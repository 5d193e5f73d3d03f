// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

extension RubricReason {
  /// The answer in words, with its code: "needs contact with the device (XAVP yes)".
  package var text: String {
    var words: String
    if let data = question.dataClass {
      words = data.name + (answer == .unknown ? " taken as high" : "")
    } else {
      switch answer {
      case .yes: words = affirmed
      case .no: words = denied
      default: words = "taken as " + (isWorseAffirmed ? affirmed : denied)
      }
    }
    words += " (\(question.code) \(answer.word))"
    return words
  }

  /// Whether UNKNOWN takes the branch of YES, because its score is the greater.
  private var isWorseAffirmed: Bool {
    switch question {
    case .usesNetwork, .usesInternetLayers, .atWill, .changesScope, .readsManyPatients: true
    default: false
    }
  }

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
    case .needsContact: "without contact with the device"
    case .usesHumanInterface: "not through its user interface"
    case .atWill: "needs special circumstances"
    case .hasLevels: "no levels of login"
    case .needsAuthorization: "without authorisation"
    case .needsSystemLevel: "without system privileges"
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
    return because.map(\.text).joined(separator: ", ")
  }
}
