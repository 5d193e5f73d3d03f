// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMModel

/// The files as they are saved: what the server asks of the machine it runs on.
package protocol EditorDisk: AnyObject {
  /// The path without links of a file or folder; nil where there is none.
  func canonical(_ path: String) -> String?

  /// The canonical paths of the texts of the language below a folder, sorted.
  func texts(below folder: String) -> [String]

  /// The bytes of a file; nil where it cannot be read.
  func bytes(_ identity: String) -> [UInt8]?

  /// A file as a person would name it on a command line, which messages repeat.
  func name(_ identity: String) -> String

  /// The files that a compilation of a root may read, as `tm lint` reads them.
  func files(of root: String) throws(ReadFailure) -> any FileProvider

  /// Forgets what it knows of files: some were made, moved or deleted.
  func forget()

  /// The day that dates are compared with.
  var today: CalendarDate { get }

  /// What draws pictures, on any thread.
  var painter: any PicturePainter { get }

  /// Keeps a picture or a page where another program can open it, and answers its path.
  func keep(_ content: [UInt8], named name: String) throws(PictureFailure) -> String
}

/// Draws a view, or the whole model, as SVG.
package protocol PicturePainter: Sendable {
  /// - Parameter isWanted: asked while it takes its time; where it says no, nobody waits for the picture.
  func picture(
    _ model: CompiledModel, view: String?, while isWanted: @escaping @Sendable () -> Bool
  ) throws(PictureFailure) -> [UInt8]
}

/// Why there is no picture.
package struct PictureFailure: Error, Sendable {
  package let message: String

  package init(_ message: String) { self.message = message }
}
