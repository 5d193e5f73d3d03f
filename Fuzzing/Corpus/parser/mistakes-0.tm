model "Ward"

external nurse "Nurse" { human: yes

boundary device "Pump" {
  process controller "Controller"
}

flow set-rate: nurse -> controller "Sets rate" { crosses: device }
flow show-rate: controller -> nurse "Shows rate" { crosses: device }
