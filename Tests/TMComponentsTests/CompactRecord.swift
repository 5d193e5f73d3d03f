// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Writes models and records out that a table has in short.
enum CompactRecord {
  /// `version=1.0; purl=…; cpe=…; supplier=…; name=…` as a model with that component.
  static func model(_ text: String) -> String {
    var (title, properties) = ("Product", "")
    for (name, value) in pairs(text) {
      if name == "name" { title = value } else { properties += "\(name): \"\(value)\"\n" }
    }
    return
      "model \"M\"\nprocess device \"Device\" {\ncomponent it \"\(title)\" {\n\(properties)}\n}\n"
  }

  /// `branch category: text`, divided by ` + `, which are `known_affected`; `fixed: …` and
  /// `known_not_affected: …` are other states, `vendor: …` is the branch around, `full_product_name: …`
  /// stands beside the branches, `product_group: …` is a version that only its group names, `name: …` is
  /// the product. `a > b: text` is a branch on a branch `a`, whose name is `x`, or what stands behind `=`.
  static func csaf(_ text: String) -> String {
    var (vendor, product) = ("Acme", "Product")
    var (branches, fulls, groups): ([String], [String], [String]) = ([], [], [])
    var states: [String: [String]] = [:]
    for (number, part) in text.components(" + ").enumerated() {
      var (name, value) = pair(part, ": ")
      if name == "vendor" {
        vendor = value
        continue
      }
      if name == "name" {
        product = value
        continue
      }
      var state = "known_affected"
      if [
        "fixed", "known_not_affected", "under_investigation", "first_affected", "last_affected",
      ].contains(name) {
        (state, (name, value)) = (name, ("product_version", value))
      }
      if name == "full_product_name" {
        states[state, default: []].append("P\(number)")
        fulls.append("{\"name\": \(quoted(value)), \"product_id\": \"P\(number)\"}")
        continue
      }
      if name == "product_group" {
        name = "product_version"
        states[state, default: []].append("G\(number)")
        groups.append("{\"group_id\": \"G\(number)\", \"product_ids\": [\"P\(number)\"]}")
      } else {
        states[state, default: []].append("P\(number)")
      }
      let around = name.components(" > ")
      var branch = """
        {"category": "\(around.last ?? "")", "name": \(quoted(value)), "product": {"name": \
        \(quoted(value)), "product_id": "P\(number)"}}
        """
      for outer in around.dropLast().reversed() {
        let (category, text) = pair(outer, "=")
        branch = """
          {"category": "\(category)", "name": \(quoted(text.isEmpty ? "x" : text)), "branches": \
          [\(branch)]}
          """
      }
      branches.append(branch)
    }
    let status = states.keys.sorted().map { key in
      "\"\(key)\": [\((states[key] ?? []).map { "\"\($0)\"" }.joined(separator: ", "))]"
    }
    return """
      {"document": {"csaf_version": "2.0", "category": "csaf_security_advisory"},
       "product_tree": {"branches": [{"category": "vendor", "name": \(quoted(vendor)), "branches": [
         {"category": "product_name", "name": \(quoted(product)), "branches": [\(branches.joined(separator: ", "))]}]}],
         "full_product_names": [\(fulls.joined(separator: ", "))],
         "product_groups": [\(groups.joined(separator: ", "))]},
       "vulnerabilities": [{"cve": "CVE-2026-1", "product_status": {\(status.joined(separator: ", "))}}]}
      """
  }

  /// `repo / address` in place of a package is the repository of the ranges.
  /// `ecosystem name; TYPE event version, …; versions: a, b`, several packages divided by ` + `.
  static func osv(_ text: String) -> String {
    let affected = text.components(" + ").map { part in
      let fields = part.components("; ")
      let (ecosystem, name) = pair(fields[0], " / ")
      var package =
        "\"package\": {\"ecosystem\": \(quoted(ecosystem)), \"name\": \(quoted(name))}, "
      if ecosystem == "purl" { package = "\"package\": {\"purl\": \(quoted(name))}, " }
      if ecosystem == "repo" { package = "" }
      let repository = ecosystem == "repo" ? "\"repo\": \(quoted(name)), " : ""
      var (ranges, versions): ([String], [String]) = ([], [])
      for field in fields.dropFirst() {
        let (type, rest) = pair(field, " ")
        if type == "versions:" {
          versions = rest.components(", ").map(quoted)
          continue
        }
        let written = rest.isEmpty ? [] : rest.components(", ")
        let events: [String] = written.map { event in
          let (kind, version) = pair(event, " ")
          return "{\"\(kind)\": \(quoted(version))}"
        }
        ranges.append(
          "{\(repository)\"type\": \"\(type)\", \"events\": [\(events.joined(separator: ", "))]}")
      }
      return """
        {\(package)"ranges": [\(ranges.joined(separator: ", "))], \
        "versions": [\(versions.joined(separator: ", "))]}
        """
    }
    return """
      {"id": "OSV-2026-1", "modified": "2026-01-01T00:00:00Z", "affected": [\(affected.joined(separator: ", "))]}
      """
  }

  /// `criterion; bound version; …`, several divided by ` + `; `negate` before a criterion is a node that is
  /// negated, `on` before a criterion a platform beside the others.
  static func nvd(_ text: String) -> String {
    let names = [
      ">=": "versionStartIncluding", ">": "versionStartExcluding", "<=": "versionEndIncluding",
      "<": "versionEndExcluding",
    ]
    var nodes: [String] = []
    var matches: [String] = []
    for part in text.components(" + ") {
      let isNegated = part.hasPrefix("negate ")
      let isPlatform = part.hasPrefix("on ")
      let rest = String(part.dropFirst(isNegated ? 7 : isPlatform ? 3 : 0))
      let fields = rest.components("; ")
      let bounds = fields.dropFirst().map { field in
        let (sign, version) = pair(field, " ")
        return ", \"\(names[sign] ?? sign)\": \(quoted(version))"
      }
      let match =
        "{\"vulnerable\": \(!isPlatform), \"criteria\": \(quoted(fields[0]))\(bounds.joined())}"
      if isNegated || isPlatform {
        nodes.append(
          "{\"operator\": \"OR\", \"negate\": \(isNegated), \"cpeMatch\": [\(match)]}")
      } else {
        matches.append(match)
      }
    }
    if !matches.isEmpty {
      nodes.insert(
        "{\"operator\": \"OR\", \"negate\": false, \"cpeMatch\": [\(matches.joined(separator: ", "))]}",
        at: 0)
    }
    return """
      {"format": "NVD_CVE", "version": "2.0", "vulnerabilities": [{"cve": {"id": "CVE-2026-1", \
      "configurations": [{"operator": "AND", "nodes": [\(nodes.joined(separator: ", "))]}]}}]}
      """
  }

  /// `default=…; status version[; …]`, where a version is `a`, `a..<b`, `a..=b` or `a changes b status`;
  /// `type=…` is the type of them all, `package=collection name` names a package; `vendor=`, `product=`
  /// and `repo=` stand for what they say.
  static func cve(_ text: String) -> String {
    let products = text.components(" + ").map { part in
      var names = ["vendor": "Acme", "product": "Product"]
      var fields = ""
      var versions: [String] = []
      var type = "custom"
      for field in part.components("; ") {
        if field.hasPrefix("default=") {
          fields += "\"defaultStatus\": \"\(field.dropFirst(8))\", "
        } else if field.hasPrefix("type=") {
          type = String(field.dropFirst(5))
        } else if let name = ["vendor", "product", "repo"].first(where: {
          field.hasPrefix("\($0)=")
        }) {
          names[name] = String(field.dropFirst(name.count + 1))
        } else if field.hasPrefix("package=") {
          let (collection, name) = pair(String(field.dropFirst(8)), " ")
          names = ["collectionURL": collection, "packageName": name]
        } else {
          let (status, rest) = pair(field, " ")
          versions.append(version(status, rest, type))
        }
      }
      let named = names.keys.sorted().map { "\"\($0)\": \(quoted(names[$0] ?? "")), " }.joined()
      return "{\(named)\(fields)\"versions\": [\(versions.joined(separator: ", "))]}"
    }
    return """
      {"dataType": "CVE_RECORD", "dataVersion": "5.1", "cveMetadata": {"cveId": "CVE-2026-1", "state": \
      "PUBLISHED"}, "containers": {"cna": {"affected": [\(products.joined(separator: ", "))]}}}
      """
  }

  /// `ecosystem / name; range`.
  static func ghsa(_ text: String) -> String {
    let (package, range) = pair(text, "; ")
    let (ecosystem, name) = pair(package, " / ")
    return """
      {"ghsa_id": "GHSA-1", "vulnerabilities": [{"package": {"ecosystem": "\(ecosystem)", "name": \
      "\(name)"}, "vulnerable_version_range": \(quoted(range))}]}
      """
  }

  static func euvd(_ versions: String) -> String {
    """
    {"id": "EUVD-2026-1", "aliases": "CVE-2026-1", "enisaIdProduct": [{"product": {"name": "Product"}, \
    "product_version": \(quoted(versions))}], "enisaIdVendor": [{"vendor": {"name": "Acme"}}]}
    """
  }

  private static func version(_ status: String, _ text: String, _ type: String) -> String {
    let head = "\"status\": \"\(status)\", \"versionType\": \"\(type)\""
    for (sign, name) in [("..<", "lessThan"), ("..=", "lessThanOrEqual")] {
      let (from, to) = pair(text, sign)
      if !to.isEmpty {
        return "{\(head), \"version\": \(quoted(from)), \"\(name)\": \(quoted(to))}"
      }
    }
    let (from, change) = pair(text, " changes ")
    if !change.isEmpty {
      let (at, then) = pair(change, " ")
      return """
        {\(head), "version": \(quoted(from)), "changes": [{"at": \(quoted(at)), "status": "\(then)"}]}
        """
    }
    return "{\(head), \"version\": \(quoted(text))}"
  }

  private static func pairs(_ text: String) -> [(String, String)] {
    text.components("; ").map { pair($0, "=") }
  }

  static func pair(_ text: String, _ sign: String) -> (String, String) {
    let parts = text.components(sign)
    return (parts[0], parts.dropFirst().joined(separator: sign))
  }

  static func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\")
      + "\""
  }
}

extension String {
  func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
