// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMTestSupport
import Testing

@Suite("The risk register as other programs read it")
struct RegisterTests {
  private static let hasJSONSchema = Python.has("jsonschema")

  @Test(
    "the JSON of every example follows the published schema",
    .enabled(if: hasJSONSchema, "needs Python with the package jsonschema"),
    arguments: CompiledSample.examples, ["", "--full"])
  func schema(_ example: String, _ option: String) throws {
    let model = Repository.path("examples/\(example)/\(example).tm")
    let folder = try TemporaryFolder()
    let run = try ShellRun(
      "tm threats \(option) --format json '\(model)' > register.json", in: folder.path)
    #expect(run.status == 0, "\(run.error)")
    let answer = try Python.run([
      "-c",
      """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      jsonschema.Draft202012Validator(schema).validate(json.load(open(sys.argv[2])))
      """, Repository.path("docs/schemas/threats-1.schema.json"), folder.path + "/register.json",
    ])
    #expect(answer.status == 0, "\(answer.output)")
  }

  @Test("a reader of CSV gets as many fields as the head has, and no formula")
  func table() throws {
    let folder = try TemporaryFolder()
    let starts = ["=1+1", "+1", "-1", "@SUM(A1)", "\\t=1"]
    let threats = starts.enumerated().map { index, start in
      """
      threat own-\(index) "\(start) \(index)" { category: tampering; status: accepted
        because: "\(start)"; approver: "\(start)"; score: 3.2; actor: "\(start), \\"x\\"" }
      """
    }
    try folder.write(
      """
      model "m" { version: "=2" }
      external e "=e"
      process p "@p" {
        \(threats.joined(separator: "\n"))
      }
      flow f: e -> p "+f"
      """, to: "model.tm")
    let run = try ShellRun(
      "tm threats --full --format csv model.tm > register.csv", in: folder.path)
    #expect(run.status == 0, "\(run.error)")
    let answer = try Python.run([
      "-c",
      """
      import csv, sys
      rows = list(csv.reader(open(sys.argv[1], newline="", encoding="utf-8")))
      assert len(rows) > 5, len(rows)
      assert {len(row) for row in rows} == {len(rows[0])}
      cells = [cell for row in rows for cell in row]
      assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\\t")], cells
      assert sum(cell.startswith("'") for cell in cells) >= 15
      """, folder.path + "/register.csv",
    ])
    #expect(answer.status == 0, "\(answer.output)")
  }
}
