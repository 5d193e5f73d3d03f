// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

extension Inventory {
  /// An item that a source may mean.
  struct Match {
    let item: Int
    let basis: MatchBasis
    /// Whether nothing but the version is open.
    let agreement: Agreement
    /// Whether the source means one edition or architecture, and the item does not say that it is that one: what
    /// is found there may be in the item, what is not there may be in the item still.
    var isNarrower = false

    /// Whether what is said not to be affected is certainly this item. A name alone is that only where the
    /// supplier has it too.
    func mayClear(_ item: SoftwareItem, of supplier: String?) -> Bool {
      guard agreement == .same, !isNarrower else { return false }
      guard basis == .name else { return true }
      guard let own = item.supplier, !own.isEmpty, let supplier else { return false }
      return !SupplierName.isUnknown(supplier)
    }
  }
}
