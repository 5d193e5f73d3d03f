// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The name of a field that is written again and again, made ready once.
package struct JSONKey: Sendable {
  /// The name in quotes, a colon and a space.
  let bytes: [UInt8]

  package init(_ name: String) {
    var buffer = ByteBuffer()
    JSONString.append(name, to: &buffer)
    buffer.append(": " as StaticString)
    bytes = buffer.take()
  }
}
