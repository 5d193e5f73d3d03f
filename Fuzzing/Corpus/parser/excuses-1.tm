model "Ward"
external nurse "Nurse"
process controller "Controller"
@allow(missing-boundary, "The door comes in autumn.", until: 2026-06-01)
flow set-rate: nurse <-> controller "Sets rate"
