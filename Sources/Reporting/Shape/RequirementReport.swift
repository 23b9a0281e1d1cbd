/// A condition on a version that a check had to fulfil.
package struct RequirementReport: Codable, Sendable, Equatable {
  /// Without its marker, as `torch>=2.4`.
  package var requirement: String
  /// The distribution whose metadata states it; `nil` for the user.
  @ExplicitNull package var statedBy: String?
  /// The version that was imported, else the one of the metadata; `nil` where it is not installed.
  @ExplicitNull package var found: String?
  package var holds: Bool

  enum CodingKeys: String, CodingKey {
    case requirement, found, holds
    case statedBy = "stated_by"
  }

  package init(requirement: String, statedBy: String?, found: String?, holds: Bool) {
    self.requirement = requirement
    self.statedBy = statedBy
    self.found = found
    self.holds = holds
  }
}
