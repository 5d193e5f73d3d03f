// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMDocument
import TMModel

/// The choice of what a report is laid out along.
struct ProfileOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The guidance or standard to lay the report out along, several if repeated; if left out, what "
        + "`profile` of the model says.", valueName: "name"))
  var profile: [Profile] = []

  /// Those of the command line, each once, or else those that the model states.
  func chosen(for model: Model) -> [Profile] {
    if profile.isEmpty { return Profile.stated(by: model) }
    var chosen: [Profile] = []
    for named in profile where !chosen.contains(where: { $0.id == named.id }) {
      chosen.append(named)
    }
    return chosen
  }
}

extension Profile: ExpressibleByArgument {
  /// Reads the word of a profile.
  public init?(argument: String) {
    guard let profile = Profile.named(argument) else { return nil }
    self = profile
  }

  /// The words of all profiles, for help and completion.
  public static var allValueStrings: [String] { all.map(\.id) }

  /// The word of the profile.
  public var defaultValueDescription: String { id }
}
