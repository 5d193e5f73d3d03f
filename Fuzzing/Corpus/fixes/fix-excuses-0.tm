model "Ward"
external nurse "Nurse"
boundary pump "Pump" {
  process controller "Controller"

  /// Sets the rate.
  @allow(missing-label, "It has one.")
  flow set-rate: nurse -> controller "Sets rate" { crosses: pump }
}

@allow(missing-label, "It has one.", until: 2026-12-31)
@allow(missing-boundary, "The door.")
flow show-rate: controller -> nurse "Shows rate" { crosses: pump }
