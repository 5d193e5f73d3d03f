model "Ward"
external nurse "Nurse"
boundary pump "Pump" {
  process controller "Controller"
}
flow set-rate: nurse -> controller "Sets rate"   // at the keypad
flow show-rate: controller -> nurse
