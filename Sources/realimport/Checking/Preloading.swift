import Probing
import PythonPackaging
import Reporting
import Supervision

/// Decides which modules are worth being imported once, in a process that others are then forked from.
///
/// What several distributions require is checked first. That shows how long it takes, and what it really imports in
/// turn; before a module only that is imported which its distribution requires itself, or which one of those imports.
final class Preloading {
  private let modules: [InstalledModules.Module]
  /// One module of each distribution that several others need.
  private let shared: [InstalledModules.Module]
  private let place: [DistributionName: Int]
  /// How many modules need a distribution.
  private var dependents: [DistributionName: Int] = [:]
  private let distributions: [String: DistributionName]
  private var seconds: [DistributionName: Double] = [:]
  private var imported: [DistributionName: Set<DistributionName>] = [:]

  /// Fewer than these would not make up for the import itself.
  private static let fewestDependents = 3
  /// Seconds of processor time, which other processes do not lengthen; below that, what a fork costs with so much more memory is not won back.
  private static let shortestImport = 0.15

  init(_ modules: [InstalledModules.Module]) {
    self.modules = modules
    distributions = Dictionary(modules.map { ($0.target.module, $0.distribution) }) { first, _ in first }
    for module in modules { for name in module.needs { dependents[name, default: 0] += 1 } }
    let dependents = dependents
    shared = modules.filter { $0.isMain && dependents[$0.distribution, default: 0] >= Self.fewestDependents }
      .sorted { ($0.needs.count, $0.target.module) < ($1.needs.count, $1.target.module) }
    place = Dictionary(shared.enumerated().map { ($1.distribution, $0) }, uniquingKeysWith: min)
  }

  /// Shared ones first, for the others wait for them; then those that need most, which take longest.
  var ordered: [InstalledModules.Module] {
    modules.sorted { first, second in
      let (one, other) = (rank(first), rank(second))
      return one != other ? one < other : first.needs.count > second.needs.count
    }
  }

  private func rank(_ module: InstalledModules.Module) -> Int {
    module.isMain ? place[module.distribution] ?? Int.max : Int.max
  }

  /// Takes in what the check of a module has shown.
  func note(_ observation: Observation) {
    guard let module = observation.modules.first, let distribution = distributions[module.plan.module],
      shared.contains(where: { $0.target.module == module.plan.module })
    else { return }
    let passed = observation.verdict(of: 0, attributes: []).outcome == .passed
    seconds[distribution] = passed ? module.imported?.cpuSeconds ?? 0 : 0
    imported[distribution] = Set(observation.topLevels.compactMap { distributions[$0] })
  }

  /// Where to fork a module from; `nil` while something that it shares with others is still being checked.
  func origin(of module: InstalledModules.Module) -> Job.Origin? {
    // What is shared is itself measured as it is, with nothing before it.
    guard rank(module) == Int.max else { return .fork(preloaded: []) }
    let needed = shared.filter { module.needs.contains($0.distribution) }
    guard needed.allSatisfy({ seconds[$0.distribution] != nil }) else { return nil }
    let likely = likelyImports(of: module)
    let paying = needed.filter { likely.contains($0.distribution) }
      .filter { seconds[$0.distribution, default: 0] >= Self.shortestImport }
      // The longest first: lists that begin alike are imported once.
      .sorted { seconds[$0.distribution, default: 0] > seconds[$1.distribution, default: 0] }
    return .fork(preloaded: worthwhile(paying).map(\.target.module))
  }

  /// Where to fork a module from that is seen to import another one, which a process has ready or is worth having so.
  /// What the requirements do not tell is found out this way.
  func better(for module: InstalledModules.Module, importing name: String) -> Job.Origin? {
    guard rank(module) == Int.max, let distribution = distributions[name], distribution != module.distribution,
      let known = shared.first(where: { $0.distribution == distribution }), known.target.module == name,
      seconds[distribution, default: 0] >= Self.worthBeginningAnew
    else { return nil }
    return .fork(preloaded: [name])
  }

  /// Seconds of processor time.
  private static let worthBeginningAnew = 0.5

  private func likelyImports(of module: InstalledModules.Module) -> Set<DistributionName> {
    module.requires.reduce(module.requires) { $0.union(imported[$1] ?? []) }
  }

  /// The longest start of the list that enough modules have in common.
  private func worthwhile(_ list: [InstalledModules.Module]) -> [InstalledModules.Module] {
    var list = list[...]
    while !list.isEmpty {
      let names = Set(list.map(\.distribution))
      if modules.count(where: { names.isSubset(of: $0.needs) }) >= Self.fewestDependents { break }
      list = list.dropLast()
    }
    return Array(list)
  }
}
