model "Pump"
boundary pump "Pump" { process controller "Dose controller" }
external nurse "Nurse" { human: yes }
flow enter-dose: nurse <-> controller "Enters dose" { crosses: pump; authenticated: pin }
view all "The system" { kind: global }
