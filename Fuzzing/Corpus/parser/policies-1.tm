model "Ward"
policy {
  missing-boundary: off
}
external nurse "Nurse"
process controller "Controller"
flow set-rate: nurse <-> controller "Sets rate"
