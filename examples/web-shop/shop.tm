// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A network of servers between the internet and the services.
zone dmz "Perimeter network" {
  like: cloud
  trust: 4
}

/// The shop's account at a cloud provider.
boundary shop-cloud "Shop in the cloud" {
  zone: cloud
  kind: organisation
  owner: "Shop team"

  boundary perimeter "Perimeter" {
    zone: dmz
    kind: network

    process edge "Edge proxy" {
      component edge-nginx "nginx" { version: "1.26.2"; purl: "pkg:generic/nginx@1.26.2" }
      interface shop-address "Shop address" { kind: web }
      interface partner-address "Callback address" { kind: api }
    }
  }

  boundary service-net "Service network" {
    trust: 6
    kind: network

    process storefront "Storefront" {
      technology: "Server-rendered web application"
      component react "React" { version: "18.3.1"; purl: "pkg:npm/react@18.3.1" }
    }
    process catalogue "Catalogue" { privilege: service }
    process accounts "Accounts" {
      privilege: service
      function: authentication
    }
    process checkout "Checkout" {
      privilege: service

      process pricing "Pricing"
      process order-writer "Order writer"
      process payment-client "Payment client" { handles: payment-token }
    }
    process fulfilment "Fulfilment worker" { privilege: service }
    process back-office "Back office" {
      privilege: admin
      interface staff-address "Staff address" { kind: web }
    }
    process deployer "Deployer" {
      privilege: admin
      interface deploy-hook "Deployment hook" { kind: update; controls: signed-release }
    }

    boundary data-net "Data network" {
      trust: 7
      kind: network

      store product-db "Product database" { kind: sql; holds: catalogue-data }
      store photo-bucket "Photo bucket" { kind: object-storage; holds: product-photos }
      store session-cache "Session cache" { kind: cache; holds: session; encrypted: aes-256 }
      store user-db "User database" {
        kind: sql
        holds: account, login-data
        encrypted: aes-256

        threat stored-credentials {
          status: mitigated
          controls: salted-hashes
          because: "Passwords are stored as salted hashes."
        }
      }
      store order-db "Order database" { kind: sql; holds: order; encrypted: aes-256 }
      store key-vault "Key vault" { kind: vault; holds: access-keys; encrypted: aes-256 }
      store image-registry "Image registry" { kind: object-storage; holds: shop-release }
      store audit-log "Audit log" { kind: database; log: yes; holds: audit-events }
    }
  }
}
