model "Ward"
process service "Service desk"
process gateway "Gateway" {
  interface service "Service port" { kind: api }
}
flow ask: service <-> gateway.service "Asks for help"
