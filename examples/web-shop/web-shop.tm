// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A small web shop: browse, pay by card through a payment provider, ship by a carrier. One web
/// tier, a handful of services, a worker, an office for support and product data.
model "Web shop" {
  version: "5.2"
  owner: "Shop team"
  method: stride
  scoring: cvss-4.0
}

import "assets.tm"
import "controls.tm"
import "shop.tm"
import "flows-shopping.tm"
import "flows-office.tm"
import "policy.tm"
import "decisions.tm"

// Everybody the shop deals with

boundary public-internet "Public internet" {
  zone: internet
  kind: network

  external shopper "Shopper's browser" { human: yes }
}

boundary partners "Partners" {
  zone: third-party
  kind: organisation

  external payment-provider "Payment provider"
  external carrier "Parcel carrier"
  external mail-service "Mail service"
}

boundary office "Office" {
  zone: enterprise
  kind: organisation
  access: staff

  external support-agent "Support agent" { human: yes }
  external product-editor "Product editor" { human: yes }
}

boundary code-host "Code hosting" {
  zone: third-party
  kind: organisation

  external build-pipeline "Build pipeline"
}

/// Card numbers go from the browser to the payment provider's own page and never reach the shop, so
/// no asset stands for them.
assumption no-card-numbers "The shop never sees a card number" {
  about: payment-client, payment-token
  owner: "Shop team"
  review-by: 2028-05-31
}

view overview "Overview" {
  kind: global
  include: public-internet, partners, office, code-host, shop-cloud
  depth: 2
}
view buying "Buying something" {
  kind: use-case
  include: log-in, place-order, checkout-request, reserve-price, take-payment, write-order,
      charge, payment-result
  overlay: threats
}
