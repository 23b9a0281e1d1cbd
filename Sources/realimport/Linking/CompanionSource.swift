import PythonPackaging
import SharedObjects
import SystemCalls
import SystemPackage

/// Finds what other code has loaded before the objects of a distribution, as far as files tell.
final class CompanionSource {
  private let installed: InstalledDistributions
  private let check: LinkCheck
  private let tags: CompatibleTags
  private lazy var graph = RequirementGraph(installed)
  private var files: [InstalledDistribution: [NativeFile]] = [:]
  private var opened: [InstalledDistribution: [Companion]] = [:]
  var closures: [InstalledDistribution: [ModuleClosure]] = [:]
  private var alone: [FilePath: LinkExamination] = [:]

  init(_ installed: InstalledDistributions, _ check: LinkCheck, _ tags: CompatibleTags) {
    (self.installed, self.check, self.tags) = (installed, check, tags)
  }

  /// The native files of a distribution that this interpreter does not pass over, and that are there.
  func nativeFiles(of distribution: InstalledDistribution) -> [NativeFile] {
    if let known = files[distribution] { return known }
    let found = distribution.nativeFiles.filter { file in
      (file.tag.map { tags.mismatch($0) == nil } ?? true) && file.path.exists
    }
    files[distribution] = found
    return found
  }

  /// Extension modules that are named for another machine, where no file for this one has the same module.
  func filesForOtherMachines(of distribution: InstalledDistribution) -> [(file: NativeFile, mismatch: TagMismatch)] {
    let fitting = Set(nativeFiles(of: distribution).compactMap(\.module))
    return distribution.nativeFiles.compactMap { file in
      guard let tag = file.tag, let module = file.module, !fitting.contains(module),
        let mismatch = tags.mismatch(tag), case .otherMachine = mismatch, file.path.exists
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
    var set = CompanionSet(subject: distribution)
    set.add(companions(of: distribution), of: distribution, .same)
    add(required(from: [distribution.key]), to: &set) { $0 == 1 ? .required : .requiredInTurn }
    return set
  }

  /// The same, then the objects of what its code imports without requiring it, and of what that requires.
  func imported(by distribution: InstalledDistribution, beside set: CompanionSet) -> CompanionSet {
    var set = set
    let imports = PackageSources(of: distribution).importedNames.flatMap(installed.owners).map(\.key)
    add(required(from: Set(imports).sorted()), to: &set) { $0 == 0 ? .imported : .importedInTurn }
    return set
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

  private func add(
    _ steps: [(distribution: DistributionName, distance: Int)], to set: inout CompanionSet,
    _ relation: (Int) -> CompanionSet.Relation
  ) {
    for step in steps {
      guard let found = installed.distribution(named: step.distribution), !set.contains(found) else { continue }
      set.add(companions(of: found), of: found, relation(step.distance))
    }
  }

  /// Breadth first, with the number of steps to each.
  private func required(from roots: [DistributionName]) -> [(distribution: DistributionName, distance: Int)] {
    var found = roots.map { (distribution: $0, distance: 0) }
    var seen = Set(roots)
    var next = 0
    while next < found.count {
      let step = found[next]
      next += 1
      for name in graph.requirements(of: step.distribution).sorted() where seen.insert(name).inserted {
        found.append((name, step.distance + 1))
      }
    }
    return found
  }

  private func companions(of distribution: InstalledDistribution) -> [Companion] {
    if let known = opened[distribution] { return known }
    let companions = nativeFiles(of: distribution).compactMap { check.companion(at: $0.path) }
    opened[distribution] = companions
    return companions
  }
}
