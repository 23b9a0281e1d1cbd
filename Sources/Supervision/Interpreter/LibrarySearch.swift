internal import SystemCalls
internal import SharedObjects
internal import SystemPackage

/// Finds the libpython that belongs to an interpreter.
struct LibrarySearch {
  let environment: ProcessEnvironment
  let version: PythonVersion

  /// `libpython3.11.so.1.0` of an installation; the name without a number comes with its headers.
  private var names: [FilePath.Component] {
    ["libpython\(version).so.1.0", "libpython\(version).so"].compactMap { FilePath.Component($0) }
  }

  /// What the dynamic loader would take for the interpreter itself (ld.so(8)): DT_RPATH unless there is a DT_RUNPATH,
  /// LD_LIBRARY_PATH, DT_RUNPATH, the system's folders. Beside its `bin` as a last resort.
  func needed(by section: DynamicSection, of executable: FilePath) -> FilePath? {
    let name = section.needed.map(FilePath.init(bytes:)).first { path in
      path.lastComponent.map(names.contains) ?? false
    }
    guard let file = name?.lastComponent else { return nil }
    let rpath = section.runpath == nil ? folders(section.rpath, executable) : []
    let loaded = rpath + folders(environment["LD_LIBRARY_PATH"], executable) + folders(section.runpath, executable)
    return first(in: (loaded + Self.systemFolders + besides(executable)), [file])
  }

  /// The library beside an interpreter that does not need it itself.
  func beside(_ executables: [FilePath]) -> FilePath? {
    first(in: executables.flatMap(besides), names)
  }

  /// Any other libpython of this version: pyenv's and uv's installations and the system's folders.
  func borrowed() -> FilePath? {
    let installed = PythonInstallations(environment: environment).all().filter { $0.version == version }
      .map { $0.folder.appending("lib") }
    return first(in: installed + Self.systemFolders, names)
  }

  /// `lib` beside `bin`, and Debian's folder for this kind of machine in it.
  private func besides(_ executable: FilePath) -> [FilePath] {
    let library = executable.parent.parent.appending("lib")
    return [library] + (Self.multiarch.map { [library.appending($0)] } ?? [])
  }

  private static let multiarch = Machine.architecture().map { "\($0)-linux-gnu" }

  private static var systemFolders: [FilePath] {
    let debian = multiarch.map { ["/usr/lib/\($0)", "/lib/\($0)"] } ?? []
    return (debian + ["/lib64", "/usr/lib64", "/lib", "/usr/lib", "/usr/local/lib"]).map { FilePath($0) }
  }

  private func first(in folders: [FilePath], _ names: [FilePath.Component]) -> FilePath? {
    for folder in folders {
      for name in names {
        let path = folder.appending(name)
        if path.exists { return path }
      }
    }
    return nil
  }

  /// A list of folders as the loader reads it, with `$ORIGIN` for the folder of the program.
  private func folders(_ list: [UInt8]?, _ executable: FilePath) -> [FilePath] {
    let origin = executable.removingLastComponent().bytes
    return (list ?? []).split(separator: UInt8(ascii: ":")).map { entry in
      for word in ["$ORIGIN", "${ORIGIN}"] where entry.starts(with: word.utf8) {
        return FilePath(bytes: origin + entry.dropFirst(word.utf8.count))
      }
      return FilePath(bytes: Array(entry))
    }
  }
}
