// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The stroke font that cairo carries in itself, for a machine on which no font is installed.
struct BuiltInFont {
  private let textPath: @convention(c) (CairoLibrary.Handle?, UnsafePointer<CChar>?) -> Void
  private let newPath: @convention(c) (CairoLibrary.Handle?) -> Void
  private let copyPath: @convention(c) (CairoLibrary.Handle?) -> CairoLibrary.Handle?
  private let currentPoint:
    @convention(c) (
      CairoLibrary.Handle?, UnsafeMutablePointer<Double>?, UnsafeMutablePointer<Double>?
    ) -> Void
  private let selectFace:
    @convention(c) (CairoLibrary.Handle?, UnsafePointer<CChar>?, Int32, Int32) -> Void
  private let setSize: @convention(c) (CairoLibrary.Handle?, Double) -> Void
  private let context: CairoLibrary.Handle?

  /// Whether fontconfig, which chooses the fonts for librsvg, knows no font at all; false where there is
  /// no fontconfig to ask.
  static var isNeeded: Bool {
    guard let library = dlopen("libfontconfig.so.1", RTLD_NOW),
      let current = dlsym(library, "FcConfigGetCurrent"),
      let fonts = dlsym(library, "FcConfigGetFonts")
    else { return false }
    typealias Current = @convention(c) () -> CairoLibrary.Handle?
    typealias Fonts = @convention(c) (CairoLibrary.Handle?, Int32) -> CairoLibrary.Handle?
    let configuration = unsafeBitCast(current, to: Current.self)()
    let set = unsafeBitCast(fonts, to: Fonts.self)(configuration, 0)
    // FcFontSet begins with the number of its fonts.
    return set.map { $0.load(as: Int32.self) == 0 } ?? true
  }

  init(_ cairo: CairoLibrary) throws(CairoLibrary.Missing) {
    textPath = try cairo.function("cairo_text_path")
    newPath = try cairo.function("cairo_new_path")
    copyPath = try cairo.function("cairo_copy_path")
    currentPoint = try cairo.function("cairo_get_current_point")
    selectFace = try cairo.function("cairo_select_font_face")
    setSize = try cairo.function("cairo_set_font_size")
    context = cairo.makeContext(cairo.makeImage(0, 1, 1))
  }

  /// The outline of one line of text from the origin, as the `d` of a path, and its advance in pixels.
  func outline(_ text: String, _ style: TextStyle) -> (path: PathText, width: Double) {
    selectFace(context, "@cairo:", 0, style.isBold ? 1 : 0)
    setSize(context, style.size)
    var result = PathText()
    var width = 0.0
    // One character at a time: cairo leaves off the end of a longer text.
    for character in BuiltInFont.spelled(text).unicodeScalars {
      newPath(context)
      textPath(context, String(character))
      var end = Point(x: 0, y: 0)
      currentPoint(context, &end.x, &end.y)
      append(copyPath(context), to: &result, offset: width)
      width += end.x
    }
    return (result, width)
  }

  // The font has the characters of ASCII.
  private static func spelled(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "…": result += "..."
      case "·", "•": result += "-"
      case "–", "—": result += "-"
      case "‘", "’": result += "'"
      case "“", "”": result += "\""
      default: result.unicodeScalars.append(scalar.isASCII ? scalar : "?")
      }
    }
    return result
  }

  // cairo_path_t: status, pointer to the data, their number. Each datum is 16 bytes: a header with kind
  // and length, or a point.
  private func append(_ handle: CairoLibrary.Handle?, to result: inout PathText, offset: Double) {
    guard let handle, handle.load(as: Int32.self) == 0 else { return }
    let count = Int(handle.load(fromByteOffset: 16, as: Int32.self))
    guard let data = handle.load(fromByteOffset: 8, as: CairoLibrary.Handle?.self) else {
      return
    }
    var index = 0
    while index < count {
      let header = data + index * 16
      let length = Int(header.load(fromByteOffset: 4, as: Int32.self))
      let points = (1..<max(1, length)).map { step in
        Point(
          x: offset + (header + step * 16).load(as: Double.self),
          y: (header + step * 16).load(fromByteOffset: 8, as: Double.self))
      }
      switch (header.load(as: Int32.self), points.count) {
      case (0, 1): result.move(to: points[0])
      case (1, 1): result.line(to: points[0])
      case (2, 3): result.curve(points[...])
      case (3, _): result.close()
      default: return
      }
      index += max(1, length)
    }
  }
}
