// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import Testing

@Suite("Names and versions of software")
struct NameTests {
  @Test("two purls of one package have one key")
  func purls() throws {
    for (left, right) in [
      ("pkg:pypi/Typing_Extensions@4", "pkg:PyPI/typing-extensions@4.1"),
      ("pkg:npm/%40Angular/core@17", "pkg:npm/@angular/core"),
      ("pkg:github/Mbed-TLS/MbedTLS@v3", "pkg://github/mbed-tls/mbedtls?x=y#z"),
      ("pkg:golang/github.com/A/B@v1", "pkg:golang/github.com/a/b"),
      ("pkg:nuget/Newtonsoft.Json@1", "pkg:nuget/newtonsoft.json"),
    ] {
      #expect(try PackageURL(left).key == PackageURL(right).key)
    }
    #expect(try PackageURL("pkg:maven/A/B").key != PackageURL("pkg:maven/a/b").key)
    let purl = try PackageURL("pkg:deb/debian/openssl@1%3A3.0.15-1%2Bb1?arch=amd64")
    #expect(purl.version == "1:3.0.15-1+b1")
    #expect(purl.text == "pkg:deb/debian/openssl@1:3.0.15-1+b1")
    #expect(try PackageURL("pkg:npm/@angular/core").version == nil)
  }

  @Test(
    "what is no purl or CPE name is refused",
    arguments: [
      "", "openssl", "pkg:", "pkg:npm", "pkg:n pm/a", "cpe:2.3:a:x", "cpe:2.3:z:x:y",
      "cpe:2.3:a:*:y:1", "cpe:2.3:a:b:c:d:e:f:g:h:i:j:k:l",
    ])
  func wrongNames(_ text: String) {
    #expect(throws: NameFault.self) { try PackageURL(text) }
    #expect(throws: NameFault.self) { try CPEName(text) }
  }

  @Test("both forms of a CPE name say the same")
  func cpes() throws {
    let formatted = try CPEName("cpe:2.3:a:w1.fi:WPA_supplicant:2.10:sp1:*:*:*:node\\.js:*:*")
    let uri = try CPEName("cpe:/a:w1.fi:wpa_supplicant:2.10:sp1:~~~node.js~~")
    #expect(formatted == uri)
    #expect(formatted.exactVersion == "2.10 sp1")
    #expect(try CPEName("cpe:/o:microsoft:windows_10").exactVersion == nil)
    #expect(try CPEName("cpe:2.3:a:a\\:b:c\\*:1:*:*:*:*:*:*:*").key == "a:b:c*")
  }

  @Test("versions in rising order")
  func order() {
    let general = VersionOrder.general
    for row in [
      [
        "1.0-alpha", "1.0b2", "1.0-beta", "1.0-rc1", "1.0", "1.0a", "1.0.1", "1.0.2", "1.0.2k",
        "1.0.2.1", "1.1", "1.10", "2",
      ],
      ["1.2.3~rc1", "1.2.3", "1.2.3-1", "1.2.3-1ubuntu2", "1:0.1"],
      ["9.9.9", "99999999999999999999999999", "100000000000000000000000000"],
      ["12.1.2", "12.1.3", "12.3"],
    ] {
      for (place, left) in row.enumerated() {
        for right in row[(place + 1)...] {
          #expect(general.isLess(left, right), "\(left) < \(right)")
          #expect(!general.isLess(right, left), "\(right) > \(left)")
        }
      }
    }
    for (left, right) in [("1.0", "1.0.0"), ("v1.2", "1.2"), ("1.02", "1.2"), ("1-2", "1.2")] {
      #expect(general.areEqual(left, right), "\(left) = \(right)")
    }
    let semantic = VersionOrder.semantic
    let row = [
      "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta.2", "1.0.0-beta.11",
      "1.0.0-foo", "1.0.0",
    ]
    for (left, right) in zip(row, row.dropFirst()) { #expect(semantic.isLess(left, right)) }
    #expect(semantic.areEqual("1.0.0+a", "v1.0"))
  }
}
