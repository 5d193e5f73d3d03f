// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A kind of environment a boundary can enclose.
package struct Zone: Sendable {
  package let name: String
  /// How far what lies in it can be trusted, 0 (the open internet) to 10 (the core of the product).
  ///
  /// The order follows the zones of the MITRE/MDIC playbook and NIST SP 1800-8; the numbers are this
  /// project's, and a boundary or a declared zone can state others.
  package let trust: Double
  package let documentation: String

  package static let builtIn: [Zone] = [
    Zone(name: "internet", trust: 0, documentation: "The open internet."),
    Zone(name: "public", trust: 1, documentation: "A place anybody can enter: street, ambulance."),
    Zone(name: "guest", trust: 1, documentation: "A network for visitors."),
    Zone(name: "home", trust: 2, documentation: "The patient's or a private home and its network."),
    Zone(name: "dmz", trust: 3, documentation: "A network between the inner one and the outside."),
    Zone(name: "phone", trust: 3, documentation: "A phone or tablet owned by its user."),
    Zone(name: "third-party", trust: 3, documentation: "Services of others: app store, e-mail."),
    Zone(name: "vendor", trust: 4, documentation: "Remote support and other vendors' networks."),
    Zone(name: "enterprise", trust: 4, documentation: "An organisation's general IT network."),
    Zone(name: "hospital", trust: 4, documentation: "The hospital network at large."),
    Zone(name: "cloud", trust: 5, documentation: "A cloud operated for the product."),
    Zone(
      name: "manufacturer", trust: 6, documentation: "The manufacturer's own IT and production."),
    Zone(name: "clinical", trust: 6, documentation: "The clinical network of care devices."),
    Zone(name: "biomed", trust: 6, documentation: "Biomedical engineering."),
    Zone(name: "datacentre", trust: 7, documentation: "Servers behind controlled access."),
    Zone(name: "device", trust: 8, documentation: "The device with its reachable ports."),
    Zone(
      name: "device-internal", trust: 9, documentation: "Inside the device: control, safety core."),
    Zone(name: "body", trust: 10, documentation: "An implant, or the patient's body."),
  ]
}
