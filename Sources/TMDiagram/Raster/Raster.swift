// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Makes PNG and PDF from the SVG, so that all three show one picture.
package enum Raster {
  /// What to make.
  package enum Format: Hashable, Sendable {
    /// Pixels for each pixel of the SVG; a huge picture gets fewer.
    case png(scale: Double)
    case pdf

    /// The argument of the worker.
    var argument: String {
      switch self {
      case .png(let scale): "png:\(TextBuffer.decimal(thousandths: Int(scale * 1000)))"
      case .pdf: "pdf"
      }
    }
  }

  /// Converts in a child process; the libraries are loaded there when they are needed.
  package static func convert(
    _ svg: [UInt8], to format: Format, worker: WorkerCommand
  ) throws(WorkerError) -> [UInt8] {
    let outcome = try worker.run(["__raster", format.argument], input: svg)
    switch outcome.status {
    case 0: return outcome.output
    case RasterWorker.missingLibraryStatus:
      throw .missingLibrary(name: outcome.message, package: "librsvg2-2")
    default: throw .failed(message: outcome.message.isEmpty ? "no reason given" : outcome.message)
    }
  }
}
