// swift-tools-version: 6.1
// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

// Parsing alone has to be measured inside a process, and nothing outside the product's package can
// import its modules. `Sources` therefore links to the two modules that parsing needs: the same files,
// compiled with the same settings, with nothing for benchmarks in the product.
let package = Package(
  name: "drawbridge-benchmarks",
  targets: [
    .target(name: "TMSource"),
    .target(name: "TMSyntax", dependencies: ["TMSource"]),
    .executableTarget(name: "parse-benchmark", dependencies: ["TMSource", "TMSyntax"]),
  ],
  swiftLanguageModes: [.v6]
)
