model "Ward"
policy { unauthenticated-crossing: off; unencrypted-crossing: off }
external nurse "Nurse"
boundary pump "Pump" {
  process software "Software" {
    process panel "Panel"
    process controller "Controller"
  }
}
flow type: nurse -> panel "Types dose" { crosses: pump }
flow order: panel -> controller "Confirmed dose"
flow show: controller -> nurse "Shows dose" { crosses: pump }
