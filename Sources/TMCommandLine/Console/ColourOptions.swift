// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// Options that every command has.
struct ColourOptions: ParsableArguments {
  @Flag(name: .customLong("no-color"), help: "Print without colours, as with NO_COLOR=1.")
  var noColor = false
}
