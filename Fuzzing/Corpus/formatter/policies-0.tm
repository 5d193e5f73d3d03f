model "Ward"
policy {
  missing-boundary: error
  missing-label: note
}
external nurse "Nurse"
process controller "Controller"
flow set-rate: nurse <-> controller
