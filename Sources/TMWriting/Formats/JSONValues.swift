// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

extension String: JSONValue {
  package func write(to writer: inout JSONWriter) { writer.string(self) }
}

extension Int: JSONValue {
  package func write(to writer: inout JSONWriter) { writer.number(self) }
}

extension Bool: JSONValue {
  package func write(to writer: inout JSONWriter) { writer.literal(self ? "true" : "false") }
}

extension Double: JSONValue {
  /// Writes the shortest digits that give the same number; JSON has none but finite ones.
  package func write(to writer: inout JSONWriter) {
    writer.literal(isFinite ? description : "null")
  }
}

extension Optional: JSONValue where Wrapped: JSONValue {
  package func write(to writer: inout JSONWriter) {
    if let self { self.write(to: &writer) } else { writer.literal("null") }
  }
}

extension Array: JSONValue where Element: JSONValue {
  package func write(to writer: inout JSONWriter) {
    writer.array { writer in
      for element in self { element.write(to: &writer) }
    }
  }
}
