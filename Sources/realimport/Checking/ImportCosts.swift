import Probing

/// What imports have cost, as far as they were measured, in seconds of processor time: other processes do not lengthen
/// that.
struct ImportCosts {
  private struct Measurement {
    /// Beside what had been imported before.
    var seconds: Double
    var preloaded: [String]
    /// The top-level modules that it looked for.
    var imports: Set<String>
  }

  private var measured: [String: Measurement] = [:]
  /// Known results of ``ownSeconds(of:)``: each module is met below many others.
  private var own: [String: Double] = [:]

  mutating func note(_ observation: Observation) {
    guard let module = observation.modules.first else { return }
    own = [:]
    let passed = observation.verdict(of: 0, attributes: []).outcome == .passed
    measured[module.plan.module] = Measurement(
      seconds: passed ? module.imported?.cpuSeconds ?? 0 : 0, preloaded: observation.preloaded,
      imports: observation.topLevels)
  }

  func isKnown(_ module: String) -> Bool { measured[module] != nil }

  /// What these were seen to import, and all that those import.
  func imports(of modules: [String]) -> Set<String> {
    var found: Set<String> = []
    var open = modules
    while let next = open.popLast() {
      guard found.insert(next).inserted, let measurement = measured[next] else { continue }
      open += Array(measurement.imports) + measurement.preloaded
    }
    return found
  }

  /// What importing a module costs where these have been imported.
  mutating func seconds(of module: String, after others: [String] = []) -> Double {
    seconds(of: [module], after: others)
  }

  /// - Parameter begun: Those that have been imported, or are being; what these import is among them, too.
  mutating func seconds(of modules: [String], after others: [String], and begun: Set<String> = []) -> Double {
    var sum = 0.0
    for module in imports(of: modules).subtracting(imports(of: others)).subtracting(begun) {
      sum += ownSeconds(of: module)
    }
    return sum
  }

  /// Without what it imports that was measured by itself.
  private mutating func ownSeconds(of module: String) -> Double {
    guard let measurement = measured[module] else { return 0 }
    if let known = own[module] { return known }
    var seconds = measurement.seconds
    for other in measurement.imports where isImport(other, below: module) { seconds -= ownSeconds(of: other) }
    own[module] = max(0, seconds)
    return max(0, seconds)
  }

  /// Two modules that import one another are told apart by the one that costs less.
  private func isImport(_ other: String, below module: String) -> Bool {
    guard let one = measured[other], let whole = measured[module] else { return false }
    return (one.seconds, other) < (whole.seconds, module)
  }
}
