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
    abdominal ability ablation ablator abroad accelerator access account accountant accounting
    across action active actor actual actuator acute adapter additional address admin administration
    administrator admission adult advanced adverse affiliate age agency agent aggregate aggregator
    aid aim air aisle alarm albumin alert algorithm aligner all allele allergy altered alternate
    ambulance ambulatory amount amplified amplifier ampoule anaesthesia anaesthetist analog analogue
    analyser analyses analysis analyst analytics analyzer anesthesia anesthesiologist angiography
    angle animal ankle anonymous answer antenna anterior antibody anticoagulant antigen apheresis
    apnea apnoea app appliance applicant application appointment approval approved approver archive
    archived area arm armband arrhythmia arrhythmic arterial article artifact assay assembly
    assessment asset assistant associate atrial atrium attachment attacker attendee audio audiogram
    audiologist audit auditor author authorisation authority authorization automated automatic
    auxiliary average axis baby back backend background backhaul backing backoffice backup badge bag
    balance band bandwidth bank banking barcode bare barrel base baseline basket batch bath battery
    bay beacon beam bed bedroom bedside bell bellows belly belt benefit bicarbonate big bill billing
    bin biomedical biometric biopsy birth bladder blob block blog blood blood-pressure blower board
    boarding body boiler bolt bolus bonding bone book booking boot bootloader border bottle box
    brace bracelet brain brake branch breach break breast breath breathing bridge brine broadcast
    broker brother browser bucket buffer bug build builder building bulk bundle bunker bus business
    busy button buyer buzzer cabin cabinet cable cache cached calcium calculated calculation
    calculator calendar calibration calibrator call callback caller camera campaign cancelled cancer
    candidate cannula cap car carb carbohydrate card cardiac cardiologist cardiology care caregiver
    carer carrier cart cartridge case cash cassette catalog catalogue catheter cause cellular center
    central centre centrifuge certificate chain chair change channel chapter charge charger charging
    chart chassis chat check checker checkout checksum chemotherapy child children chiller chip
    chronic circuit citizen claim clamp class classifier clean cleaner cleaning client clinic
    clinical clinician clip clock closed cloud cluster coach coagulation cobot cochlear cockpit code
    cold colleague collector collimator column command comment commercial commission common
    communication community compact companion company comparator compiler complaint complete
    completed component compound compressor computed computer concentrate concentrator conference
    config configuration confirmed congestion connected connection connector consent console
    constant consultant consumable consumer contact container content context continuous contract
    contractor contrast control controller conversation converter conveyor cook cookie cool cooling
    coordinate coordinator copier copy core corneal coronary corporate correct corridor cortex cost
    couch cough count counter coupon courier course cover crash creatinine credential credit crew
    critical crown crutch cryostat cuff culture current curve customer cut cuvette cycle daemon
    daily dash dashboard data database datacenter datacentre date daughter day de-identified dead
    deal dealer death debit debug decision decoder decrypted dedicated deep default defibrillator
    degree deidentification delayed delegate deleted delivery demand demo demographic dental dentist
    department deployed deployer deployment deposit depot depth dermatology desk desktop detected
    detection detector developer development device diabetes diagnoses diagnosis diagnostic
    diagnostics diagram dial dialler dialysate dialyser dialysis dialyzer diary dictated dictation
    diet digital direct director directory disc discharge dish disk dispatcher dispenser dispensing
    display disposable distribution distributor dnat dock doctor document documentation domain
    domestic donor door dosage dose dosing double download downloaded draft drain drape drawer drift
    drive driver drone drop drug dry dual dump duplicate duty dynamic e-mail ear early earpiece echo
    edge edited editor effect effluent elbow elderly electric electrical electrode electronic
    electronics elevator embedded embedding embryo emergency employee employer empty emulator
    enclosure encoder encrypted encryption end endoscope endoscopic endoscopy endpoint energy engine
    engineer engineering enrolled enrollment enrolment enterprise entitled entity entrance entry
    environment episode error escalation estimate ethernet evaluation event everybody evidence exam
    examination examiner exchange executive executor exhaust existing expert expired expiry export
    exported exporter external extra extract extractor eye fabric facility factory failed failover
    fall fallback family fan farm fast father fault fax feature federated fee feed feedback feeding
    feel fetal fetus fever field file film filter filtered filtrate final finance finding finger
    fingerprint finished firewall firm firmware first fit fitness fitting fixed flag flash fleet
    flight flood floor flow fluid flux folder follow follow-up follower food foot football
    footswitch force forceps forecast foreign forgotten form format formulary forwarded forwarder
    fragment frame framework fraud free freezer fresh fridge friend front frontend fuel fulfilment
    full function funnel fuse future gain gallery game gantry garage garden gas gasoline gastric
    gate gateway gauge gear gender general generator generic genetic genome genomic girl given
    glasses glove glucometer glucose glycaemic goal goods government grade graft grandchild grant
    graph graphic grid gripper ground group guard guardian guest guidance guideline guidewire
    haemodialysis haemoglobin hall hand handheld handle handler handover handset hard hardened
    hardware hashed head header headlight headline headset health healthcare healthy heard hearing
    heart heart-rate heartbeat heat heater heating height held helpdesk helper hemodialysis
    hemoglobin heparin hidden high hip historic historical history hoist holder holiday home
    homepage hook hormone horn hospital host hosted hosting hot hotel hotline hour hourly house
    household housekeeping housing hub human humidifier humidity husband hybrid hydraulic idea
    identifier identity idle image imager imaging impedance implant implantable implanted import
    imported inbound inbox incident incoming incubator index indicator inductive industrial infant
    infection inference information infrastructure infuser infusion ingest ingestion ingress inhaler
    inhouse initial injection injector inner inpatient input insider inspected inspection inspector
    installed installer institution institutional instruction instructor instrument insulin
    insurance insurer intake integration integrator intellectual intensive intent interface
    interlock intermediate internal internet interpreter interrogation interrogator intracranial
    intranet inventory invoice isolate isolated isolation isotope issue item itinerary jitter job
    joined joiner joint journal judge jump junction junior kept kernel key keyboard keypad keystroke
    kidney kind kiosk kitchen knee knob knowledge lab label laboratory lactate ladder lamp lancet
    landlord lane language lanyard laparoscope laptop laser last late latency later lathe law lawyer
    layer lead leader leads leaflet learner lease leave leaver ledger left legacy legal length lens
    lesson letter letterhead level lever library licence license lid lidar life lift light limit
    line link lip lipid list listener listing literature live liver load loader loan lobby local
    localisation location lock locker log logged logger logging logical login logistic logistics
    long longevity loop lost lot loudness low lower loyalty luggage lung machine made magnet mail
    mailbox main maintainer maintenance maker malicious malware man managed management manager
    manifest manifold manipulator manual manufacturer manufacturing map mark marker market marketing
    marketplace mask mass mast master match material maternal maximum meal mean measured measurement
    measuring mechanic mechanical media mediator medical medication medicine medium meeting member
    membership membrane memory merchant merged mesh message metadata meter method metric
    microcontroller microphone microscope middleware midwife migration minimum minute mirror missing
    mixed mixer mobile modality mode model modem moderator module money monitor monitored monitoring
    month monthly mood mother motion motor mouse mouth move movement multiplexer muscle name
    national native navigation near nearby nebuliser nebulizer need needle neighbour neonatal
    nephrologist nerve network networked neural neutral new news newsletter next night nightly
    nobody node noise nominal norm normal normalised nose note notice notification notifier number
    nurse nursing nutrition object observation observer obstetric occlusion offboarding offer office
    officer offline offset old on-call onboarding oncologist oncology online open opened opening
    operating operation operational operator ophthalmic optical option optional oracle order orderer
    ordering organ organisation organization orthopaedic osmosis other others otoscope outbound
    outbox outcome outdated outer outgoing outlet outpatient output outside oven over overdue
    override owner oximeter oximetry oxygen paced pacemaker pacing package packaged packer packet
    pad page pager paid pain paint pairing pallet panel paper paramedic parameter parcel parent
    parents parking parser partner party passenger passkey passport password past patch patched path
    pathologist pathology patient pattern payer payload payment payroll payslip peak pedal peer
    pellet pen pending penetration pension people perfusion perimeter period peripheral permanent
    permission person personal personnel phantom pharmacist pharmacy phase phone phonebook photo
    photocopier physical physician physicist physiological physiotherapist picker pickup picture
    pictures pill pilot pin pipeline pipette place placed plan planned planner planning plant plaque
    plasma plate platform player plug plugin plunger pneumatic pocket pod point police policy poll
    pollen poller pool port portable portal porter position post postal posted poster posture
    potassium power powered practice practitioner predicted prediction pregnancy premium prepared
    prescriber prescribing prescription presence present press pressure pressure-volume preview
    previous price priced pricing primary primer printed printer printing privacy private privileged
    probe procedure process processed processing processor proctor procurement producer product
    production profile prognosis program programme programmer programming progress project prompt
    proof property prosthesis protected protective protein protocol provider provisioned
    provisioning proxy pseudonym pseudonymised psychiatrist public publication publisher pulmonary
    pulse pump pupil purchase purchased purchaser push puzzle python quality quarantined quarterly
    query question questionnaire queue quick quiet quota race rack radar radiation radio
    radiographer radiological radiologist radiology radiotherapy rail rain random range rapid rate
    rating ratio raw re-identified reader reading reagent real reboot receipt received receiver
    reception receptionist recipe recipient recliner record recorded recorder recording recovery
    redacted redirect reduced reference referral referrer referring refill refrigerator refund
    region regional register registered registrar registration registry regular regulator regulatory
    rehabilitation rejected relational relative relay release released reload reminder remote
    removable removed renal rendered renderer rent rental reorder repair replica replicated report
    reporter reporting repository representative request requester required research researcher
    reseller reservation reserve resident residual resource respirator respiratory response rest
    result retail retailer retina retinal return returned reverse review reviewer revoked reward
    rhythm rice ride rider ring risk river roaming robot robotic robotics role roof room root rope
    roster rota rotated rotation rotor round route router routine rover rule ruler runner running
    runtime salary sales saline salt sample sampler sampling sand sandbox satellite saved scale
    scalpel scan scanned scanner schedule scheduled scheduler scheduling schema scheme school
    scooter score scoring screen screening script sealed search searcher season seat second
    secondary secret secretary section secure secured security sedation seed seen segment selected
    seller send sender senior sensed sensitive sensor sent separate sequence sequencer serial series
    server serverless service session set setpoint setting setup shared sharing shelf shell shift
    ship shipment shipping shoe shop shopper shopping short shoulder shower shown shredder shunt
    shutdown shutter sibling sick side signal signature signed signing silent simple simulator
    single sister site situation skill sleep sleeper slide sling slot slow small smart smell smoke
    snapshot snow social sock sodium software solar solenoid solution son song sound source space
    span spare speaker special specialist specimen spectrometer speech speed spinal spindle spine
    spirometer splint splitter sponsor spool spouse stack staff stage staging stain stair stand
    standalone standard standby stapler start startup state station statistic statistics status stay
    steam steering stent step stereo sterile sterilisation steriliser stethoscope stick stimulated
    stimulation stimulator stock stolen stomach stop stopper storage store stored storefront story
    stove strategy stream streaming street stretcher strip stroke student study style stylus sub
    subject sublot submitted subnet subscriber subscription substrate subsystem sugar suit sum sun
    sunlight supplier supply support surface surgeon surgery surgical surrogate surveillance survey
    suspended suture swab swimmer switch symptom sync synchronised synthetic syringe system table
    tablet tag tampered tank tape target tariff task taste tax taxi teacher team technical
    technician technologist telecom telehealth telemedicine telemetric telemetry telemonitoring
    teleradiologist television teller temperature template temporary tenant tendon tent term
    terminal test tester testing text theatre therapist therapy thermal thermometer thermostat thin
    thing things third thread threshold throat throttle thyroid ticket tidal time timer timesheet
    timestamp timetable tip tissue title toilet token toll tool toolchain tooth top torque total
    touch touchpad touchscreen tourniquet tower toy trace tracer tracker tracking trade traffic
    trailer train trained trainee trainer training transaction transcript transfer transformer
    transfusion translated translator transmitter transport travel traveler traveller tray treadmill
    treating treatment tree trend triage trigger trip trocar trolley truck trust trusted tube tubing
    tumour tunnel turbidity turbine turn turnstile type typed ultrafiltration ultrasound unattended
    unauthorised unauthorized underground unencrypted unique unit university unknown unread unsigned
    untrusted update updated updater upgrade upload uploaded uploader upper upstream urea urgent
    urine usage use user utility vaccine valid validated validator value valve vaporiser vaporizer
    variant vault vector vehicle vein vending vendor venous ventilation ventilator ventricle
    verified verifier version vessel vest veterinarian veterinary vial video view viewer village
    virtual virus visible vision visit visiting visitor visual vital vitals vitamin voice volatile
    volume volunteer voter voucher wage waist waiting walk walker wall wallet wand ward warehouse
    warm warning warranty washer washing waste watch watchdog water waveform way waypoint weaning
    wearable wearer wearing weather web webcam webhook webpage webshop website wed week weekly
    weight welder welfare wet wheel wheelchair whitelist whole wide widget width wife wind window
    wing winter wire wired wireless withdrawal withdrawn witness woman wood word work worker
    workflow workforce workgroup worklist workshop workspace workstation world worn worst wound
    wrapper wrist wristband writer written wrong yard year yearly young zero zone
    """
}
