// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMTestSupport
import Testing

/// What is remembered while conditions are evaluated says the same as evaluating them anew.
@Suite("Evaluation of conditions")
struct EvaluationTests {
  @Test("what is known of all that goes over a connection is not taken for what one flow is")
  func sights() throws {
    let model = try LintRun(
      """
      model "M"
      process app "App"
      process store "Shop"
      flow a: app -> store "Asks" { protocol: https }
      flow b: app -> store "Updates" { over: a; function: update }
      rule r "R" { applies-to: flow; when: all target.flows-in where function has update }
      """
    ).model
    let rule = try #require(model.all(.rule).first)
    let condition = try #require(model.conditions(rule, .when).first)
    let flow = Subject(try #require(model.graph.flows.first).entity)
    #expect(Evaluator(model).holds(condition, for: flow))
    #expect(!Evaluator(model, sight: .flow).holds(condition, for: flow))
    let table = ClauseTable([condition])
    var answers = ClauseAnswers(table, model)
    let holds = Evaluator.Sight.allCases.map {
      answers.holds(0, of: table, for: flow, seeing: $0)
    }
    let alone = Evaluator.Sight.allCases.map {
      Evaluator(model, sight: $0).holds(condition, for: flow)
    }
    #expect(holds == alone)
  }

  @Test(
    "clauses that conditions share hold as each condition by itself",
    arguments: CompiledSample.examples)
  func clauses(_ example: String) throws {
    let model = try CompiledSample(example: example).model
    let conditions = model.all(.threatTemplate).compactMap { model.conditions($0, .when).first }
    let table = ClauseTable(conditions)
    var answers = ClauseAnswers(table, model)
    for flow in model.graph.flows {
      for subject in [Subject(flow.entity), Subject(flow.entity, .backwards)] {
        for sight in Evaluator.Sight.allCases {
          let evaluator = Evaluator(model, sight: sight)
          for (place, condition) in conditions.enumerated() {
            let holds = answers.holds(place, of: table, for: subject, seeing: sight)
            #expect(holds == evaluator.holds(condition, for: subject))
          }
        }
      }
    }
  }
}
