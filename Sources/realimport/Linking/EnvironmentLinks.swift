import PythonPackaging
import Reporting
import SharedObjects
import Supervision
import SystemCalls

/// The link check of an environment: each distribution is examined when a check of it is reported, and once.
final class EnvironmentLinks {
  private let installed: InstalledDistributions
  private let source: CompanionSource?
  private let problem: String?
  private var reports: [InstalledDistribution: LinksReport] = [:]
  /// Which check tells of a distribution, where several are of the same one.
  private var tellers: [InstalledDistribution: String] = [:]

  init(
    _ interpreter: Interpreter, _ installed: InstalledDistributions, _ python: TargetPython,
    _ environment: ProcessEnvironment
  ) {
    self.installed = installed
    do throws(LinkObstacle) {
      source = CompanionSource(installed, try LinkCheck(interpreter, environment: environment), python)
      problem = nil
    } catch {
      (source, problem) = (nil, error.reason)
    }
  }

  /// What a check tells: of the distributions that its module is the main one of, and of those that have nothing but
  /// libraries for them; `nil` where it tells of none.
  func report(for check: CheckReport) -> LinksReport? {
    let told = distributions(of: check.module).filter { distribution in
      let teller = tellers[distribution] ?? check.target
      tellers[distribution] = teller
      return teller == check.target
    }
    let reports = told.map(report)
    guard let first = reports.first else { return nil }
    return reports.dropFirst().reduce(into: first) { $0.add($1) }
  }

  private func report(of distribution: InstalledDistribution) -> LinksReport {
    if let known = reports[distribution] { return known }
    guard let source else { return LinksReport(problem: problem) }
    var links = DistributionLinks(distribution, source)
    let report = links.report()
    reports[distribution] = report
    return report
  }

  /// Several of them share a name such as `nvidia` or `google`.
  private func distributions(of module: String) -> [InstalledDistribution] {
    let root = String(module.prefix { $0 != "." })
    let main = installed.owners(ofModule: root).filter { installed.mainModule(of: $0) == root }
    return main + main.flatMap { source?.libraries(for: $0) ?? [] }
  }
}

extension InstalledDistributions {
  /// The module that stands for a distribution: its namesake, else the first that is meant to be imported.
  func mainModule(of distribution: InstalledDistribution) -> String? {
    var leftOut: [LeftOutReport] = []
    let modules = InstalledModules.kept(topLevelModules(of: distribution), of: distribution, &leftOut)
    return modules.first { DistributionName($0) == distribution.key } ?? modules.first
  }
}
