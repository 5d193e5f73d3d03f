model "Ward"
policy { unauthenticated-crossing: off; unencrypted-crossing: off }
external patient "Patient"
boundary home "Home" {
  boundary phone "Phone" {
    process sync "Sync"
  }
}
flow enter: patient -> sync "Enters diary" { crosses: home, phone }
flow show: sync -> patient "Shows diary"
