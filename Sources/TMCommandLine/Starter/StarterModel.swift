// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The model that `tm init` writes, a file of its own so that it is linted like any other.
package enum StarterModel {
  package static let bytes: [UInt8] = PackageResources.model_tm
}
