// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc
import TMProperties

// libFuzzer calls these by their names in C.

/// The property under test, as `TM_FUZZ_TARGET` names it.
private nonisolated(unsafe) var target = FuzzTarget.parser

/// Changes bytes as the fuzzer itself does, guided by its dictionary and what was compared.
@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ limit: Int) -> Int

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// What the package manager links as `main`, in place of the one that the fuzzer brings.
@_cdecl("fuzz_main")
public func run(
  _ count: Int32, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
  var (count, arguments) = (count, arguments)
  return runDriver(&count, &arguments) { testOneInput($0, $1) }
}

/// Takes the name of the target from the environment.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutablePointer<Int32>?, _ arguments: UnsafeMutableRawPointer?
) -> Int32 {
  guard let name = getenv("TM_FUZZ_TARGET"), let named = FuzzTarget(rawValue: String(cString: name))
  else {
    print(
      "TM_FUZZ_TARGET is one of: \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))")
    exit(2)
  }
  target = named
  return 0
}

/// Stops the program where the input breaks its property.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  if let violation = target.violation(bytes) { fatalError(violation) }
  return 0
}

/// Every second change of a model is one of tokens and lines.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(
  _ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ limit: Int, _ seed: UInt32
) -> Int {
  guard target.takesModels, seed % 2 == 0, size > 0 else { return mutateBytes(data, size, limit) }
  var mutator = TextMutator(seed: UInt64(seed))
  let changed = mutator.changed(Array(UnsafeBufferPointer(start: data, count: size)))
  guard !changed.isEmpty else { return mutateBytes(data, size, limit) }
  for (index, byte) in changed.prefix(limit).enumerated() { data[index] = byte }
  return min(changed.count, limit)
}
