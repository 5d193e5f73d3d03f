// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The report of losses and guesses, as JSON lines and for a person.
package enum LossReport {
  /// A line of JSON for each loss.
  package static func lines(_ losses: ImportLosses) -> String {
    losses.all.map { loss in
      let fields: [(String, String)] = [
        ("source", quoted(loss.source)), ("line", loss.line.map(String.init) ?? "null"),
        ("fate", quoted(loss.fate.rawValue)), ("what", quoted(loss.what)),
        ("value", quoted(loss.value)), ("target", quoted(loss.target)), ("why", quoted(loss.why)),
      ]
      return "{" + fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}\n"
    }.joined()
  }

  /// A table of how many of each kind there are.
  package static func summary(_ losses: ImportLosses, limit: Int = 12) -> String {
    let rows = losses.summary
    let width = rows.prefix(limit).map { String($0.count).count }.max() ?? 1
    let fateWidth = rows.prefix(limit).map { $0.fate.rawValue.count }.max() ?? 1
    var text = ""
    for row in rows.prefix(limit) {
      let count = String(row.count)
      let what = row.what.count > 48 ? row.what.prefix(47) + "…" : Substring(row.what)
      let fate = row.fate.rawValue
      text +=
        String(repeating: " ", count: width - count.count + 2) + count + "  " + fate
        + String(repeating: " ", count: fateWidth - fate.count + 2) + what + "\n"
    }
    if rows.count > limit { text += "  and \(rows.count - limit) kinds more\n" }
    return text
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
