model "Ward"
external nurse "Nurse"
boundary pump "Pump" {
  process controller "Controller"
}
flow set-rate: nurse -> controller "Sets rate" {}
flow show-rate: controller -> nurse "Shows rate" { }
flow alarm: controller -> nurse "Alarms" {
}
flow confirm: nurse -> controller "Confirms" {
  // at the keypad
}
