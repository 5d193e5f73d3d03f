// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A score in any scheme, read from the text that a model or a command line gives.
package enum ScoreVector: Hashable, Sendable {
  case cvss2(CVSS2Vector)
  case cvss3(CVSS3Vector)
  case cvss4(CVSS4Vector)

  /// Reads a vector: CVSS by its prefix, and CVSS 2.0 without one.
  package init(parsing text: String) throws(VectorFault) {
    var text = text
    self = try text.withUTF8 { bytes in
      Result { () throws(VectorFault) in try ScoreVector(parsing: bytes) }
    }.get()
  }

  /// Reads a vector from the bytes of its text.
  package init(parsing bytes: UnsafeBufferPointer<UInt8>) throws(VectorFault) {
    let (version, selection) = try CVSSReader.read(bytes)
    switch version {
    case .v20: self = .cvss2(CVSS2Vector(selection))
    case .v30, .v31: self = .cvss3(CVSS3Vector(version, selection))
    case .v40: self = .cvss4(CVSS4Vector(selection))
    }
  }

  package var scheme: ScoringScheme { cvss.version.scheme }

  /// The score that counts: environmental if that group is defined, else temporal, else base.
  package var score: Score {
    switch self {
    case .cvss2(let vector): vector.score
    case .cvss3(let vector): vector.score
    case .cvss4(let vector): vector.score
    }
  }

  package var severity: SeverityBand { SeverityBand(score, scheme) }

  /// The canonical text.
  package var text: String { cvss.text }

  /// How easily the threat is carried out.
  package var exploitability: ExploitabilityLevel { cvss.exploitability }

  /// The vector as one of CVSS.
  package var cvss: any CVSSVector {
    switch self {
    case .cvss2(let vector): vector
    case .cvss3(let vector): vector
    case .cvss4(let vector): vector
    }
  }
}
