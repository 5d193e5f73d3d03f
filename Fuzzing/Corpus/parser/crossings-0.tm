model "Ward"
policy { unauthenticated-crossing: off; unencrypted-crossing: off }
external patient "Patient"
boundary home "Home" {
  boundary phone "Phone" {
    boundary app "App" {
      process sync "Sync"
    }
  }
}
flow enter: patient -> sync "Enters diary" { crosses: phone }
flow show: sync -> patient "Shows diary" { crosses: app, phone, home }
