
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
  // Of a chain, what moves in the end is asked.
  when: function has motion and not any flows-out where (target is process and target.function has motion)
  consequence: "Somebody within reach is crushed, or what is connected is torn out."
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
  when: zone in (device, device-internal) and not function in (therapy, radiation, calibration) and
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
  when: zone is device and not function in (therapy, radiation, alarm, measurement, clinical-display) and
    (function in (motion, interlock, emergency-stop) or
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
  // A computer that people and networks reach; what treats a patient, and what a cloud starts anew, are other questions.
  when: boundary.kind has machine and not zone in (device, device-internal, body, phone, home, cloud, hospital, clinical, biomed) and
    (any flows-in where (crosses and not physical and not in-person)) and any flows where in-person
  answered-with: application-allow-list, malware-scan, backup, redundancy, fallback
  advice: "Let only listed programs start, keep an image to set it up again and a second place to work at, and practise going on by hand."
  cwe: 404, 693
  capec: 542
  attack: T1486
}
