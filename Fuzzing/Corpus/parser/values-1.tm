model "Shop"
process shop "Shop"
boundary bank "Bank" { zone: third-party; process till "Till" }
control paired-keys "Paired keys" { mitigates: spoofing; protects: till }
flow pay: shop -> till "Pays" { crosses: bank; authenticated: paired-kyes; encrypted: tsl-1.3 }
flow paid: till -> shop "Confirms" { crosses: bank; authenticated: token; encrypted: tls-1.3 }
