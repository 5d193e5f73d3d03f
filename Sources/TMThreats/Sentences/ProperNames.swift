// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Names of makers, products and protocols: they keep their spelling, take no article and are one
/// thing, also those that end like a plural ("Kubernetes").
enum ProperNames {
  /// Whether a word is the name of a maker or product, whatever its capitals are.
  static func contains(_ word: some StringProtocol) -> Bool { names.contains(word.lowercased()) }

  /// Whether a word names a protocol, a format or another thing of which one does not speak with an
  /// article: "over HTTPS".
  static func isBare(_ word: some StringProtocol) -> Bool { bare.contains(word.lowercased()) }

  private static let names = words(
    """
    abbott airbus airflow akamai alaris alibaba alipay amazon android angular ansible apache apple
    arduino argo asana atlassian atos auth0 autodesk aws azure baidu baxter bayer beckman bing
    biotronik bitbucket blackberry bosch boston braun bluetooth buildroot canon cassandra celery
    ceph cerner chrome chromium cisco citrix cloudflare cloudfront cloudwatch coloplast 
    corda couchbase covidien datadog debian dell dexcom digitalocean django docker docusign dräger
    draeger drager dropbox dynamodb ebay elastic elasticsearch epic ericsson espressif
    etcd ethereum facebook fastly fedora figma firebase firefox fitbit fluentd fortinet
    freertos fresenius fujifilm fujitsu garmin gcp gentoo getinge git github gitlab gmail google
    grafana graylog hadoop hamilton haproxy hermes heroku hillrom hitachi honeywell
    huawei hyperledger ibm icloud ikea infineon influxdb instagram intel intuit ios ipad iphone istio
    jaeger java javascript jenkins jetson jira joomla json kafka keycloak kibana konica kubernetes
    lambda lenovo linkedin linux lora lorawan macos magento mailchimp mailgun mariadb mastercard
    matomo medtronic memcached mercedes microsoft mindray mirth mixpanel moodle mongodb mozilla
    mqtt mysql nagios neo4j netflix netscaler nextcloud nginx nihon nodejs nokia nordic novell nvidia
    oauth office365 okta omnicell omron onedrive openai openemr opensearch openssl openstack openvpn
    optum oracle orthanc panasonic paypal philips php pinterest plesk podman 
    postgres postgresql posthog powershell prometheus pyxis qualcomm quarkus rabbitmq 
      reddit redhat redis redshift roche s3 safari salesforce samsung sap sendgrid
    sentry servicenow shopify siemens skype slack snowflake solaris sony sophos sparkasse
    splunk spotify sqlite stackoverflow stm32 stripe stryker sumup suse symantec
    synology tableau tailscale telegram tensorflow terraform tesla threema thales tomcat
    toshiba traefik travis trello twilio twitter ubuntu unix vercel verisign vivantes vmware vodafone
    webex wechat whatsapp wikipedia windows wireguard wireshark wordpress xilinx yocto youtube zabbix smiths entra
     zendesk zephyr zigbee zoom zscaler aruba juniper palo fhirbase
    """)

  private static let bare = words(
    """
    amqp amqps ble can coap coaps dhcp dicom dicomweb dns ethercat fhir ftp ftps ge gps graphql grpc
    gsm hl7 hp html http https i2c icmp imap imaps ipsec jtag json kerberos ldap ldaps lte mllp mms
    modbus mqtt mqtts nfc nfs ntp nts oidc opc-ua pop3 profinet radius rdp rest rfid rpc rs-232 rs232
    rs485 rtsp s3 saml scp sftp sip smb sms smtp smtps snmp soap spi sql ssh ssl swd syslog tcp tcp/ip
    telnet tls udp usb uart vnc vpn webrtc websocket websockets ws wss xml zigbee bluetooth ieee-11073
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
