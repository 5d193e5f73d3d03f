model "Clinic"
external app "App"
boundary cloud "Cloud" { process api "Service" { interface a "API" { kind: API } } }
asset records "Records" { class: PHI }
flow send: app -> api "Sends records" {
  crosses: cloud
  protocol: HTTPS
  encrypted: tls
  authenticated: yes
  carries: records
  via: a
}
flow answer: api -> app "Answers" { crosses: cloud; protocol: Mqtts; authenticated: YES; carries: records }
