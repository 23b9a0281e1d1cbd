import Probing
import Reporting
import SystemPackage
import TestSupport

/// A folder on the path of a real Python for distributions that are put there by hand.
struct MadeDistributions {
  let folder: TestFolder
  /// Where the program runs.
  let working: TestFolder

  init() throws {
    folder = try TestFolder()
    working = try TestFolder()
  }

  /// - Parameters:
  ///   - files: Modules, by their place in the folder.
  ///   - metadata: Header fields beside the three that each has.
  ///   - extra: Files beside METADATA.
  func install(
    _ name: String, _ version: String = "1.0", files: [String: String] = [:], metadata: String = "",
    extra: [String: String] = [:]
  ) throws {
    let info = "\(name.replacing("-", with: "_"))-\(version).dist-info"
    for (file, text) in files { try folder.write(text, to: file) }
    for (file, text) in extra { try folder.write(text, to: "\(info)/\(file)") }
    try folder.write("Metadata-Version: 2.1\nName: \(name)\nVersion: \(version)\n\(metadata)", to: "\(info)/METADATA")
    let owned = Array(files.keys) + extra.keys.map { "\(info)/\($0)" } + ["\(info)/METADATA", "\(info)/RECORD"]
    try folder.write(owned.sorted().map { "\($0),,\n" }.joined(), to: "\(info)/RECORD")
  }

  var program: Program { Program(in: working.path, ["PYTHONPATH": folder.path.string]) }

  func report(_ arguments: String...) throws -> (report: Report, status: Int32?) {
    try program.report(arguments)
  }

  func outcomes(_ report: Report) -> [String] {
    report.checks.map { "\($0.target) \($0.module) \($0.outcome.rawValue)" }
  }
}
