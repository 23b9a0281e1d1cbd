import Diagnosis
import Probing
import Reporting
import SharedObjects
import Supervision
import SystemPackage

extension LoaderRule {
  init(_ rule: SearchRule) {
    self =
      switch rule {
      case .program: .program
      case .loaded: .loaded
      case .path: .path
      case .rpath: .rpath
      case .libraryPath: .libraryPath
      case .runpath: .runpath
      case .cache: .cache
      case .defaultFolder: .defaultFolder
      case .configuredFolder: .configuredFolder
      }
  }
}

extension SearchRule {
  /// The object whose folders they are.
  fileprivate var owner: String? {
    switch self {
    case .rpath(let file), .runpath(let file): PythonPath(file.lexicallyNormalized()).description
    default: nil
    }
  }
}

extension LibraryRule {
  /// - Parameter loader: Who is taken to have loaded it before, whatever rule that was by.
  init(_ rule: SearchRule, loadedBy loader: String?) {
    self.init(loader == nil ? LoaderRule(rule) : .loaded, of: loader == nil ? rule.owner : nil, loadedBy: loader)
  }
}

extension SearchedPlaceReport {
  init(_ place: ConsideredPlace) {
    self.init(place.path, place.rule, reason: place.reason.clause, place.reason)
  }

  /// A file at which the search ends.
  init(_ file: FilePath, _ rule: SearchRule, _ refusal: FileRefusal) {
    self.init(file, rule, reason: refusal.clause, nil)
  }

  private init(_ path: FilePath, _ rule: SearchRule, reason: String, _ skip: SkipReason?) {
    let path = path.lexicallyNormalized()
    let folder = skip == .noSuchFolder ? path : path.removingLastComponent()
    self.init(
      folder: PythonPath(folder).description, place: PythonPath(path).description, rule: LoaderRule(rule),
      ruleOf: rule.owner, exists: skip != .noSuchFile && skip != .noSuchFolder, reason: reason)
  }
}
