// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

requirement REQ-101 "Only named services pass between two segments" { verified-by: TC-101 }
requirement REQ-102 "Imaging nodes prove to each other who they are" { verified-by: TC-102 }
requirement REQ-103 "Clinical staff log in with two factors" { verified-by: TC-103 }
requirement REQ-104 "Images are shown only to staff who treat the patient" { verified-by: TC-104 }
requirement REQ-105 "A vendor's session is opened by the hospital and recorded" {
  verified-by: TC-105
}
requirement REQ-106 "Media from outside are read on a machine that runs nothing from them" {
  verified-by: TC-106
}
requirement REQ-107 "A study without a matching order is held back" { verified-by: TC-107 }
requirement REQ-108 "Images leave the hospital encrypted under its own keys" { verified-by: TC-108 }
requirement REQ-109 "Images and reports can be restored from another site within four hours" {
  verified-by: TC-109
}
requirement REQ-110 "Each view of an image is recorded centrally" { verified-by: TC-110 }
requirement REQ-111 "Scanners install only software signed by their manufacturer" {
  verified-by: TC-111
}
requirement REQ-112 "The scanner refuses a protocol above its dose limits" { verified-by: TC-112 }
requirement REQ-113 "Storage serves only its own servers, and no single failure stops it" {
  verified-by: TC-113
}
requirement REQ-114 "A stored study, order or report that was changed is found when it is read" {
  verified-by: TC-114
}
requirement REQ-115 "A malformed image or message changes nothing and stops nothing" {
  verified-by: TC-115
}
requirement REQ-116 "A caller that asks too much is slowed down before others notice" {
  verified-by: TC-116
}
requirement REQ-117 "No order or report is lost or disputed when a system is down" {
  verified-by: TC-117
}
requirement REQ-118 "Hosts run only listed programs and offer only what is needed" {
  verified-by: TC-118
}
requirement REQ-119 "Reading goes on when the identity provider is down" { verified-by: TC-119 }
requirement REQ-120 "The emergency stop works whatever the software does" { verified-by: TC-120 }
requirement REQ-121 "Service functions are out of reach while a patient is on the table" {
  verified-by: TC-121
}
requirement REQ-122 "An exposure need not be repeated because a computer failed" {
  verified-by: TC-122
}
requirement REQ-123 "Every screen shows whose image it is and when it was taken" {
  verified-by: TC-123
}
requirement REQ-124 "Keys of the cloud copies survive the loss of one site" { verified-by: TC-124 }

requirement REQ-125 "Nothing but the ultrasound unit is on its segment" { verified-by: TC-125 }
requirement REQ-126 "A node gets only the services that it is listed for" { verified-by: TC-126 }
