// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A way in which risk can grow from one model to the next. Nothing else counts as growth.
package enum RiskGrowth: String, CaseIterable, Sendable {
  /// A threat is open that was not there, or was answered.
  case opened
  /// A threat that is new was accepted or transferred, or one that the policy refuses was closed by word alone.
  case takenOn = "taken-on"
  /// The status of a threat asks for more attention than before: open before accepted, transferred,
  /// mitigated, avoided, not applicable.
  case worseStatus = "worse-status"
  /// A score before or after measures, or the one that counts, rose; or an exploitability did.
  case higherScore = "higher-score"
  /// The harm that a threat can lead to is worse, or can reach several patients.
  case worseHarm = "worse-harm"
  /// What the policy or somebody accepted is no longer accepted.
  case lostAcceptance = "lost-acceptance"
  /// A flow crosses a boundary that it did not cross, and nothing at work protects it.
  case openCrossing = "open-crossing"
  /// A control at work for a threat that is still there was removed, or is no longer in place.
  case lostControl = "lost-control"
  /// What protected something no longer does, and nothing else does it instead, whatever a decision says
  /// of the threat.
  case lostProtection = "lost-protection"
  /// A risk that somebody took on concerns more than it did: an asset, a place where one rests, a boundary.
  case wider
  /// A verification failed that had not before, or that is new.
  case failedVerification = "failed-verification"
  /// A threat that was open, mitigated, accepted or transferred is no longer asked, though what it is about is there still and stands where it
  /// stood: an exemption, `in-scope: no`, a policy that turns its template off, a template that is gone.
  case silenced
  /// A threat is no longer asked, though what it is about is there still and stands where it stood, because
  /// something is described otherwise: a class, a function, a kind, a zone, or a template of the model's own.
  case unasked
  /// Harm is described as less than it was: of a hazard, of a threat, of what an asset is worth.
  case understated
  /// Who can get at something is described as more people than before.
  case exposed
  /// There is less evidence: a verification or its link is gone, a control is no longer verified, a component no
  /// longer supported, an approver no longer named.
  case lessEvidence = "less-evidence"
  /// A new `@allow` or `exempt` takes away a finding that is an error or a warning.
  case excused
  /// The policy asks for less: nothing says any more what is acceptable, a condition of `require` or
  /// `approve` is gone, a rule weighs less, or a threat that it refused is acceptable though neither its
  /// status nor a score changed.
  case relaxedPolicy = "relaxed-policy"
  /// The old side has a list of approvals, and the new one none: what nobody approves counts again.
  case lostApprovals = "lost-approvals"
}
