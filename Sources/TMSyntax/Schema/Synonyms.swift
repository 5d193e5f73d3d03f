// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The words that people use for what the program calls otherwise, where questions or protection hang on the word.
///
/// Several known words where the other one does not say which of them is meant.
enum Synonyms {
  static let protocols = table([
    (
      ["sql", "sql-tls"],
      "postgresql postgres psql mysql mariadb mssql sql-server sqlserver tds jdbc odbc"
    ),
    (["mongodb"], "mongo"),
    (
      ["https", "http"],
      "rest rest-api restful web-api http2 http-2 s-http json-rpc xml-rpc webhook"
    ),
    (["https"], "http3 http-3 http-tls http-over-tls"),
    (["tls"], "ssl starttls tcp-tls"),
    (["websocket", "websocket-tls"], "web-socket web-sockets"),
    (["websocket"], "ws"),
    (["websocket-tls"], "wss"),
    (["mqtts"], "mqtt-tls mqtt-over-tls"),
    (["amqps"], "amqp-tls rabbitmq-tls"),
    (["amqp", "amqps"], "rabbitmq"),
    (["coaps"], "coap-dtls"),
    (["hl7", "hl7-tls"], "mllp hl7v2 hl7-v2 hl7-mllp"),
    (["hl7-tls"], "mllps hl7s"),
    (["fhir", "fhir-https"], "hl7-fhir"),
    (["dicom", "dicom-tls"], "dimse pacs"),
    (["dicomweb", "dicomweb-https"], "wado qido stow wado-rs"),
    (["ble"], "bluetooth-le bluetooth-low-energy bluetooth-smart btle"),
    (["bluetooth"], "bluetooth-classic bt"),
    (["wifi"], "wi-fi wlan"),
    (["cellular"], "lte gsm 3g 4g 5g gprs umts nb-iot lte-m"),
    (["opc-ua", "opc-ua-secure"], "opcua opc"),
    (["dcom"], "opc-da opc-classic"),
    (["rmi"], "java-rmi"),
    (["modbus"], "modbus-tcp modbustcp"),
    (["iec-104"], "iec104 iec-60870-5-104 iec-60870"),
    (["iec-61850"], "iec61850 mms"),
    (["ethernet-ip"], "ethernetip enip cip"),
    (["s7"], "s7comm siemens-s7"),
    (["bacnet"], "bacnet-ip"),
    (["can"], "canbus can-bus canopen"),
    (["serial"], "rs-232 rs232 rs-485 rs485 rs-422"),
    (["jtag"], "swd"),
    (["smb"], "cifs samba"),
    (["ssh"], "scp openssh"),
    (["rdp"], "remote-desktop"),
    (["vpn"], "openvpn"),
    (["ipsec"], "ike ikev2"),
    (["smtp", "smtps"], "email e-mail mail"),
    (["snmp"], "snmp-v1 snmp-v2 snmp-v2c snmpv1 snmpv2 snmpv2c"),
    (["snmp-v3"], "snmpv3"),
    (["oidc"], "openid openid-connect"),
    (["saml"], "saml2 saml-2"),
    (["push"], "apns fcm push-notification"),
    (["infrared"], "ir irda"),
  ])

  static let interfaceKinds = table([
    (["ble"], "bluetooth-le bluetooth-low-energy bluetooth-smart btle"),
    (["wifi"], "wi-fi wlan"),
    (["ethernet"], "lan rj45 rj-45 ethernet-port"),
    (["cellular"], "lte gsm 3g 4g 5g modem sim"),
    (["serial"], "rs-232 rs232 rs-485 rs485 uart"),
    (["removable-media"], "sd-card sd sdcard cd dvd usb-stick memory-card"),
    (["jtag", "swd"], "debug debug-port"),
    (["user-interface"], "ui gui hmi"),
    (["touchscreen"], "touch touch-screen"),
    (["keypad"], "button buttons keyboard knob"),
    (["display"], "screen led"),
    (["api"], "rest rest-api graphql soap grpc http https"),
    (["web"], "website web-ui webpage web-page html portal"),
    (["can"], "can-bus canbus"),
    (["internal-bus"], "i2c spi"),
    (["audio"], "speaker microphone"),
    (["sensor"], "camera"),
    (["actuator"], "motor valve"),
    (["service"], "service-port maintenance diagnostic diagnostics"),
    (["update"], "ota firmware-update"),
    (["power"], "mains battery charger"),
    (["consumable"], "cartridge disposable"),
    (["infrared"], "ir irda"),
  ])

  static let storeKinds = table([
    (["sql"], "relational postgresql postgres mysql mariadb oracle mssql sqlite rdbms"),
    (
      ["database"],
      "nosql document-store key-value mongodb dynamodb cassandra historian time-series"
    ),
    (["object-storage"], "s3 bucket blob blob-storage object-store"),
    (["memory"], "ram"),
    (["flash"], "eeprom nand emmc nvram"),
    (["removable-media"], "usb usb-stick sd-card sdcard"),
    (["queue"], "message-queue broker message-broker topic kafka"),
    (["cache"], "redis memcached"),
    (["vault"], "key-vault secret-store secrets keychain key-store keystore hsm tpm"),
    (["file"], "files filesystem file-system file-share disk share nas"),
    (["backup"], "tape"),
  ])

  static let assetClasses = table([
    (["phi"], "health health-data patient-data medical ephi ehr"),
    (["pii"], "personal personal-data gdpr"),
    (["credentials"], "password passwords login token tokens"),
    (["credentials", "keys"], "secret secrets"),
    (["keys"], "key certificate certificates private-key"),
    (["firmware"], "software code binary binaries"),
    (["configuration"], "settings config"),
    (["log"], "logs audit audit-log audit-trail"),
    (["therapy"], "dose prescription treatment"),
    (["telemetry"], "measurement measurements sensor-data"),
    (["payment"], "card card-data pci financial"),
    (["ip"], "source-code intellectual-property trade-secret"),
  ])

  static let functions = table([
    (["therapy"], "dosing infusion stimulation pacing ventilation treatment"),
    (["measurement"], "sensing monitoring"),
    (["alarm"], "alarms alarming"),
    (["emergency-stop"], "e-stop estop"),
    (["interlock"], "interlocks"),
    (["motion"], "movement"),
    (["authentication"], "login sso identity identity-provider idp auth"),
    (["reverse-proxy"], "proxy load-balancer waf api-gateway"),
    (["language-model"], "llm"),
    (["machine-learning"], "ml ai"),
    (["build"], "ci ci-cd cicd pipeline"),
    (["signing"], "code-signing"),
    (["update"], "ota updater updates"),
    (["logging"], "audit"),
    (["browser"], "web-browser"),
    (
      ["de-identification"],
      "anonymisation anonymization deidentification pseudonymisation pseudonymization"
    ),
    (["commands"], "command remote-control"),
    (["emergency-access"], "break-glass"),
    (["service-access"], "maintenance"),
    (["clock"], "time ntp"),
  ])

  private static func table(_ rows: [([String], String)]) -> [String: [String]] {
    var table: [String: [String]] = [:]
    for (known, others) in rows {
      for other in others.split(separator: " ") { table[String(other)] = known }
    }
    return table
  }
}
