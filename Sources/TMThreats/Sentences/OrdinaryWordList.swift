// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

extension OrdinaryWords {
  /// In the order of their bytes, in which they are looked up.
  static let list: StaticString = """
    abdomen abdominal ability ablation ablator abroad abuse academic academy accelerator access
    accident account accountant accounting acid acoustic across action active actor actual actuator
    acute adapter adaptive additional address adjacent admin administration administrative
    administrator admission adolescent adult advance advanced adverse adviser advisor advisory
    aerial aeroplane affiliate age agency agenda agent aggregate aggregator aid aim air aircraft
    airframe airline airplane airport aisle alarm albumin alcohol ale alert algorithm aligner all
    allele allergy alley altered alternate amateur ambassador ambient ambulance ambulatory amount
    amplified amplifier ampoule anaesthesia anaesthetist analog analogue analyser analyses analysis
    analyst analytics analyzer anchor anesthesia anesthesiologist angiography angle animal ankle
    annual anode anonymous answer antarctic antenna anterior antibody anticoagulant antigen
    apheresis apnea apnoea app apparel appeal appliance applicant application appointment appraisal
    apprentice approval approved approver apron aquarium arbiter arc architect archive archived
    area arena arm armband armoury arrhythmia arrhythmic arrival arrow artefact arterial artery
    article artifact artist ash asphalt assay assembly assessment assessor asset assistant
    associate asthma athlete atomic atrial atrium attachment attack attacker attendee attic
    attorney auction audio audiogram audiologist audit auditor aunt authenticity author
    authorisation authority authorization autoclave automated automatic automobile automotive
    autonomy autopilot autoscaler auxiliary avatar avenue average award axis axle baby back backend
    background backhaul backing backlog backoffice backplane backup bacteria badge bag baggage bail
    bailiff bakery balance balloon ballot ban band bandwidth bank banker banking banner bar barber
    barcode bare barge barn baroreflex barrel barrier basal base baseline basic basin basket
    basketball bastion batch bath bathroom baton battery bay beacon beaker beam bean bear beard
    beauty bed bedroom bedside beer behaviour bell bellows belly belt benchmark beneficiary benefit
    beverage bib bicarbonate bicycle bid bidder bidding big bike bile bill billing bin binary
    binding biology biomass biomedical biometric biopsy bird birth birthday bit bitcoin blackout
    bladder blade blank blanket blast blaster blend blender blind blob block blockchain blog
    blogger blood blood-pressure blower blowout blue board boarding boat body boiler boiling bolt
    bolus bonding bone bonus book booking boom booster boot booth bootloader border borehole
    borrower bot bottle bottling boundary bowl box brace bracelet bracket brain brake branch brand
    brass breach bread break breakdown breaker breast breath breathing breeder brewer brewery
    brewing brick bride bridge brief briefing bright brine broad broadcast broken broker bronze
    brother browser brush bubble bucket buffer buffet bug build builder building bulb bulk bullet
    bumper bundle bunker buoy bureau burglar burial burner bus business businessman busy butterfly
    button buy buyer buzzer bypass cab cabin cabinet cable cache cached cafeteria cage cake calcium
    calculated calculation calculator calendar calf calibration calibrator call callback caller
    calorie camera camp campaign campus canal canary cancelled cancer candidate candle canister
    cannula canteen cap capacitor capacity capital capper capping capsule captain caption captive
    captured car caravan carb carbohydrate carbon card cardiac cardiologist cardiology
    cardiovascular care career caregiver carer cargo carousel carpet carriage carrier cart
    cartridge case cash cashier casing casino cask cassette cast caster casting castle catalog
    catalogue catastrophe catcher category caterer catheter cathode cattle cause caution cavity
    ceiling celebrity cell cellar cellular cement census center central centre centrifuge century
    ceramic cereal ceremony certificate chain chair chairman challenge challenger chamber champion
    chancellor change channel chapter character charge charger charging charity charm chart charter
    chaser chassis chat chauffeur cheap check checker checkout checkpoint checksum cheese chef
    chemist chemistry chemotherapy chief child children chiller chimney chip chlorine chocolate
    choice chopper chronic church cigarette cinema circle circuit circular citizen city civic civil
    civilian claim clamp clarifier class classifier classroom clause clay clean cleaner cleaning
    clear clearing clerk client cliff climate clinic clinical clinician clip clock clone closed
    closer closet cloth clothing cloud clue cluster clutch coach coagulation coal coarse coast
    coastal coat coating coax cobot cochlear cockpit coconut code coffee cognitive coil coin coke
    cold collaborative collar collateral colleague collective collector college collimator colon
    colony color colour column combat combined comet comfort coming command commander comment
    commentary commerce commercial commission commissioner commodity common communal communication
    community commuter compact companion company comparator comparison compass compiler complaint
    complete completed complex component composer composite compost compound compressor computed
    computer computing concentrate concentrated concentrator concept concern concert concrete
    condensate condenser conditional conditioned condo conductor conduit conference config
    configuration confirmed conflict congestion connected connection connector consent consignee
    consignor consistency console consortium constant constituent constraint construct consultant
    consumable consumer contact container content contestant context continent contingency
    contingent continuous contour contract contractor contrast contributor control controller
    conventional conversation converter conveyor convict convoy cook cooker cookie cool cooler
    cooling coordinate coordinator copier copper copy copyright coral cord core corn corneal corner
    coronary coroner corporate correct correspondent corridor cortex cosmetic cost cottage cotton
    couch cough council councillor counsel counsellor counselor count counter counterfeit counting
    country county couple coupling coupon courier course court courtesy courthouse courtroom cover
    coverage cracker cradle craft crane crash crate crawler cream creatinine creative creator
    credential credit creditor crematorium crew cricket crime criminal critical critique crop cross
    crosswalk crowd crown crude cruise crusher crutch cryostat crypto crystal cube cubicle cue cuff
    culinary cultural culture curator curing curious currency current curriculum cursor curtain
    curve cushion custodian custody custom customer customs cut cutter cutting cuvette
    cybersecurity cycle cyclist cylinder daemon daily dairy dam damage damaged damper dance dancer
    danger dark dash dashboard data database datacenter datacentre dataflow datapath dataset
    datastore date dating daughter dawn day daylight de-identified dead deadline deadman deal
    dealer death debate debit debris debt debtor debug decade decay deceased decision deck decline
    declined decoder decrypted dedicated deep default defect defective defence defendant defender
    defense deferred defibrillator deficiency degreaser degree deidentification delay delayed
    delegate deleted delinquent delivery demand demo demographic denial dense density dental
    dentist department deployed deployer deployment deposit depot depth deputy derivative derived
    dermatology descaler desert designer desired desk desktop destroyer detail detailed detected
    detection detective detector detergent developer development device diabetes diagnoses
    diagnosis diagnostic diagnostics diagram dial dialler dialogue dialysate dialyser dialysis
    dialyzer diamond diary dictated dictation dictionary diesel diet dietary dietitian digger digit
    digital dike dining dinner dip diploma diplomat direct director directory disabled disaster
    disc discharge disclosure discount discovery disease dish disinfectant disk dispatch dispatched
    dispatcher dispenser dispensing display disposable disposal dispute distillery distribution
    distributor district ditch dive diver divided dividend diving dnat dock docking doctor doctrine
    document documentation dog doll dollar dolphin domain dome domestic dominant donor door
    doorbell doorman dosage dose dosimetrist dosing dot double doubling download downloaded
    downstream draft dragon drain drainage drape drawer drawing dredge dress dried drift drilling
    drink drip drive driven driver driveway driving drone drop drug drum dry dryer dual duct dummy
    dump dumpster duplicate dust duty dwelling dye dynamic dynamo e-mail eagle ear early earner
    earning earpiece earth east eastern eating echo eco ecology economic economist economy
    ecosystem edge edited editing edition editor editorial effect efficiency effluent egg ego eight
    elbow elder elderly elector electric electrical electricity electrode electrolyser electrolyte
    electrolyzer electron electronic electronics elementary elevated elevator elite email embassy
    embedded embedding embryo emergency emitter emotion employed employee employer empty emulator
    enclosed enclosure encoder encrypted encryption end endoscope endoscopic endoscopy endpoint
    enemy energy engaged engine engineer engineering enquiry enrolled enrollment enrolment
    enterprise enthusiast entitled entity entrance entrepreneur entry envelope environment enzyme
    epidemic episode equipped equity erasure errand error escalation escape escort escrow essay
    estate estimate ethernet ethical ethics evaluation event everybody evidence exact exam
    examination examiner excess exchange exchanger executive executor exempt exercise exhaust
    exhibit existing exit expected expense experimental expert expired expiry explorer explosive
    export exported exporter exposed exposure extended exterior external extinguisher extra extract
    extracted extractor extruder eye eyewear fabric face facial facility factory faculty failed
    failover failure fair fake fall fallback fallen false family fan fare farm farmer farming
    fashion fast fatal father fatigue fault favorite favourite fax feature federal federated fee
    feed feedback feeder feeding feedstock feel feeling fellow female fence fencing fermenter ferry
    fertiliser fertilizer festival fetal fetch fetus fever fiber fibre fiction field figure file
    filler filling film filter filtered filtrate final finale finance financial financier financing
    finding fine finger fingerprint finish finished finisher finite fire firefighter fireman
    firewall firm firmware first fish fishery fishing fit fitness fitter fitting five fixed fixture
    flag flame flange flare flash flat flatbed flaw fleet flight flip flood floor floral flour flow
    flower fluid fluoroscopy flush flux flyer flywheel foam focal focus fog foil folder folding
    follow follow-up follower food foot footage football footer footswitch footwear force forced
    forceps forecast forehead foreign foreman forensic forest forestry forge forged forgotten fork
    forklift form formal format former formula formulary fort fortune forum forward forwarded
    forwarder fossil founder foundry fountain four fourth fractured fragment frame framework
    framing franchise franchisee fraud free freelancer freezer freezing freight frequency frequent
    fresh fridge friend friendly front frontend frost fruit fryer fuel fulfilment full fume
    function functional fund funding fundraiser funeral fungus funnel fuse fusion future fuzzy gain
    galaxy gallery gambler game gaming gang gantry gap garage garbage garden garment gas gasket
    gasoline gastric gate gatekeeper gateway gauge gear gearbox gel gem gender gene general
    generated generator generic genetic genome genomic genuine germ giant gift girder girl given
    glass glasses glazing glider global glove glucometer glucose glue glycaemic glycol goal golden
    good goods government grade grader gradient graduate graft grain grammar grand grandchild grant
    grape graph graphic grass gravel gravity grease greenhouse grid grill grinder grip gripper
    grocer grocery groom gross ground groundwater group grower growth guaranteed guarantor guard
    guardian guess guest guidance guided guideline guidewire guild guilty gully gun gym habit
    hacker haemodialysis haemoglobin hail hair half hall halt hammer hand handbook handheld
    handicap handle handled handler handling handover handset hangar hanging happy harbour hard
    hardened hardening hardware harm harmful harness harvest harvester hashed hatch hatchery haul
    haulage hazard hazardous head header headlight headline headquarters headset health healthcare
    healthy heard hearing heart heart-rate heartbeat heat heater heating heavy hedge height held
    helicopter helium helmet helpdesk helper helpline hemodialysis hemoglobin heparin herd heritage
    hidden high highway hinge hint hip hired historian historic historical history hoard hob hoist
    holder hole holiday hollow home homeowner homepage homework honey hook hopper horizon
    horizontal hormonal hormone horn horse hose hospice hospital host hosted hostel hostess hostile
    hosting hot hotel hotline hotspot hour hourly house household housekeeper housekeeping housing
    hub hull human humanoid humidifier humidity husband hybrid hydrant hydraulic hydrogen hygiene
    ice icon idea ideal identifier identity idle illness image imager imaging immune impact
    impedance implant implantable implanted import imported importer improper improved impulse
    inactive inbound inbox incident income incoming incorrect incubator index indicated indicator
    individual indoor inductive industrial inert inertia inertial infant infection inference inflow
    influencer informal information informed infrared infrastructure infuser infusion ingest
    ingestion ingredient ingress inhaler inhibitor inhouse initial injection injector injured ink
    inland inlet inmate inn inner inpatient input inquiry insect insert insider insolvency
    inspected inspection inspector install installed installer instant institution institutional
    instruct instruction instructor instrument insulated insulin insurance insured insurer intact
    intake integer integration integrator integrity intellectual intended intense intensive intent
    intercom interest interface interim interior interlock intermediate intern internal internet
    interpreter interrogation interrogator interval interview interviewer intracranial intranet
    intruder inventory inverter investor invite invoice ion iron island isolate isolated isolation
    isotope issue issuer issuing item itinerary jacket jail jam jamming janitor jar jaw jewel
    jewellery jitter job joined joiner joint journal joystick judge juice jumbo jump jumper
    junction junior jury justice juvenile keeper kept kernel kettle key keyboard keypad keystore
    keystroke kickoff kid kidney kiln kind kiosk kit kitchen kitten knee knife knitting knob knot
    knowledge lab label labor laboratory labour lactate lad ladder laminate lamp lancet land
    landing landline landlord landscape lane language lanyard laparoscope laptop large larva laser
    lashing last latch late latency later lateral latest latex lathe laundry lavatory law lawn
    lawsuit lawyer layer leaching lead leader leads leaf leaflet league leak leakage lean learner
    learning lease leather leave leaver lecture lecturer ledger left leg legacy legal legend lender
    lending length lengthy lens lesion lesson lessor letter letterhead level lever liaison liar
    librarian library licence license licensee lid lidar lie lieutenant life lifeguard lifestyle
    lifetime lift light lightning lightweight limb lime limit limited limo line linen liner lining
    link linked lip lipid liquid liquor list listed listener listing literacy literature litre
    litter live liver livestock load loader loading loaf loan lobby local localisation location
    lock locker locksmith locomotive lodge loft log logged logger logging logical login logistic
    logistics logo lone long longevity lookup loop loose lorry lost lot loudness loudspeaker lounge
    low lower loyalty lubricant luggage lumbar lumber lunch lung luxury lymph machine macro made
    magazine magnet maid mail mailbox mailing main mainframe mainland maintainer maintenance
    majority maker malicious mall malt malware mammogram man managed management manager manifest
    manifold manipulated manipulator manned manner manning manoeuvre manor manual manufacturer
    manufacturing manure map marble margin marina marine marital maritime mark marker market
    marketing marketplace marking marriage marshal mask masonry mass massage mast master match
    mated material maternal mating mattress mature maximum mayor meadow meal mean measured
    measurement measuring meat mechanic mechanical mechanism medal media median mediator medical
    medication medicine medium meeting melt melting member membership membrane memo memory mental
    mentor menu merchandise merchant merged merger merit mesh message metadata metal meter methane
    method metric micro microcontroller microphone microscope microservice microservices middle
    middleware midpoint midwife migration mile mileage military milk milking mill milling miner
    mineral minimum mining minister ministry minor minus minute mirror missing mission mist misuse
    mite mixed mixer mixing mixture mobile mock modality mode model modeling modelling modem
    moderate moderator modern modified modular module mold mole molecular molten momentum monetary
    money monitor monitored monitoring month monthly mood mooring mortar mortgage mortgagor mosque
    mother motion motive motor motorbike motorcycle motorist motorway mould mount mountain mounted
    mounting mouse mouth mouthpiece move movement mover moving mud muffler mule multi multimedia
    multiple multiplexer municipal muscle museum music mutual nail name naming narrow nasal
    national native natural nature naval navigation navy near nearby nebuliser nebulizer neck need
    needle negative neighborhood neighbour neighbourhood neonatal nephrologist nerve nest net
    netting network networked neural neutral neutron new newborn news newsletter newspaper next
    nicotine night nightly nitrogen nobody node noise noisy nominal nominee norm normal normalised
    normaliser normalizer north northern nose notary note notebook notepad notice notification
    notifier noun nozzle nuclear number numeric nurse nursery nursing nutrient nutrition
    nutritionist oak oath object observation observer obstacle obstetric occasional occlusion
    occupancy occupant ocean octave odour offboarding offence offender offer office officer offline
    offload offset offshore oil old older oldest olive on-call onboard onboarding oncologist
    oncology online onsite opaque open opened opening opera operating operation operational
    operator ophthalmic opinion opponent optical optics optimal optimiser optimizer option optional
    oracle oral orbit orbital orchard orchestra order orderer ordering ore organ organic
    organisation organiser organization organizer origin original orphan orthopaedic osmosis other
    others otoscope outage outbound outbox outbreak outcome outdated outdoor outer outflow outgoing
    outlet outlier outline outlook outpatient output outreach outside outsider outsourced outward
    oval oven over overall overcurrent overdose overdue overflow overhaul overhead overlay overload
    overnight overpressure override overseas oversight overtime overview overvoltage owned owner
    ownership oximeter oximetry oxygen ozone paced pacemaker pacing package packaged packed packer
    packet packing pad paddle paddock page pager paid pain paint painter painting pairing palace
    pallet palletiser palletizer palm pan pandemic panel panic pantry paper parachute parallel
    paramedic parameter parasite parcel pardon parent parents parish park parked parking
    parliamentary parole parser part partial participant particle parting partner partnership party
    passage passenger passer passive passkey passport password past pasture patch patched path
    pathologist pathology patient patio patrol patron pattern pavilion pawn payable payer paying
    payload payment payout payroll payslip peace peak peanut pear pedal pedestrian peer pellet pen
    penalty pencil pendant pending pendulum penetration peninsula pension penthouse people pepper
    percentage perfect performer perfume perfusion perimeter period peripheral permanent permission
    permit permitted person personal personnel perspective pest pesticide pet petrol petroleum
    phantom pharmacist pharmacy phase philosopher phlebotomist phone phonebook phosphate photo
    photocopier photographer photon phrase physical physician physicist physics physiological
    physiotherapist piano picker picket picking pickle pickup picture pictures pie piece pier pig
    pigment pile pill pillar pillow pilot pin pinch pioneer pipe pipeline pipette piping pirate
    pistol piston pit pitch pitcher pixel pizza place placebo placed plain plan planet planned
    planner planning plant planter plaque plasma plaster plastic plate plateau platform playback
    player playground playlist plenum plot plough plow plug plugin plumber plumbing plume plunger
    pneumatic pocket pod podcast podium poem poet point pointer poison polar polarity pole police
    policy polish polished polite poll pollen poller polling pollutant polygon polymer pond pool
    porch port portable portal porter portfolio portfolios portion portrait position positive post
    postage postal postcode posted poster postman postmortem posture pot potassium potato potential
    pottery poultry pound powder power powered powerhouse practice practitioner prayer precinct
    precise predicted prediction predictive predictor preferred pregnancy premise premises premium
    prepaid prepared preschool prescriber prescribing prescription presence present presented
    preserved president press pressure pressure-volume preview previous price priced pricing priest
    primary prime primer princess principal printed printer printing prior priority prism prison
    prisoner privacy private privilege privileged prize probe probing procedure process processed
    processing processor proctor procure procurement produce producer product production
    professional professor profile profit prognosis program programme programmer programming
    progress project projector promise promoter prompt proof propeller property proportional
    proposal proprietary prosecutor prospect prosthesis prosumer protected protective protector
    protein protocol prototype proven provided provider provisioned provisioning proxy pseudonym
    pseudonymised psychiatrist pub public publication publisher pulley pulmonary pulp pulse pump
    pupil puppet purchase purchased purchaser pure purge purging purity purple purpose purse
    pursuit push pusher pushing putty puzzle pyramid python quad qualified quality quantity
    quarantine quarantined quarry quarter quarterly quartz quay queen quench query question
    questionnaire queue queueing quick quiet quiz quota quote race racer racing rack radar radiant
    radiation radical radio radioactive radiochemist radiographer radiological radiologist
    radiology radiotherapy raft raid rail railing railroad rain rainfall rainwater ram ranch random
    range ranger ranging rank ranking ransom rapid rare rat rate rated rating ratio raw razor
    re-identified reach reactive reactor reader reading readout ready reagent real realm rear
    reason rebate reboot rebound rebuild recall receipt received receiver receiving recent
    reception receptionist receptor recess recharge recipe recipient reciprocal reclaimed recliner
    recommender record recorded recorder recording recovered recovery recruit recruiter recycling
    red redacted redirect reduced redundancy redundant reel referee reference referral referrer
    referring refill refinery reflective reflector reform refresh refrigerant refrigerator refugee
    refund refuse regime region regional register registered registrar registration registry
    regular regulated regulator regulatory rehabilitation reinforced rejected related relational
    relationship relative relay release released relevant relief reload reluctant remains remark
    remedy reminder remote removable removal removed remover renal rendered renderer renewal rent
    rental reorder repair repeat repeater repellent replay replica replicated reply report reporter
    reporting repository reposting representative republic request requester required rescue
    research researcher reseller reservation reserve reservoir reset resident residential residual
    resin resistant resistor resort resource respirator respiratory responder response rest restart
    restaurant restore restored restricted result resume retail retailer retina retinal retriever
    retrofit return returned revenue reversal reverse review reviewer revoked revolving reward
    rhythm ribbon rice rich ride rider rifle rig right rights rigid rim ring rinse rinsing riot
    ripper rise riser risk risky ritual rival river riverside road roadside roaming roast robber
    robot robotic robotics rock rocket rod rogue role roll rollback roller rollout roof roofing
    rooftop room root rooted rope roster rota rotary rotated rotation rotator rotor rough round
    roundabout route router routine rover row royal royalty rubber rubbish rudder rug rugby ruin
    rule ruler runner running runtime rural rush sack sacred saddle safe safeguard safety sail
    sailor salad salary sales salesman salesperson saline salmon salt salvage sample sampler
    sampling sand sandbox sander sandwich sanitary sanitiser sanitizer satellite sauce sauna saved
    saver saving savings saw sawmill scale scaled scaling scalp scalpel scan scandal scanned
    scanner scarf scattered scenario scene scent schedule scheduled scheduler scheduling schema
    scheme scholar scholarship school science scientific scientist scissors scooter scope score
    scorecard scorer scoring scout scrap scraper scratch screen screening screw screwdriver scribe
    script scroll sea seal sealed sealing seaman seaport search searcher searching seaside season
    seasonal seat seated seating second secondary secrecy secret secretary section sector secure
    secured security sedation seed seeding seedling seek seen segment seismic seizure selected
    selective selector self seller semi semiconductor semifinal senate senator send sender senior
    sensed sensing sensitive sensor sensory sent separate septic sequel sequence sequencer sergeant
    serial series serious serum servant server serverless service servicing serving servo session
    set setpoint setting settler setup seven severe sewage sewer sewing shadow shaft shaker shallow
    shaping shared shareholder sharing shark sharp shaver shear shed sheep sheet shelf shell
    sheriff shield shift shingle ship shipment shipper shipping shipyard shirt shock shoe shop
    shopfloor shopkeeper shopper shopping shoreline short shorted shot shoulder shovel showcase
    shower shown showroom shredder shrimp shrink shrub shunt shutdown shutter shuttle sibling sick
    side siding siege sieve sight signage signal signaling signatory signature signed signer
    significant signing silent silicon silk silo similar simple simulator simultaneous singer
    single singular sink siphon siren sister site sitting situation six size sizing skate skeleton
    sketch ski skid skill skin skip skipper skull sky slab slag slaughterhouse slave sled sleep
    sleeper sleeve slice slicing slide slider sling slip slope slot slow sludge sluice slurry small
    smart smell smelter smelting smoke smoker smoking smooth smuggler snapshot sniffer sniper snow
    soaking soccer social socialite society sock socket soda sodium sofa software soil solar
    soldier solenoid solicitor solid solo solution solvent son sonar song sonic sorted sorter
    sorting soul sound soup sour source south southern sovereign spa space spacecraft spacer spam
    span spare sparse spatial spawn speaker spear special specialist species specific specimen
    spectrometer spectrum speech speed spelling sphere spider spike spill spinach spinal spindle
    spine spinner spinning spiral spirit spirometer splice splint splitter spoiler spokesperson
    sponsor spoof spool sport sporting sportsman spotlight spouse spray spreader spreadsheet spring
    sprinkler sprinter spur spy squad squadron stable stack stadium staff stage staged staging
    stain stair staircase stake stakeholder staking stale stall stamp stamping stand standalone
    standard standby staple stapler star starch start startup state stated static station
    stationary stationery statistic statistics statue status statutory stay steady steam steel
    steering stem stencil stent step stereo sterile sterilisation steriliser stern stethoscope
    steward stick sticker sticky stiff still stimulated stimulation stimulator stimulus stirring
    stitch stock stockbroker stolen stomach stone stool stop stopper storage store stored
    storefront storehouse storekeeper storey storm story stove straddle strain strainer strange
    stranger strap strategic strategy straw stream streaming street strength stress stretcher
    strict strike striker strip stripper stroke strong structural student studio study sturdy style
    stylus sub subcontractor subject sublot submarine submitted subnet subordinate subscriber
    subscription subsidiary subsidy substitute substrate subsystem suburb suburban subway success
    successor suction sudden sufferer sugar suit suitcase suite sulphur sultan sum summary summer
    summit sump sun sunlight sunroof super supermarket supervisor supervisory supplier supply
    support supporter supportive supreme surcharge surety surf surface surge surgeon surgery
    surgical surplus surprise surrender surrogate surveillance survey surveyor survival survivor
    suspect suspended suspense suspicious sustained suture swab swapping swarm sweat sweeper
    sweeping sweet swimmer swimming swing swipe switch switchgear switching switchyard sword symbol
    symbolic sympathetic symptom synagogue sync synchronised synchroniser synchronous syndicate
    syndrome synopsis synthesizer synthetic syringe syrup system systemic systolic table tablet
    tackle tag tail tailoring takeaway takeover talent talker tall tally tampered tandem tank
    tanker tap tape taper tapping tar tardy target tariff tarmac task tasking taste taster tattoo
    tavern tax taxable taxi taxpayer tea teacher teaching team teapot tear technical technician
    technologist telecom telehealth telemedicine telemetric telemetry telemonitoring
    teleradiologist television teller temperature template temple tempo temporal temporary tenancy
    tenant tender tendon tensile tension tensor tent term terminal terrace terrain territory
    terrorist tertiary test tester testing text textbook textile texture theatre theft theorem
    theory therapist therapy thermal thermocouple thermometer thermostat thesis thick thief thin
    thing things thinner third thorax thrash thread threat three threshold throat throttle
    throughput thrower thrust thruster thumb thunder thyroid ticket ticketing tidal tide tie tiger
    tile till tiller tilt timber time timed timeline timer timesheet timestamp timetable timing tin
    tinted tiny tip tire tissue titanium title tobacco toddler toilet token toll tomato tone toner
    tongue tool toolbar toolbox toolchain tooling toolkit tooth toothbrush top topic topping torch
    tornado torpedo torque torsion torso tortoise total totem touch touchpad touchscreen tour
    touring tourism tourist tourniquet tower town townhouse township toxic toxin toy trace tracer
    tracing track tracker tracking tractor trade trademark trader trading traditional traffic trail
    trailer train trained trainee trainer training trajectory tram tramway trance transaction
    transcript transducer transfer transferee transform transformer transfusion transient transit
    translated translator transmitter transparency transparent transplant transponder transport
    transporter trap trash trauma travel traveler traveller traverse trawler tray treadmill
    treasurer treasury treating treatment treaty tree trek trench trend triage tribal tribunal
    tributary tribute trigger trim trimmer trimming trip triple tripod tripwire triumph trocar
    trolley troop trouble trough trouser trout truck trucker true trunk trust trusted trustee truth
    try tub tube tubing tuition tumour tuna tuner tuning tunnel turbidity turbine turbo turf turkey
    turn turning turnout turnover turnstile turret tutor tutorial tweezers twelve twilight twin
    twist two type typed tyre ulcer ultrafiltration ultrasonic ultrasound ultraviolet umbrella
    umpire unarmed unattended unauthorised unauthorized unborn unchecked uncle unclear unconscious
    undercarriage undergraduate underground underside understudy undertaker undervoltage underwater
    underwriter undo unencrypted uneven unexpected unfair unhealthy uniform uninsured union unique
    unisex unit unity universal university unknown unlisted unloader unlocked unmanaged unmanned
    unpaid unplanned unpublished unread unrelated unsafe unsecured unsigned unskilled unstructured
    untrusted unused unwanted update updated updater upgrade uplink upload uploaded uploader upper
    upright upside upstairs upstream uptake uptime upward uranium urban urea urethra urgent urinary
    urine urn usage use user usher usual uterus utility utmost vacancy vacant vaccine vacuum vague
    valid validated validator valley value valve vandal vanilla vaporiser vaporizer vapour variant
    varnish vascular vat vault vector vegetarian vehicle veil vein velocity vending vendor veneer
    venous vent ventilated ventilation ventilator venting ventricle venture venue veranda verb
    verdict verge verified verifier vermin version vessel vest veteran veterinarian veterinary veto
    viaduct vial vice victim video view viewer viewpoint vigil villa village vine vinegar vineyard
    vintage vinyl viral virtual virus visible vision visit visiting visitor visor vista visual
    vital vitals vitamin vocabulary vocal voice void volatile volcanic volley voltage volume
    voluntary volunteer vote voter voting voucher voyage wafer wage wagon waist waiter waiting
    waitress waiver wake waking walk walker walking wall wallet wallpaper wand wander wanderer ward
    warden wardrobe warehouse warhead warm warning warrant warranty warrior washed washer washing
    washroom wastage waste wastewater watch watchdog watchman watchtower water waterfront watermark
    waterproof waterway watt waveform wax way waypoint weak wealth weaning weapon wear wearable
    wearer wearing weather weaving web webcam webhook webpage webshop website wed wedding wedge
    weed week weekend weekly weighbridge weigher weighing weight weir weld welded welder welding
    welfare well wellbeing wellhead west western wet wharf wheat wheel wheelbarrow wheelchair
    wheelhouse whistle whistleblower whitelist whole wholesale wholesaler wicket wide widget widow
    width wife wig wild wildlife willing winch wind windmill window windscreen windshield wine
    winery wing winter wiper wiping wire wired wireless wiring wisdom withdrawal withdrawn withheld
    witness wizard woman wood wooden woodland wool word work workbook workcell worker workflow
    workforce workgroup working worklist workload workout workpiece workplace workshop workspace
    workstation world worm worn worried worship worst wound wounded woven wrap wrapper wrapping
    wreck wrench wrestler wrist wristband writ writer writing written wrong yacht yard yarn year
    yearly yeast yellow yield yoghurt young youth zero zinc zip zipper zone zoning zoo
    """
}
