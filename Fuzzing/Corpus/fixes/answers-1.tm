model "Clinic"
external app "App"
boundary cloud "Cloud" { process api "Service" }
asset records "Records" { class: credentails }
flow send: app -> api "Sends records" { crosses: cloud; protocol: htps; carries: records }
