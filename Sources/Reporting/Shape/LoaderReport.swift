/// What something that the loader said means.
package struct LoaderReport: Codable, Sendable {
  /// The line in which it was said.
  package var message: String
  package var kind: String
  @ExplicitNull package var object: String?
  @ExplicitNull package var distribution: String?
  @ExplicitNull package var library: String?
  @ExplicitNull package var symbol: String?
  @ExplicitNull package var demangled: String?
  @ExplicitNull package var version: String?
  /// From the file of the module that was imported to the object that failed.
  package var chain: [String] = []
  package var considered: [ConsideredReport] = []
  package var offeredBy: [OfferReport] = []
  package var install: [SupplierReport] = []
  package var conclusion: String
  package var summary: String
  package var evidence: [String] = []

  enum CodingKeys: String, CodingKey {
    case message, kind, object, distribution, library, symbol, demangled, version, chain, considered, install
    case conclusion, summary, evidence
    case offeredBy = "offered_by"
  }

  package init(message: String, kind: String, conclusion: String, summary: String) {
    self.message = message
    self.kind = kind
    self.conclusion = conclusion
    self.summary = summary
  }
}

/// A place where the loader looked.
package struct ConsideredReport: Codable, Sendable {
  package var place: String
  package var rule: String
  package var reason: String

  package init(place: String, rule: String, reason: String) {
    self.place = place
    self.rule = rule
    self.reason = reason
  }
}

/// A file that is the library, in this or another version, or has what is wanted of it.
package struct OfferReport: Codable, Sendable {
  package var file: String
  @ExplicitNull package var distribution: String?
  package var soname: String

  package init(file: String, distribution: String?, soname: String) {
    self.file = file
    self.distribution = distribution
    self.soname = soname
  }
}

/// Who has a library that is missing.
package struct SupplierReport: Codable, Sendable {
  package var kind: Kind
  package var name: String

  package enum Kind: String, Codable, Sendable, CaseIterable {
    case index, debian, driver
  }

  package init(_ kind: Kind, _ name: String) {
    self.kind = kind
    self.name = name
  }
}
