// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The products that bills of materials are of.
extension Inventory {
  /// Whether an item is the product of a bill, and no part of it.
  func isProduct(item: Int) -> Bool {
    items[item].entity == nil && items[item].entry.map { entry($0).isProduct } == true
  }

  /// Whether a reference or a name stands for the product as a whole.
  func isProduct(reference: String) -> Bool {
    let inner = BOMLink.parts(reference)?.reference
    return productReferences.contains(reference) || inner.map(productReferences.contains) == true
  }

  /// Whether a bill says by which purl or CPE name the product goes.
  var knowsProduct: Bool { products.contains { !$0.purls.isEmpty || !$0.cpes.isEmpty } }

  func isProduct(purl: PackageURL) -> Bool {
    products.contains { entry in
      entry.purls.contains {
        $0.key == purl.key && (purl.version == nil || $0.version == purl.version)
      }
    }
  }

  /// - Parameter version: nil where a source names the product alone.
  func isProduct(name: String, version: String?) -> Bool {
    let key = ItemIndex.nameKey(name)
    let named = products.filter { ItemIndex.nameKey($0.name) == key }
    if named.isEmpty { return products.isEmpty && version == nil && ownNames.contains(key) }
    return version == nil || named.contains { $0.version == version }
  }

  func isProduct(cpe: CPEName) -> Bool {
    products.contains { entry in
      entry.cpes.contains { $0.agrees(with: cpe) && (cpe.exactVersion == nil || $0 == cpe) }
    }
  }
}
