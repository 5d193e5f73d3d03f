enum ThreatModels {
  static let all: [(name: String, model: String)] = []
}
