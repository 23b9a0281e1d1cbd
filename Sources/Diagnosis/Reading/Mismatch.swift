/// Code of one distribution that wants of another one what that does not have.
struct Mismatch: Equatable {
  /// Who wants it; `nil`: the user's own code.
  var user: String?
  /// Who should have it.
  var provider: String
  /// What is wanted, for a sentence: "`triu` in `scipy.linalg`".
  var wanted: String
  var exception: RaisedException

  /// `nil` where the exception is of another kind, or where both are one.
  init?(_ exception: RaisedException, _ evidence: Evidence) {
    guard exception.unfoundTop(evidence) == nil, let (module, file, wanted) = Self.parts(of: exception.complaint),
      let provider = evidence.provider(of: module, file: file)
    else { return nil }
    let user = exception.raiser?.owner.distribution
    guard user.map({ normalizedName($0) != normalizedName(provider) }) ?? true else { return nil }
    (self.user, self.provider, self.wanted, self.exception) = (user, provider, wanted, exception)
  }

  private static func parts(of complaint: Complaint) -> (module: String, file: String?, wanted: String)? {
    switch complaint {
    // A part that is a single file here, and a package in another release.
    case .noModule(let name, let isInNoPackage) where !isInNoPackage || name.parentModule?.contains(".") == true:
      name.parentModule.map { ($0, nil, "the module `\(name)`") }
    case .noName(let name, let module?, let file, _): (module, file, "`\(name)` in `\(module)`")
    case .noModuleAttribute(let name, let module, _): (module, nil, "`\(name)` in `\(module)`")
    default: nil
    }
  }
}
