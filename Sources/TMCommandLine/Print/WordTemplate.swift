// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMWriting

/// The document whose page and styles pandoc takes over: A4, the number of the page below, letters of tables
/// small enough for eight columns.
enum WordTemplate {
  static let bytes = StoredArchive.bytes(of: [
    ("word/document.xml", document), ("word/_rels/document.xml.rels", relationships),
    ("word/footer1.xml", footer), ("word/styles.xml", styles),
  ])

  private static let main =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
  private static let offices = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private static let document = """
    <w:document \(main) xmlns:r="\(offices)"><w:body><w:p/><w:sectPr>\
    <w:footerReference w:type="default" r:id="rId20"/><w:pgSz w:w="11906" w:h="16838"/>\
    <w:pgMar w:top="1021" w:right="850" w:bottom="1021" w:left="850" w:header="567" w:footer="510" \
    w:gutter="0"/></w:sectPr></w:body></w:document>
    """

  private static let relationships = """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    <Relationship Id="rId20" Type="\(offices)/footer" Target="footer1.xml"/></Relationships>
    """

  private static let footer = """
    <w:ftr \(main)><w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="right"/></w:pPr>\
    \(field("PAGE"))<w:r><w:t xml:space="preserve"> / </w:t></w:r>\(field("NUMPAGES"))</w:p></w:ftr>
    """

  private static func field(_ name: String) -> String {
    """
    <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> \(name) \
    </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>\
    <w:r><w:fldChar w:fldCharType="end"/></w:r>
    """
  }

  private static let styles = """
    <w:styles \(main)><w:docDefaults><w:rPrDefault><w:rPr>\
    <w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>\
    <w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/>\
    </w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault>\
    </w:docDefaults>\
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
    <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">\
    <w:name w:val="Default Paragraph Font"/></w:style>\
    \(paragraph("BodyText", "Body Text"))\(paragraph("FirstParagraph", "First Paragraph"))\
    \(paragraph("Compact", "Compact", "<w:spacing w:before=\"20\" w:after=\"20\"/>", size: 15))\
    \(paragraph("Title", "Title", size: 44, isBold: true))\
    \(heading(1, size: 32, before: 360))\(heading(2, size: 25, before: 280))\
    \(heading(3, size: 21, before: 200))\
    \(paragraph("TOCHeading", "TOC Heading", size: 28, isBold: true))\
    \(contents(1, indent: 0))\(contents(2, indent: 280))\
    \(paragraph("DefinitionTerm", "Definition Term", "<w:keepNext/><w:spacing w:after=\"0\"/>", isBold: true))\
    \(paragraph("Definition", "Definition"))\
    \(paragraph("TableCaption", "Table Caption", "<w:keepNext/>", isBold: true))\
    \(paragraph("ImageCaption", "Image Caption"))\
    \(paragraph("CaptionedFigure", "Captioned Figure", "<w:keepNext/>"))\
    \(paragraph("Footer", "footer", size: 16))\
    <w:style w:type="character" w:styleId="VerbatimChar"><w:name w:val="Verbatim Char"/><w:rPr>\
    <w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/><w:color w:val="505C69"/></w:rPr></w:style>\
    <w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr>\
    <w:color w:val="0B5C93"/></w:rPr></w:style>\
    <w:style w:type="table" w:default="1" w:styleId="Table"><w:name w:val="Table"/><w:tblPr>\
    <w:tblBorders><w:bottom w:val="single" w:sz="4" w:color="DBE1E8"/>\
    <w:insideH w:val="single" w:sz="4" w:color="DBE1E8"/></w:tblBorders><w:tblCellMar>\
    <w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>\
    <w:trPr><w:cantSplit/></w:trPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>\
    <w:shd w:val="clear" w:color="auto" w:fill="E3E9F0"/></w:tcPr></w:tblStylePr></w:style></w:styles>
    """

  private static func heading(_ level: Int, size: Int, before: Int) -> String {
    paragraph(
      "Heading\(level)", "heading \(level)",
      "<w:keepNext/><w:spacing w:before=\"\(before)\" w:after=\"120\"/><w:outlineLvl w:val=\"\(level - 1)\"/>",
      size: size, isBold: true)
  }

  private static func contents(_ level: Int, indent: Int) -> String {
    paragraph(
      "TOC\(level)", "toc \(level)",
      "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"10206\"/></w:tabs>"
        + "<w:spacing w:after=\"40\"/><w:ind w:left=\"\(indent)\"/>")
  }

  /// - Parameter size: of the letters, in half points; the usual one if nil.
  private static func paragraph(
    _ id: String, _ name: String, _ properties: String = "", size: Int? = nil, isBold: Bool = false
  ) -> String {
    let letters =
      (isBold ? "<w:b/>" : "")
      + (size.map { "<w:sz w:val=\"\($0)\"/><w:szCs w:val=\"\($0)\"/>" } ?? "")
    return """
      <w:style w:type="paragraph" w:styleId="\(id)"><w:name w:val="\(name)"/>\
      <w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>\(properties)</w:pPr><w:rPr>\(letters)</w:rPr></w:style>
      """
  }
}
