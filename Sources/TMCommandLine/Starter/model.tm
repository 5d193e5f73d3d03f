// A threat model in one file: what the system is made of, which data flows between its parts, and
// where trust ends. `tm lint` checks it, `tm threats` lists what can go wrong.
//
// Everything has one shape: `keyword id "Title" { property: value }`. Order never matters. A line
// that starts with `///` describes the declaration below it.

/// Patients book visits over the web; a mail reminds them the day before.
model "Clinic appointments" {
  version: "1.0"
  owner: "Booking team"
}

// What is worth protecting.

asset appointment "Appointment" {
  class: phi  // health data of a person
  confidentiality: high
  integrity: medium
}
asset password "Patient's password" { class: credentials; confidentiality: high }

// What protects it. A control answers a category of threat where it is named, by what it works by;
// one that is only planned is listed, and answers nothing yet.

control rights-checks "Each request is checked against the rights of its user" {
  mitigates: elevation-of-privilege
  mechanism: access-check
  status: implemented
}
control rate-limit "Limit of requests a minute" {
  mitigates: denial-of-service
  status: planned
}

// Where things are. A boundary is a line at which trust ends; boundaries lie in one another.

boundary internet "Internet" {
  zone: internet

  external patient "Patient" { human: yes }  // outside of the model's control
}

boundary mail-provider "Mail provider" {
  zone: third-party

  external mail "Mail service"
}

boundary cloud "Cloud account" {
  zone: cloud

  /// Shows free times, takes bookings, sends reminders.
  process booking "Booking service" {  // code that runs
    technology: "Web service in a container"
    controls: rights-checks, rate-limit
    interface pages "Web pages" { kind: web }  // where others come in
  }

  boundary database-net "Database network" {
    zone: cloud
    kind: network

    store visits "Appointment database" {  // data that rests
      holds: appointment, password
      encrypted: aes-256
    }
  }
}

// What flows. `crosses` names each boundary that has one end inside and the other outside: when an
// element moves, `tm lint` shows the flows to look at again, and `tm lint --fix` repairs the list.

flow log-in: patient -> booking.pages "Logs in" {
  carries: password
  crosses: internet, cloud
  protocol: https  // encrypted, and the server proves who it is
  authenticated: password  // how the patient does
}

flow book-visit: patient <-> booking.pages "Books a visit, sees own visits" {
  carries: appointment
  crosses: internet, cloud
  protocol: https
  authenticated: token

  // A decision about one threat stands beside what the threat is about.
  threat repudiation {
    status: accepted
    because: "A visit can be cancelled free of charge, so nothing hangs on the proof."
  }
}

flow keep-visits: booking <-> visits "Keeps visits and passwords" {
  carries: appointment, password
  crosses: database-net
  protocol: sql-tls
  authenticated: certificate
}

flow remind: booking -> mail "Reminder for tomorrow" {
  carries: appointment
  crosses: cloud, mail-provider
  protocol: smtps
  authenticated: token
}
