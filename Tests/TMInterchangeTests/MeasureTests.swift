// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMInterchange
import TMTestSupport
import Testing

/// What the text beside a mitigated threat of another tool becomes: a control that is there, one that is proposed, or a
/// threat that is open.
@Suite("Measures beside mitigated threats") struct MeasureTests {
  private static func imported(_ mitigation: String, _ status: String, _ description: String = "d")
    throws -> String
  {
    let quoted = { (text: String) in "\"\(text.replacing("\"", with: "\\\""))\"" }
    let json = """
      {"version": "2.4.0", "summary": {"title": "T"}, "detail": {"diagrams": [{"id": 0, "title": "Main", "cells": [
      {"position": {"x": 0, "y": 0}, "size": {"width": 100, "height": 60}, "shape": "process", "id": "p1", "data":
      {"type": "tm.Process", "name": "API", "threats": [{"id": "t", "title": "Forged", "status": \(quoted(status)),
      "type": "Spoofing", "description": \(quoted(description)), "mitigation": \(quoted(mitigation))}]}}]}]}}
      """
    let read = try ModelImport(Array(json.utf8), fileName: "model.json")
    return String(decoding: read.text(source: "model.json"), as: UTF8.self)
  }

  @Test(
    "a measure that is there",
    arguments: [
      "Signed requests", "MFA is used", "TLS 1.3 with certificates of both sides",
      "Requests are rate limited",
      "Rotate keys", "The gateway checks a token, so that a request is not replayable",
      "Encrypted. Will be reviewed every year", "No direct access from outside",
      "Require all queries to be authenticated.", "The requests should require HTTPS.",
      "Add authentication",
    ])
  func stated(_ text: String) throws {
    let model = try Self.imported(text, "Mitigated")
    #expect(
      model.contains("status: implemented") && model.contains("status: mitigated"), "\(model)")
  }

  @Test(
    "a measure that is to come is proposed, and the threat is open",
    arguments: [
      "TO" + "DO: add RBAC in Q3", "Planned: MFA", "Will be fixed in 2.0", "MFA will be added",
      "We plan to use TLS",
      "To be encrypted", "Encryption is planned", "We need to encrypt", "Work in progress",
      "Deferred to release 2", "TLS planned for Q3", "Partially implemented: MFA for admins only",
    ])
  func planned(_ text: String) throws {
    let model = try Self.imported(text, "Mitigated")
    #expect(model.contains("status: proposed"), "\(model)")
    #expect(
      !model.contains("status: mitigated") && !model.contains("status: implemented"), "\(model)")
  }

  @Test(
    "a measure that is denied is none, and the threat is open",
    arguments: [
      "Not mitigated yet", "No mitigation", "Encryption is missing", "TLS is not enabled",
      "Not implemented",
      "No encryption", "Authentication is disabled", "Nothing has been done", "Unmitigated",
      "The token isn't validated", "None", "TBD", "Keine", "We do not encrypt",
      "Firewall was removed",
      "Was mitigated until 1.2",
    ])
  func denied(_ text: String) throws {
    let model = try Self.imported(text, "Mitigated")
    #expect(!model.contains("\ncontrol "), "\(model)")
    #expect(!model.contains("status: mitigated"), "\(model)")
  }

  @Test(
    "a reason is no measure, and the threat stays mitigated without one",
    arguments: [
      "Low likelihood", "Not required", "Out of scope", "see ticket X-1", "Duplicate of T3",
      "Assume the hospital network is trusted", "R01, R02, V01", "Feature removed",
    ])
  func reasons(_ text: String) throws {
    let model = try Self.imported(text, "Mitigated")
    #expect(!model.contains("\ncontrol ") && model.contains("status: mitigated"), "\(model)")
  }

  @Test(
    "who lives with a risk accepts it, whatever the file calls the threat",
    arguments: [
      "Accepted by the CISO", "We accept this risk.", "Accepted (QA board, 2026-05-01)",
      "Residual risk acceptable per ISO 14971", "Risk is tolerated", "Risk acceptance signed by QA",
      "Business accepts the risk", "Das Risiko wird akzeptiert", "Accepted risk: low likelihood",
      "Accepted; the share is decommissioned next quarter.",
    ], ["Mitigated", "NotApplicable"])
  func accepted(_ text: String, _ state: String) throws {
    let model = try Self.imported(text, state)
    #expect(!model.contains("\ncontrol ") && model.contains("status: accepted"), "\(model)")
    #expect(model.contains("because: \""), "\(model)")
  }

  @Test(
    "what somebody else carries is transferred",
    arguments: [
      "Transferred to the cloud provider", "Risk transferred to the insurer by contract",
      "Covered by our cyber insurance",
    ])
  func transferred(_ text: String) throws {
    let model = try Self.imported(text, "Mitigated")
    #expect(!model.contains("\ncontrol ") && model.contains("status: transferred"), "\(model)")
  }

  @Test(
    "what is not accepted, or left beside a measure, takes no risk",
    arguments: [
      "Unsigned packages are not accepted", "The server accepts only TLS 1.3",
      "TLS with certificates. The residual risk is accepted.", "The token is transferred over TLS",
    ])
  func notTaken(_ text: String) throws {
    let model = try Self.imported(text, "Mitigated")
    #expect(model.contains("status: implemented"), "\(model)")
    #expect(!model.contains("status: accepted"), "\(model)")
  }

  @Test("a text that nobody wrote is none")
  func placeholders() throws {
    for text in [
      "Provide remediation for this threat or a reason if status is N/A",
      "Provide mitigation for this threat or a reason if status is N/A.",
      "Mitigation or prevention for the threat",
    ] {
      let model = try Self.imported(text, "Mitigated", "Provide a description for this threat")
      #expect(
        !model.contains("Provide") && !model.contains("prevention")
          && !model.contains("\ncontrol "), "\(model)")
      let other = try Self.imported(text, "NotApplicable")
      #expect(!other.contains("because"), "\(other)")
    }
    let own = try Self.imported("Provide tokens for this threat; they are signed", "Mitigated")
    #expect(own.contains("status: implemented"), "\(own)")
  }
}
