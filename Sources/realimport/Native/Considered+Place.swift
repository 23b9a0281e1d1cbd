import Diagnosis
import SharedObjects
import SystemCalls
import SystemPackage

extension Considered {
  init(_ place: ConsideredPlace) {
    let (rule, owner) = place.rule.parts
    self.init(
      place: place.path.string, rule: rule, owner: owner?.string, reason: place.reason.clause,
      isThere: place.reason.isThere)
  }
}

extension SearchRule {
  fileprivate var parts: (Considered.Rule, FilePath?) {
    switch self {
    case .program: (.program, nil)
    case .loaded: (.loaded, nil)
    case .path: (.path, nil)
    case .rpath(let object): (.rpath, object)
    case .libraryPath: (.libraryPath, nil)
    case .runpath(let object): (.runpath, object)
    case .cache: (.cache, nil)
    case .defaultFolder: (.defaultFolder, nil)
    case .configuredFolder: (.configuredFolder, nil)
    }
  }
}
