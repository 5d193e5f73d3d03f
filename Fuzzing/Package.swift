// swift-tools-version: 6.1
// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

// Everything is compiled with counters for the fuzzer, which nothing of the product shall be: `Sources` links to
// the modules that the properties need. `scripts/fuzz` builds it.
let library = [
  "stride", "stride-inside", "stride-origins", "stride-people", "medical-life", "medical-functions",
  "medical-protocols",
  "medical-data", "medical-interfaces", "linddun", "cia",
]

let package = Package(
  name: "drawbridge-fuzzing",
  targets: [
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "TMSource"),
    .target(name: "TMSyntax", dependencies: ["TMSource"]),
    .target(name: "TMModel", dependencies: ["TMSyntax"]),
    .target(name: "TMScoring"),
    .target(
      name: "TMThreats", dependencies: ["TMModel"],
      resources: library.map { .embedInCode("Library/\($0).tm") }),
    .target(name: "TMRisk", dependencies: ["TMModel", "TMScoring", "TMThreats"]),
    .target(name: "TMComponents", dependencies: ["TMModel", "TMScoring"]),
    .target(name: "TMLint", dependencies: ["TMModel", "TMThreats", "TMRisk", "TMComponents"]),
    .target(
      name: "TMAnalysis",
      dependencies: ["TMModel", "TMThreats", "TMRisk", "TMComponents", "TMLint"]),
    .target(name: "TMFormat", dependencies: ["TMSyntax"]),
    .target(
      name: "TMInterchange",
      dependencies: [
        "TMModel", "TMThreats", "TMComponents", "TMFormat", "CExpat", "CYAML", "CZlib",
      ]),
    .target(name: "TMWriting", dependencies: ["TMModel"]),
    .target(name: "TMFindings", dependencies: ["TMComponents", "TMLint", "TMWriting"]),
    .target(
      name: "TMProperties",
      dependencies: ["TMAnalysis", "TMFindings", "TMFormat", "TMInterchange", "TMScoring"]),
    .executableTarget(name: "fuzz", dependencies: ["TMProperties"]),
    .executableTarget(name: "mutate-examples", dependencies: ["TMProperties"]),
  ],
  swiftLanguageModes: [.v6]
)
