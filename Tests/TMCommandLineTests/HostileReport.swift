// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// One model with every hostile title: as the titles of assets, in rationales and links.
enum HostileReport {
  static let model: String = {
    let assets = HostileTitle.all.enumerated().map { index, title in
      let quotes = title.quotes
      let text = quotes + title.source + quotes
      return """
        asset a\(index) \(text) { class: phi, therapy; integrity: high; owner: \(text); link: \(text) }
        control c\(index) \(text) { mitigates: tampering; protects: a\(index); new-risks: \(text) }
        assumption s\(index) \(text) { owner: \(text) }
        """
    }
    let names = HostileTitle.all.indices.map { "a\($0)" }.joined(separator: ", ")
    let formula = HostileTitle.all.first { $0.description == "formula" }?.source ?? ""
    return """
      model "\(formula)" { version: "=1+1"; owner: "@SUM(A1)"; scoring: cvss-3.1 }
      hazard h "-2+3" { severity: serious; link: "javascript:alert(1)", "https://example.org/a?b=<c>" }
      \(assets.joined(separator: "\n"))
      boundary b "\\t=tab" { zone: internet
        process p "_x0041_ +x" { handles: \(names); interface i "=i" { kind: web } }
        store s "=s" { holds: \(names) }
      }
      external x "=x" { human: yes }
      flow f: x -> p.i "=f" { carries: \(names); crosses: b; protocol: http; harm: h
        threat own "=HYPERLINK(\\"http://evil\\")" {
          category: tampering; status: accepted; because: "=cmd|'/c calc'!A1"; until: 2027-03-31
          score: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"; actor: "<script>alert(1)</script>"
        }
      }
      flow g: p -> s "g" { carries: \(names) }

      """
  }()

  /// More declarations, each ending in a line of its own with a brace.
  static let neutral = """
    boundary shed "Shed" {
      zone: home
      process zebra "Zebra" { interface z "Z" { kind: web }; interface y "Y" { kind: usb }; component c "C" { version: "1" } }
      process ape "Ape" { handles: event-log, drug-library }
      store barn "Barn" { holds: drug-library }
    }
    @allow(untrusted-input, "Of no account.")
    flow zoom: zebra -> ape {
      carries: event-log
    }
    flow amble: ape -> zebra {
      carries: drug-library
    }
    view zoo "Zoo" {
      include: shed
    }
    """ + "\n"
}
