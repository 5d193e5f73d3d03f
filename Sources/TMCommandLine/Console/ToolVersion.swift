// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The version of the program.
enum ToolVersion {
  static let text = "0.1.0"
}
