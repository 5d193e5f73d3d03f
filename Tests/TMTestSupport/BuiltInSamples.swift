// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

extension Sample {
  /// Texts that use every production of the grammar, the layouts that the formatter changes among
  /// them.
  static let builtIn = [
    Sample("items", items), Sample("expressions", expressions), Sample("layout", layout),
    Sample("line endings", items.replacing("\n", with: "\r\n")),
    Sample("byte-order mark", "\u{FEFF}" + layout.replacing("\n", with: "\r")),
  ]

  private static let items = #"""
    /// A pump.
    model "Wireless infusion pump" {
      version: "2.1"; method: stride, cia
      scoring: cvss-4.0
    }
    import "policy.tm"
    import medical as library // built in

    @allow(missing-boundary, "The ward door is the boundary.", until: 2027-03-31)
    @note(a, b: not c, (d, "e"),)
    boundary device "Infusion pump" {
      zone: device
      process controller "Dose \"controller\" \u{2192}\n" {
        interface usb "USB" { kind: usb; physical: yes }
        component openssl
          "OpenSSL" { version: "3.0.8" }
      }
      store log { }
    }
    policy
    {
      accept: score < 4.0
      require: because on accepted
    }
    flow nurse -> device.controller
    flow enter-dose: nurse <-> device.controller.usb "Enters dose" {
      carries: dose,
        library
      threat tampering {
        because: """
          Signature "verified"
            before activation.
          """
        until: 2027-03-31
      }
    }
    flow enter:
      nurse
      -> controller
      "Dose"
    store: flow
    """#

  private static let expressions = #"""
    threat spoofing "Spoofing of {source}" {
      when: crosses and source is external and not authenticated
      when: a == 1 or b != "x" and c < 2.5 or d <= 3 and e > 4 or f >= 2027-01-02
      when: any carries where class has phi and not (encrypted or protocol in (https, mqtt))
      when: all ends where zone is not internet or any flows where any assets where x is y
      when: not not a.b.c is not device.zone, any, all, not, and, or
      when: not in list, any in x, is is is, x is and, x is not not
      when: (a,
        b or
        c // inside
      ), x and
        y or
        z has
        w
      when: value where a or b
      cwe: 290
    }
    """#

  private static let layout = #"""


    // above

    //below
    process   a   "A"{kind:usb;physical:yes}   // after
    process b{kind:usb;;physical:yes;process c{x:y,z};store d{}}store e


    process f // heading
    {
      // first

      x:y;z:(a  ,b)// last


      // foot

    }
    process g{aaaaaaaaaaaaaaaaaaaaaaaa: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb;ccccccccccccccccc:"ddddddddddddddddddddd"}
      @allow( x )  process h {
    }
    flow a->b{ carries : c , // comment
    // own

       d
    }
    // end
    """#
}
