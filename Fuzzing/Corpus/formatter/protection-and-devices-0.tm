model "M"
control md "Checksum" {
  mitigates: tampering
  mechanism: md5 // finds
}
control good "Signature" {
  mitigates: tampering
  mechanism: signature // not: it has a key
}
process p "P" { controls: md, good }
store s "S" {
  encrypted: des // finds
}
store t "T" { encrypted: aes-256 } // not: it is strong
flow f1: p -> s "Writes" { encrypted: tls-1.0 } // finds
flow f2: p -> t "Writes" { encrypted: tls-1.1 } // finds
flow f3: p -> s "Writes" { encrypted: tls-1.2 } // not: it is current
flow f4: p -> t "Writes" { encrypted: tls-1.3 } // not: it is current
flow f5: p -> t "Writes" { encrypted: no } // not: it claims nothing
