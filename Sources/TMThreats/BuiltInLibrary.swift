// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The `.tm` texts that are part of the program.
package enum BuiltInLibrary {
  /// The texts by the name that `import name` uses.
  package static let sources: [String: [UInt8]] = [
    "stride": PackageResources.stride_tm + PackageResources.stride_inside_tm
      + PackageResources.stride_origins_tm,
    "linddun": PackageResources.linddun_tm,
    "cia": PackageResources.cia_tm,
    "medical": PackageResources.medical_functions_tm + PackageResources.medical_protocols_tm
      + PackageResources.medical_data_tm + PackageResources.medical_interfaces_tm
      + PackageResources.medical_life_tm,
  ]

  /// The libraries that belong to every compilation without an import.
  package static let loadedAlways: [String] = ["stride", "linddun", "cia"]
}
