internal import SystemCalls
internal import SystemPackage

/// A version as `--python` takes it: `3.12`, `3.12.1`, `3.13t`, with `python` before it or not.
struct WantedVersion {
  let text: String
  private let numbers: [Int]
  private let isFreeThreaded: Bool

  /// `nil` for what is no version, and so a path or the name of a program.
  init?(_ text: String) {
    let version = text.hasPrefix("python") ? text.dropFirst("python".count) : text[...]
    let digits = version.hasSuffix("t") ? version.dropLast() : version
    // Int would take a sign, too.
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "." }) else { return nil }
    let numbers = digits.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...3).contains(numbers.count), !numbers.contains(nil) else { return nil }
    self.text = String(version)
    self.numbers = numbers.compactMap(\.self)
    isFreeThreaded = version.hasSuffix("t")
  }

  var namesRelease: Bool { numbers.count == 3 }

  var isTooOld: Bool {
    numbers.lexicographicallyPrecedes([PythonVersion.oldest.major, PythonVersion.oldest.minor]) && numbers != [3]
  }

  func matches(_ version: PythonVersion) -> Bool {
    [version.major, version.minor].starts(with: numbers.prefix(2)) && version.isFreeThreaded == isFreeThreaded
  }

  func matches(release: String) -> Bool {
    release.split(separator: ".").map { Int($0) ?? -1 }.starts(with: numbers)
  }
}

/// Finds a Python by its version: the active environment, PATH, pyenv's and uv's installations, the system's folders.
struct VersionSearch {
  let search: InterpreterSearch
  let examination: InterpreterExamination

  func interpreter(_ wanted: WantedVersion) throws(InterpreterProblem) -> Interpreter {
    guard !wanted.isTooOld else { throw .versionTooOld(wanted.text) }
    var seen: Set<PythonVersion> = []
    var problem: InterpreterProblem?
    for path in candidates(wanted) {
      do throws(InterpreterProblem) {
        let found = try examination.interpreter(at: path, from: .option)
        if wanted.matches(found.version), try isRelease(wanted, found) { return found }
        seen.insert(found.version)
      } catch {
        // The version that was asked for is there but cannot be used: that is worth more than "not found".
        if case .noLibrary(_, let version) = error, wanted.matches(version) { problem = problem ?? error }
      }
    }
    throw problem ?? .noSuchVersion(wanted.text, seen: seen.sorted().map(\.description))
  }

  private func candidates(_ wanted: WantedVersion) -> [FilePath] {
    let active = ["VIRTUAL_ENV", "CONDA_PREFIX"].compactMap { search.environment[$0] }
      .filter { !$0.isEmpty }.map { FilePath(bytes: $0).appending("bin").appending("python") }
    let onPath = ["python\(wanted.text)", "python3", "python"].flatMap(search.programs)
    let installed = PythonInstallations(environment: search.environment).all()
      .map { $0.folder.appending("bin").appending("python3") }
    let system = ["/usr/bin", "/usr/local/bin"].map { FilePath($0).appending("python\(wanted.text)") }
    return active + onPath + installed + system
  }

  /// Whether a minor version is also the release that was asked for; where its files do not tell, it is started.
  private func isRelease(_ wanted: WantedVersion, _ found: Interpreter) throws(InterpreterProblem) -> Bool {
    guard wanted.namesRelease else { return true }
    if let release = found.release() { return wanted.matches(release: release.numbers) }
    let answer = try InterpreterAnswer(asking: found.executable, environment: search.environment)
    return wanted.matches(release: answer.version)
  }
}
