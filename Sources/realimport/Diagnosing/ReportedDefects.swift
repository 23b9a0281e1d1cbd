import Diagnosis
import Probing
import PythonPackaging
import Reporting
import Supervision
import SystemPackage

extension Unfulfilled {
  /// A conflict of the report, as the rules want it.
  init(_ report: ConflictReport) {
    self.init(
      distribution: report.distribution, version: report.version, requirement: report.requirement,
      found: report.found, kind: Kind(report.kind, report.mismatch))
  }
}

extension Unfulfilled.Kind {
  fileprivate init(_ kind: ConflictReport.Kind, _ mismatch: ConflictReport.Mismatch?) {
    self =
      switch kind {
      case .platform where mismatch == .libcVersion: .libcVersion
      case .missing: .missing
      case .version: .version
      case .python: .python
      case .platform: .platform
      }
  }
}

extension Defect {
  /// Damage to an installation, as the rules want it: in the words of the report's warnings.
  init(_ defect: InstallationDefect) {
    let (kind, places) = Self.parts(of: defect)
    self.init(kind, places.map(\.name), WarningReport(defect).message, file: Self.file(of: defect))
    if case .duplicate(_, let hidden) = defect { hiddenVersion = hidden.version }
  }

  private static func parts(of defect: InstallationDefect) -> (Kind, [InstalledPlace]) {
    switch defect {
    case .duplicate(let found, let hidden):
      (found.folder == hidden.folder ? .duplicate : .hiddenElsewhere, [found, hidden])
    case .filesClaimedTwice(_, let one, let other): (.filesClaimedTwice, [one, other])
    case .moduleClaimedTwice(_, let one, let other): (.moduleClaimedTwice, [one, other])
    case .filesMissing(let place, _): (.filesMissing, [place])
    case .fileAltered(let place, let file):
      (file.size == 0 ? .fileEmptied : file.size < file.listedSize ? .fileCutOff : .fileChanged, [place])
    case .emptyShell(let place, _): (.emptyShell, [place])
    case .folderWithoutDistribution(_, let requirer): (.folderWithoutDistribution, requirer.map { [$0] } ?? [])
    case .moduleWithoutDistribution(_, let requirer): (.moduleWithoutDistribution, [requirer])
    case .editableSourceMissing(let place, _): (.editableSourceMissing, [place])
    case .metadataMissing(let place): (.metadataMissing, [place])
    case .recordMissing(let place, _): (.recordMissing, [place])
    case .interruptedRemoval: (.interruptedRemoval, [])
    }
  }

  private static func file(of defect: InstallationDefect) -> String? {
    switch defect {
    case .fileAltered(_, let file): file.path
    case .folderWithoutDistribution(let path, _), .moduleWithoutDistribution(let path, _),
      .editableSourceMissing(_, let path), .interruptedRemoval(let path):
      PythonPath(path).description
    default: nil
    }
  }
}

extension InstalledPlace {
  fileprivate var folder: FilePath { metadata.removingLastComponent() }
}
