// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A score in any scheme, read from the text that a model or a command line gives.
package enum ScoreVector: Hashable, Sendable {
  case cvss2(CVSS2Vector)
  case cvss3(CVSS3Vector)
  case cvss4(CVSS4Vector)
  case dread(DreadVector)
  case owasp(OwaspVector)

  /// Reads a vector: CVSS, DREAD and OWASP Risk Rating by their prefix, CVSS 2.0 without one, and the
  /// OWASP form of calculators, in parentheses or not.
  package init(parsing text: String) throws(VectorFault) {
    var text = text
    self = try text.withUTF8 { bytes in
      Result { () throws(VectorFault) in try ScoreVector(parsing: bytes) }
    }.get()
  }

  /// Reads a vector from the bytes of its text.
  package init(parsing bytes: UnsafeBufferPointer<UInt8>) throws(VectorFault) {
    // Only a vector of CVSS is read without a string: lists of vectors are theirs.
    switch Self.other(bytes) {
    case .dread?:
      self = .dread(try DreadVector(String(decoding: bytes, as: UTF8.self)))
      return
    case .owasp?:
      self = .owasp(try OwaspVector(String(decoding: bytes, as: UTF8.self)))
      return
    default: break
    }
    let (version, selection) = try CVSSReader.read(bytes)
    switch version {
    case .v20: self = .cvss2(CVSS2Vector(selection))
    case .v30, .v31: self = .cvss3(CVSS3Vector(version, selection))
    case .v40: self = .cvss4(CVSS4Vector(selection))
    }
  }

  /// The scheme other than CVSS that a text is meant as, whatever its faults.
  private static func other(_ bytes: UnsafeBufferPointer<UInt8>) -> ScoringScheme? {
    switch bytes.first {
    case UInt8(ascii: "D"): bytes.starts(with: "DREAD".utf8) ? .dread : nil
    case UInt8(ascii: "O"): bytes.starts(with: "OWASP".utf8) ? .owasp : nil
    case UInt8(ascii: "S"): bytes.starts(with: "SL:".utf8) ? .owasp : nil
    case UInt8(ascii: "("): bytes.starts(with: "(SL:".utf8) ? .owasp : nil
    default: nil
    }
  }

  package var scheme: ScoringScheme {
    switch self {
    case .cvss2, .cvss3, .cvss4: cvss?.version.scheme ?? .cvss20
    case .dread: .dread
    case .owasp: .owasp
    }
  }

  /// The score that counts: of CVSS the environmental one if that group is defined, else the temporal
  /// one, else the base one.
  package var score: Score {
    switch self {
    case .cvss2(let vector): vector.score
    case .cvss3(let vector): vector.score
    case .cvss4(let vector): vector.score
    case .dread(let vector): vector.score
    case .owasp(let vector): vector.score
    }
  }

  /// The severity in the bands of the scheme.
  package var severity: SeverityBand {
    rating?.severity ?? SeverityBand(score, scheme)
  }

  /// The canonical text.
  package var text: String { cvss?.text ?? rating?.text ?? "" }

  /// How easily the threat is carried out.
  package var exploitability: ExploitabilityLevel {
    cvss?.exploitability ?? rating?.exploitability ?? .high
  }

  /// The vector as one of CVSS; nil for another scheme.
  package var cvss: (any CVSSVector)? {
    switch self {
    case .cvss2(let vector): vector
    case .cvss3(let vector): vector
    case .cvss4(let vector): vector
    case .dread, .owasp: nil
    }
  }

  /// The vector as one of a scheme other than CVSS; nil for CVSS.
  package var rating: (any RatingVector)? {
    switch self {
    case .cvss2, .cvss3, .cvss4: nil
    case .dread(let vector): vector
    case .owasp(let vector): vector
    }
  }
}
