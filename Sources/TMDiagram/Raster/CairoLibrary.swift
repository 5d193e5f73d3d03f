// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The functions of librsvg and cairo, found when they are first needed.
///
/// Not linked: the program then starts fast, and runs where the libraries are not installed.
struct CairoLibrary {
  typealias Handle = UnsafeMutableRawPointer
  typealias WriteFunction =
    @convention(c) (Handle?, UnsafePointer<UInt8>?, UInt32) -> Int32

  let readSVG:
    @convention(c) (UnsafePointer<UInt8>?, UInt, UnsafeMutablePointer<Handle?>?) -> Handle?
  let sizeOfSVG:
    @convention(c) (Handle?, UnsafeMutablePointer<Double>?, UnsafeMutablePointer<Double>?) -> Int32
  /// The third argument is an `RsvgRectangle`: x, y, width, height.
  let renderSVG:
    @convention(c) (
      Handle?, Handle?, UnsafePointer<Double>?, UnsafeMutablePointer<Handle?>?
    ) -> Int32
  let makeImage: @convention(c) (Int32, Int32, Int32) -> Handle?
  let makePDF: @convention(c) (WriteFunction?, Handle?, Double, Double) -> Handle?
  let setPDFMetadata: @convention(c) (Handle?, Int32, UnsafePointer<CChar>?) -> Void
  let makeContext: @convention(c) (Handle?) -> Handle?
  let scale: @convention(c) (Handle?, Double, Double) -> Void
  let statusOfContext: @convention(c) (Handle?) -> Int32
  let statusOfSurface: @convention(c) (Handle?) -> Int32
  let finishSurface: @convention(c) (Handle?) -> Void
  let writePNG: @convention(c) (Handle?, WriteFunction?, Handle?) -> Int32

  /// Why the functions are not there.
  enum Missing: Error {
    case library(String)
    case function(String)
  }

  init() throws(Missing) {
    let rsvg = try CairoLibrary.load("librsvg-2.so.2")
    let cairo = try CairoLibrary.load("libcairo.so.2")
    readSVG = try CairoLibrary.find("rsvg_handle_new_from_data", in: rsvg)
    sizeOfSVG = try CairoLibrary.find("rsvg_handle_get_intrinsic_size_in_pixels", in: rsvg)
    renderSVG = try CairoLibrary.find("rsvg_handle_render_document", in: rsvg)
    makeImage = try CairoLibrary.find("cairo_image_surface_create", in: cairo)
    makePDF = try CairoLibrary.find("cairo_pdf_surface_create_for_stream", in: cairo)
    setPDFMetadata = try CairoLibrary.find("cairo_pdf_surface_set_metadata", in: cairo)
    makeContext = try CairoLibrary.find("cairo_create", in: cairo)
    scale = try CairoLibrary.find("cairo_scale", in: cairo)
    statusOfContext = try CairoLibrary.find("cairo_status", in: cairo)
    statusOfSurface = try CairoLibrary.find("cairo_surface_status", in: cairo)
    finishSurface = try CairoLibrary.find("cairo_surface_finish", in: cairo)
    writePNG = try CairoLibrary.find("cairo_surface_write_to_png_stream", in: cairo)
  }

  private static func load(_ name: String) throws(Missing) -> Handle {
    guard let handle = dlopen(name, RTLD_NOW | RTLD_GLOBAL) else { throw .library(name) }
    return handle
  }

  private static func find<Function>(
    _ name: String, in library: Handle
  ) throws(Missing) -> Function {
    guard let symbol = dlsym(library, name) else { throw .function(name) }
    return unsafeBitCast(symbol, to: Function.self)
  }
}
