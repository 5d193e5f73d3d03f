// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

extension ThreatLibraries {
  /// The `.tm` texts that are part of the program, each parsed once, when a model first needs it.
  package static let builtIn = ThreatLibraries(
    ["stride", "linddun", "cia", "medical"], loadedAlways: ["stride", "linddun", "cia"]
  ) { name in
    switch name {
    case "stride": stride
    case "linddun": linddun
    case "cia": cia
    case "medical": medical
    default: nil
    }
  }

  private static let stride = SyntaxTree.detached(
    PackageResources.stride_tm + PackageResources.stride_interfaces_tm
      + PackageResources.stride_assets_tm + PackageResources.stride_elements_tm
      + PackageResources.stride_inside_tm + PackageResources.stride_origins_tm
      + PackageResources.stride_people_tm + PackageResources.stride_machines_tm)
  private static let linddun = SyntaxTree.detached(PackageResources.linddun_tm)
  private static let cia = SyntaxTree.detached(PackageResources.cia_tm)
  private static let medical = SyntaxTree.detached(
    PackageResources.medical_functions_tm + PackageResources.medical_protocols_tm
      + PackageResources.medical_data_tm + PackageResources.medical_interfaces_tm
      + PackageResources.medical_life_tm)
}
