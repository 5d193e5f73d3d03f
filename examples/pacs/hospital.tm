// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Scanners that stay in service for many years with the software they came with.
zone imaging-equipment "Imaging equipment" {
  like: clinical
  trust: 5
  access: staff
  security-level: 1
}

boundary hospital "Hospital" {
  zone: hospital
  kind: organisation
  owner: "Hospital"

  boundary radiology "Radiology department" {
    zone: clinical
    kind: physical
    access: staff

    boundary scanner-room "Scanner room" {
      zone: clinical
      kind: physical
      access: restricted

      external technologist "Technologist" { human: yes }

      boundary modality-net "Modality segment" {
        zone: imaging-equipment
        kind: network

        process ct-scanner "CT scanner" {
          technology: "Windows workstation and gantry"
          component ct-windows "Windows 10 IoT Enterprise" {
            version: "LTSC 2019"
            supplier: "Microsoft"
            support: limited
            end-of-support: 2029-01-09
          }
          @allow(unused-port, "Open gap M1: engineers boot from it; the port lock of the next refit closes it.")
          @allow(unstated-facet, "Open gap M1: for engineers only, until the port lock")
          interface ct-usb "USB ports" { kind: usb; physical: yes }

          threat worm "Malware from another system of the hospital spreads to the CT workstation, whose patches come late" {
            category: elevation-of-privilege
            controls: host-hardening
            harm: HAZ-22, HAZ-23
            cwe: 1395
            score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:L/SA:L"
            residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:L/UI:N/VC:L/VI:H/VA:H/SC:N/SI:N/SA:N/E:U"
            actor: "Nobody in particular: malware spreads by itself"
          }

          @allow(unstated-facet, "The way of its updates is asked at the update service and the store")
          process scanner-console "Scanner console" {
            interface console-keys "Console keyboard" { kind: user-interface; physical: yes }

            threat fleet-therapy {
              status: not-applicable
              because: "The console drives the one scanner that it belongs to."
            }
          }
          process acquisition "Acquisition control" {
            function: radiation, measurement

            threat excess-radiation {
              controls: dose-limits
              harm: HAZ-23
              score: "CVSS:4.0/AV:L/AC:L/AT:N/PR:N/UI:N/VC:N/VI:H/VA:N/SC:N/SI:N/SA:N"
              residual: "CVSS:4.0/AV:L/AC:H/AT:P/PR:N/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N"
              scenario: "Malware on the console sends a protocol with many times the dose."
              because: "It changes the exposure; images that are altered or missing are threats of their own."
            }
            threat repeated-exposure {
              controls: kept-raw-data
              harm: HAZ-23
              because: "The scan is done again; images that are altered or missing are threats of their own."
              score: "CVSS:4.0/AV:L/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:N"
              residual: "CVSS:4.0/AV:L/AC:L/AT:P/PR:N/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N"
            }
            threat non-production-mode {
              controls: service-key
              harm: HAZ-23
              because: "It changes the exposure; images that are altered or missing are threats of their own."
              score: "CVSS:4.0/AV:L/AC:L/AT:N/PR:N/UI:N/VC:N/VI:H/VA:H/SC:N/SI:N/SA:N"
              residual: "CVSS:4.0/AV:P/AC:H/AT:P/PR:N/UI:N/VC:N/VI:H/VA:H/SC:N/SI:N/SA:N"
            }

            interface stop-button "Emergency stop" {
              kind: user-interface
              physical: yes
              function: emergency-stop
              threat disabled-stop {
                harm: HAZ-23
                score: "CVSS:4.0/AV:P/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:N"
                residual: "CVSS:4.0/AV:P/AC:H/AT:P/PR:N/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:N"
              }
            }
          }
          process ct-node "CT imaging node" { handles: images, worklist }
        }

        /// Ten years old; its imaging node has no TLS.
        process ultrasound "Ultrasound unit" {
          component us-dcmtk "DCMTK" {
            version: "3.6.0"
            purl: "pkg:generic/dcmtk@3.6.0"
            supplier: "OFFIS"
            support: none
          }
          threat old-library "A crafted message uses a known flaw of the old DICOM library of the ultrasound unit" {
            category: elevation-of-privilege
            controls: segment-firewall
            harm: HAZ-22
            cve: CVE-2022-2119, CVE-2022-2120
            cwe: 22
            score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
            residual: "CVSS:4.0/AV:N/AC:L/AT:P/PR:H/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:U"
            scenario: "A file with a crafted name leaves its folder; only the archive's address passes the firewall."
          }
          interface probe-keys "Control panel" { kind: user-interface; physical: yes }
          interface us-wifi "Wi-Fi" {
            kind: wifi
            disabled: yes
            access: restricted
          }
        }
      }
    }

    boundary reading-room "Reading room" {
      zone: clinical
      kind: physical
      access: restricted

      external radiologist "Radiologist" { human: yes }

      boundary workstation "Reading workstation" {
        kind: machine

        process reading-software "Reading software" {
          function: clinical-display
          interface reading-screens "Diagnostic screens" { kind: user-interface; physical: yes }
        }
      }
    }

    boundary front-desk "Front desk" {
      zone: clinical
      kind: physical
      access: staff

      external film-clerk "Image desk clerk" { human: yes }

      boundary import-machine "Import machine" {
        kind: machine

        process media-import "Media import" {
          handles: images
          interface disc-drive "CD drive and USB port" { kind: removable-media; physical: yes }
        }
      }
    }
  }

  boundary clinical-apps "Clinical applications" {
    zone: datacentre
    kind: network

    boundary record-system "Record system" {
      kind: machine

      external health-record "Health record"
    }
    process interface-engine "Interface engine" { handles: imaging-order, report }
    process ris "Radiology information" {
      technology: "Radiology information system"
      interface ris-screens "Report screens" {
        kind: web
        port: 443
        version: "HTTP/1.1 over TLS 1.2"
      }
    }
    store ris-db "Order and report data" {
      kind: sql
      holds: imaging-order, report
      encrypted: aes-256
    }
  }

  boundary imaging-core "Imaging core" {
    zone: datacentre
    trust: 8
    kind: network
    access: locked

    process pacs "Picture archive" {
      technology: "Picture archiving and communication system"

      process worklist-provider "Worklist provider" { handles: worklist }
      process archive-manager "Archive manager" {
        handles: images

        threat mixed-patients "A study is filed under another patient, by mistake or because somebody swapped the worklist" {
          category: tampering
          controls: patient-match
          harm: HAZ-21
          score: "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:N/VI:H/VA:N/SC:N/SI:N/SA:N"
          residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:L/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N/E:U"
        }

        interface archive-node "Imaging node" {
          kind: api
          version: "DICOM PS3 2024"
        }
      }
      process query-service "Query and retrieve" {
        handles: images
        interface retrieve-node "Query node" {
          kind: api
          version: "DICOM PS3 2024"
        }
      }
    }
    process neutral-archive "Neutral archive" { handles: images }
    process web-viewer "Web viewer" {
      function: clinical-display
      interface viewer-address "Viewer address" {
        kind: web
        port: 443
        version: "HTTP/2 over TLS 1.2"
        settings: "No account without a role; none as shipped"
      }
    }

    boundary storage-net "Storage network" {
      trust: 9
      kind: network
      access: locked

      store image-store "Short-term image store" { kind: file; holds: images; encrypted: aes-256 }
      store study-index "Study index" { kind: sql; holds: images; encrypted: aes-256 }
      store archive-store "Long-term image store" {
        kind: archive
        holds: images
        encrypted: aes-256
      }
      store key-vault "Key vault" { kind: vault; holds: archive-keys; encrypted: aes-256 }
    }
  }

  boundary wards "Wards and clinics" {
    zone: clinical
    kind: network
    access: staff

    external physician "Referring physician" { human: yes }
  }

  boundary enterprise "Enterprise services" {
    zone: enterprise
    kind: network

    external directory "Identity provider" {
      function: authentication

      threat login-outage {
        harm: HAZ-22
        score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:N"
        residual: "CVSS:4.0/AV:N/AC:L/AT:P/PR:L/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N/E:U"
      }
    }
    external event-monitor "Security monitoring" { function: logging }
  }

  boundary remote-zone "Remote access zone" {
    zone: vendor
    kind: network

    process access-gateway "Access gateway" {
      technology: "VPN and privileged session gateway"
      interface vpn-address "Remote access address" { kind: service }
    }
  }
}
