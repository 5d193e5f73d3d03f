model "Pump" { profile: mdr, iec-81001-5-1 }
boundary pump "Pump" { process controller "Dose controller" }
external nurse "Nurse" { human: yes }
flow enter-dose: nurse <-> controller "Enters dose" { crosses: pump; authenticated: pin }
