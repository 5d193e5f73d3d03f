// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Support and product data.

flow help-customer: support-agent <-> back-office.staff-address "Looks up and corrects orders" {
  carries: order, account
  crosses: office, shop-cloud, service-net
  protocol: https
  authenticated: mfa
  controls: staff-mfa
}

flow edit-products: product-editor -> back-office.staff-address "Edits products and photos" {
  carries: catalogue-data, product-photos
  crosses: office, shop-cloud, service-net
  protocol: https
  authenticated: mfa
  controls: staff-mfa
}

flow correct-order: back-office <-> order-db "Reads and corrects orders" {
  carries: order
  crosses: data-net
  protocol: sql-tls
  authenticated: password
  controls: parameter-queries, order-audit
}

flow look-up-account: user-db -> back-office "Accounts for support" {
  carries: account
  crosses: data-net
  protocol: sql-tls
  authenticated: password
  controls: parameter-queries
}

flow publish-products: back-office -> catalogue "Changed products" {
  carries: catalogue-data
}

flow upload-photos: back-office -> photo-bucket "Uploads photos" {
  carries: product-photos
  crosses: data-net
  protocol: https
  authenticated: token
}

flow record-change: back-office -> audit-log "Records each change" {
  carries: audit-events
  crosses: data-net
  protocol: sql-tls
  authenticated: password
  function: logging
  controls: order-audit
}

flow show-audit: audit-log -> back-office "Changes of an order" {
  carries: audit-events
  over: record-change
  crosses: data-net
}

// New releases and keys.

flow push-release: build-pipeline -> deployer.deploy-hook "Pushes a release" {
  carries: shop-release
  crosses: code-host, shop-cloud, service-net
  protocol: https
  authenticated: token
  function: update
  controls: signed-release

  threat tampering {
    status: mitigated
    controls: signed-release
    score: "CVSS:4.0/AV:N/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
    residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:H/UI:N/VC:L/VI:L/VA:L/SC:N/SI:N/SA:N"
    because: "The cluster runs signed images only."
  }
}

flow keep-images: deployer <-> image-registry "Stores and rolls out images" {
  carries: shop-release
  crosses: data-net
  protocol: https
  authenticated: token
  controls: signed-release
}

flow rotate-keys: deployer -> key-vault "Rotates access keys" {
  carries: access-keys
  crosses: data-net
  protocol: https
  authenticated: mutual
  controls: short-lived-keys
}
