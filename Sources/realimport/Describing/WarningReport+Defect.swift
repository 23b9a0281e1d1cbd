import Probing
import PythonPackaging
import Reporting
import Supervision
import SystemPackage

extension WarningReport {
  /// All that is wrong with what is installed and with its files, each told once.
  static func installation(_ installed: InstalledDistributions, isThorough: Bool) -> [WarningReport] {
    let defects = installed.defects(isThorough: isThorough).map(WarningReport.init)
    return installed.problems.filter { !$0.isDefect }.map(WarningReport.init) + defects
      + (isThorough ? unclaimedModules(installed) : [])
  }

  private static func unclaimedModules(_ installed: InstalledDistributions) -> [WarningReport] {
    installed.unclaimedModules.map { site, modules in
      WarningReport(
        code: "unclaimed-modules",
        message: "\(PythonPath(site)) holds modules of no distribution, which pip and uv neither update nor remove: "
          + modules.joined(separator: ", "))
    }
  }

  /// What is wrong with an installation.
  init(_ defect: InstallationDefect) {
    self.init(code: defect.code, message: defect.message)
  }
}

extension InstallationDefect {
  /// A name that does not change, for the JSON report.
  fileprivate var code: String {
    switch self {
    case .duplicate: "duplicate-distribution"
    case .filesClaimedTwice: "file-claimed-twice"
    case .moduleClaimedTwice: "module-claimed-twice"
    case .filesMissing: "files-missing"
    case .fileAltered: "file-altered"
    case .emptyShell: "empty-shell"
    case .folderWithoutDistribution: "folder-without-distribution"
    case .moduleWithoutDistribution: "module-without-distribution"
    case .editableSourceMissing: "editable-source-missing"
    case .metadataMissing: "metadata-missing"
    case .recordMissing: "record-missing"
    case .interruptedRemoval: "interrupted-removal"
    }
  }

  fileprivate var message: String {
    switch self {
    case .duplicate(let found, let hidden):
      "\(found.words) hides \(hidden.words): \(text(found.metadata)) comes before \(text(hidden.metadata))"
    case .filesClaimedTwice(let files, let one, let other):
      "\(one.words) and \(other.words) both own \(files.words), with different contents: the one that was installed "
        + "first is damaged"
    case .moduleClaimedTwice(let module, let one, let other):
      "\(one.words) and \(other.words) both bring a module named \(module), and only one of the two can be imported"
    case .filesMissing(let place, let files): "\(files.words) of \(place.words) are gone: \(files.names)"
    case .fileAltered(let place, let file):
      "\(file.path) of \(place.words) has \(file.size) bytes, and its list of files says \(file.listedSize)"
    case .emptyShell(let place, let files):
      "nothing but metadata is left of \(place.words): \(files.words) are gone, among them \(files.names)"
    case .folderWithoutDistribution(let folder, let requirer):
      "\(text(folder)) belongs to no distribution and holds no __init__.py: Python imports it as an empty package"
        + (requirer.map { ", and \($0.words) requires the real one" } ?? "")
    case .moduleWithoutDistribution(let path, let requirer):
      "\(text(path)) belongs to no distribution, and \(requirer.words) requires the one of its name: its metadata is gone"
    case .editableSourceMissing(let place, let source):
      "\(place.words) is an editable install of \(text(source)), which is gone"
    case .metadataMissing(let place): "\(text(place.metadata)) holds no METADATA that can be read"
    case .recordMissing(let place, let installer):
      "\(text(place.metadata)) holds no RECORD, which \(installer) always writes: the installation did not finish"
    case .interruptedRemoval(let path): "\(text(path)) was left by a removal that did not finish"
    }
  }

  private func text(_ path: FilePath) -> String { PythonPath(path).description }
}

extension InstalledPlace {
  fileprivate var words: String { [name, version].compactMap(\.self).joined(separator: " ") }
}

extension SharedFiles {
  fileprivate var words: String { count == 1 ? first : "\(count) files, such as \(first)" }
}

extension MissingFiles {
  fileprivate var words: String { "\(count) of \(listed) files" }

  /// The first of them, and that there are more.
  fileprivate var names: String {
    let more = count > first.count ? ["…"] : []
    let rest = outside == 0 ? "" : "; and \(outside) outside of the site folder"
    return (first + more).joined(separator: ", ") + rest
  }
}
