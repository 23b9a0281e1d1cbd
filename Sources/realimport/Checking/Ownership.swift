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

  /// A frame of a stack that Python's faulthandler wrote.
  func frame(_ frame: CrashEvidence.Frame) -> FrameReport {
    self.frame(
      FrameFacts(file: PythonPath(text: frame.file), line: frame.line, function: frame.function))
  }

  private func frame(_ frame: FrameFacts) -> FrameReport {
    FrameReport(
      file: frame.file.description, line: frame.line, function: frame.function,
      source: sources.line(frame.line, of: frame.file.filePath), distribution: owner(of: frame))
  }

  private func owner(of frame: FrameFacts) -> String? {
    let path = frame.file.filePath
    if path.isAbsolute { return installed.owner(ofFile: path, module: nil)?.name.text }
    return frame.compiledModule.flatMap(installed.owner(ofModule:))?.name.text
  }
}

extension FrameFacts {
  /// The module of code that Cython compiled: its frames name files of another machine, `pandas/_libs/lib.pyx` or only
  /// `geometry.pyx`, and functions by their module: `pandas._libs.lib.infer`, `init skimage._shared.geometry`
  /// (Cython/Compiler/Code.py, `put_add_traceback`; ModuleNode.py for `init`).
  fileprivate var compiledModule: String? {
    let name = function.split(separator: " ").last ?? ""
    return name.contains(".") && !name.hasPrefix("<") ? String(name) : nil
  }
}

extension DistributionReport {
  init(_ distribution: InstalledDistribution) {
    self.init(name: distribution.name.text, version: distribution.versionText ?? "")
  }
}
