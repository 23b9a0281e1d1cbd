internal import Probing

extension SearchPathProblem {
  /// A name that does not change, for the JSON report.
  package var code: String {
    switch self {
    case .homeMissing: "environment-home-missing"
    case .homeGone: "environment-home-gone"
    case .pythonChanged: "environment-python-changed"
    case .packagesOfOtherPython: "packages-of-other-python"
    case .noStandardLibrary: "no-standard-library"
    case .pathFileUnreadable: "path-file-unreadable"
    case .pathFileNoText: "path-file-no-text"
    case .pathFileCut: "path-file-too-large"
    case .tooManyEntries: "search-path-too-long"
    }
  }

  /// One sentence: what is wrong.
  package var message: String {
    switch self {
    case .homeMissing(let file): "\(file.text) does not say which Python the environment was made from"
    case .homeGone(let home, let file):
      "the Python that the environment was made from is gone: \(file.text) names \(home.text), which does not exist"
    case .pythonChanged(let made, let runs, let file):
      "the environment was made for Python \(made), says \(file.text), and its interpreter is Python \(runs) now"
    case .packagesOfOtherPython(let version, let folder):
      "the packages in \(folder.text) are for Python \(version), and this environment's Python does not see them"
    case .noStandardLibrary(let prefix): "no standard library was found in \(prefix.text)"
    case .pathFileUnreadable(let file): "\(file.text) cannot be read"
    case .pathFileNoText(let file): "\(file.text) is no text in UTF-8; Python cannot start with it"
    case .pathFileCut(let file): "\(file.text) is too large: only its first 256 KB were read"
    case .tooManyEntries: "the search path has too many entries; not all of them were looked at"
    }
  }
}
