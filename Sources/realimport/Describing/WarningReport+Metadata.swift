import Probing
import PythonPackaging
import Reporting
import Supervision

extension WarningReport {
  /// What is wrong with a file of an installed distribution.
  init(_ problem: MetadataProblem) {
    let place = ([PythonPath(problem.file).description] + [problem.line.map(String.init)].compactMap(\.self))
    let syntax = problem.kind.syntax
    self.init(
      code: problem.kind.code, message: "\(place.joined(separator: ":")) \(problem.kind.words)\(syntax?.words ?? "")",
      excerpt: syntax?.caret)
  }
}

extension MetadataProblem.Kind {
  fileprivate var code: String {
    switch self {
    case .unreadable, .noFolder, .noRegularFile: "metadata-unreadable"
    case .cut: "metadata-cut"
    case .metadataMissing: "metadata-missing"
    case .fieldMissing, .malformed, .pathOutside: "metadata-malformed"
    case .versionInvalid: "version-invalid"
    case .requirementInvalid, .requiresPythonInvalid, .markerWithoutMeaning: "requirement-invalid"
    case .entryPointInvalid: "entry-point-invalid"
    case .tagInvalid: "wheel-tag-invalid"
    case .nameDiffers: "name-differs"
    case .sourceMissing: "editable-source-missing"
    case .leftover: "interrupted-removal"
    }
  }

  /// What follows the file's name in a sentence.
  fileprivate var words: String {
    switch self {
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .noFolder: "should be a folder and is none"
    case .noRegularFile: "should be a regular file and is none"
    case .cut(let limit): "is too long; only its first \(limit) bytes were read"
    case .metadataMissing: "holds no METADATA that can be read"
    case .fieldMissing(let name): "has no field \(name) in its metadata"
    case .versionInvalid: "states a version that is none by PEP 440"
    case .requirementInvalid: "states a requirement that is none"
    case .requiresPythonInvalid: "states a Requires-Python that is none"
    case .markerWithoutMeaning(let problem): "states a requirement under a condition that has no meaning: \(problem)"
    case .entryPointInvalid: "has a line that is none"
    case .tagInvalid: "states a tag that is none"
    case .nameDiffers(let folder, let metadata): "is named after \(folder), and its metadata names \(metadata)"
    case .pathOutside(let path): "lists \(path), which lies outside of the environment"
    case .malformed: "does not have the form that its standard asks for"
    case .sourceMissing(let source): "is an editable install of \(PythonPath(source)), which is gone"
    case .leftover: "was left by a removal that did not finish"
    }
  }
}

extension SyntaxProblem {
  /// The text, what is wrong with it, and where.
  fileprivate var words: String {
    let shown = text.count <= Self.longestShown ? text : "\(text.prefix(Self.longestShown))…"
    return ": `\(shown)`: \(message), at character \(column)"
  }

  /// The excerpt shows the place of a longer one.
  private static var longestShown: Int { 100 }
}
