// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMTestSupport
import TMThreats
import Testing

/// Twelve elements, with no boundary inside the side of the servers.
private let system = """
  model "Shop"
  asset order "Order" { class: pii }
  asset login "Login" { class: credentials }
  asset invoice "Invoice" { class: payment; format: xml }
  external buyer "Buyer" { human: yes }
  external clerk "Clerk" { human: yes }
  external partner "Payment provider"
  external admin "Administrator" { human: yes }
  boundary cloud "Cloud" {
    zone: cloud
    process web "Web shop"
    process api "Order service"
    process accounts "Account service"
    process billing "Billing"
    process importer "Importer" { function: commands }
    store orders "Order database" { kind: sql; holds: order }
    store users "User database" { kind: sql; holds: login }
    store audit "Audit log" { log: yes; kind: file }
  }
  flow browse: buyer -> web "Browses" { carries: order; crosses: cloud; protocol: https; authenticated: password }
  flow page: web -> buyer "Shows pages" { carries: order; crosses: cloud; over: browse }
  flow place: web -> api "Places orders" { carries: order; protocol: https }
  flow save: api -> orders "Saves" { carries: order; protocol: sql }
  flow look-up: web -> accounts "Checks the login" { carries: login; protocol: https }
  flow query: accounts -> users "Looks up" { carries: login; protocol: sql }
  flow log: api -> audit "Records"
  flow run: api -> importer "Starts an import" { carries: order }
  flow charge: billing -> partner "Charges" { carries: invoice; crosses: cloud; protocol: https }
  flow result: partner -> billing "Reports" { carries: invoice; crosses: cloud; over: charge }
  flow bill: api -> billing "Bills" { carries: order; protocol: https }
  flow work: clerk -> api "Works" { carries: order; crosses: cloud; protocol: https; authenticated: mfa }
  flow keep-house: admin -> audit "Reads along" { crosses: cloud; protocol: ssh }
  """

@Suite("What comes in at the edge is followed inwards")
struct InsideTests {
  @Test(
    "and asks each question once, where code can answer it",
    arguments: [
      ("injection", ["query", "save"]), ("command-injection", ["run"]), ("scripting", ["page"]),
      ("reflected-scripting", ["work"]), ("forged-request", ["browse", "work"]),
      ("server-side-request", ["billing"]), ("parser-entities", ["result"]),
      ("object-access", ["place", "work"]), ("stored-credentials", ["users"]),
      ("bypassed-service", ["orders", "users"]), ("forged-entries", ["log"]),
      ("mass-assignment", ["place", "work"]), ("guessed-login", ["browse"]),
    ])
  func once(_ name: String, _ places: [String]) throws {
    let sample = try CompiledSample(system)
    #expect(!sample.compilation.hasErrors)
    let found = sample.register.threats.filter { $0.template?.name == name }
    #expect(found.map { sample.model.path($0.about) }.sorted() == places, "\(name)")
    for threat in found { #expect(threat.template?.owasp.isEmpty == false, "\(name)") }
  }

  @Test("asks for scripts where pages are written, and not at what passes them on")
  func pages() throws {
    let sample = { (function: String) in
      try CompiledSample(
        """
        model "Shop" {}
        external buyer "Buyer" { human: yes }
        boundary cloud "Cloud" {
          zone: cloud
          process front "Balancer" { \(function) }
          process web "Shop"
        }
        flow browse: buyer <-> front "Browses" { crosses: cloud; protocol: https; authenticated: password }
        flow pages: front <-> web "Pages" { protocol: http }
        """)
    }
    let passed = try sample("function: reverse-proxy")
    #expect(passed.threat("pages.scripting-reverse") != nil)
    #expect(passed.threat("pages.scripting") == nil)
    #expect(passed.threat("browse.scripting") == nil)
    #expect(passed.threat("browse.scripting-reverse") == nil)
    #expect(passed.threat("browse.exceeded-rights") == nil)
    let own = try sample("")
    #expect(own.threat("pages.scripting-reverse") == nil)
    #expect(own.threat("browse.scripting-reverse") != nil)
    #expect(own.threat("browse.exceeded-rights") != nil)
  }

  @Test("and asks nothing of what never leaves the inside")
  func quiet() throws {
    let sample = try CompiledSample(
      """
      model "Inside"
      boundary here "Here" {
        process a "Alpha"
        process b "Beta" { function: commands }
        store s "Store" { kind: sql }
      }
      flow ab: a -> b "Sends" { format: xml, objects; protocol: http }
      flow bs: b -> s "Saves" { protocol: sql }
      """)
    #expect(sample.register.threats.isEmpty)
  }

  @Test("from a less trusted place only")
  func trust() throws {
    func threats(_ left: String, _ right: String) throws -> [String] {
      let sample = try CompiledSample(
        """
        model "Trust"
        boundary left "Left" { zone: \(left); process a "Alpha" }
        boundary right "Right" { zone: \(right); process b "Beta"; store s "Store" { kind: sql } }
        flow ab: a -> b "Sends" { crosses: left, right }
        flow bs: b -> s "Saves" { protocol: sql }
        """)
      return sample.threats(about: "bs").map(\.name)
    }
    #expect(try threats("internet", "cloud") == ["injection"])
    #expect(try threats("datacentre", "cloud").isEmpty)
  }

  @Test("once for two elements, however many flows there are")
  func pairs() throws {
    let sample = try CompiledSample(
      system + "\nflow more: api -> orders \"Corrects\" { carries: order; protocol: sql }")
    let found = sample.register.threats.filter { $0.name == "injection" }.map(\.id)
    #expect(found == ["more.injection", "query.injection"])
    let explainer = Explainer(sample.model, sample.register)
    guard case .found(let explanation) = explainer.explain("save.injection"),
      case .absent(.repeated(let id)) = explanation.verdict
    else {
      Issue.record("not explained")
      return
    }
    #expect(id == "more.injection")
  }
}

@Suite("People, proof and harm")
struct NoiseTests {
  @Test("a person at a key pad poses, misuses and denies; nobody stands between")
  func people() throws {
    let sample = try CompiledSample(
      """
      model "Bed"
      asset dose "Dose" { class: therapy }
      boundary ward "Ward" { zone: hospital; external nurse "Nurse" { human: yes } }
      boundary pump "Pump" {
        zone: device
        process control "Control" { interface pad "Key pad" { kind: keypad, display } }
      }
      flow enter: nurse -> control.pad "Enters" { carries: dose; crosses: ward, pump; authenticated: pin }
      """)
    #expect(sample.threats(about: "enter").map(\.name) == ["repudiation", "exceeded-rights"])
    let names = sample.threats(about: "pad").map(\.name)
    #expect(names.contains("borrowed-session") && names.contains("locked-out"))
    #expect(names.contains("shoulder-surfing"))
  }

  @Test(
    "repudiation where somebody has to answer for something",
    arguments: [
      ("class: therapy", true), ("class: telemetry", false),
      ("class: telemetry; accountability: high", true),
      ("class: therapy; accountability: none", false),
    ])
  func proof(_ properties: String, _ isAsked: Bool) throws {
    let sample = try CompiledSample(
      """
      model "Proof"
      asset d "Data" { \(properties) }
      boundary left "Left" { process a "Alpha" }
      boundary right "Right" { process b "Beta" }
      flow ab: a -> b "Sends" { carries: d; crosses: left, right }
      """)
    #expect((sample.threat("ab.repudiation") != nil) == isAsked)
  }

  @Test("therapy is what an element that treats acts on, not what is shown to a relative")
  func acting() throws {
    let sample = try CompiledSample(
      """
      model "Loop"
      import medical
      asset glucose "Glucose value" { class: diagnosis }
      boundary body "Body" { zone: body; process sensor "Sensor" }
      boundary pump "Pump" { zone: device; process dosing "Dosing" { function: therapy } }
      boundary phone "Phone" { zone: phone; process app "Relative's app" }
      flow measure: sensor -> dosing "Measures" { carries: glucose; crosses: body, pump; protocol: ble }
      flow show: sensor -> app "Shows" { carries: glucose; crosses: body, phone; protocol: ble }
      """)
    #expect(sample.threat("measure.tampering")?.template?.name == "altered-therapy")
    #expect(sample.threat("show.tampering")?.template?.name == "altered-findings")
  }

  @Test("a hazard comes from what goes through an interface")
  func harm() throws {
    let sample = try CompiledSample(
      """
      model "Harm"
      hazard H1 "Overdose" { severity: critical }
      asset dose "Dose" { class: therapy; harm: H1 }
      boundary phone "Phone" { zone: phone; process app "App" }
      boundary pump "Pump" {
        zone: device
        process control "Control" { interface radio "Radio" { kind: ble }; interface other "Other" { kind: ble } }
      }
      flow order: app -> control.radio "Orders" { carries: dose; crosses: phone, pump }
      """)
    let facts = SubjectFacts(sample.model)
    let pairing = try #require(sample.threat("radio.rogue-pairing"))
    #expect(facts.hazards(of: pairing).map { sample.model.path($0) } == ["H1"])
  }

  @Test("the origin of an update is asked what its last hop is asked")
  func origins() throws {
    let sample = try CompiledSample(
      """
      model "Fleet"
      import medical
      asset image "Firmware" { class: firmware }
      external supplier "Supplier"
      boundary factory "Factory" { zone: manufacturer; process build "Build" { function: build } }
      boundary cloud "Cloud" { zone: cloud; process updates "Update service" }
      boundary pump "Pump" { zone: device; process control "Control" }
      flow deliver: supplier -> build "Delivers" { carries: image; crosses: factory }
      flow publish: build -> updates "Publishes" { carries: image; crosses: factory, cloud }
      flow update: updates -> control "Updates" { carries: image; crosses: cloud, pump; function: update }
      """)
    for id in [
      "updates.fleet-update", "supplier.harmful-supply", "build.planted-in-build",
    ] {
      #expect(sample.threat(id) != nil, "\(id)")
    }
    #expect(sample.threat("control.fleet-update") == nil)
    // Planting code in a build is sending it to all devices.
    #expect(sample.threat("build.fleet-update") == nil)
  }

  @Test(
    "methods are additive: another one removes no threat and no triage",
    arguments: [
      ("cia", "stride"), ("stride", "cia"), ("stride-per-element", "stride"),
      ("linddun-per-element", "linddun"),
      ("stride", "linddun"),
    ])
  func additive(_ first: String, _ second: String) throws {
    func sample(_ methods: String) throws -> CompiledSample {
      try CompiledSample(
        """
        model "Methods" { method: \(methods) }
        asset d "Data" { class: pii }
        process a "Alpha"
        boundary x "X" { process b "Beta"; process c "Gamma"; store s "Store" { holds: d } }
        flow ab: a -> b "Sends" {
          carries: d; crosses: x
          \(first == "cia" ? "threat flow-integrity { status: accepted }" : "")
        }
        flow bc: b -> c "Sends on" { carries: d }
        flow cs: c -> s "Saves" { carries: d }
        """)
    }
    let one = try sample(first)
    let two = try sample("\(first), \(second)")
    #expect(two.register.staleTriage.isEmpty)
    // Of a store that CIA asks about, STRIDE asks each asset.
    for threat in one.register.threats where !two.register.repeatedIDs.contains(threat.id) {
      let cover = two.register.merged.first {
        $0.subject == threat.subject && $0.name == threat.name
      }
      let listed = two.register.threats.first {
        $0.subject == threat.subject && $0.name == (cover?.name ?? threat.name)
          || $0.about == threat.about && $0.name == cover?.cover
      }
      #expect(listed?.status == threat.status, "\(threat.id)")
    }
  }

  @Test("what is out of scope is asked nothing, elements and flows alike")
  func scope() throws {
    let sample = try CompiledSample(
      """
      model "Scope"
      external a "Alpha"
      boundary x "X" { process b "Beta" }
      flow ab: a -> b "Sends" { crosses: x; in-scope: no; because: "elsewhere" }
      """)
    #expect(sample.threats(about: "ab").isEmpty)
  }

  @Test("pages are those of the program in the browser that makes them")
  func pagesOfPrograms() throws {
    let sample = try CompiledSample(
      """
      model "Shop" { method: stride }
      external browser "Browser" { function: browser }
      boundary office "Office" { process spa "Web app" { function: browser } }
      boundary cloud "Cloud" { process api "Service"; process site "Shop" }
      flow call: spa <-> api "Calls" { crosses: office, cloud; protocol: https }
      flow pages: browser <-> site "Pages" { crosses: cloud; protocol: https }
      """)
    let writer = SentenceWriter(sample.model)
    let app = try #require(sample.threat("call.scripting-reverse"))
    #expect(
      writer.title(app)
        == "Pages of the web app run script that somebody else put into the data from the service")
    let server = try #require(sample.threat("pages.scripting-reverse"))
    #expect(
      writer.title(server) == "Pages of the shop run script that somebody else put into their data")
  }
}
