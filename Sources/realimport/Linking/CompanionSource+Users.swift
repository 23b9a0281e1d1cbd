import PythonPackaging
import SystemPackage

/// Who loads the libraries of distributions such as NVIDIA's, which nobody imports.
extension CompanionSource {
  /// The same companions, then the objects of the distribution's users, and of all that these require.
  func using(_ distribution: InstalledDistribution, beside set: CompanionSet) -> CompanionSet {
    var set = set
    add(whatIsRequired(by: users[distribution] ?? []), to: &set) { $0 == 0 ? .requiring : .requiredWith }
    return set
  }

  /// Distributions that have libraries and nothing to import, and whose first user by name this one is.
  func libraries(for distribution: InstalledDistribution) -> [InstalledDistribution] {
    installed.all.filter { other in
      users[other]?.first == distribution && other.hasNativeCode && installed.mainModule(of: other) == nil
    }
  }

  /// The nearest distributions with modules that require one, by name: those with extension modules, where there are any.
  func findUsers() -> [InstalledDistribution: [InstalledDistribution]] {
    var nearest: [InstalledDistribution: Users] = [:]
    let importable = installed.all.filter { installed.mainModule(of: $0) != nil }
    for distribution in importable.sorted(by: { $0.key < $1.key }) {
      let isCompiled = nativeFiles(of: distribution).contains(where: \.isExtensionModule)
      for step in whatIsRequired(by: [distribution]) where step.distance > 0 {
        nearest[step.distribution, default: Users()].add(distribution, step.distance, isCompiled: isCompiled)
      }
    }
    return nearest.mapValues(\.all)
  }
}

/// The nearest of those that require a distribution.
private struct Users {
  private(set) var all: [InstalledDistribution] = []
  private var distance = Int.max
  private var areCompiled = false

  mutating func add(_ distribution: InstalledDistribution, _ distance: Int, isCompiled: Bool) {
    if areCompiled != isCompiled {
      guard isCompiled else { return }
      (all, self.distance, areCompiled) = ([], .max, true)
    }
    if distance < self.distance { (all, self.distance) = ([], distance) }
    if distance == self.distance { all.append(distribution) }
  }
}
