// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Words that a title of a system starts with or ends in and that are no names: what is not known
/// here keeps its capital letter, since a name in small letters is the worse mistake.
enum OrdinaryWords {
  /// Whether a word is an ordinary one, in any number; of a compound ("Follow-up") its first part.
  static func contains(_ word: some StringProtocol) -> Bool {
    let lower = word.lowercased()
    if isKnown(lower) { return true }
    guard let dash = lower.firstIndex(where: { $0 == "-" || $0 == "/" }) else { return false }
    return isKnown(String(lower[..<dash]))
  }

  private static func isKnown(_ word: String) -> Bool {
    if words.contains(word) || hasEndingOfNouns(word) { return true }
    // "Telemonitoring", "provisioning"
    if word.utf8.count > 9, word.hasSuffix("ing") { return true }
    return singulars(of: word).contains { words.contains($0) || hasEndingOfNouns($0) }
  }

  /// What a plural may be the plural of: "studies" of "study", "boxes" of "box" and "boxe".
  static func singulars(of word: String) -> [String] {
    guard word.hasSuffix("s"), word.utf8.count > 3, !word.hasSuffix("ss") else { return [] }
    var found = [String(word.dropLast())]
    if word.hasSuffix("ies") { found.append(word.dropLast(3) + "y") }
    if word.hasSuffix("es") { found.append(String(word.dropLast(2))) }
    return found
  }

  /// Endings that names hardly have.
  private static func hasEndingOfNouns(_ word: String) -> Bool {
    word.utf8.count > 7 && endings.contains(where: word.hasSuffix)
  }

  private static let endings = [
    "tion", "sion", "ility", "ment", "ness", "ance", "ence", "graph", "graphy", "meter", "metry",
    "scope", "ologist", "ician", "ivity", "ality", "idity", "uity", "alysis", "therapy", "pathy",
    "ectomy", "ational", "itude", "ture", "phone", "ering", "ding", "ging", "king", "sing", "ating",
    "graphic", "metric", "matic", "netic", "ostic", "istic", "ologic",
    "ology", "ical", "able", "ible", "less", "ized", "ised", "ator", "ware", "board", "storage",
  ]

  private static let words: Set<String> = Set(
    text.split(whereSeparator: \.isWhitespace).map(String.init))

  private static let text = """
    abdominal ablation ablator abroad access accelerator account accountant accounting actor actual
    actuator acute adapter additional address admin administration administrator admission adult
    advanced adverse affiliate agency agent aggregate aggregator air alarm alert algorithm allergy
    all alternate ambulance ambulatory amount amplifier analog analogue analyser analysis analyst
    analytics analyzer anaesthesia anaesthetist anesthesia anesthesiologist angiography angle ankle
    anonymous answer antenna anterior apheresis app appliance applicant application appointment
    approval approved approver archive archived area arm armband arrhythmia article artifact
    assembly assessment asset assistant associate atrial attacker attachment attendee audio audit
    auditor author authorisation authority authorization automated automatic auxiliary average axis
    baby back backend background backhaul backing backoffice backup bag balance band bank banking
    barcode base baseline basket batch battery beacon bed bedside bedroom belt benefit billing bill
    bin biometric biomedical biopsy birth bladder blob block blog blood board boarding body boiler
    bolus bone book booking boot bootloader border bottle box bracelet brain brake branch breach
    break breast breath breathing bridge broadcast broker browser bucket buffer bug build builder
    building bulk bundle bus business button buyer cabin cabinet cable cache calculated calculation
    calculator calendar calibration call callback caller camera campaign cancelled cancer cannula
    car card cardiac cardiologist cardiology care caregiver carer carrier cart cartridge case cash
    cassette catalog catalogue catheter central centre center certificate chain chair change
    channel charge charger charging chart chat check checker checkout checksum chemotherapy child
    chip chronic circuit citizen claim class classifier cleaner cleaning clean client clinic
    clinical clinician clock closed cloud cluster coach coagulation code collector colleague
    collimator column command comment commercial commission common communication community
    compact companion company comparator compiler complaint complete completed component compound
    compressor computed computer concentrator conference config configuration confirmed congestion
    connected connection connector consent console constant consultant consumable consumer contact
    container content context contract contractor contrast control controller conversation
    converter cook cookie cooling coordinator copy core corporate coronary corridor cost counter
    courier cover crash credential credit critical cryostat cuff current customer cut cycle daemon
    daily dashboard data database datacentre datacenter date day dead dealer death debit debug
    decision decoder decrypted dedicated deep default defibrillator delayed deleted delivery demo
    demographic dental dentist department deployed deployer deployment deposit dermatology desk
    desktop detected detection detector developer development device diabetes diagnosis diagnostic
    diagnostics diagram dialler dialysis diary dictated dictation diet digital direct director
    directory disc discharge disk dispatcher dispenser dispensing display disposable distribution
    distributor dnat doctor document documentation domain domestic donor door dosage dose dosing
    double download downloaded draft drain drawer drive driver drone drop drug dry dual dump
    dynamic ear e-mail early echo edge edited editor effluent elderly electric electrical electrode
    electronic electronics elevator embedded embryo emergency employee employer emulator enclosure
    encoder encrypted encryption end endoscope endoscopic endoscopy endpoint energy engine engineer
    engineering enrolled enrolment enterprise entitled entity entrance entry environment episode
    error escalation ethernet evaluation event evidence examination examiner exam exchange executive
    executor exhaust existing expert expired export exported exporter external extract extractor
    eye fabric facility factory failed failover fallback family fan farm fast fault feature
    federated fee feed feedback feeding fetal fetus field file filter filtered final finance finding
    finger fingerprint finished firewall firmware first fitness fixed flag flash fleet flight floor
    flow fluid folder food foot football footswitch force foreign forgotten form format formulary
    forwarded forwarder fragment frame framework fraud free fresh front frontend fuel fulfilment
    full function funnel fuse future gallery game gas gasoline gastric gate gateway gauge general
    generator generic genetic genome genomic glasses glove glucose goods government grant graph
    graphic grid ground group guard guardian guest guideline guidance handheld handler handset
    handover hand handle hard hardened hardware hashed head header headset health healthcare hearing
    heart heartbeat heat heater heating helper helpdesk hidden high historic historical history
    holiday home homepage hook hospital host hosted hosting hot hotel hotline house household
    housekeeping housing hub human humidifier hybrid identifier identity idle image imager imaging
    implant implantable implanted import imported incident incoming incubator index indicator
    industrial infant infection inference information infrastructure infuser infusion ingest
    ingestion ingress inhaler inhouse initial injection injector inner input inpatient insider
    inspected inspection inspector installed installer institution institutional instruction
    instructor instrument insulin insurance insurer intake integration integrator intensive intent
    interface interlock intermediate internal internet interpreter intracranial intranet inventory
    invoice isolated isolation item itinerary job joint journal jump junction junior kernel key
    keyboard keypad kidney kiosk kitchen knowledge lab label laboratory lamp language laptop laser
    last late later lawyer layer leader lead leaflet ledger left legacy legal lens letter level
    library licence license lidar life light limit line link list listener listing literature live
    liver load loader lobby local localisation location lock locker log logged logger logging
    logical login logistic logistics long loop lot low lower loyalty lung machine mail mailbox main
    maintainer maintenance malicious malware managed management manager manifest manual
    manufacturer manufacturing map marker market marketing marketplace mask master match material
    maternal maximum meal mean measured measurement measuring mechanic mechanical media mediator
    medical medication medicine medium meeting member membership memory merchant merged mesh message
    metadata meter method metric microcontroller microphone microscope middleware midwife migration
    minimum mirror missing mixer mobile modality mode model modem moderator module monitor
    monitored monitoring monthly mother motion motor mouse movement multiplexer name national native
    navigation nearby near needle neighbour neonatal nephrologist network networked neural neutral
    new news newsletter next night node nominal normal normalised nose note notice notification
    notifier number nurse nursing nutrition object observation observer obstetric occlusion office
    officer offline old on-call oncologist oncology online open opened opening operating operation
    operational operator ophthalmic optical option optional oracle order ordering orderer organ
    organisation organization orthopaedic outcome outdated outer outgoing outlet outpatient outer
    output outside oven overdue override owner oximeter oximetry oxygen pacemaker package packaged
    packet pad page pager paid pairing panel paper paramedic parameter parcel parent parking parser
    partner party passenger passkey passport password past patch patched path pathologist pathology
    patient pattern payer payload payment payroll payslip peer pen pending penetration perfusion
    perimeter period peripheral permanent permission person personal personnel pharmacist pharmacy
    phone phonebook photo photocopier physical physician physicist physiotherapist picture pictures
    pilot pin pipeline place placed plan planned planner planning plant plasma plate platform player
    plug plugin point policy poll poller pool portable portal porter port position post postal
    posted poster power powered practice practitioner predicted prediction pregnancy premium
    prepared prescriber prescribing prescription presence present press pressure preview previous
    price priced pricing primary printed printer printing privacy private privileged probe procedure
    process processed processing processor procurement producer product production profile
    prognosis program programme programmer programming progress project prompt prosthesis protected
    protective protein protocol provider provisioned provisioning proxy pseudonym psychiatrist
    public publication publisher pulmonary pulse pump purchase purchased purchaser push python
    quality quarantined quarterly query question questionnaire queue quick quiet quota radar
    radiation radio radiographer radiological radiologist radiology radiotherapy rack rail random
    range rapid rate rating raw reader reading reagent real received receipt receiver reception
    receptionist recipe recipient record recorded recorder recording recovery redacted reduced
    reference referral referrer referring refill refund region regional register registered
    registrar registration registry regular regulator regulatory rehabilitation relational relative
    relay release released reload reminder remote removable removed renal rendered renderer rental
    repair replica replicated report reporter reporting repository representative request requester
    required research researcher reseller reserve reservation resident residual resource respirator
    respiratory response rest result retail retailer retina return returned review reviewer revoked
    reward ring risk river roaming robot robotic robotics role room root rotated rotation route
    router routine rule runner running runtime sales salt sample sampler sampling sandbox satellite
    saved scale scan scanned scanner schedule scheduled scheduler scheduling schema scheme school
    score scoring screen screening script search searcher season seat second secondary secret
    secretary section secure secured security segment selected seller send sender senior sensitive
    sensor sent separate sequence sequencer serial series server serverless service session setting
    setup shared shell shift ship shipment shipping shop shopper shopping short shower shunt shutter
    side signal signature signed signing silent simple simulator single site situation sleep slot
    small smart smoke snapshot social software solar solution source space spare speaker special
    specialist specimen spectrometer speech speed spine splitter sponsor spool stack staff stage
    staging standalone standard standby start startup state station statistic statistics status
    sterile steriliser sterilisation stethoscope stick stimulation stimulator stock stolen stop
    storage store stored storefront stove strategy stream streaming street stretcher stroke student
    study style stylus sub subject submitted subnet subscriber subscription subsystem supplier
    supply support surface surgeon surgery surgical surveillance survey suspended switch symptom
    sync synchronised synthetic syringe system table tablet tag tank tape target task tax taxi
    teacher team technical technician technologist telecom telehealth telemedicine telemetry
    teleradiologist television teller temperature temporary tenant terminal test tester testing text
    theatre therapist therapy thermal thermometer thermostat thin third thread threshold ticket time
    timer timestamp timetable tissue title token toll tool toolchain top touch touchpad touchscreen
    tower trace tracker tracking trade traffic train trained trainee trainer training transaction
    transcript transfer transformer transfusion translated translator transmitter transport traveler
    traveller tray treadmill treatment treating trend triage trigger trolley truck trust trusted
    tube tumour tunnel turbine turnstile typed ultrasound unattended unauthorised unauthorized
    underground unencrypted unique unit university unknown unread unsigned untrusted updated updater
    update upgrade upload uploaded uploader upper upstream urgent urine usage user utility vaccine
    valid validated validator valve vault vehicle vending vendor venous ventilation ventilator
    verified verifier version vessel veterinarian veterinary video view viewer village virtual
    visible vision visit visiting visitor visual vital vitals voice volatile volume volunteer voter
    waiting wall wallet ward warehouse warning warranty washer waste watch watchdog water waveform
    wearable wearer weather web webcam webhook webpage website webshop wed weekly weight welfare
    wheelchair whitelist whole wide widget window wire wired wireless withdrawn witness woman man
    work worker workflow workforce workgroup worklist workshop workspace workstation world worn
    worst wound wrapper wrist wristband writer written wrong year yearly young zone
    cellular people children parents over virus continuous pacing action redirect use follow implantable
    physiological sick healthy wound whole glycaemic heart-rate blood-pressure pressure-volume
    thing things others everybody nobody shutdown reboot keystroke nightly hourly outbound inbound
    approved rejected sealed tampered altered mass bare mixed joined shown seen heard sensed stimulated
    paced detected interrogation interrogator telemetric inductive magnet wand lead leads episode
    diagnoses analyses proof term ability property intellectual correct money check set limit
    arrhythmic atrium ventricle threshold impedance longevity transmitter follow-up
    blower buzzer vector rhythm telemonitoring dialysate dialyser dialyzer ultrafiltration heparin
    anticoagulant clamp tubing saline concentrate bicarbonate hydraulic pneumatic solenoid brine
    nebuliser nebulizer humidity tidal apnoea apnea bellows bath membrane arterial embedding
    turbidity flux substrate pellet vial ampoule stopper plunger barrel holder tip scalpel trocar
    gripper torque gantry bunker phantom isotope tracer plaque tooth crown aligner cochlear retinal
    corneal spinal nerve cortex muscle tendon hip knee shoulder setpoint offset drift zero span gain
    jitter latency bandwidth rota roster timesheet letterhead fax copier shredder badge lanyard
    refrigerator fridge freezer centrifuge pipette rotor cuvette slide stain antigen antibody culture
    swab assay calibrator lipid sodium potassium calcium lactate haemoglobin hemoglobin creatinine
    urea albumin thyroid hormone vitamin allele variant primer lancet strip guidewire stent graft
    pod patch recliner hoist lift crutch splint brace sling tourniquet cap bonding pairing ratio carb
    carbohydrate worker triage inference registry relay pseudonym pseudonymised deidentification
    outbox inbox webhook wallet voucher coupon ledger invoice refund courier parcel depot carrier
    tenant landlord lease meter tariff grid turbine boiler valve manifold chiller freezer fridge
    incubator centrifuge pipette reagent cuvette rack conveyor gripper arm wrist elbow joint
    instrument trocar endoscope laparoscope stapler forceps scalpel needle suture drape trolley
    cart bay dock stand mast gantry collimator couch table lamp headlight stethoscope otoscope
    spirometer oximeter glucometer thermometer humidifier nebuliser nebulizer vaporiser vaporizer
    flow pressure volume oxygen waveform trend event curve peak tidal respiratory ventilation
    weaning sedation consent withdrawal enrolment enrollment onboarding offboarding leaver joiner
    payroll shift rota roster timesheet leave badge wristband lanyard kiosk turnstile locker
    pickup drop lane dash cockpit throttle steering chassis vehicle truck trailer fleet driver
    passenger route waypoint drone rover robot manipulator cobot welder press lathe spindle
    active beam template candidate delegate estimate coordinate plate duplicate aggregate surrogate
    reverse osmosis ultrafiltration haemodialysis hemodialysis de-identified re-identified
    substrate filtrate dialysate concentrate isolate vendor recipe lot sublot material pallet shelf aisle picker packer stock reorder forecast demand
    across aid amplified audiogram audiologist belly brother cough daughter earpiece fall father fit
    fitting flood garage garden grade grandchild husband ladder learner lesson lip loan loudness
    luggage mouth pain paint pension pill pocket pollen posture proctor puzzle rain rent rice ride
    rider roof salary sand scooter seed shoe sibling sister skill sleeper snow sock son sound spouse
    stair steam step stereo stomach story sugar suit sun sunlight swimmer tent throat toilet toy
    tree trip vein vest wage waist walker washing wearing wheel wife wind wing winter wood yard
    """
}
