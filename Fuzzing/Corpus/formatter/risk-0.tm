model "Infusion pump" { scoring: cvss-3.1 }
hazard HAZ-1 "Over-infusion" { severity: serious }
external nurse "Nurse" { human: yes }
boundary pump "Pump" {
  process controller "Dose controller"
}
control limits "Hard limits in the pump" {
  answers: wrong-rate
  mitigates: tampering
}
flow set-rate: nurse <-> controller "Sets rate" {
  crosses: pump
  authenticated: pin
  harm: HAZ-1
  controls: limits
  threat wrong-rate "Somebody alters the rate" {
    category: tampering
    score: "CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H"
    residual: "CVSS:3.1/AV:P/AC:H/PR:N/UI:N/S:U/C:N/I:L/A:N"
  }
}
policy { accept: score < 4.0 and harm-severity < critical }
