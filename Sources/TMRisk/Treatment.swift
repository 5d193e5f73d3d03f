// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// How a risk is treated; the words of `treatment` in a model.
package enum Treatment: String, CaseIterable, Sendable {
  case eliminate
  case mitigate
  case accept
  case transfer
  case avoid
}
