import Probing
import Reporting
import SharedObjects
import Supervision
import SystemCalls
import SystemPackage

/// Reports the shared objects of a process, and warns of those that do not belong together.
///
/// A report is made ready before the process has ended and made again when it has: what was found for the same objects
/// is kept until then.
final class LoadedAssembly {
  let survey: ObjectSurvey
  /// The folders of `LD_LIBRARY_PATH` as the process had it.
  let libraryPath: [FilePath]

  /// - Parameter variables: What the process was started with.
  init(_ survey: ObjectSurvey, variables: ProcessEnvironment) {
    self.survey = survey
    let list = variables["LD_LIBRARY_PATH"] ?? []
    // Either character ends a folder, and an empty one is the working directory; an empty list has none (ld.so(8)).
    libraryPath =
      list.isEmpty
      ? []
      : list.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";") }
        .map { FilePath(bytes: Array($0)).absolute().lexicallyNormalized() }
  }

  /// - Parameter earlier: What an earlier import of the same process left, whose warnings are told there.
  func add(_ objects: [LoadedObjectFacts], after earlier: [LoadedObjectFacts], to check: inout CheckReport) {
    let found = findings(objects, after: earlier)
    (check.loadedObjects, check.libraryCopies) = (found.objects, found.copies)
    check.warnings += found.warnings
  }

  private struct Findings {
    let objects: [LoadedObjectReport]
    let copies: [LibraryCopiesReport]
    let warnings: [WarningReport]
  }

  private var last: (objects: [LoadedObjectFacts], earlier: [LoadedObjectFacts], found: Findings)?

  private func findings(_ objects: [LoadedObjectFacts], after earlier: [LoadedObjectFacts]) -> Findings {
    if let last, last.objects == objects, last.earlier == earlier { return last.found }
    let copies = LibraryCopies.all(in: objects.map(file))
    let told = warnings(earlier)
    let found = Findings(
      objects: objects.map(report), copies: copies.map { LibraryCopiesReport(library: $0.library, files: $0.files) },
      warnings: warnings(objects).filter { !told.contains($0) })
    last = (objects, earlier, found)
    return found
  }

  private func report(_ object: LoadedObjectFacts) -> LoadedObjectReport {
    let entry = survey.entry(of: object)
    return LoadedObjectReport(
      file: PythonPath(entry.path).description, distribution: entry.distribution,
      place: LoadedObjectReport.Place(entry.place), loadedBefore: object.wasLoadedBefore)
  }

  private func file(_ object: LoadedObjectFacts) -> String { PythonPath(survey.entry(of: object).path).description }

  private func warnings(_ objects: [LoadedObjectFacts]) -> [WarningReport] {
    RuntimeClash.all(in: objects.map(file)).map(warning) + foreignLibraries(objects).map(warning)
  }

  private func warning(_ clash: RuntimeClash) -> WarningReport {
    let files = clash.files.map(described).joined(separator: " and ")
    return WarningReport(
      code: WarningReport.duplicateRuntime,
      message: "\(clash.runtime.name) is loaded \(clash.files.count) times: \(files); \(clash.runtime.consequence)")
  }

  private func warning(_ library: ForeignLibrary) -> WarningReport {
    let way = isOfLibraryPath(PythonPath(text: library.file).filePath) ? "which LD_LIBRARY_PATH leads to, " : ""
    return WarningReport(
      code: WarningReport.foreignLibrary,
      message: "\(described(library.requester)) is linked to \(library.file), \(way)and not to the environment's own "
        + described(library.own))
  }

  /// With its owner.
  private func described(_ file: String) -> String {
    let path = PythonPath(text: file).filePath
    return file + (survey.owner(of: path, in: survey.place(of: path)).map { " (of \($0))" } ?? "")
  }

  // MARK: Libraries from outside

  /// What the environment's own objects find in the environment, and the process has from elsewhere.
  ///
  /// A library of the system's folders is asked about only where `LD_LIBRARY_PATH` names its folder: nearly every process
  /// has some, and they are there for all.
  private func foreignLibraries(_ objects: [LoadedObjectFacts]) -> [ForeignLibrary] {
    let entries = objects.map(survey.entry)
    let outside = entries.filter { entry in
      guard entry.place != .environment, entry.distribution == nil else { return false }
      return entry.place == .elsewhere || isOfLibraryPath(entry.path)
    }
    guard !outside.isEmpty else { return [] }
    let findings = entries.filter { $0.place == .environment }.flatMap { survey.findings(of: $0.path) }
    let named = outside.map { (file: PythonPath($0.path).description, soname: survey.read($0.path)?.soname) }
    let files = Set(entries.map { PythonPath($0.path).description })
    return ForeignLibrary.all(named, insteadOf: findings, loaded: files).filter { library in
      PythonPath(text: library.file).filePath.realPath() != PythonPath(text: library.own).filePath.realPath()
    }
  }

  /// The loader looks into the folders themselves and into those for this kind of processor below them (ld.so(8)).
  private func isOfLibraryPath(_ path: FilePath) -> Bool {
    libraryPath.contains { folder in
      path.removingLastComponent() == folder || path.starts(with: folder.appending("glibc-hwcaps"))
    }
  }
}

extension LoadedObjectReport.Place {
  fileprivate init(_ place: ObjectPlace) {
    self =
      switch place {
      case .environment: .environment
      case .installation: .installation
      case .system: .system
      case .elsewhere: .elsewhere
      }
  }
}
