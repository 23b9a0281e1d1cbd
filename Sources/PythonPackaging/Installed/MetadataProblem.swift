package import SystemPackage

/// Something about an environment's metadata that is not as it should be; reading went on without it.
package struct MetadataProblem: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The system refused, for this reason.
    case unreadable(String)
    /// A folder is expected, and something else is there.
    case noFolder
    /// A regular file is expected, and something else is there.
    case noRegularFile
    /// The file is longer than what is read of it, this many bytes.
    case cut(Int)
    /// The folder of a distribution holds no METADATA or PKG-INFO.
    case metadataMissing
    /// This field is missing.
    case fieldMissing(String)
    /// The version is none by PEP 440.
    case versionInvalid(VersionProblem)
    /// A requirement is none by PEP 508.
    case requirementInvalid(RequirementProblem)
    /// The versions of Python that it admits are not stated as PEP 440 has it.
    case requiresPythonInvalid(SpecifierProblem)
    /// The marker of a requirement is neither true nor false.
    case markerWithoutMeaning(MarkerEvaluationProblem)
    /// A line of `entry_points.txt` names no object.
    case entryPointInvalid(EntryPointProblem)
    /// A field `Tag` of WHEEL is none.
    case tagInvalid(WheelTagProblem)
    /// The metadata names another distribution than the folder that it lies in.
    case nameDiffers(folder: String, metadata: String)
    /// A list of files names this path, which no distribution can own.
    case pathOutside(String)
    /// The file does not have the form that its standard asks for.
    case malformed
    /// An editable distribution's source folder is not there.
    case sourceMissing(FilePath)
    /// What an interrupted removal left behind; pip renames folders to `~…` before it deletes them.
    case leftover
  }

  /// Whether ``InstallationDefect`` says the same of the installation, and more.
  package var isDefect: Bool {
    switch kind {
    case .metadataMissing, .sourceMissing, .leftover: true
    default: false
    }
  }

  /// The file or folder that the problem is about.
  package let file: FilePath
  /// The line of the file on which the faulty text begins, from 1 on, where that is known.
  package let line: Int?
  package let kind: Kind
}

extension MetadataProblem.Kind {
  /// Where a text stops following its grammar, for those problems that are of this kind.
  package var syntax: (any SyntaxProblem)? {
    switch self {
    case .versionInvalid(let problem): problem
    case .requirementInvalid(let problem): problem
    case .requiresPythonInvalid(let problem): problem
    case .entryPointInvalid(let problem): problem
    case .tagInvalid(let problem): problem
    default: nil
    }
  }
}

/// Where problems are noted while an environment is read; each once.
final class ProblemLog {
  private(set) var problems: [MetadataProblem] = []
  private var known: Set<MetadataProblem> = []

  func note(_ kind: MetadataProblem.Kind, _ file: FilePath, line: Int? = nil) {
    let problem = MetadataProblem(file: file, line: line, kind: kind)
    if known.insert(problem).inserted { problems.append(problem) }
  }

  func hasNoted(_ kind: MetadataProblem.Kind, _ file: FilePath) -> Bool {
    known.contains(MetadataProblem(file: file, line: nil, kind: kind))
  }

  func note(failure: ReadFailure, _ file: FilePath) {
    switch failure {
    case .absent: break
    case .noFolder: note(.noFolder, file)
    case .noRegularFile: note(.noRegularFile, file)
    case .refused(let error): note(.unreadable(error.description), file)
    }
  }
}
