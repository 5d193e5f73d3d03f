// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

extension CategoryFacts {
  /// LINDDUN, with the names of LINDDUN PRO.
  static let linddun: [CategoryFacts] = [
    CategoryFacts(
      category: .linking,
      question: "Can data or actions be combined so that they teach more about a person or group?",
      measures: [
        "another pseudonym for each receiver and purpose",
        "addresses and identifiers that change",
        "data of different purposes kept apart",
        "aggregation before data leaves",
        "encryption of identifiers together with the content",
      ],
      cwe: [
        201: "Insertion of Sensitive Information Into Sent Data",
        202: "Exposure of Sensitive Information Through Data Queries",
        340: "Generation of Predictable Numbers or Identifiers",
        359: "Exposure of Private Personal Information to an Unauthorized Actor",
        1230: "Exposure of Sensitive Information Through Metadata",
      ],
      capec: [
        117: "Interception",
        472: "Browser Fingerprinting",
        612: "WiFi MAC Address Tracking",
        613: "WiFi SSID Tracking",
        621: "Analysis of Packet Timing and Sizes",
      ],
      attackEnterprise: [
        "T1119": "Automated Collection",
        "T1589": "Gather Victim Identity Information",
      ],
      attackICS: [
        "T0802": "Automated Collection"
      ]),
    CategoryFacts(
      category: .identifying,
      question: "Can somebody find out, or infer, who a person is?",
      measures: [
        "pseudonyms, with the key kept elsewhere",
        "rare and exact values coarsened or left out",
        "tests for re-identification before data is released",
        "no names or serial numbers in addresses and file names",
      ],
      cwe: [
        201: "Insertion of Sensitive Information Into Sent Data",
        202: "Exposure of Sensitive Information Through Data Queries",
        212: "Improper Removal of Sensitive Information Before Storage or Transfer",
        359: "Exposure of Private Personal Information to an Unauthorized Actor",
        1230: "Exposure of Sensitive Information Through Metadata",
      ],
      capec: [
        116: "Excavation",
        467: "Cross Site Identification",
        472: "Browser Fingerprinting",
        575: "Account Footprinting",
        577: "Owner Footprinting",
      ],
      attackEnterprise: [
        "T1033": "System Owner/User Discovery",
        "T1087": "Account Discovery",
        "T1589": "Gather Victim Identity Information",
      ],
      attackICS: [
        "T0861": "Point & Tag Identification"
      ]),
    CategoryFacts(
      category: .nonRepudiation,
      question: "Is there proof of what a person did or said that they should be able to deny?",
      measures: [
        "a decision on what has to be provable, and why",
        "no login, signature or serial number where none is needed",
        "logs with short periods of retention",
        "deniable authentication of messages",
      ],
      cwe: [
        359: "Exposure of Private Personal Information to an Unauthorized Actor",
        532: "Insertion of Sensitive Information into Log File",
        779: "Logging of Excessive Data",
      ],
      capec: [
        117: "Interception",
        569: "Collect Data as Provided by Users",
      ],
      attackEnterprise: [
        "T1654": "Log Enumeration"
      ],
      attackICS: [:]),
    CategoryFacts(
      category: .detecting,
      question: "Does it show that a person is concerned, without anybody reading data?",
      measures: [
        "answers that are alike, in content and time, whether there is an entry or not",
        "regular messages of equal size",
        "neutral names of devices, services and radios",
        "no public directories of users",
      ],
      cwe: [
        203: "Observable Discrepancy",
        204: "Observable Response Discrepancy",
        208: "Observable Timing Discrepancy",
        1230: "Exposure of Sensitive Information Through Metadata",
      ],
      capec: [
        54: "Query System for Information",
        541: "Application Fingerprinting",
        575: "Account Footprinting",
        619: "Signal Strength Tracking",
        621: "Analysis of Packet Timing and Sizes",
      ],
      attackEnterprise: [
        "T1040": "Network Sniffing",
        "T1087": "Account Discovery",
      ],
      attackICS: [
        "T0842": "Network Sniffing",
        "T0887": "Wireless Sniffing",
      ]),
    CategoryFacts(
      category: .dataDisclosure,
      question:
        "Is more personal data collected, kept, processed or shared than the purpose needs?",
      measures: [
        "a stated purpose for each field",
        "less precision and fewer readings",
        "deletion that runs by itself, backups included",
        "few recipients, each with an agreement",
        "encryption from end to end",
      ],
      cwe: [
        200: "Exposure of Sensitive Information to an Unauthorized Actor",
        201: "Insertion of Sensitive Information Into Sent Data",
        212: "Improper Removal of Sensitive Information Before Storage or Transfer",
        213: "Exposure of Sensitive Information Due to Incompatible Policies",
        359: "Exposure of Private Personal Information to an Unauthorized Actor",
        532: "Insertion of Sensitive Information into Log File",
        1266: "Improper Scrubbing of Sensitive Data from Decommissioned Device",
      ],
      capec: [
        54: "Query System for Information",
        116: "Excavation",
        117: "Interception",
        150: "Collect Data from Common Resource Locations",
        545: "Pull Data from System Resources",
        546: "Incomplete Data Deletion in a Multi-Tenant Environment",
      ],
      attackEnterprise: [
        "T1119": "Automated Collection",
        "T1213": "Data from Information Repositories",
        "T1530": "Data from Cloud Storage",
        "T1567": "Exfiltration Over Web Service",
      ],
      attackICS: [
        "T0802": "Automated Collection",
        "T0811": "Data from Information Repositories",
        "T0893": "Data from Local System",
      ]),
    CategoryFacts(
      category: .unawareness,
      question: "Do people not know what happens to their data, or can they not influence it?",
      measures: [
        "information before data is collected, in plain words",
        "a choice where there is one, with the careful setting as the default",
        "a sign while data is recorded or shared",
        "ways to see, correct, export and erase",
        "a named person to ask",
      ],
      cwe: [
        356: "Product UI does not Warn User of Unsafe Actions",
        451: "User Interface (UI) Misrepresentation of Critical Information",
      ],
      capec: [
        173: "Action Spoofing",
        410: "Information Elicitation",
        416: "Manipulate Human Behavior",
      ],
      attackEnterprise: [:],
      attackICS: [:]),
    CategoryFacts(
      category: .nonCompliance,
      question: "Is law, agreement, policy or good practice about personal data not kept?",
      measures: [
        "a record of processing with purpose, legal basis and retention",
        "an assessment of the impact on privacy",
        "agreements with everybody who receives data",
        "a check that retention, access and notice of breaches work",
        "knowledge of the countries where data lies",
      ],
      cwe: [
        213: "Exposure of Sensitive Information Due to Incompatible Policies",
        359: "Exposure of Private Personal Information to an Unauthorized Actor",
        657: "Violation of Secure Design Principles",
      ],
      capec: [:],
      attackEnterprise: [:],
      attackICS: [:]),
  ]
}
