model "Shop"
process shop "Shop"
boundary bank "Bank" { zone: third-party; process till "Till" }
flow pay: shop -> till "Pays" { crosses: bank; authenticated: token; encrypted: true }
flow paid: till -> shop "Confirms" { crosses: bank; authenticated: token; encrypted: false }
