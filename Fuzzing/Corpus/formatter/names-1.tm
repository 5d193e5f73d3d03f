model "Ward"
asset log "Event log" { class: log }
process controller "Controller" { handles: log }
store log-store "Log" {
  log: yes
  interface log "Log port" { kind: api }
}
flow record: controller -> log-store.log "Records event" { carries: log }
