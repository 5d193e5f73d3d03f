// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// What to write instead of a channel where none can run.
extension ChannellessMedium {
  /// So that nobody reads what goes there.
  var hidingHelp: String {
    switch self {
    case .stick:
      "encrypt the files themselves: write `encrypted:` with what does it, such as `aes-256` or `openpgp`, "
        + "or name the control that does"
    case .tag:
      "let the tag encrypt what it holds: write `encrypted:` with what does it, such as `aes-128`, or name "
        + "the control that does"
    case .wire:
      "let the parts encrypt what they send: write `encrypted:` with what does it, such as `aes-ccm`, or "
        + "name the control that does"
    case .senses:
      "delete it: what people see, hear or press is hidden from others by where and how it is done, which a "
        + "control can say"
    }
  }

  /// So that nobody alters it unseen.
  var guardingHelp: String {
    switch self {
    case .stick:
      "sign or encrypt the files themselves: name a control with `mechanism: signature` in the `controls` of "
        + "the flow, or write `encrypted:` with what does it, such as `aes-256`"
    case .tag:
      "let the tag prove what it holds: name a control with `mechanism: mac` or `signature` in the "
        + "`controls` of the flow, or write `encrypted:` with what does it, such as `aes-128`"
    case .wire:
      "let each message carry a code, or keep others from the line: name a control with `mechanism: mac` or "
        + "`tamper-seal` in the `controls` of the flow, or write `encrypted:` with what does it, such as "
        + "`aes-ccm`"
    case .senses: hidingHelp
    }
  }

  /// So that the sender is known; nil where a login does it, as anywhere.
  var provingHelp: String? {
    switch self {
    case .stick:
      "a control that signs the files (`mechanism: signature`), or the `password`, `pin` or `mfa` of the "
        + "person"
    case .tag:
      "a control by which the tag proves itself (`mechanism: mac`, `signature` or `distance-bounding`)"
    case .wire: "a control by which each message proves it (`mechanism: mac` or `signature`)"
    case .senses: nil
    }
  }
}
