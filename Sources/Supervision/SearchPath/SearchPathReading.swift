package import SystemCalls
package import SystemPackage

extension Interpreter {
  /// What `sys.path` is after start-up, as the files of this Python tell.
  ///
  /// - Parameters:
  ///   - environment: The variables that Python would be started with.
  ///   - workingFolder: Where relative entries of PYTHONPATH begin; absolute.
  package func searchPath(
    environment: ProcessEnvironment, workingFolder: FilePath = .currentDirectory()
  ) -> StaticSearchPath {
    var reading = SearchPathReading(self, PythonVariables(environment), workingFolder: workingFolder)
    reading.read()
    return reading.result
  }
}

/// Does what CPython does at start-up, in its order: Modules/getpath.py, then `main` of Lib/site.py.
struct SearchPathReading {
  private(set) var result: StaticSearchPath
  private let version: PythonVersion
  private let variables: PythonVariables
  private let workingFolder: FilePath
  private let installation: InstallationFolders
  private let rules: SiteRules
  private var known: Set<FilePath> = []

  /// A path file can name any number of folders.
  static let mostEntries = 10_000

  init(_ interpreter: Interpreter, _ variables: PythonVariables, workingFolder: FilePath) {
    version = interpreter.version
    self.variables = variables
    self.workingFolder = workingFolder
    installation = InstallationFolders(of: interpreter, variables)
    rules = SiteRules(in: installation.standardLibrary)
    let configuration = interpreter.configuration
    result = StaticSearchPath(
      prefix: configuration.map { $0.prefix(of: interpreter.executable) } ?? installation.prefix,
      basePrefix: installation.prefix, standardLibrary: installation.standardLibrary, configuration: configuration)
  }

  mutating func read() {
    for entry in variables.path { append(entry) }
    append(installation.archive)
    append(installation.standardLibrary)
    append(installation.extensionModules)
    if result.isVirtualEnvironment { appendSites(of: result.prefix) }
    appendUserSite()
    for prefix in prefixes { appendSites(of: prefix) }
    noteCustomization("sitecustomize")
    if usesUserSite { noteCustomization("usercustomize") }
    if !installation.isWhole { note(.noStandardLibrary(prefix: installation.prefix)) }
    for problem in result.configuration?.problems(running: version) ?? [] { note(problem) }
  }

  /// Whose site folders are seen beside an environment's own.
  private var prefixes: [FilePath] {
    let own = [installation.prefix, installation.execPrefix]
    return seesSystemSites ? own : []
  }

  private var seesSystemSites: Bool { result.configuration?.includesSystemSites ?? true }

  private var usesUserSite: Bool { seesSystemSites && variables.allowsUserSite }

  // MARK: Entries

  /// Makes it absolute and adds it, if it is new.
  ///
  /// - Parameter mustExist: Whether a file or folder has to be there.
  private mutating func append(_ path: FilePath, mustExist: Bool = false) {
    guard result.entries.count < Self.mostEntries else { return note(.tooManyEntries) }
    let path = workingFolder.pushing(path).lexicallyNormalized()
    guard !known.contains(path), !mustExist || path.exists else { return }
    known.insert(path)
    result.entries.append(path)
  }

  private mutating func note(_ problem: SearchPathProblem) {
    if !result.problems.contains(problem) { result.problems.append(problem) }
  }

  // MARK: Site folders

  private mutating func appendSites(of prefix: FilePath) {
    let folders = rules.siteFolders(
      of: prefix, version, installation.libraryFolder, inEnvironment: result.isVirtualEnvironment)
    for folder in folders where folder.isDirectory { appendSite(folder) }
  }

  private mutating func appendUserSite() {
    guard usesUserSite, let base = variables.userBase else { return }
    let folder = workingFolder.pushing(base).appending(FilePath("lib/python\(version)/site-packages").components)
    if folder.isDirectory { appendSite(folder) }
  }

  /// Python reads the path files of a folder that is named twice once more, which adds nothing.
  private mutating func appendSite(_ folder: FilePath) {
    append(folder)
    let folder = workingFolder.pushing(folder).lexicallyNormalized()
    guard !result.siteFolders.contains(folder) else { return }
    result.siteFolders.append(folder)
    let files = namesInFolder(folder).filter { name in
      name.string.hasSuffix(".pth") && !(rules.ignoresHiddenFiles && name.string.hasPrefix("."))
    }
    let names = files.map { FilePath(root: nil, [$0]).bytes }
    for name in names.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      read(pathFile: folder.appending(FilePath(bytes: name).components), in: folder)
    }
  }

  private mutating func read(pathFile file: FilePath, in folder: FilePath) {
    guard let bytes = readRegularFile(file, limit: PathFile.sizeLimit + 1) else {
      return note(.pathFileUnreadable(file))
    }
    let isCut = bytes.count > PathFile.sizeLimit
    if isCut { note(.pathFileCut(file)) }
    let content = PathFile(isCut ? bytes.droppingLastLine : bytes, readsUnicodeLines: rules.readsUnicodeLines)
    for line in content.lines {
      switch line {
      case .code(let number): noteCode(.pathFile(file, line: number))
      case .path(let path): append(folder.pushing(path), mustExist: true)
      }
    }
    if !content.isText { note(.pathFileNoText(file)) }
  }

  // MARK: Code

  private mutating func noteCode(_ code: StartUpCode) {
    guard result.startUpCode.count < Self.mostEntries else { return }
    result.startUpCode.append(code)
  }

  /// The first file that `import` would find by this name.
  private mutating func noteCustomization(_ module: String) {
    for entry in result.entries {
      for name in ["\(module)/__init__.py", "\(module).py"] {
        let file = entry.appending(FilePath(name).components)
        if file.exists { return noteCode(.module(file)) }
      }
    }
  }
}

extension EnvironmentConfiguration {
  /// `sys.prefix`: always the folder above that of the interpreter (Lib/site.py, `venv`), wherever the file lies.
  fileprivate func prefix(of executable: FilePath) -> FilePath {
    executable.lexicallyNormalized().removingLastComponent().removingLastComponent()
  }
}

extension [UInt8] {
  /// Without what follows the last line feed: part of a path is another path.
  fileprivate var droppingLastLine: [UInt8] {
    lastIndex(of: UInt8(ascii: "\n")).map { Array(self[..<$0]) } ?? []
  }
}
