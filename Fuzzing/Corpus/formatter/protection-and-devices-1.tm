model "M"
asset password "Password" { class: credentials }
asset key "Key" { class: keys }
asset health "Health record" { class: phi }
asset settings "Settings" { class: configuration }
store a "A" { holds: password } // finds
store b "B" { holds: key } // finds
store c "C" { holds: settings, key } // finds
store d "D" {
  holds: password
  encrypted: no // finds
}
store e "E" { holds: password; encrypted: aes-256 } // not: it is encrypted
store f "F" { holds: key; kind: vault } // not: a vault keeps keys
store g "G" { holds: health } // not: a record is no secret that opens doors
store h "H" { holds: password; in-scope: no } // not: it is not analysed
