// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents

/// Takes messages out of a mailbox and has them answered; what is found is published in between.
package enum ServerLoop {
  /// Answers until the editor leaves or the stream ends.
  ///
  /// - Parameters:
  ///   - background: runs what takes long on another thread.
  ///   - write: takes the bytes of each message for the editor.
  /// - Returns: whether the editor shut the server down before it left.
  package static func run(
    _ mailbox: Mailbox, _ disk: any EditorDisk, version: String,
    background: @escaping (@escaping @Sendable () -> Void) -> Void,
    write: @escaping ([UInt8]) -> Void
  ) -> Bool {
    let server = LanguageServer(
      disk, version: version, isCancelled: { mailbox.isCancelled($0) },
      draw: { job in background { mailbox.post(.picture(job.drawn())) } },
      send: { write(MessageFraming.framed($0.bytes)) })
    while !server.hasEnded {
      if server.isBehind, mailbox.isEmpty { server.catchUp { mailbox.isEmpty } }
      guard let letter = server.isBehind ? mailbox.takeWaiting() : mailbox.take() else { continue }
      switch letter {
      case .message(let message):
        server.handle(message)
        if let id = message["id"], !server.isPending(id) { mailbox.forget(id) }
      case .picture(let picture):
        server.finish(picture)
        mailbox.forget(picture.id)
      case .fault(let code, let text): server.handleFault(code: code, text)
      case .end: return false
      }
    }
    return server.endedInOrder
  }

  /// Posts what a stream brings, until it ends.
  ///
  /// - Parameter read: the next bytes; none at the end.
  package static func read(into mailbox: Mailbox, _ read: () -> [UInt8]) {
    var framing = MessageFraming()
    while true {
      let bytes = read()
      if bytes.isEmpty { break }
      for event in framing.take(bytes) {
        switch event {
        case .fault(let text): mailbox.post(.fault(code: -32700, text: text))
        case .message(let content): post(content, in: mailbox)
        }
      }
    }
    mailbox.post(.end)
  }

  private static func post(_ content: [UInt8], in mailbox: Mailbox) {
    do throws(DocumentFault) {
      mailbox.post(.message(try JSON(parsing: content)))
    } catch {
      mailbox.post(
        .fault(
          code: -32700, text: "the message is no JSON at byte \(error.offset): \(error.message)"))
    }
  }
}
