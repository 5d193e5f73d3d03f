// swift-tools-version: 6.1
// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

// What every run of the program and nearly every test starts with: the built-in library is parsed and compiled. Without
// optimisation that takes ten times as long, and the tests start hundreds of runs.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

// The targets stand in pipeline order: each imports only what stands above it.
let package = Package(
  name: "drawbridge",
  products: [
    .executable(name: "tm", targets: ["tm"]),
    .executable(name: "tm-template", targets: ["tm-template"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CFileSystem"),
    .target(name: "TMSource", swiftSettings: optimised),
    .target(name: "TMSyntax", dependencies: ["TMSource"], swiftSettings: optimised),
    .target(name: "TMModel", dependencies: ["TMSyntax"], swiftSettings: optimised),
    .target(name: "TMScoring"),
    .target(
      name: "TMThreats", dependencies: ["TMModel"],
      resources: [
        .embedInCode("Library/stride.tm"), .embedInCode("Library/stride-interfaces.tm"),
        .embedInCode("Library/stride-assets.tm"), .embedInCode("Library/stride-elements.tm"),
        .embedInCode("Library/stride-inside.tm"),
        .embedInCode("Library/stride-origins.tm"),
        .embedInCode("Library/stride-people.tm"), .embedInCode("Library/stride-machines.tm"),
        .embedInCode("Library/medical-life.tm"),
        .embedInCode("Library/medical-functions.tm"), .embedInCode("Library/medical-protocols.tm"),
        .embedInCode("Library/medical-data.tm"), .embedInCode("Library/medical-interfaces.tm"),
        .embedInCode("Library/linddun.tm"), .embedInCode("Library/cia.tm"),
      ], swiftSettings: optimised),
    .target(name: "TMRisk", dependencies: ["TMModel", "TMScoring", "TMThreats"]),
    .target(name: "TMComponents", dependencies: ["TMModel", "TMScoring"]),
    .target(name: "TMLint", dependencies: ["TMModel", "TMThreats", "TMRisk", "TMComponents"]),
    .target(
      name: "TMAnalysis",
      dependencies: ["TMSyntax", "TMModel", "TMThreats", "TMRisk", "TMComponents", "TMLint"]),
    .target(name: "TMDiff", dependencies: ["TMModel", "TMThreats", "TMRisk"]),
    .target(name: "TMFormat", dependencies: ["TMSyntax"]),
    .target(
      name: "TMInterchange",
      dependencies: [
        "TMModel", "TMScoring", "TMThreats", "TMComponents", "TMAnalysis", "TMFormat", "CExpat",
        "CYAML", "CZlib",
      ]),
    // Leading flows through a picture is arithmetic over a grid: without optimisation it takes a hundred
    // times as long, and the tests draw hundreds of pictures.
    .target(
      name: "TMDiagram", dependencies: ["TMModel", "TMThreats", "CGraphviz"],
      swiftSettings: optimised),
    .target(name: "TMWriting", dependencies: ["TMModel"]),
    .target(
      name: "TMFindings", dependencies: ["TMComponents", "TMLint", "TMWriting"]),
    .target(name: "TMRatings", dependencies: ["TMScoring", "TMFindings", "TMWriting"]),
    .target(
      name: "TMRegister",
      dependencies: [
        "TMModel", "TMScoring", "TMThreats", "TMRisk", "TMComponents", "TMRatings",
      ]),
    .target(name: "TMDocument", dependencies: ["TMRatings", "TMRegister"]),
    .target(
      name: "TMHTML", dependencies: ["TMDocument"],
      resources: [.embedInCode("report.css"), .embedInCode("report.js")]),
    .target(name: "TMMarkdown", dependencies: ["TMDocument"]),
    .target(name: "TMTemplate", dependencies: ["TMRegister"]),
    .target(name: "TMChanges", dependencies: ["TMDiff", "TMDocument"]),
    .target(name: "TMHandbook", dependencies: ["TMAnalysis", "TMRegister"]),
    .target(name: "TMSpreadsheet", dependencies: ["TMRegister"]),
    .target(name: "TMLanguageService", dependencies: ["TMAnalysis", "TMFormat", "TMLint"]),
    .target(
      name: "TMLanguageServer", dependencies: ["TMLanguageService", "TMHandbook"]),
    .target(name: "TMExport", dependencies: ["TMInterchange", "TMDiagram", "TMRegister"]),
    .target(
      name: "TMCommandLine",
      dependencies: [
        "TMScoring", "TMLint", "TMThreats", "TMRisk", "TMComponents", "TMDiff", "TMFormat",
        "TMDiagram", "TMAnalysis", "TMFindings", "TMRatings", "TMRegister", "TMDocument", "TMHTML",
        "TMMarkdown", "TMTemplate", "TMChanges", "TMHandbook", "TMSpreadsheet", "TMInterchange",
        "TMLanguageServer",
        "TMExport", "CFileSystem",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [.embedInCode("Starter/model.tm")]),
    .executableTarget(name: "tm", dependencies: ["TMCommandLine", "TMDiagram"]),
    // Fills templates in for `tm`, which stays free of Foundation.
    .executableTarget(
      name: "tm-template",
      dependencies: ["TMTemplate", .product(name: "Mustache", package: "swift-mustache")]),
    // The diagram is laid out by a child process: the tests run the program that ships as that child.
    .testTarget(
      name: "TMDiagramTests", dependencies: ["TMDiagram", "TMTestSupport", "tm"],
      exclude: ["Cases", "layout-library.txt"]),
    .target(
      name: "TMProperties",
      dependencies: ["TMAnalysis", "TMFindings", "TMFormat", "TMInterchange", "TMScoring"],
      path: "Tests/TMProperties"),
    .target(
      name: "TMTestSupport",
      dependencies: [
        "TMProperties", "TMSyntax", "TMModel", "TMThreats", "TMRisk", "TMComponents", "TMAnalysis",
        "TMFindings",
      ],
      path: "Tests/TMTestSupport"),
    .testTarget(
      name: "TMScoringTests", dependencies: ["TMScoring", "TMTestSupport"], exclude: ["Tables"]),
    .testTarget(
      name: "TMThreatsTests", dependencies: ["TMThreats", "TMTestSupport"], exclude: ["Cases"]),
    .testTarget(
      name: "TMRiskTests", dependencies: ["TMRisk", "TMModel", "TMSyntax", "TMTestSupport"]),
    .testTarget(
      name: "TMComponentsTests", dependencies: ["TMComponents", "TMRegister", "TMTestSupport"],
      exclude: ["Fixtures", "Tables", "validate.py", "validate_vex.py"]),
    .testTarget(
      name: "TMLintTests",
      dependencies: ["TMLint", "TMModel", "TMSyntax", "TMThreats", "TMRisk", "TMTestSupport"]),
    .testTarget(
      name: "TMLanguageServerTests",
      dependencies: ["TMLanguageServer", "TMFindings", "TMTestSupport"],
      exclude: ["Cases"]),
    .testTarget(name: "TMAnalysisTests", dependencies: ["TMAnalysis", "TMTestSupport"]),
    .testTarget(
      name: "TMDiffTests",
      dependencies: ["TMDiff", "TMChanges", "TMLint", "TMFormat", "TMTestSupport"],
      exclude: ["Cases"]),
    .testTarget(
      name: "TMReportTests",
      dependencies: [
        "TMFindings", "TMRatings", "TMRegister", "TMDocument", "TMHTML", "TMMarkdown", "TMTemplate",
        "TMHandbook", "TMSpreadsheet", "TMScoring", "TMSource", "TMSyntax", "TMModel", "TMThreats",
        "TMLint", "TMFormat", "TMTestSupport",
      ],
      exclude: ["validate_sarif.py"]),
    .testTarget(
      name: "TMModelTests", dependencies: ["TMModel", "TMSyntax", "TMTestSupport"]),
    .testTarget(
      name: "TMInterchangeTests",
      dependencies: ["TMInterchange", "TMSource", "TMThreats", "TMTestSupport", "CZlib"],
      exclude: ["count_sources.py"]),
    .testTarget(
      name: "TMExportTests",
      dependencies: [
        "TMExport", "TMInterchange", "TMComponents", "TMModel", "TMSyntax", "TMThreats",
        "TMTestSupport",
      ],
      exclude: ["validate.py", "read_back.py"]),
    .testTarget(name: "TMPropertyTests", dependencies: ["TMProperties", "TMTestSupport"]),
    .testTarget(name: "TMSyntaxTests", dependencies: ["TMSyntax", "TMTestSupport"]),
    .testTarget(name: "TMRepositoryTests", dependencies: ["TMTestSupport"]),
    .testTarget(name: "TMFormatTests", dependencies: ["TMFormat", "TMTestSupport"]),
    .testTarget(
      name: "TMCommandLineTests",
      dependencies: ["TMCommandLine", "TMLint", "TMTestSupport", "tm", "tm-template"],
      exclude: ["Cases", "Browser", "Editors"]),
  ],
  swiftLanguageModes: [.v6]
)
