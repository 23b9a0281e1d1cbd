import Probing
import PythonPackaging
import Reporting
import SharedObjects
import Supervision
import SystemCalls
import SystemPackage

/// What is known of the environment that is checked: its files say it beforehand, and a worker has the last word.
final class KnownEnvironment {
  private let interpreter: Interpreter
  private let environment: ProcessEnvironment
  /// What the files tell, read while Python starts.
  private var prepared: Ownership?
  /// As soon as a worker has told its search path.
  private(set) var ownership: Ownership?
  private(set) var conflicts: EnvironmentConflicts?
  /// What is wrong with the search path, such as a virtual environment whose Python is another one now.
  private(set) var searchPathProblems: [WarningReport] = []
  /// The link check; `nil` until a worker has told its search path.
  private(set) lazy var links: EnvironmentLinks? = makeLinks()
  /// As Python says it.
  private var version: String?
  private var facts: InterpreterFacts?
  private var survey: ObjectSurvey?
  private var assemblies: [[String: String]: LoadedAssembly] = [:]
  private var loaders: [[String: String]: LoaderAssembly] = [:]

  init(_ interpreter: Interpreter, environment: ProcessEnvironment) {
    self.interpreter = interpreter
    self.environment = environment
  }

  /// Reads what the report needs of the environment's files, so that the end of the import need not wait for it.
  func prepare() {
    let path = interpreter.searchPath(environment: environment)
    searchPathProblems = path.problems.map(WarningReport.init)
    let prepared = Ownership(searchPath: path.entries)
    self.prepared = prepared
    conflicts = findConflicts(prepared)
  }

  /// Start-up code may have changed what files tell of the search path; then the worker is right.
  func ownership(_ observation: Observation) -> Ownership {
    if let ownership { return ownership }
    facts = observation.interpreter
    version = facts?.version
    let path = observation.searchPath
    if let prepared, prepared.searchPath == path {
      ownership = prepared
      return prepared
    }
    let told = Ownership(searchPath: path)
    ownership = told
    conflicts = findConflicts(told)
    return told
  }

  /// - Parameter variables: What the process has beside those of all.
  func loaded(_ observation: Observation, _ variables: [String: String]) -> LoadedAssembly {
    if let known = assemblies[variables] { return known }
    let survey = survey ?? ObjectSurvey(ownership(observation), observation.interpreter)
    self.survey = survey
    let assembly = LoadedAssembly(survey, variables: environment.setting(variables))
    assemblies[variables] = assembly
    return assembly
  }

  /// What explains the loader's words; `nil` until a worker has told.
  /// - Parameter variables: What the process had beside those of all.
  func loader(_ variables: [String: String]) -> LoaderAssembly? {
    guard let ownership else { return nil }
    if let known = loaders[variables] { return known }
    let all = environment.setting(variables)
    let source = LoaderFactsSource(
      ownership.installed, try? LinkMap(interpreter, environment: all), variables: all,
      markers: MarkerEnvironment(interpreter, version: version), pythonMinor: minorVersion,
      prefixes: facts.map { [$0.prefix.filePath, $0.basePrefix.filePath] } ?? [])
    let assembly = LoaderAssembly(source: source)
    loaders[variables] = assembly
    return assembly
  }

  private var minorVersion: Int? {
    version.flatMap { $0.split(separator: ".").dropFirst().first }.flatMap { Int($0) }
  }

  /// `nil` until a worker has told.
  var judge: RequirementJudge? {
    ownership.map {
      RequirementJudge(installed: $0.installed, markers: MarkerEnvironment(interpreter, version: version))
    }
  }

  /// What is asked why something failed; `nil` before anything is known. What a worker told counts more than files.
  func diagnosing(usesSafePath: Bool) -> Diagnosing? {
    (ownership ?? prepared).map {
      Diagnosing(
        ownership: $0, conflicts: conflicts?.reports ?? [], interpreter: interpreter, version: version,
        environment: environment, workingFolder: usesSafePath || keepsSafePath ? nil : .currentDirectory())
    }
  }

  /// Whether a variable keeps the working directory off the search path, as it does from Python 3.11 on.
  private var keepsSafePath: Bool {
    environment["PYTHONSAFEPATH"]?.isEmpty == false && minorVersion.map { $0 >= 11 } ?? false
  }

  /// What was found to be wrong with the metadata of distributions, as far as it was read.
  var problems: [WarningReport] { ((ownership ?? prepared)?.installed.problems ?? []).map(WarningReport.init) }

  private func makeLinks() -> EnvironmentLinks? {
    guard let ownership, let python = TargetPython(interpreter, version: version) else { return nil }
    return EnvironmentLinks(interpreter, ownership.installed, python, environment)
  }

  private func findConflicts(_ ownership: Ownership) -> EnvironmentConflicts? {
    TargetPython(interpreter, version: version).map { EnvironmentConflicts(ownership.installed, python: $0) }
  }
}

extension Observation {
  /// What the worker told of it, without the working directory, which stands there as an empty name.
  var searchPath: [FilePath] { (interpreter?.path ?? []).filter { !$0.bytes.isEmpty }.map(\.filePath) }
}
