// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc
import TMDiagram
import TMDocument
import TMHTML
import TMModel
import TMRegister

/// The report on paper: the page that a browser shows, printed by one.
///
/// A browser knows on which page a heading stands only after it broke the pages. So it prints twice: the
/// second time with the numbers of the first in the table of contents, which leaves room for them, and
/// once more should a page break have moved.
struct PDFReport {
  /// The path of the browser.
  let browser: String
  /// In seconds, for each time that it prints.
  let timeLimit: Double

  private static let passes = 4

  /// - Parameter day: the day that the file states as its own; the first of 1980 where there is none.
  func bytes(
    of document: ReportDocument, _ source: ReportSource, day: CalendarDate?
  ) throws(CommandFailure) -> [UInt8] {
    let folder = try TemporaryFolder()
    var pages: [String: Int] = [:]
    for _ in 0..<Self.passes {
      let page = HTMLReport.bytes(of: document, source, on: .paper(pages: pages))
      var file = try print(page, in: folder)
      let found = file.destinations
      guard !found.isEmpty else {
        throw failure("printed a file without places", help: "use a newer Chromium or Chrome")
      }
      if found == pages {
        file.setDate(year: day?.year ?? 1980, month: day?.month ?? 1, day: day?.day ?? 1)
        return file.bytes
      }
      pages = found
    }
    throw failure(
      "breaks the pages anew each time", help: "write `-o report.html`, and print that page")
  }

  /// Has a page printed, with nothing from anywhere else.
  private func print(_ page: [UInt8], in folder: borrowing TemporaryFolder)
    throws(CommandFailure) -> PDFFile
  {
    let (input, output) = (folder.file("report.html"), folder.file("report.pdf"))
    unlink(output)
    try FileWriter.put(input, page)
    var arguments = [
      "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync",
      "--disable-background-networking", "--disable-component-update", "--disable-breakpad",
      "--disable-dev-shm-usage", "--mute-audio", "--host-resolver-rules=MAP * ~NOTFOUND",
      "--user-data-dir=" + folder.file("browser"), "--no-pdf-header-footer",
      "--generate-pdf-document-outline", "--print-to-pdf=" + output,
    ]
    // Chromium refuses to run as the superuser with its sandbox. The page has no script, and its
    // policy lets nothing in.
    if geteuid() == 0 { arguments.append("--no-sandbox") }
    do throws(WorkerError) {
      let outcome = try ChildProcess.run(
        browser, arguments + ["file://" + input], input: [], timeLimit: timeLimit)
      if outcome.status != 0 { throw .failed(message: outcome.message) }
    } catch {
      throw failure(error)
    }
    do throws(ReadFailure) {
      guard let file = PDFFile(try FileReader.read(output, tooLarge: "print it with a browser"))
      else { throw ReadFailure(reason: "is no PDF", help: "") }
      return file
    } catch {
      throw failure("printed nothing", help: "try `\(browser) --headless --print-to-pdf PAGE`")
    }
  }

  private func failure(_ reason: String, help: String) -> CommandFailure {
    CommandFailure("the browser `\(browser)` \(reason)", help: help)
  }

  private func failure(_ error: WorkerError) -> CommandFailure {
    switch error {
    case .timedOut(let seconds):
      failure(
        "took longer than \(Int(seconds)) s to print the report",
        help: "raise `--time-limit`, or choose `--edition summary`")
    case .crashed(let signal):
      failure("ended by signal \(signal)", help: "write `-o report.html`, and print that page")
    case .failed(let message):
      failure(
        "could not print: \(message)",
        help: "name another one with `--browser`, or write `-o report.html`, and print that page")
    case .cannotStart(_, let reason):
      failure("cannot be run: \(reason)", help: "name another one with `--browser`")
    case .missingLibrary, .unreadableAnswer:
      failure("gave no answer", help: "write `-o report.html`, and print that page")
    }
  }
}
