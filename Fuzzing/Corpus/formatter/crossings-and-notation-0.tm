model "Ward"
boundary ward "Ward" { process gateway "Gateway" }
boundary pump "Pump" { process controller "Controller" { harm: nowhere } }
process log "Log"
flow a: gateway -> log "Sends" // finds
flow b: controller -> log "Sends" // finds
flow c: gateway -> controller "Sends" { crosses: wrad, pump } // not: its own `crosses` is misspelt
flow d: gateway -> nobody "Sends" // not: its end is unknown
