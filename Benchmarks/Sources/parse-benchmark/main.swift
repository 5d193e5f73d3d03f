// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Measures lexing alone and lexing with parsing of one file, in this process and after reading it:
//
//     parse-benchmark model.tm
//
// prints one line: the CPU seconds of the fastest of several runs of the lexer, and of the parser with
// its syntax tree. The fastest is the run that other work on the machine disturbed least.

import Glibc
import TMSource
import TMSyntax

let runs = 7

func cpuSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func fastest(_ work: () -> Int) -> Double {
  var best = Double.infinity
  for _ in 0..<runs {
    let start = cpuSeconds()
    let count = work()
    best = min(best, cpuSeconds() - start)
    precondition(count > 0, "an empty file has nothing to measure")
  }
  return best
}

func bytes(ofFile path: String) -> [UInt8]? {
  guard let file = fopen(path, "rb") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 1 << 20)
  while case let count = fread(&piece, 1, piece.count, file), count > 0 {
    bytes += piece[..<count]
  }
  return bytes
}

guard CommandLine.arguments.count == 2, let text = bytes(ofFile: CommandLine.arguments[1]) else {
  print("usage: parse-benchmark FILE")
  exit(64)
}

var sources = SourceSet()
let source = sources.add(path: CommandLine.arguments[1], bytes: text)
let tree = Parser.parse(source)
guard tree.diagnostics.isEmpty else {
  print("the file has mistakes, and would measure how they are reported")
  exit(1)
}

let lexing = fastest {
  var lexer = Lexer(source.bytes)
  var count = 0
  while lexer.next().kind != .endOfFile { count += 1 }
  return count
}
let parsing = fastest { Parser.parse(source).entries.count }
print(lexing, parsing)
