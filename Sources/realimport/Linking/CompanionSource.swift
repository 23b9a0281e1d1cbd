import PythonPackaging
import SharedObjects
import SystemCalls
import SystemPackage

/// Finds what other code has loaded before the objects of a distribution, as far as files tell.
final class CompanionSource {
  let installed: InstalledDistributions
  let check: LinkCheck
  private let python: TargetPython
  private var files: [InstalledDistribution: [NativeFile]] = [:]
  private var opened: [InstalledDistribution: [Companion]] = [:]
  var closures: [InstalledDistribution: [ModuleClosure]] = [:]
  /// Which words stand in whose code, of those that were asked for.
  var mentions: [InstalledDistribution: [String: Bool]] = [:]
  private var alone: [FilePath: LinkExamination] = [:]
  /// The distributions that are taken to load the libraries of each.
  private(set) lazy var users = findUsers()

  /// - Parameter python: What the objects must be for, and whose requirements count.
  init(_ installed: InstalledDistributions, _ check: LinkCheck, _ python: TargetPython) {
    (self.installed, self.check, self.python) = (installed, check, python)
  }

  /// The native files of a distribution that this interpreter does not pass over, and that are there.
  func nativeFiles(of distribution: InstalledDistribution) -> [NativeFile] {
    if let known = files[distribution] { return known }
    let found = distribution.nativeFiles.filter { file in
      (file.tag.map { python.tags.mismatch($0) == nil } ?? true) && file.path.exists
    }
    files[distribution] = found
    return found
  }

  /// Extension modules that are named for another machine, where no file for this one has the same module.
  func filesForOtherMachines(of distribution: InstalledDistribution) -> [(file: NativeFile, mismatch: TagMismatch)] {
    let fitting = Set(nativeFiles(of: distribution).compactMap(\.module))
    return distribution.nativeFiles.compactMap { file in
      guard let tag = file.tag, let module = file.module, !fitting.contains(module),
        let mismatch = python.tags.mismatch(tag), case .otherMachine = mismatch, file.path.exists
      else { return nil }
      return (file, mismatch)
    }
  }

  /// What an object lacks where nothing was loaded before.
  func examineAlone(_ path: FilePath) -> LinkExamination {
    if let known = alone[path] { return known }
    let examination = check.examine(path)
    alone[path] = examination
    return examination
  }

  /// Its own objects, then those of all that it requires, the nearest first.
  func required(by distribution: InstalledDistribution) -> CompanionSet {
    var set = CompanionSet()
    set.add(companions(of: distribution), of: distribution, .same)
    add(whatIsRequired(by: [distribution]), to: &set) { $0 == 1 ? .required : .requiredInTurn }
    return set
  }

  /// The same, then the objects of what its code imports without requiring it, and of what that requires.
  func imported(by distribution: InstalledDistribution, beside set: CompanionSet) -> CompanionSet {
    var set = set
    let imports = PackageSources(of: distribution).importedNames.sorted().flatMap(installed.owners)
    add(whatIsRequired(by: imports), to: &set) { $0 == 0 ? .imported : .importedInTurn }
    return set
  }

  /// The objects of what has libraries that a file lacks, and of what that requires.
  func having(_ libraries: [[UInt8]], beside set: CompanionSet) -> CompanionSet {
    var set = set
    let owners = libraries.flatMap { name in installed.all.filter { !set.contains($0) && has(name, $0) } }
    add(whatIsRequired(by: owners), to: &set) { $0 == 0 ? .needed : .neededInTurn }
    return set
  }

  private func has(_ library: [UInt8], _ distribution: InstalledDistribution) -> Bool {
    let stem = LibraryName(String(decoding: library, as: UTF8.self)).stem
    let isLikely = distribution.files?.paths(toNamesStartingWith: stem).isEmpty == false
    return isLikely && companions(of: distribution).contains { $0.name == library }
  }

  /// What a distribution requires of this Python, whatever is asked of its extras.
  func requirements(of distribution: InstalledDistribution) -> [Requirement] {
    distribution.activeRequirements(python.markers, extras: [])
  }

  func hasAllItRequires(_ distribution: InstalledDistribution) -> Bool {
    requirements(of: distribution).allSatisfy { installed.distribution(named: $0.name) != nil }
  }

  /// Breadth first, with the number of steps to each.
  func whatIsRequired(
    by roots: [InstalledDistribution]
  ) -> [(distribution: InstalledDistribution, distance: Int)] {
    installed.requirementSteps(from: roots.map(\.key), python.markers)
  }

  /// Installed distributions, none of those in the set, that have a library of this name.
  func others(having name: [UInt8], beside set: CompanionSet) -> [String] {
    installed.all.filter { other in
      !set.contains(other) && companions(of: other).contains { $0.name == name }
    }.map(\.name.text)
  }

  /// A library that defines a symbol, of an installed distribution that is none of those in the set.
  func definer(of symbol: String, beside set: CompanionSet) -> String? {
    let others = installed.all.lazy.filter { !set.contains($0) }
    return others.flatMap(companions).first { $0.defines(symbol) }?.path.string
  }

  func add(
    _ steps: [(distribution: InstalledDistribution, distance: Int)], to set: inout CompanionSet,
    _ relation: (Int) -> CompanionSet.Relation
  ) {
    for step in steps where !set.contains(step.distribution) {
      set.add(companions(of: step.distribution), of: step.distribution, relation(step.distance))
    }
  }

  private func companions(of distribution: InstalledDistribution) -> [Companion] {
    if let known = opened[distribution] { return known }
    let companions = nativeFiles(of: distribution).compactMap { check.companion(at: $0.path) }
    opened[distribution] = companions
    return companions
  }
}
