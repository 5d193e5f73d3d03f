// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMHandbook
import TMLanguageService

/// What an editor has done by name.
extension LanguageServer {
  func execute(_ parameters: JSON) throws(ResponseFault) -> JSON {
    guard parameters["command"]?.text == "tm.explain" else {
      throw .invalidParameters("there is no such command")
    }
    guard let name = parameters["arguments"]?.list?.first?.text, let page = Handbook.markdown(name)
    else { throw .invalidParameters("there is no page of that name") }
    return .string(page)
  }

  // MARK: - Pictures

  /// The picture that a request asks for; nil for other requests.
  ///
  /// The arguments are a document and the view, or a position in the view; without either the whole.
  func pictureJob(
    _ id: JSON, _ method: String, _ parameters: JSON
  ) throws(ResponseFault) -> PictureJob? {
    guard method == "workspace/executeCommand", parameters["command"]?.text == "tm.showDiagram"
    else { return nil }
    let arguments = parameters["arguments"]?.list ?? []
    guard let uri = arguments.first?.text, let document = document(uri: uri) else {
      throw .invalidParameters("the document belongs to no model")
    }
    var view = arguments.count > 1 ? arguments[1].text : nil
    if arguments.count > 1, let position = TextPosition(arguments[1]) {
      let place = document.text.offset(of: position, client.encoding)
      view = document.snapshot.view(at: place, in: document.file)
    }
    let isCancelled = self.isCancelled
    return PictureJob(
      id: id, view: view == "" ? nil : view, model: document.snapshot.compiled,
      painter: workspace.disk.painter, isWanted: { !isCancelled(id) })
  }

  /// Has the editor show a picture.
  func shown(_ picture: DrawnPicture) throws(ResponseFault) -> JSON {
    do throws(PictureFailure) {
      let svg = try picture.svg.get()
      if client.showsDocuments {
        let path = try workspace.disk.keep(svg, named: (picture.view ?? "diagram") + ".svg")
        request(
          "window/showDocument",
          ["uri": .string(DocumentURI.uri(of: path)), "external": true, "takeFocus": true])
      }
      return ["svg": .string(String(decoding: svg, as: UTF8.self))]
    } catch {
      throw .failed(error.message)
    }
  }
}
