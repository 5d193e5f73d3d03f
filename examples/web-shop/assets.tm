// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

asset account "Customer account" {
  class: pii
  confidentiality: high
  integrity: high
  availability: medium
}
/// Password hashes of customers and the second factors of staff.
asset login-data "Login data" {
  class: credentials
  confidentiality: high
  integrity: high
}
asset session "Session" {
  class: credentials
  confidentiality: high
  integrity: high
}
asset order "Order" {
  class: pii, workflow
  confidentiality: medium
  integrity: high
  availability: high
}
asset payment-token "Payment token" {
  class: payment, credentials
  confidentiality: high
  integrity: high
}
asset catalogue-data "Products and prices" {
  confidentiality: none
  integrity: high
  availability: high
}
asset product-photos "Product photos" {
  confidentiality: none
  integrity: medium
  availability: medium
}
asset access-keys "Access keys" {
  class: keys, credentials
  confidentiality: high
  integrity: high
}
asset shop-release "Shop release" {
  class: firmware, ip
  confidentiality: medium
  integrity: high
}
asset audit-events "Audit events" {
  class: log
  confidentiality: medium
  integrity: high
}
