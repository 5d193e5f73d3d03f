// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// mutate-examples RUNS SEED FOLDER: changes the models below a folder by tokens and lines, and looks whether
// parsing, formatting and fixing keep their promises. Prints one line for each promise that is broken, and how
// many texts were tried.

import Glibc
import TMProperties

/// The bytes of a file; empty where it cannot be read.
func contents(_ path: String) -> [UInt8] {
  guard let file = fopen(path, "r") else { return [] }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
    bytes += buffer[..<count]
  }
  return bytes
}

let arguments = CommandLine.arguments
guard arguments.count > 4, let runs = Int(arguments[1]), let seed = UInt64(arguments[2]) else {
  print("usage: mutate-examples RUNS SEED FINDINGS-FOLDER MODEL…")
  exit(64)
}
let findings = arguments[3]
let models = arguments[4...].map { contents($0) }.filter { !$0.isEmpty }
let targets: [FuzzTarget] = [.parser, .formatter, .fixes]
var mutator = TextMutator(seed: seed)
var broken = 0
var whole = 0
for run in 0..<runs {
  let model = models[run % models.count]
  // A whole example takes fifty times as long as a part of one, and finds what parts do.
  let isWhole = run % 100 < 1
  if isWhole { whole += 1 }
  let text = mutator.changed(isWhole ? model : mutator.part(of: model, lines: 40))
  for target in targets {
    guard let violation = target.violation(text) else { continue }
    broken += 1
    let path = "\(findings)/\(target.rawValue)-\(seed)-\(run).tm"
    print("\(target.rawValue): \(violation): \(path)")
    if let file = fopen(path, "w") {
      fwrite(text, 1, text.count, file)
      fclose(file)
    }
  }
  if run % 10_000 == 9_999 {
    print("\(run + 1) runs, \(broken) broken")
    fflush(nil)
  }
}
print("\(runs) texts, \(whole) of them whole examples; \(broken) broken promises")
exit(broken == 0 ? 0 : 1)
