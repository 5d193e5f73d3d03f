// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMTestSupport
import Testing

/// The report as PDF and DOCX: what comes out of the programs of others.
@Suite(.serialized) struct PrintedReportTests {
  private static let pump = "$EXAMPLES/infusion-pump/infusion-pump.tm"
  private static let shop = "$EXAMPLES/web-shop/web-shop.tm"

  @Test(
    "a summary as PDF has 5 to 8 pages, true page numbers and bookmarks, and is the same again",
    .enabled(if: Printing.isThere, Printing.need), arguments: ["infusion-pump", "web-shop"])
  func summary(_ example: String) throws {
    let folder = try TemporaryFolder()
    let run = try ShellRun(
      """
      mkdir tmp; export TMPDIR=$PWD/tmp
      for name in one two; do
        tm report --edition summary -o $name.pdf $EXAMPLES/\(example)/\(example).tm || exit
      done
      cmp one.pdf two.pdf && ls -A tmp && pdfinfo one.pdf | sed -n 's/^Pages: *//p' && grep -a -c '^/Outlines' one.pdf
      """, in: folder.path)
    #expect(run.status == 0, "\(run.error)")
    let lines = run.output.split(separator: "\n").compactMap { Int($0) }
    try #require(lines.count == 2, "files are left over: \(run.output)")
    #expect((5...8).contains(lines[0]), "\(lines[0]) pages")
    #expect(lines[1] == 1)
    try expectTrueContents(of: "one.pdf", in: folder, atLeast: 4)
  }

  @Test(
    "the whole report as PDF has nine threats a page, and the numbers of its pages are true",
    .enabled(if: Printing.isThere, Printing.need))
  func whole() throws {
    let folder = try TemporaryFolder()
    let run = try ShellRun(
      "tm report -o whole.pdf \(Self.pump) && tm threats --format csv \(Self.pump)", in: folder.path
    )
    #expect(run.status == 0, "\(run.error)")
    let threats = run.output.split(separator: "\r\n").count - 1
    let pages = try expectTrueContents(of: "whole.pdf", in: folder, atLeast: 40)
    let start = try #require(
      pages.firstIndex { $0.contains(/\n *[0-9]+ +Threat register\n/) && !$0.contains("Contents") })
    let end = try #require(
      pages[(start + 1)...].firstIndex {
        $0.contains(/\n *[0-9]+ +[A-Z][a-z].*\n/) && !$0.contains(/Element +Category/)
      })
    #expect(threats >= 9 * (end - start), "\(threats) threats on \(end - start) pages")
  }

  @Test(
    "titles of strangers are words on paper", .enabled(if: Printing.isThere, Printing.need))
  func hostile() throws {
    let folder = try TemporaryFolder()
    for (place, title) in HostileTitle.all.prefix(3).enumerated() {
      try folder.write(title.model, to: "\(place).tm")
      let run = try ShellRun(
        "tm report \(place).tm -o \(place).pdf && pdfinfo \(place).pdf | grep -c 'JavaScript: *no'",
        in: folder.path)
      #expect(run.status == 0 && run.output == "1\n", "\(title): \(run.error)")
    }
  }

  @Test("without a browser that works, the program says what to do, and leaves nothing")
  func noBrowser() throws {
    let folder = try TemporaryFolder()
    try folder.write("model \"M\"\nprocess p \"P\"\n", to: "m.tm")
    try folder.write("#!/bin/sh\nsleep 60\n", to: "slow")
    let run = try ShellRun(
      """
      chmod +x slow; mkdir tmp; export TMPDIR=$PWD/tmp
      tm report -o m.pdf --browser ./none m.tm; tm report -o m.pdf --browser /bin/false m.tm
      tm report -o m.pdf --browser /bin/true m.tm; tm report -o m.pdf --time-limit 0.1 --browser ./slow m.tm
      tm report -o m.html --browser ./none m.tm; ls -A tmp; ls
      """, in: folder.path)
    #expect(run.output == "m.tm\nslow\ntmp\n")
    for text in [
      "`./none` is no program that can be run", "`/bin/false` could not print", "`--browser`",
      "`/bin/true` printed nothing", "`./slow` took longer than", "`-o report.html`",
    ] {
      #expect(run.error.contains(text), "\(text) in \(run.error)")
    }
  }

  @Test(
    "as DOCX, every link leads to a place",
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/pandoc"), "skipped: needs pandoc"))
  func word() throws {
    let folder = try TemporaryFolder()
    let run = try ShellRun(
      "tm report -o a.docx \(Self.shop); tm report -o b.docx \(Self.shop); cmp a.docx b.docx",
      in: folder.path)
    #expect(run.status == 0 && run.error.isEmpty, "\(run.error)")
    let answer = try Python.run([
      "-c",
      """
      import re, sys, zipfile
      book = zipfile.ZipFile(sys.argv[1] + "/a.docx")
      text = book.read("word/document.xml").decode()
      places = set(re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', text))
      lost = {link for link in re.findall(r'w:anchor="([^"]+)"', text)} - places
      assert not lost, (len(lost), sorted(lost)[:5])
      # Details reach over all columns, which have widths and fit the page; pages have numbers; no heading has
      # a list's number as well, and no paragraph is there for nothing.
      cells = re.findall(r"<w:tc>(?:(?!</w:tc>).)*</w:tc>", text)
      details = [cell for cell in cells if "References:" in cell]
      assert len(details) > 50 and all('<w:gridSpan w:val="7"' in cell for cell in details), len(details)
      grids = re.findall(r"<w:tblGrid>(.*?)</w:tblGrid>", text)
      assert all(sum(map(int, re.findall(r'w:w="([0-9]+)"', grid))) <= 10300 for grid in grids)
      assert len(set(re.findall(r"gridCol[^>]*>", grids[5]))) > 2, grids[5]
      assert "PAGE" in book.read("word/footer1.xml").decode() and "footerReference" in text
      assert 'w:val="Date"' not in text and text.count('>Contents<') == 1
      assert text.count("<w:tbl>") > 20 and any(name.endswith(".png") for name in book.namelist())
      """, folder.path,
    ])
    #expect(answer.status == 0, "\(answer.output)")
  }

  /// Holds the page numbers of the table of contents against the pages, and returns their texts.
  @discardableResult
  private func expectTrueContents(
    of file: String, in folder: TemporaryFolder, atLeast count: Int
  ) throws -> [String] {
    let text = try ShellRun("pdftotext -layout \(file) -", in: folder.path).output
    let pages = text.split(separator: "\u{C}", omittingEmptySubsequences: false).map { "\($0)\n" }
    let contents = try #require(pages.first { $0.contains("Contents\n") })
    var checked = 0
    for entry in contents.matches(
      of: /(?:^|\s)([0-9]+(?:\.[0-9]+)?) +(\p{Lu}(?:\S| \S)*) +([0-9]+)(?=\s)/)
    {
      let (title, page) = (String(entry.2), try #require(Int(entry.3)))
      guard page > 1, page <= pages.count else { continue }
      checked += 1
      #expect(
        pages[page - 1].contains(title.prefix(20)), "\(entry.1) \(title) is not on page \(page)")
    }
    #expect(checked >= count, "\(checked) entries in \(contents)")
    return pages
  }
}

/// What a report as PDF needs, and what reads it.
private enum Printing {
  static let need: Comment = "skipped: needs chromium, pdfinfo and pdftotext"
  static let isThere = ["chromium", "pdfinfo", "pdftotext"].allSatisfy {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
  }
}
