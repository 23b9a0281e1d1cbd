import Probing
import SystemCalls
import PythonPackaging
import Reporting
import Supervision
import SystemPackage

/// Which distribution a module or a frame belongs to, and the source lines of frames.
///
/// Reads the files of one environment at most once each, and only those that are asked for.
final class Ownership {
  let installed: InstalledDistributions
  /// Without the working directory, which stands there as an empty name.
  let searchPath: [FilePath]
  private let sources = SourceLines()

  init(searchPath: [FilePath]) {
    self.searchPath = searchPath
    installed = InstalledDistributions(searchPath: searchPath)
  }

  /// The distribution of an imported module, or of one that could not be imported but is installed.
  func distribution(ofModule module: String, file: PythonPath?) -> DistributionReport? {
    let topLevel = module.split(separator: ".").first.map(String.init) ?? module
    let owner = file.map { installed.owner(ofFile: $0.filePath, module: module) } ?? installed.owner(ofModule: topLevel)
    return owner.map(DistributionReport.init)
  }

  func exception(_ facts: ExceptionFacts) -> ExceptionReport {
    ExceptionReport(facts, frame: frame)
  }

  private func frame(_ frame: FrameFacts) -> FrameReport {
    let path = frame.file.filePath
    return FrameReport(
      file: frame.file.description, line: frame.line, function: frame.function,
      source: sources.line(frame.line, of: path), distribution: owner(of: path))
  }

  private func owner(of path: FilePath) -> String? {
    path.isAbsolute ? installed.owner(ofFile: path, module: nil)?.name.text : nil
  }
}

extension DistributionReport {
  init(_ distribution: InstalledDistribution) {
    self.init(name: distribution.name.text, version: distribution.versionText ?? "")
  }
}
