// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMDiff
import TMModel
import TMRisk
import TMTestSupport
import TMThreats
import Testing

/// Models in memory, compared as the program does.
enum ComparedSample {
  /// What is different between the models of two lists of files; the first of a list is its root.
  static func difference(
    from old: [(path: String, text: String)], to new: [(path: String, text: String)]
  ) throws -> ModelDifference {
    ModelDifference(
      from: try model(old), to: try model(new), today: try #require(LintRun.today))
  }

  static func difference(from old: String, to new: String) throws -> ModelDifference {
    try difference(from: [("old.tm", old)], to: [("new.tm", new)])
  }

  /// One side; of no files the model that declares nothing.
  static func model(_ files: [(path: String, text: String)]) throws -> ComparedModel {
    guard !files.isEmpty else {
      let empty = CompiledModel.empty
      return ComparedModel(empty.model, empty.register, empty.risks)
    }
    let sample = try CompiledSample(files: files)
    for diagnostic in sample.compilation.diagnostics {
      #expect(diagnostic.severity != .error, "\(diagnostic.message)")
    }
    let review = sample.review(today: try #require(LintRun.today))
    return ComparedModel(
      sample.model, sample.register, sample.risks, findings: review.findings,
      excused: review.excused, severities: review.severities)
  }
}
