import Probing
import PythonPackaging
import Reporting

/// The top-level modules of every installed distribution, for `--all`.
struct InstalledModules {
  struct Module {
    var target: Target
    var distribution: DistributionName
    /// Whether it is what the distribution is named after, or its only one.
    var isMain: Bool
    /// Whether the distribution has extension modules or libraries of its own.
    var isCompiled: Bool
    /// What the distribution itself requires, and the distribution for all but its main module.
    var requires: Set<DistributionName>
    /// All that comes with it.
    var needs: Set<DistributionName>
  }

  private(set) var modules: [Module] = []
  private(set) var leftOut: [LeftOutReport] = []

  init(_ installed: InstalledDistributions) {
    let graph = RequirementGraph(installed)
    var seen: Set<String> = []
    for distribution in installed.all {
      let names = installed.topLevelModules(of: distribution)
      for name in names where seen.insert(name).inserted {
        if let reason = Self.reasonToLeaveOut(name) {
          leftOut.append(LeftOutReport(module: name, distribution: distribution.name.text, reason: reason))
        } else if let target = try? Target(parsing: name) {
          let isMain = names.count == 1 || DistributionName(name) == distribution.key
          let own: Set = isMain ? [] : [distribution.key]
          modules.append(
            Module(
              target: target, distribution: distribution.key, isMain: isMain, isCompiled: distribution.hasNativeCode,
              requires: graph.requirements(of: distribution.key).union(own),
              needs: graph.closure(of: distribution.key).union(own)))
        }
      }
    }
  }

  /// Those of a distribution's top-level modules that are meant to be imported; all of them where none seems to be.
  static func kept(
    _ modules: [String], of distribution: InstalledDistribution, _ leftOut: inout [LeftOutReport]
  ) -> [String] {
    let importable = modules.filter { (try? Target(parsing: $0)) != nil }
    let kept = importable.filter { reasonToLeaveOut($0) == nil }
    guard !kept.isEmpty else { return importable }
    for name in importable {
      guard let reason = reasonToLeaveOut(name) else { continue }
      leftOut.append(LeftOutReport(module: name, distribution: distribution.name.text, reason: reason))
    }
    return kept
  }

  private static func reasonToLeaveOut(_ name: String) -> String? {
    if name.hasPrefix("_") { return "private" }
    return StrayModules.names.contains(name.lowercased()) ? "not meant to be imported" : nil
  }
}

extension InstalledDistributions {
  /// Whether the version that a module says to be of is that of a distribution: of several modules, the one that is
  /// named like it decides, since the others may count versions of their own.
  func isMain(_ module: String, of name: DistributionName) -> Bool {
    guard let distribution = distribution(named: name) else { return false }
    var leftOut: [LeftOutReport] = []
    let modules = InstalledModules.kept(topLevelModules(of: distribution), of: distribution, &leftOut)
    let namesake = modules.filter { DistributionName($0) == name }
    return (namesake.isEmpty ? modules : namesake).contains(module)
  }
}
