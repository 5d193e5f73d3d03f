// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Browsing.

/// Anybody may browse: the products are public.
@allow(unauthenticated-crossing, "Products and prices are for everybody; an order needs a login.")
flow browse: shopper <-> edge.shop-address "Browses products" {
  carries: catalogue-data, product-photos
  crosses: public-internet, shop-cloud, perimeter
  protocol: https
  encrypted: tls-1.3
  controls: request-filter

  threat spoofing {
    status: not-applicable
    because: "Visitors are anonymous on purpose."
  }
  threat denial-of-service {
    status: mitigated
    controls: request-filter
    because: "Requests are filtered and limited for each address."
  }
}

flow log-in: shopper -> edge.shop-address "Logs in" {
  carries: login-data
  crosses: public-internet, shop-cloud, perimeter
  protocol: https
  authenticated: password
  encrypted: tls-1.3
  controls: request-filter

  threat spoofing {
    status: accepted
    score: "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:H/VI:L/VA:N/SC:N/SI:N/SA:N"
    because: "Stolen passwords work; passkeys are planned."
    benefit-risk: "Customers stay away from a shop that has no login by password."
    approver: "Head of the shop"
    date: 2026-03-02
  }
}

flow place-order: shopper -> edge.shop-address "Places an order" {
  carries: order, session
  crosses: public-internet, shop-cloud, perimeter
  protocol: https
  authenticated: token
  encrypted: tls-1.3
  controls: request-filter

  threat tampering {
    status: mitigated
    controls: server-prices
    because: "The order service takes prices from its own catalogue."
  }
  threat repudiation {
    status: accepted
    score: "CVSS:4.0/AV:N/AC:H/AT:P/PR:L/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N"
    because: "The payment provider settles disputes."
    approver: "Head of the shop"
    date: 2026-03-02
  }
}

flow page-requests: edge <-> storefront "Filtered requests, pages" {
  carries: catalogue-data, session, login-data
  crosses: perimeter, service-net
  protocol: https
  authenticated: mutual
}

flow product-pages: catalogue -> storefront "Products for a page" {
  carries: catalogue-data
}

flow check-login: storefront <-> accounts "Checks login, opens session" {
  carries: login-data, session
}

flow product-queries: catalogue <-> product-db "Reads and updates products" {
  carries: catalogue-data
  crosses: data-net
  protocol: sql-tls
  authenticated: password
  controls: parameter-queries
}

/// The read side of the bucket is public on purpose: photos are public.
flow serve-photos: photo-bucket -> edge "Product photos" {
  carries: product-photos
  crosses: data-net, service-net, perimeter
  protocol: https
}

flow user-queries: accounts <-> user-db "Reads and saves accounts" {
  carries: account, login-data
  crosses: data-net
  protocol: sql-tls
  authenticated: password
  controls: parameter-queries, salted-hashes

  threat injection {
    status: mitigated
    controls: parameter-queries
    because: "Queries take parameters and are never put together from text."
  }
}

flow keep-sessions: accounts <-> session-cache "Keeps sessions" {
  carries: session
  crosses: data-net
  protocol: redis
  authenticated: password
  encrypted: tls-1.2
}

// Buying.

flow checkout-request: storefront -> pricing "Cart to check out" {
  carries: order, session
}

flow reserve-price: catalogue -> pricing "Prices in force" {
  carries: catalogue-data
  controls: server-prices
}

flow take-payment: pricing -> payment-client "Amount to be paid" {
  carries: order
}

flow write-order: pricing -> order-writer "Priced order" {
  carries: order
}

flow charge: payment-client -> payment-provider "Asks for payment" {
  carries: payment-token
  crosses: service-net, shop-cloud, partners
  protocol: https
  authenticated: token
  encrypted: tls-1.3

  threat denial-of-service {
    status: transferred
    score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N"
    because: "The provider's contract promises availability."
    transferred-to: "Payment provider: contract, section 4"
    approver: "Head of the shop"
    date: 2026-03-02
  }
}

flow payment-result: payment-provider -> edge.partner-address "Reports the payment" {
  carries: payment-token
  crosses: partners, shop-cloud, perimeter
  protocol: https
  authenticated: signed-callbacks
  encrypted: tls-1.3
  controls: signed-callbacks, request-filter

  threat spoofing {
    status: mitigated
    controls: signed-callbacks
    because: "Each result is signed by the provider."
  }
  threat tampering {
    status: mitigated
    controls: signed-callbacks
    because: "Each result is signed by the provider."
  }
}

flow payment-callback: edge -> payment-client "Payment callback" {
  carries: payment-token
  crosses: perimeter, service-net
  protocol: https
  authenticated: mutual
  controls: signed-callbacks
}

flow payment-key: key-vault -> payment-client "Key for the provider" {
  carries: access-keys
  crosses: data-net
  protocol: https
  authenticated: token
  controls: short-lived-keys
}

flow paid: payment-client -> order-writer "Order is paid" {
  carries: order
}

flow save-order: order-writer -> order-db "Saves the order" {
  carries: order
  crosses: data-net
  protocol: sql-tls
  authenticated: password
  controls: parameter-queries
}

// Delivering.

flow next-order: order-db -> fulfilment "Orders to be sent" {
  carries: order
  crosses: data-net
  protocol: sql-tls
  authenticated: password
}

flow book-parcel: fulfilment -> carrier "Books a parcel" {
  carries: order
  crosses: service-net, shop-cloud, partners
  protocol: https
  authenticated: token
}

flow mail-customer: fulfilment -> mail-service "Mails the confirmation" {
  carries: order
  crosses: service-net, shop-cloud, partners
  protocol: smtps
  authenticated: password

  threat information-disclosure {
    status: accepted
    score: "CVSS:4.0/AV:N/AC:H/AT:P/PR:N/UI:P/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N"
    because: "The mail has neither address nor payment in it."
    approver: "Head of the shop"
    date: 2026-03-02
  }
}
