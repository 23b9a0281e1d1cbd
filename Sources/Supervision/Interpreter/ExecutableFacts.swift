internal import SystemCalls
internal import SharedObjects
internal import SystemPackage

/// What the file of an interpreter tells without being started.
struct ExecutableFacts {
  /// Links followed.
  let realPath: FilePath
  let kind: Kind

  enum Kind {
    /// An ELF program that needs this libpython.
    case dynamic(PythonVersion, DynamicSection)
    /// An ELF program that needs none; the version stands in its name, if anywhere.
    case selfContained(PythonVersion?)
    /// A script (pyenv's shims are), or a program that is no CPython by its name: only an answer can tell.
    case opaque
  }

  /// - Throws: What is wrong with the file itself.
  init(_ path: FilePath, from source: PythonSource) throws(InterpreterProblem) {
    switch path.linkTarget() {
    case .executable(let real): realPath = real
    case .other: throw .notExecutable(path)
    case .absent: throw .missing(path, source)
    case .dangling(let target): throw .dangling(path, target: target, environment: Self.environment(of: path))
    case .cycle: throw .dangling(path, target: path, environment: Self.environment(of: path))
    }
    kind = Self.kind(of: realPath)
  }

  /// The virtual environment whose `bin/python` this is.
  private static func environment(of path: FilePath) -> FilePath? {
    let folder = path.removingLastComponent().removingLastComponent()
    return folder.appending("pyvenv.cfg").exists ? folder : nil
  }

  private static func kind(of path: FilePath) -> Kind {
    guard let section = try? DynamicSection(opening: path) else { return .opaque }
    for name in section.needed.map({ String(decoding: $0, as: UTF8.self) }) {
      if name.hasPrefix("libpypy") { return .opaque }
      if let version = version(ofLibrary: name) { return .dynamic(version, section) }
    }
    let name = path.lastComponent?.string ?? ""
    return name.hasPrefix("python") ? .selfContained(PythonVersion(prefixOf: name.dropFirst("python".count))) : .opaque
  }

  /// `libpython3.11.so.1.0` is of 3.11; `libpython3.so` is of none.
  private static func version(ofLibrary name: String) -> PythonVersion? {
    guard name.hasPrefix("libpython") else { return nil }
    return PythonVersion(prefixOf: name.dropFirst("libpython".count))
  }
}
