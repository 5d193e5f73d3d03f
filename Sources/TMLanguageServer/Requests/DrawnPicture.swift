// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis

/// A picture to be drawn, away from the thread that answers.
package struct PictureJob: Sendable {
  let id: JSON
  let view: String?
  let model: CompiledModel
  let painter: any PicturePainter
  let isWanted: @Sendable () -> Bool

  package func drawn() -> DrawnPicture {
    DrawnPicture(
      id: id, view: view,
      svg: Result { () throws(PictureFailure) in
        try painter.picture(model, view: view, while: isWanted)
      })
  }
}

/// A picture with the request that asked for it.
package struct DrawnPicture: Sendable {
  let id: JSON
  let view: String?
  let svg: Result<[UInt8], PictureFailure>
}
