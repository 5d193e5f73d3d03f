// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMTestSupport
import Testing

/// The report as data: JSON, workbooks and tables, as other programs read them.
@Suite("The report as data")
struct ReportDataTests {
  /// The examples, the model of `tm init`, and one with hostile words everywhere.
  private static let models = CompiledSample.examples + ["starter", "hostile"]

  /// Writes a model of the list into a folder, and answers its path.
  private static func model(_ name: String, in folder: TemporaryFolder) throws -> String {
    switch name {
    case "starter": _ = try ShellRun("tm init .", in: folder.path)
    case "hostile": try folder.write(HostileReport.model, to: "model.tm")
    default: return Repository.path("examples/\(name)/\(name).tm")
    }
    return folder.path + "/model.tm"
  }

  @Test(
    "the JSON follows the published schema, which knows every field",
    .enabled(if: Python.has("jsonschema"), "skipped: needs Python with the package jsonschema"),
    arguments: models)
  func schema(_ name: String) throws {
    let folder = try TemporaryFolder()
    let model = try Self.model(name, in: folder)
    let run = try ShellRun("tm report '\(model)' -o report.json", in: folder.path)
    #expect(run.status == 0 && run.error == "" && run.output == "", "\(run.error)")
    let answer = try Python.run([
      "-c",
      """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      report = json.load(open(sys.argv[2]))
      jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(report)
      broken = dict(report, unknown=1)
      assert not jsonschema.Draft202012Validator(schema).is_valid(broken)
      def described(schema):
          for field in schema.get("properties", {}).values(): assert field["description"], field
          if "properties" in schema: assert schema["additionalProperties"] is False
      described(schema)
      for definition in schema["$defs"].values(): described(definition)
      # Ids lead somewhere.
      ids = {e["id"] for k in ("elements", "flows", "assets", "interfaces", "boundaries") for e in report[k]}
      for threat in report["threats"]: assert threat["about"] in ids, threat["about"]
      for flow in report["flows"]: assert flow["source"]["id"] in ids and flow["target"]["id"] in ids
      assert len(report["threats"]) == report["summary"]["threats"]["total"] > 0
      """, Repository.path("docs/schemas/report-1.schema.json"), folder.path + "/report.json",
    ])
    #expect(answer.status == 0, "\(answer.output)")
  }

  @Test("the threats are those of the register", arguments: CompiledSample.examples)
  func threats(_ name: String) throws {
    let model = Repository.path("examples/\(name)/\(name).tm")
    let folder = try TemporaryFolder()
    let run = try ShellRun(
      """
      tm threats --full --format json '\(model)' > threats.json
      tm report --format json '\(model)' > report.json
      """, in: folder.path)
    #expect(run.status == 0, "\(run.error)")
    let answer = try Python.run([
      "-c",
      """
      import json, sys
      one, other = (json.load(open(f"{sys.argv[1]}/{name}.json"))["threats"] for name in ("threats", "report"))
      assert one == other and one
      """, folder.path,
    ])
    #expect(answer.status == 0, "\(answer.output)")
  }

  @Test(
    "a workbook has its sheets, headings, filters, types and links",
    .enabled(if: Workbook.canRead, Workbook.need), arguments: models)
  func workbook(_ name: String) throws {
    let folder = try TemporaryFolder()
    let model = try Self.model(name, in: folder)
    let run = try ShellRun(
      "tm report '\(model)' -o report.xlsx; tm report '\(model)' --format csv -o tables/; ls | sort",
      in: folder.path)
    #expect(run.status == 0 && run.error == "", "\(run.error)")
    #expect(run.output.hasSuffix("report.xlsx\ntables\n"))
    let answer = try Python.run([
      "-c",
      """
      import csv, datetime, openpyxl, sys
      folder = sys.argv[1]
      book = openpyxl.load_workbook(folder + "/report.xlsx")
      assert book.sheetnames == ("Summary Register Trace Controls Requirements Verifications Assets "
          "Elements Boundaries Interfaces Components Flows Hazards Assumptions Decisions").split()
      numbers = dates = links = coloured = 0
      for sheet in book:
          with open(f"{folder}/tables/{sheet.title.lower()}.csv", newline="", encoding="utf-8") as file:
              rows = list(csv.reader(file))
          assert (sheet.max_row, sheet.max_column) == (len(rows), len(rows[0])), sheet.title
          assert sheet.freeze_panes == "B2" and sheet.auto_filter.ref.startswith("A1:")
          heading = [cell.value for cell in sheet[1]]
          # Words, where the table for programs has keys; no two alike.
          assert all(h[0].isupper() and "-" not in h for h in heading) and len(set(heading)) == len(heading), heading
          assert all(cell.font.bold for cell in sheet[1])
          # On paper: as wide as its pages, with the headings on each.
          assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.print_title_rows == "$1:$1"
          across = sheet.page_setup.fitToWidth or 1
          shown = sum(d.width * (d.max - d.min + 1) for d in sheet.column_dimensions.values() if not d.hidden)
          assert (across - 1) * 190 < shown * 1.1 and shown <= across * 200, (sheet.title, shown, across)
          assert int(sheet.page_setup.fitToHeight) == 0 and "&P" in sheet.oddFooter.right.text.replace("Page", "&P")
          assert all(8 < d.width < 62 for d in sheet.column_dimensions.values())
          for row in sheet.iter_rows(min_row=2):
              for cell in row:
                  assert cell.data_type in "snd", (cell.coordinate, cell.data_type)
                  numbers += cell.data_type == "n" and cell.value is not None
                  dates += isinstance(cell.value, datetime.datetime)
                  coloured += cell.fill.fgColor.rgb not in ("00000000",)
                  if cell.value is not None: assert cell.alignment.wrap_text
                  if cell.hyperlink:
                      links += 1
                      assert cell.hyperlink.target is None, cell.hyperlink.target
                      title, place = cell.hyperlink.location.split("!")
                      target = book[title.strip("'")][place]
                      assert target.value == cell.value, (target.value, cell.value)
      known = {row[0].value: row[1].value for row in book["Summary"].iter_rows()}
      assert "Threats: open" in known and "threats-open" not in known, known
      words = {cell.value for sheet in book for column in sheet.iter_cols() for cell in column[1:]
          if column[0].value in ("Categories", "Status", "Treatment") and cell.value}
      assert words and not any("-" in word for word in words), words
      assert numbers > 20 and links > 5 and coloured > 5, (numbers, links, coloured)
      if "infusion" in sys.argv[2]: assert dates > 20
      assert book.properties.subject == "Threat model"
      # Never the time of the run: the day that the model states, or the first of a ZIP file.
      stated = [row[1].value for row in book["Summary"].iter_rows() if row[0].value == "Date"]
      assert book.properties.created == (stated or [datetime.datetime(1980, 1, 1)])[0]
      """, folder.path, model,
    ])
    #expect(answer.status == 0, "\(answer.output)")
  }

  @Test(
    "LibreOffice opens a workbook and a table and keeps their rows",
    .enabled(
      if: Workbook.canWrite && LibreOffice.isInstalled,
      "skipped: needs libxlsxwriter and LibreOffice (libreoffice-calc)"),
    arguments: ["infusion-pump", "hostile"], ["report.xlsx", "register.csv"])
  func libreOffice(_ name: String, _ file: String) throws {
    // Without a window nobody can say that the text is UTF-8.
    let utf8 = file.hasSuffix("csv") ? "--infilter='Text - txt - csv (StarCalc):44,34,76,1'" : ""
    let folder = try TemporaryFolder()
    let model = try Self.model(name, in: folder)
    let run = try ShellRun(
      """
      tm report '\(model)' -o report.xlsx && tm report '\(model)' --sheet register -o register.csv
      mkdir out && soffice -env:UserInstallation=file://$PWD/profile --headless \(utf8) --convert-to \
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1' \
      --outdir out \(file) > log 2>&1
      """, in: folder.path)
    #expect(run.status == 0, "\(run.error)")
    let answer = try Python.run([
      "-c",
      """
      import csv, glob, sys
      csv.field_size_limit(10**9)
      read = lambda path: list(csv.reader(open(path, newline="", encoding="utf-8")))
      folder = sys.argv[1]
      own = read(f"{folder}/register.csv")
      found = glob.glob(f"{folder}/out/*.csv")
      assert len(found) == (15 if sys.argv[2].endswith("xlsx") else 1), found
      # A cell that is `'=x` in the table is `=x` in the workbook.
      plain = lambda text: (text[1:] if text[:1] == "'" else text).replace("\\ufffe", "\\ufffd")
      other = read(next(path for path in found if "egister" in path))
      assert [row[0] for row in other[1:]] == [row[0] for row in own[1:]], other[:2]
      for mine, theirs in zip(own[1:], other[1:]):
          if len(mine[1]) < 300: assert plain(theirs[1]) == plain(mine[1]), (mine[1], theirs[1])
      """, folder.path, file,
    ])
    #expect(answer.status == 0, "\(answer.output)")
  }

  @Test(
    "the same bytes in every run, language and time zone", arguments: CompiledSample.examples,
    [
      "-o $1.json", "--format csv -o $1/",
      "--template $EXAMPLES/templates/design-history.md -o $1.md",
    ])
  func deterministic(_ name: String, _ options: String) throws {
    let folder = try TemporaryFolder()
    let run = try ShellRun(
      """
      report() { tm report $EXAMPLES/\(name)/\(name).tm \(options); }
      report first; sleep 1; LC_ALL=tr_TR.UTF-8 LANG=de_DE.UTF-8 TZ=Asia/Tokyo report second
      for file in first*; do diff -r $file second${file#first}; done; ls | wc -l
      """, in: folder.path)
    #expect(run.status == 0 && run.error == "", "\(run.error)")
    #expect(run.output.trimmingCharacters(in: .whitespacesAndNewlines) == "2")
  }

  @Test(
    "the same workbook in every run, language and time zone",
    .enabled(if: Workbook.canWrite, Workbook.need), arguments: CompiledSample.examples)
  func deterministicWorkbook(_ name: String) throws { try deterministic(name, "-o $1.xlsx") }

  @Test("nothing changes when declarations move")
  func moved() throws {
    let page = try Repository.text("docs/traceability.md")
    let block = try #require(MarkdownBlock.blocks(in: page).first { $0.file == "pump.tm" })
    let text = block.text + HostileReport.neutral
    let parts = text.components(separatedBy: "\n}\n").dropLast().map { $0 + "\n}\n" }
    #expect(parts.count > 8)
    let folder = try TemporaryFolder()
    try folder.write(parts.joined(), to: "a.tm")
    try folder.write(parts.reversed().joined(), to: "b.tm")
    let run = try ShellRun(
      """
      for model in a b; do
        tm report $model.tm -o $model.json && tm report $model.tm --format csv -o $model/ || exit
      done
      cmp a.json b.json && diff -r a b && wc -c < a.json
      """, in: folder.path)
    #expect(run.status == 0 && run.error == "", "\(run.output)\(run.error)")
  }

  @Test(
    "a full disk leaves the file that was there", .enabled(if: Workbook.canWrite, Workbook.need))
  func failure() throws {
    let folder = try TemporaryFolder()
    let model = Repository.path("examples/web-shop/web-shop.tm")
    let run = try ShellRun(
      """
      echo kept > report.xlsx; echo kept > report.json
      (ulimit -f 8; tm report '\(model)' -o report.xlsx; tm report '\(model)' -o report.json)
      cat report.xlsx report.json; ls -A
      """, in: folder.path)
    #expect(run.output == "kept\nkept\nreport.json\nreport.xlsx\n", "\(run.output)\(run.error)")
  }
}

/// What reading and writing workbooks needs.
enum Workbook {
  static let need: Comment = "skipped: needs libxlsxwriter, and Python with the package openpyxl"

  /// Whether the library is installed: the program then writes a workbook.
  static let canWrite: Bool = {
    guard let folder = try? TemporaryFolder() else { return false }
    try? folder.write("model \"M\"", to: "m.tm")
    return (try? ShellRun("tm report m.tm -o m.xlsx", in: folder.path))?.status == 0
  }()

  static let canRead = canWrite && Python.has("openpyxl")
}

/// Whether a spreadsheet program is there to open what was written.
enum LibreOffice {
  static let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/bin/soffice")
}
