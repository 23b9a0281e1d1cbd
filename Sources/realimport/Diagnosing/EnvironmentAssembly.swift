import Diagnosis
import Probing
import PythonPackaging
import Reporting
import Supervision
import SystemCalls
import SystemPackage

/// The environment as the rules want it: of what the failure speaks of more than of the rest.
struct EnvironmentAssembly {
  private let diagnosing: Diagnosing
  private let failure: Failure
  private let installed: InstalledDistributions

  init(_ diagnosing: Diagnosing, failure: Failure) {
    self.diagnosing = diagnosing
    self.failure = failure
    installed = diagnosing.ownership.installed
  }

  func environment(modules: [String], defects: [InstallationDefect]) -> EnvironmentEvidence {
    let interpreter = diagnosing.interpreter
    let executable = PythonPath(interpreter.executable).description
    let version = diagnosing.version ?? "\(interpreter.version)"
    var environment = EnvironmentEvidence(
      python: PythonEvidence(
        version: version, minor: interpreter.version.major == 3 ? interpreter.version.minor : nil,
        executable: executable),
      installer: Installer(python: executable, isUV: installed.distribution(named: DistributionName("pip")) == nil))
    let tops = Set(modules.map { String($0.prefix { $0 != "." }) }).sorted()
    environment.owners = Dictionary(uniqueKeysWithValues: tops.compactMap(owners))
    environment.distributions = distributions(relevant: relevant(environment.owners))
    environment.conflicts = diagnosing.conflicts.map(Unfulfilled.init)
    let disputed = disputed(environment.conflicts)
    environment.defects = allDefects(defects, tops: tops, owners: environment.owners, disputed: disputed)
    environment.searchPath = diagnosing.ownership.searchPath.map { PythonPath($0).description }
    environment.workingDirectory = diagnosing.workingFolder.map { PythonPath($0).description }
    environment.leftOutModules = leftOut(tops)
    environment.variables = variables
    environment.relatedVariables = RelatedVariables(failure).values(in: diagnosing.environment)
    environment.repeatedVariables = RepeatedVariables(failure).values(in: diagnosing.environment)
    return environment
  }

  private func owners(of module: String) -> (String, [String])? {
    let owners = installed.owners(ofModule: module).map(\.name.text)
    return owners.isEmpty ? nil : (module, owners)
  }

  /// Those whose requirements may matter.
  private func relevant(_ owners: [String: [String]]) -> Set<DistributionName> {
    Set((failure.distributions + owners.values.flatMap { $0 }).map { DistributionName($0) })
  }

  private func distributions(relevant: Set<DistributionName>) -> [String: InstalledEvidence] {
    let pairs = installed.all.map { distribution in
      var evidence = InstalledEvidence(
        name: distribution.name.text, version: distribution.versionText,
        location: PythonPath(distribution.location).description)
      if relevant.contains(distribution.name) { addDetails(of: distribution, to: &evidence) }
      return (distribution.name.normalized, evidence)
    }
    return Dictionary(pairs) { first, _ in first }
  }

  private func addDetails(of distribution: InstalledDistribution, to evidence: inout InstalledEvidence) {
    evidence.requiresPython = distribution.requiresPython.map { "\($0)" }
    evidence.editableSource = distribution.editableSource.map { PythonPath($0).description }
    guard let markers = diagnosing.target?.markers else { return }
    let active = Set(distribution.activeRequirements(markers, extras: []))
    evidence.requirements = active.map { RequirementEvidence($0, extra: nil) }.sorted { $0.text < $1.text }
    for requirement in distribution.requirements where !active.contains(requirement) {
      guard let extra = requirement.extraAskedFor else { continue }
      evidence.requirements.append(RequirementEvidence(requirement, extra: extra))
    }
  }

  /// Distributions of which what is next to the failure requires another version.
  private func disputed(_ conflicts: [Unfulfilled]) -> [String] {
    let near = Set(failure.distributions.map { DistributionName($0) })
    return conflicts.filter { $0.kind == .version && near.contains(DistributionName($0.distribution)) }.map(\.required)
  }

  /// What the messages name of what is installed: a check of versions speaks of another distribution than its own.
  private var spokenOf: [String] {
    let words = failure.exceptions.flatMap { $0.message.prefix(Self.longestMessage).split { !$0.isPartOfName } }
    return Set(words.prefix(Self.mostWords)).compactMap {
      installed.distribution(named: DistributionName(String($0)))?.name.text
    }
  }

  /// What the code requires that does not find a file: the file may be one of theirs.
  private var required: [String] {
    let raisers = failure.exceptions.filter { $0.type == "FileNotFoundError" }.compactMap(\.raiser?.owner.distribution)
    guard let markers = diagnosing.target?.markers else { return [] }
    return raisers.compactMap { installed.distribution(named: DistributionName($0)) }.flatMap { raiser in
      raiser.activeRequirements(markers, extras: []).map(\.name.text)
    }
  }

  private static let longestMessage = 2000
  private static let mostWords = 200

  private func allDefects(
    _ defects: [InstallationDefect], tops: [String], owners: [String: [String]], disputed: [String]
  ) -> [Defect] {
    let named = Set(owners.values.flatMap { $0 } + disputed + spokenOf + required).sorted().compactMap {
      installed.distribution(named: DistributionName($0))
    }
    let remains = tops.filter { owners[$0] == nil }.flatMap(installed.defects(ofMissingModule:))
    var told: Set<InstallationDefect> = []
    return (defects + named.flatMap { installed.defects(of: $0) } + remains).filter { told.insert($0).inserted }
      .map(Defect.init)
  }

  /// Where PYTHONSAFEPATH keeps the working directory off the search path, what of it would be found there.
  private func leftOut(_ modules: [String]) -> Set<String> {
    guard diagnosing.environment["PYTHONSAFEPATH"]?.isEmpty == false else { return [] }
    let folder = FilePath.currentDirectory()
    return Set(modules.filter { folder.appending("\($0).py").exists || folder.appending($0).isDirectory })
  }

  private var variables: [String: String] {
    var variables: [String: String] = [:]
    for name in Self.variableNames {
      if let value = diagnosing.environment[name] { variables[name] = PythonPath(bytes: value).description }
    }
    return variables
  }

  /// Those that change what an import finds, or how Python runs it.
  private static let variableNames = [
    "PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "PYTHONSAFEPATH", "PYTHONNOUSERSITE", "PYTHONUSERBASE",
    "PYTHONWARNINGS", "PYTHONOPTIMIZE",
    "LD_LIBRARY_PATH", "LD_PRELOAD", "DYLD_LIBRARY_PATH", "CONDA_PREFIX", "VIRTUAL_ENV",
  ]
}

extension RequirementEvidence {
  init(_ requirement: Requirement, extra: String?) {
    self.init(
      text: requirement.statement, name: requirement.name.text, specifiers: requirement.specifiers.description,
      extra: extra)
  }
}

extension Requirement {
  /// The extra that its marker names: `extra == "http2"` as `packaging` writes it.
  fileprivate var extraAskedFor: String? {
    guard let text = marker?.description, let start = text.firstRange(of: "extra == \"") else { return nil }
    return String(text[start.upperBound...].prefix { $0 != "\"" })
  }
}

extension Character {
  /// Of a distribution (packaging.python.org, "Names and normalization"), without the dot that ends sentences.
  fileprivate var isPartOfName: Bool { isLetter || isNumber || self == "-" || self == "_" }
}
