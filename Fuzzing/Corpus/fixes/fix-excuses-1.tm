model "Ward"
external nurse "Nurse"
boundary pump "Pump" { process controller "Controller" }
@allow(missing-label, "It has one.") flow set-rate: nurse -> controller "Sets rate" { crosses: pump }
