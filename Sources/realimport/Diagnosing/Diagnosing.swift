import Diagnosis
import Probing
import PythonPackaging
import Reporting
import Supervision
import SystemCalls
import SystemPackage

/// Collects what is known of a failed check and asks for its causes.
struct Diagnosing {
  let ownership: Ownership
  let conflicts: [ConflictReport]
  let interpreter: Interpreter
  /// As Python says it: `3.11.7`.
  let version: String?
  let environment: ProcessEnvironment
  /// Where Python looks first; `nil` where it does not.
  let workingFolder: FilePath?

  func diagnosis(of check: CheckReport) -> [DiagnosisReport] {
    Diagnosis.findings(in: evidence(of: check)).map(DiagnosisReport.init)
  }

  func evidence(of check: CheckReport) -> Evidence {
    var failure = FailureAssembly(check: check, ownership: ownership, owner: owner).failure
    failure.runtimeCopies = runtimeCopies(failure)
    var evidence = evidence(failure, defects: ownership.defects(for: check))
    var search = ModuleSearch(self)
    evidence.failure.soughtInVain = check.soughtModules.filter { name in
      !BuiltInModules.contains(name) && search.evidence(of: name).found == nil
    }
    return evidence
  }

  /// `OMP: Error #15: Initializing libiomp5.so, but found libomp.so already initialized.`
  private func runtimeCopies(_ failure: Failure) -> [OwnedFile] {
    guard let line = failure.output.split(separator: "\n").first(where: { $0.contains("OMP: Error #15") }) else {
      return []
    }
    let names = line.split(whereSeparator: { " ,".contains($0) }).filter { $0.contains(".so") }.map(String.init)
    return Set(names).sorted().flatMap { name in
      ownership.installed.all.flatMap { distribution in
        let paths = distribution.files?.paths(toNamesStartingWith: name) ?? []
        return paths.map { path in
          OwnedFile(
            path: PythonPath(distribution.location.pushing(FilePath(path)).lexicallyNormalized()).description,
            distribution: OwningDistribution(name: distribution.name.text, version: distribution.versionText))
        }
      }
    }
  }

  /// The same for a failure that was seen elsewhere, compared with this environment.
  func evidence(_ failure: Failure, defects: [InstallationDefect] = []) -> Evidence {
    let modules = failure.modules
    let environment = EnvironmentAssembly(self, failure: failure).environment(modules: modules, defects: defects)
    var evidence = Evidence(failure: failure, environment: environment)
    var names = NameSearch(self)
    if var exception = failure.exception {
      names.addOrigins(to: &exception)
      evidence.failure.exception = exception
    }
    var search = ModuleSearch(self)
    for name in modules + environment.modules(ofFrames: failure) where evidence.modules[name] == nil {
      evidence.modules[name] = search.evidence(of: name)
    }
    let altered = evidence.filesNextToFailure.compactMap { ownership.installed.alteration(of: FilePath($0)) }
    evidence.environment?.defects += altered.map(Defect.init) + failure.loader.compactMap(absentLibrary)
    return evidence
  }

  /// A library that nobody finds though the distribution that needs it lists it itself.
  private func absentLibrary(_ explanation: LoaderExplanation) -> Defect? {
    guard explanation.kind == .missingLibrary, let library = explanation.library, let name = explanation.distribution,
      let owner = ownership.installed.distribution(named: DistributionName(name)),
      let path = owner.files?.paths(toNamesStartingWith: library).first(where: {
        FilePath($0).lastComponent?.string == library && !owner.location.pushing(FilePath($0)).exists
      })
    else { return nil }
    return Defect(.neededFileMissing, [name], "\(path) is in the list of files of \(name) and is not there")
  }

  var target: TargetPython? { TargetPython(interpreter, version: version) }

  /// Who wrote a file of a traceback.
  func owner(of file: String, distribution: String?) -> Frame.Owner {
    if let distribution { return .distribution(distribution) }
    if file.hasPrefix("<") { return .interpreter }
    let path = FilePath(file).lexicallyNormalized()
    // Code that was compiled elsewhere names a file of that place.
    guard path.isAbsolute else { return .stray }
    if places.standard.contains(where: path.starts), !path.isInSiteFolder { return .standardLibrary }
    return path.isInSiteFolder ? .stray : .local
  }

  var places: SearchPlaces {
    SearchPlaces(path: ownership.searchPath, workingFolder: workingFolder, environment: environment)
  }
}

/// What the entries of a search path are.
struct SearchPlaces {
  /// In the order in which Python looks.
  let entries: [(folder: FilePath, place: ModuleEvidence.Place)]
  /// Folders of Python's own library.
  let standard: [FilePath]

  init(path: [FilePath], workingFolder: FilePath?, environment: ProcessEnvironment) {
    let dynamic = path.filter { $0.lastComponent?.string == "lib-dynload" }
    let standard = dynamic + dynamic.map { $0.removingLastComponent() }
    let variable = environment["PYTHONPATH"].map {
      $0.split(separator: UInt8(ascii: ":")).map { FilePath(bytes: Array($0)).lexicallyNormalized() }
    }
    let pythonPath = Set(variable ?? [])
    let own = workingFolder.map { [(folder: $0, place: ModuleEvidence.Place.workingDirectory)] } ?? []
    entries =
      own
      + path.map { folder in
        let folder = folder.lexicallyNormalized()
        let place: ModuleEvidence.Place =
          if pythonPath.contains(folder) { .pythonPath } else if standard.contains(folder) {
            .standardLibrary
          } else if folder
            .isInSiteFolder
          { .site } else { .other }
        return (folder, place)
      }
    self.standard = standard
  }
}

extension FilePath {
  var isInSiteFolder: Bool {
    components.contains { $0.string == "site-packages" || $0.string == "dist-packages" }
  }
}

extension EnvironmentEvidence {
  /// The modules at the top whose code is next to the failure.
  fileprivate func modules(ofFrames failure: Failure) -> [String] {
    let frames = failure.allExceptions.flatMap { $0.frames.suffix(Self.framesNextToFailure) }
    return Set(frames.compactMap { topLevel(of: $0.file) }.filter { !$0.isEmpty }).sorted()
  }

  private static let framesNextToFailure = 6
}
