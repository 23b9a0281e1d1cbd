import Probing
import PythonPackaging
import Reporting
import Supervision

/// Decides which modules are worth being imported once, in a process that others are then forked from.
///
/// What several distributions require is checked first. That shows how long it takes, and what it really imports in
/// turn; before a module only that is imported which its distribution requires itself, or which one of those imports.
/// What the requirements do not tell is seen when a module begins to import something that took long before.
final class Preloading {
  private let modules: [InstalledModules.Module]
  /// One module of each distribution that several others need.
  private let shared: [InstalledModules.Module]
  private let place: [DistributionName: Int]
  /// How many modules need a distribution.
  private var dependents: [DistributionName: Int] = [:]
  private let distributions: [String: DistributionName]
  private var costs = ImportCosts()
  /// How many modules would better have had these imported before, as was seen too late.
  private var wishes: [[String]: Int] = [:]

  /// Fewer than these would not make up for the import itself.
  private static let fewestDependents = 3
  /// Seconds of processor time; below that, what a fork costs with so much more memory is not won back.
  private static let shortestImport = 0.15
  /// Seconds; for less, what was begun is better brought to its end.
  private static let worthBeginningAnew = 0.5

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
    costs.note(observation)
  }

  func isShared(_ module: InstalledModules.Module) -> Bool { rank(module) != Int.max }

  /// Under which name a process that has imported a shared module is kept; `nil` where that is not worth it.
  func nameToKeep(_ observation: Observation) -> [String]? {
    guard let module = observation.modules.first, let facts = module.imported, facts.exception == nil,
      facts.cpuSeconds >= Self.shortestImport
    else { return nil }
    return [module.plan.module]
  }

  /// Where to fork a module from; `nil` while something that it shares with others is still being checked.
  func origin(of module: InstalledModules.Module) -> Job.Origin? {
    let needed = shared.filter { place[$0.distribution, default: 0] < rank(module) }
      .filter { module.needs.contains($0.distribution) }
    guard needed.allSatisfy({ costs.isKnown($0.target.module) }) else { return nil }
    let likely = likelyImports(of: module)
    return .fork(preloaded: worthwhile(paying(needed.filter { likely.contains($0.distribution) })).map(\.target.module))
  }

  /// Those that take a while beside what the others import anyway, the longest first: lists that begin alike are
  /// imported once.
  private func paying(_ candidates: [InstalledModules.Module]) -> [InstalledModules.Module] {
    var chosen: [(module: InstalledModules.Module, seconds: Double)] = []
    for module in candidates.sorted(by: { costs.seconds(of: $0.target.module) < costs.seconds(of: $1.target.module) }) {
      let seconds = costs.seconds(of: module.target.module, after: chosen.map(\.module.target.module))
      if seconds >= Self.shortestImport { chosen.append((module, seconds)) }
    }
    return chosen.sorted { $0.seconds > $1.seconds }.map(\.module).reduce(into: []) { list, module in
      if !costs.imports(of: list.map(\.target.module)).contains(module.target.module) { list.append(module) }
    }
  }

  /// Where to fork a module from that is seen to import another one, which a process has ready or is worth having so.
  /// - Parameters:
  ///   - preloaded: What it had ready.
  ///   - begun: What it has begun to import itself, and so would not import for this one.
  func better(
    for module: InstalledModules.Module, after preloaded: [String], and begun: Set<String>, importing name: String
  ) -> Job.Origin? {
    guard let distribution = distributions[name], distribution != module.distribution else { return nil }
    let saved = costs.seconds(of: [name], after: preloaded, and: begun)
    guard saved >= Self.worthBeginningAnew else { return nil }
    // What it has now and would lose must not weigh much against that.
    let isMove = costs.seconds(of: preloaded + begun, after: [name]) < saved / 2
    let wish = isMove ? [name] : preloaded + [name]
    wishes[wish, default: 0] += 1
    let others = isMove ? dependents[distribution, default: 0] : 0
    return max(wishes[wish, default: 0], others) >= Self.fewestDependents ? .fork(preloaded: wish) : nil
  }

  private func likelyImports(of module: InstalledModules.Module) -> Set<DistributionName> {
    module.requires.union(
      costs.imports(of: shared.filter { module.requires.contains($0.distribution) }.map(\.target.module))
        .compactMap { distributions[$0] })
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
