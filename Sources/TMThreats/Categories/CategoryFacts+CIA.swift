// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

extension CategoryFacts {
  /// Confidentiality, integrity and availability.
  static let cia: [CategoryFacts] = [
    CategoryFacts(
      category: .confidentiality,
      question: "What if somebody gets to know this who should not?",
      measures: [
        "encryption on the way and at rest",
        "access control for each record",
        "less data",
        "erasure at the end of use",
      ],
      cwe: [
        200: "Exposure of Sensitive Information to an Unauthorized Actor",
        311: "Missing Encryption of Sensitive Data",
        312: "Cleartext Storage of Sensitive Information",
        319: "Cleartext Transmission of Sensitive Information",
        359: "Exposure of Private Personal Information to an Unauthorized Actor",
        522: "Insufficiently Protected Credentials",
      ],
      capec: [
        116: "Excavation",
        117: "Interception",
        150: "Collect Data from Common Resource Locations",
        158: "Sniffing Network Traffic",
        545: "Pull Data from System Resources",
        651: "Eavesdropping",
      ],
      attackEnterprise: [
        "T1005": "Data from Local System",
        "T1040": "Network Sniffing",
        "T1213": "Data from Information Repositories",
        "T1552": "Unsecured Credentials",
      ],
      attackICS: [
        "T0811": "Data from Information Repositories",
        "T0842": "Network Sniffing",
        "T0882": "Theft of Operational Information",
        "T0893": "Data from Local System",
      ]),
    CategoryFacts(
      category: .integrity,
      question: "What if this is wrong: changed, forged or out of date?",
      measures: [
        "authenticated encryption or signatures",
        "signed code and settings, verified at each start",
        "checks of input, and hard limits",
        "logs that show changes",
      ],
      cwe: [
        20: "Improper Input Validation",
        284: "Improper Access Control",
        345: "Insufficient Verification of Data Authenticity",
        353: "Missing Support for Integrity Check",
        354: "Improper Validation of Integrity Check Value",
        494: "Download of Code Without Integrity Check",
        924:
          "Improper Enforcement of Message Integrity During Transmission in a Communication Channel",
      ],
      capec: [
        148: "Content Spoofing",
        153: "Input Data Manipulation",
        165: "File Manipulation",
        176: "Configuration/Environment Manipulation",
        184: "Software Integrity Attack",
      ],
      attackEnterprise: [
        "T1554": "Compromise Host Software Binary",
        "T1565.001": "Stored Data Manipulation",
        "T1565.002": "Transmitted Data Manipulation",
        "T1565.003": "Runtime Data Manipulation",
      ],
      attackICS: [
        "T0831": "Manipulation of Control",
        "T0836": "Modify Parameter",
        "T0855": "Unauthorized Command Message",
      ]),
    CategoryFacts(
      category: .availability,
      question: "What if this is not there when it is needed?",
      measures: [
        "an essential function that works without it",
        "limits on rate, size and cost",
        "redundancy, watchdog and safe state",
        "backups, and practice in restoring them",
      ],
      cwe: [
        400: "Uncontrolled Resource Consumption",
        404: "Improper Resource Shutdown or Release",
        754: "Improper Check for Unusual or Exceptional Conditions",
        770: "Allocation of Resources Without Limits or Throttling",
      ],
      capec: [
        125: "Flooding",
        130: "Excessive Allocation",
        582: "Route Disabling",
        603: "Blockage",
        607: "Obstruction",
      ],
      attackEnterprise: [
        "T1485": "Data Destruction",
        "T1486": "Data Encrypted for Impact",
        "T1489": "Service Stop",
        "T1498": "Network Denial of Service",
        "T1499": "Endpoint Denial of Service",
      ],
      attackICS: [
        "T0813": "Denial of Control",
        "T0814": "Denial of Service",
        "T0815": "Denial of View",
        "T0826": "Loss of Availability",
        "T0827": "Loss of Control",
      ]),
  ]
}
