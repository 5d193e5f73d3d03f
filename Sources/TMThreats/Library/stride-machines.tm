
// ---- Machines: what drives and stops them, and who watches them ---------------------------------

threat bridged-interlock "Somebody bridges or imitates {subject}, so that the device runs when it must not" {
  category: tampering
  applies-to: process, interface
  when: function has interlock
  consequence: "The device runs while somebody is within its reach."
  answered-with: redundancy, tamper-seal, watchdog
  advice: "Use switches that cannot be bridged with a paper clip, compare two of them, and notice one that never changes."
  cwe: 693, 1263
  capec: 390
  attack: T0880
}

threat disabled-stop "Somebody cuts, bridges or covers {interface}, so that {element} does not stop when it must" {
  category: denial-of-service
  applies-to: interface
  when: function has emergency-stop or flows and all flows where function has emergency-stop
  consequence: "A harmful movement, dose or exposure cannot be ended."
  answered-with: redundancy, watchdog, tamper-seal
  advice: "Supervise the line, so that a cut or bridged one stops the device, and test the stop at each start."
  cwe: 693, 1263
  capec: 547
  attack: T0880
}

threat unexpected-motion "{element} moves where or when nobody expects it" {
  category: tampering
  applies-to: process
  // Of a chain of commands, what has the actuator is asked, or else what moves in the end: what only reports back
  // where it stands gives no command.
  when: function has motion and
    ((any interfaces where kind is actuator) or
      (any flows-out where (physical and not any via where kind in (display, audio))) or not any flows-out where (target is process and target.function has motion and
        (function has motion or any carries where content has command) and
        ((any target.interfaces where kind is actuator) or
          (any target.flows-out where (physical and not any via where kind in (display, audio))) or
          not (any target.flows-out where (target is process and target.function has motion and
            (function has motion or any carries where content has command))) or
          any target.flows-out where (target is process and target.function has motion and
            (function has motion or any carries where content has command) and
            ((any target.interfaces where kind is actuator) or
              (any target.flows-out where (physical and not any via where kind in (display, audio))) or
              not any target.flows-out where (target is process and target.function has motion and
                (function has motion or any carries where content has command)))))))
  consequence: "Somebody within reach is crushed, or what is connected is torn out."
  answered-with: range-check, redundancy, fallback
  advice: "Bound speed, force and range in hardware, move only while somebody holds a switch, and notice collisions."
  cwe: 20, 1284
  capec: 153
  attack: T0831
}

threat reprogrammed-safety "Somebody loads another program into {element}, so that {it|they} no longer {stops|stop} what has to be stopped" {
  category: tampering
  applies-to: process
  // Where a program or its settings come in from elsewhere.
  when: function in (interlock, emergency-stop) and not function in (therapy, radiation, motion) and
    any flows-in where (crosses and not in-person and not physical and
      any carries where (class in (firmware, configuration) or content has code))
  consequence: "Nothing stops the machine when somebody is within its reach, or when a value leaves its limits."
  answered-with: signature, mac, aead, secure-boot, certificate, tamper-seal, review
  advice: "Let a key in a switch at the cabinet release each change, accept only programs that are signed, keep it in a network of its own, and compare the running program with the released one."
  cwe: 306, 494, 693
  capec: 186
  attack: T0880, T0857
}

threat harmful-command "A permitted command or set point makes {element} drive what {it|they} {controls|control} beyond what is safe" {
  category: tampering
  applies-to: process
  // Where the commands come in; of a device that treats somebody, `limitless-therapy` asks it.
  // What drives something is a machine wherever it stands.
  when: (zone in (device, device-internal) or function in (motion, measurement) or
      any interfaces where kind is actuator) and not function in (therapy, radiation, calibration) and
    any flows-in where (crosses and not physical and not in-person and any carries where (content has command and harm and
      not class in (therapy, diagnosis, clinical-function, configuration)))
  consequence: "Overpressure, a crash of axes or a mixture that harms, and the display may show that all is well."
  answered-with: range-check, redundancy
  advice: "Bound each value and its change in the controller, whoever sends it; bound the effect by a device that no message reaches; and show what the sensors say rather than what was commanded."
  cwe: 20, 1284
  capec: 153
  attack: T0836, T0831
}

threat default-login "{element} still {takes|take} the password with which {it was|they were} delivered, or that its maker set for all" {
  category: spoofing
  applies-to: process
  // A machine wherever it stands: by its place or function, or since it is called by a protocol of machines.
  when: not function in (therapy, radiation, clinical-display) and
    (function in (motion, interlock, emergency-stop) or
      (zone is device or function has measurement or (any interfaces where kind is actuator) or
        any flows-in where (calls and protocol in (modbus, modbus-tls, profinet, ethercat, dnp3, bacnet))) and
      any flows-in where (any carries where content has command)) and
    any flows-in where (crosses and not in-person and not physical and authenticated in (password, pin))
  answered-with: certificate, mfa, passkey, tamper-seal
  advice: "Set a password for each machine when it is put up, keep it where it can be changed when somebody leaves, and leave the key switch in the position that refuses programs."
  cwe: 798, 1392
  capec: 70
  attack: T0859
}

threat ransomed-machine "Ransomware encrypts {element}, or {it has|they have} to be switched off because of it, and nobody can work there" {
  category: denial-of-service
  applies-to: process
  // A computer that people and networks reach: they work at it, it commands machines, or sessions go on from it. What
  // treats a patient, what a cloud starts anew, and a page in a browser, are other questions.
  when: not zone in (device, device-internal, body, phone, home, cloud, hospital, clinical, biomed) and
    not function has browser and
    ((any flows where in-person) and (any flows where (not physical and not in-person)) and
        (boundary.kind has machine or zone in (datacentre, dmz)) or
      not function in (motion, measurement) and zone in (datacentre, dmz, enterprise) and
        (any flows-out where (target is process and not in-person and any carries where content has command)) or
      zone in (datacentre, dmz) and function has service-access and
        any flows-in where (protocol in (rdp, vnc, ssh)))
  answered-with: application-allow-list, malware-scan, backup, redundancy, fallback
  advice: "Let only listed programs start, keep an image to set it up again and a second place to work at, and practise going on by hand."
  cwe: 404, 693
  capec: 542
  attack: T1486
}

threat alarm-flood "So many false alarms come from {element} that nobody reacts to them any more" {
  category: denial-of-service
  applies-to: process
  when: function has alarm
  consequence: "The one true alarm is ignored."
  answered-with: rate-limit, signature, mac, certificate, range-check
  advice: "Authenticate the sources of alarms, rank and group them, limit their rate, and watch how many there are."
  cwe: 400, 770
  capec: 125
  attack: T0815
}

threat frozen-display "{element} {shows|show} an old, frozen or wrong value or picture as if it were the current one" {
  category: tampering
  applies-to: process
  // What shows it, and where somebody looks at what another one took.
  when: function has clinical-display or
    (any flows-in where (function has clinical-display and not physical and not in-person)) and
    any flows-out where (target.human and any via where kind in (display, touchscreen, user-interface))
  consequence: "Whoever looks acts on a state that is no longer so."
  answered-with: watchdog, freshness, sequence-number
  advice: "Show the age of each value, blank it when it is too old, and let a watchdog see that the picture changes."
  cwe: 345, 754
  capec: 148
  attack: T0815, T0832
}

threat stale-value "{element} {acts|act} on an old value as if it were the current one" {
  category: tampering
  applies-to: process
  when: function in (therapy, alarm, interlock) and
    any flows-in where (not physical and not in-person and
      (wireless or not source.zone in (device, device-internal, body)) and
      any carries where (class in (diagnosis, therapy) or class in (telemetry, clinical-function) and harm))
  consequence: "Too much or too little, or an alarm that does not come."
  answered-with: freshness, sequence-number, watchdog, range-check
  advice: "Let each value carry when it was measured, refuse what is too old, and fall back to a safe state."
  cwe: 345, 672, 754
  capec: 60
  attack: T0856
}

threat repeated-command "{target} {obeys|obey} {source} a second time because somebody recorded {carries} and sends {it|them} again" {
  category: spoofing
  applies-to: flow
  // Who is commanded: what drives something, or a part of a device. An alarm that comes twice is no order, and what
  // goes on inside a housing was recorded on its way there.
  when: crosses and not physical and not in-person and source is process and target is process and
    not function has alarm and
    (target.zone in (device, device-internal, body) or target.function in (motion, therapy, radiation) or
      any target.interfaces where kind is actuator) and
    (not two-way or calls or
      not (source.zone in (device, device-internal, body) or source.function in (motion, therapy, radiation))) and
    not (any via where kind in (usb, service, removable-media)) and
    ((wireless or protocol in (can, serial, uart)) and (any carries where class in (therapy, clinical-function)) and
        (not two-way or any carries where class has therapy) or
      (not replay-proof or wireless) and not within.zone in (device, device-internal, body) and
        any carries where (class has therapy or content has command))
  answered-by: replay-proof and authenticated
  consequence: "Something is done twice, or an old order comes back."
  answered-with: freshness, sequence-number
  advice: "Let each command carry a counter or a challenge of the receiver under its authentication, and refuse old ones."
  cwe: 294
  capec: 60
  attack: T0855
}

threat wrong-time "Records, alarms and all that is timed go by a wrong time because {somebody} alters {carries} {way}" {
  category: tampering
  applies-to: flow
  when: protocol in (ntp, nts)
  replaces: tampering
  answered-by: integrity-protected
  consequence: "What is timed happens twice or too late, and records contradict one another."
  advice: "Use NTS or authenticated NTP with several sources, bound the size of a step, and count intervals that matter by a clock of the device's own."
  cwe: 345, 924
  capec: 94, 384
}

threat rolled-back "Somebody installs a genuine but old version on {element}, with flaws that everybody knows" {
  category: tampering
  applies-to: process
  // At an interface for updates, or a port, `outdated-update` asks it.
  when: zone in (device, device-internal, body) and
    (any flows-in where function has update or any carries where class has firmware) and
    not (any flows-out where (target is process and target.zone in (device, device-internal, body) and
      any carries where class has firmware)) and
    (not (any interfaces where (kind is update or kind in (service, usb, serial, removable-media) and
        any flows where (target is process and any carries where class has firmware))) or
      any flows-in where ((function has update or any carries where class has firmware) and source is process and
        crosses and not any via where kind in (update, service, usb, serial, removable-media)))
  consequence: "A flaw that was repaired is used again."
  answered-with: version-check
  advice: "Keep the lowest version that may run where it can only rise, and check it at each start."
  cwe: 1328
  capec: 187
  attack: T0857
}

threat inner-takeover "Whoever breaks into {source} from outside goes on to {target}, from which nothing keeps {it|them} apart" {
  category: elevation-of-privilege
  applies-to: flow
  ways: each-flow
  // Inside one housing no boundary lies between what talks to the world and what drives something.
  when: not crosses and not physical and source is process and target is process and
    target.function in (therapy, radiation, motion, interlock) and
    not source.function in (therapy, radiation, motion, interlock) and
    target.zone in (device, device-internal, body) and
    any source.flows-in where (crosses and not in-person and not physical and not source.human and
      not source.zone in (device, device-internal, body))
  consequence: "Whoever is in the part that talks to the world has the one that does harm."
  answered-with: segmentation, least-privilege, input-validation, range-check, mac, aead
  advice: "Give the part that drives something a processor, or at least a system, of its own; take from the other one only messages of a closed list, and check each against fixed limits."
  cwe: 269, 653
  capec: 233
  attack: T0866
}

threat altered-program "Somebody changes the program that runs in {element}, and what is shown stays as it was" {
  category: tampering
  applies-to: process
  when: not function in (interlock, emergency-stop) and not zone in (phone, body, home, cloud, internet) and
    (function in (motion, measurement) or any interfaces where kind is actuator) and
    any flows-in where (source is not store and not physical and not in-person and
      any carries where (class has firmware or content has code))
  consequence: "The machine does what somebody else wants, and nobody sees it."
  answered-with: signature, secure-boot, mac, review, tamper-seal
  advice: "Compare the running program with the released one by itself and often, let a key in a switch release each change, and keep what the program is read with apart from what it is loaded with."
  cwe: 345, 494
  capec: 184
  attack: T0889, T0873
}

threat taken-sim "Somebody takes the SIM out of {element}, and uses the network behind {interface} in {its|their} name" {
  category: spoofing
  applies-to: interface
  when: kind is cellular and not element.zone is phone
  answered-by: disabled
  answered-with: certificate, tamper-seal, address-allow-list, hsm
  advice: "Solder the module in or bind it to the device, let the network accept it there alone, and trust the device by a key of its own and not for where it calls from."
  cwe: 287, 1263
  capec: 151
}
