import Diagnosis
import PythonPackaging
import Reporting
import SharedObjects
import SystemPackage

/// An extension module that its distribution does without where this process would refuse it.
struct ModuleOption {
  /// A clause; `nil` for what no user would miss.
  let reason: String?

  init?(
    _ file: NativeFile, _ links: ObjectLinks, of distribution: InstalledDistribution, _ source: CompanionSource
  ) {
    guard let module = file.module, file.isExtensionModule else { return nil }
    var search = HandledImports(distribution, source)
    if search.isCopyOfPython(file, module) {
      reason = nil
    } else if Self.lacksOnlyOptions(links, distribution, source), let found = search.reason(module) {
      reason = found
    } else {
      return nil
    }
  }

  /// Whether all that the module lacks are libraries, none of which a distribution would have that its own requires, and
  /// whether it is linked with none of another distribution: else it was built for another release or build of that.
  private static func lacksOnlyOptions(
    _ links: ObjectLinks, _ distribution: InstalledDistribution, _ source: CompanionSource
  ) -> Bool {
    let judged = JudgedLinks(links, examinedFiles: [])
    return judged.code == .missingLibrary
      && !links.loaded.contains { source.isOfAnother($0.path, than: distribution) }
      && !judged.libraries.contains { source.isRequired($0, by: distribution) }
  }
}

extension CompanionSource {
  fileprivate func isOfAnother(_ file: FilePath, than distribution: InstalledDistribution) -> Bool {
    installed.owner(ofFile: file.lexicallyNormalized()).map { $0 != distribution } ?? false
  }

  /// Whether a distribution, or what it requires in turn, requires one that has the library, as far as that is known.
  fileprivate func isRequired(_ library: MissingLibrary, by distribution: InstalledDistribution) -> Bool {
    let steps = whatIsRequired(by: [distribution])
    let stem = LibraryName(library.nameText).stem
    if steps.dropFirst().contains(where: { $0.distribution.files?.paths(toNamesStartingWith: stem).isEmpty == false }) {
      return true
    }
    let required = Set(steps.flatMap { requirements(of: $0.distribution) }.map(\.name))
    return LibrarySupplier.all(of: library.nameText).contains { supplier in
      guard case .distributions(let names) = supplier else { return false }
      return names.contains { required.contains(DistributionName($0)) }
    }
  }
}

/// Looks whether a module is imported only where its distribution goes on without it.
private struct HandledImports {
  private let distribution: InstalledDistribution
  private let source: CompanionSource
  private let sources: PackageSources
  /// Those that are looked for, one because of the other.
  private var open: Set<String> = []
  private var known: [String: String?] = [:]

  /// Packages seldom import by way of more.
  private static let mostSteps = 8

  init(_ distribution: InstalledDistribution, _ source: CompanionSource) {
    (self.distribution, self.source) = (distribution, source)
    sources = PackageSources(of: distribution)
  }

  /// Whether it is one of those that a distribution carries for programs to be made with it: among others of Python's own,
  /// in a folder that is no package, and no code imports it from there.
  func isCopyOfPython(_ file: NativeFile, _ module: String) -> Bool {
    let folder = file.place.removingLastComponent()
    let neighbours = source.nativeFiles(of: distribution).filter {
      $0.tag != nil && $0.place.removingLastComponent() == folder
    }
    let own = neighbours.filter { $0.module.map { StandardExtensionModules.contains($0.lastName) } ?? false }
    return !folder.isEmpty && own.count * 2 >= neighbours.count
      && !sources.files.contains { $0.place == folder.appending("__init__.py") } && sources.imports(of: module).isEmpty
  }

  /// Why it is; `nil` where one place tells otherwise, and where there is none: then users import it.
  mutating func reason(_ module: String) -> String? {
    if let known = known[module] { return known }
    guard open.count < Self.mostSteps, open.insert(module).inserted else { return nil }
    let reason = firstReason(module)
    open.remove(module)
    known.updateValue(reason, forKey: module)
    return reason
  }

  private mutating func firstReason(_ module: String) -> String? {
    var reasons: [String] = []
    for place in sources.imports(of: module) {
      guard let reason = reason(place.file, place.statement) else { return nil }
      reasons.append(reason)
    }
    return reasons.first
  }

  private mutating func reason(_ file: PackageSources.File, _ statement: ImportStatement) -> String? {
    let name = distribution.name.text
    if statement.isHandled { return "\(name) does without it at \(file.place):\(statement.line)" }
    if let module = source.absence(keepingFromRunning: file, of: distribution) {
      return "\(name) imports it at \(file.place):\(statement.line), behind \(module), which is not there"
    }
    // What the file does while it is imported fails where the file is imported.
    guard statement.occasion != .call, let module = file.module else { return nil }
    return reason(module)
  }
}
