// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDiagram
import TMDocument
import TMHTML
import TMModel
import TMRegister

/// The report as a document of a word processor, for those who have to paste from it: made by pandoc from
/// the text and tables of the web page, with the pictures as PNG.
struct WordReport {
  /// The path of pandoc.
  let pandoc: String
  /// In seconds.
  let timeLimit: Double

  func bytes(of document: ReportDocument, _ source: ReportSource) throws(CommandFailure) -> [UInt8]
  {
    var pictures: [String: [UInt8]] = [:]
    let worker = WorkerCommand.itself(timeLimit: timeLimit)
    for picture in source.pictures where picture.kind != .level {
      do throws(WorkerError) {
        pictures[picture.id] = try Raster.convert(picture.svg, to: .png(scale: 2), worker: worker)
      } catch {
        throw CommandFailure(error.message, help: error.help)
      }
    }
    let page = HTMLReport.bytes(of: document, source, on: .wordProcessor(pictures: pictures))
    let folder = try TemporaryFolder()
    let (input, output) = (folder.file("report.html"), folder.file("report.docx"))
    let template = folder.file("template.docx")
    try FileWriter.put(input, page)
    try FileWriter.put(template, WordTemplate.bytes)
    do throws(WorkerError) {
      let outcome = try ChildProcess.run(
        pandoc,
        [
          "--from=html", "--to=docx", "--toc", "--toc-depth=2", "--metadata=toc-title:Contents",
          // The title is none of the headings: chapters are the first level.
          "--shift-heading-level-by=-1", "--reference-doc=" + template, "--output=" + output, input,
        ], input: [], timeLimit: timeLimit, environment: ["SOURCE_DATE_EPOCH": "315532800"])
      if outcome.status != 0 {
        let silent = "it ended with status \(outcome.status), and without a word"
        throw .failed(message: outcome.message.isEmpty ? silent : outcome.message)
      }
    } catch {
      throw failure(error)
    }
    do throws(ReadFailure) {
      return try FileReader.read(output, tooLarge: "choose `--edition summary`")
    } catch {
      throw CommandFailure("`\(pandoc)` wrote no document", help: "check that it works")
    }
  }

  private func failure(_ error: WorkerError) -> CommandFailure {
    let reason =
      switch error {
      case .timedOut(let seconds): "took longer than \(Int(seconds.rounded(.up))) s"
      case .crashed(let signal): "ended by signal \(signal)"
      case .failed(let message): "could not make the document: \(message)"
      case .cannotStart(_, let reason): "cannot be run: \(reason)"
      case .missingLibrary, .unreadableAnswer: "gave no answer"
      }
    return CommandFailure(
      "`\(pandoc)` \(reason)",
      help: "raise `--time-limit`, choose `--edition summary`, or write `-o report.md`")
  }
}
