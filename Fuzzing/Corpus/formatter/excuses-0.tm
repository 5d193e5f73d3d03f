model "Ward"
external nurse "Nurse"
process controller "Controller"
@allow(missing-boundary, "The ward door is the boundary.")
flow set-rate: nurse <-> controller "Sets rate"
