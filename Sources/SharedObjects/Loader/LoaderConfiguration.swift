package import SystemCalls
package import SystemPackage

/// All that decides where the loader of one machine finds libraries, beside the objects themselves.
///
/// Made of facts that are handed in, so that a container's folder or a test's can be asked like this machine.
package struct LoaderConfiguration: Sendable {
  package let program: LoaderProgram
  package let files: LoaderFiles
  /// Where the process runs: what relative paths are below.
  package let workingFolder: FilePath
  /// LD_LIBRARY_PATH; `nil` where it is unset or empty, or ignored.
  package let libraryPath: [UInt8]?
  /// What is loaded before anything else: LD_PRELOAD, then `/etc/ld.so.preload`.
  package let preloads: [[UInt8]]
  /// `nil` where the loader has none, as musl.
  package let cache: LoaderCache?
  /// What keeps the loader from using the cache; a file that is not there is no problem.
  package let cacheProblem: CacheProblem?
  let acceptance: CacheAcceptance
  /// Folders with libraries for this processor, relative to each folder of a search path.
  let subfolders: [[UInt8]]
  let platform: [UInt8]?
  /// Of `/etc/ld.so.conf`, or of musl's path file.
  package let configuredFolders: [FilePath]

  /// - Parameters:
  ///   - interpreter: The loader that the program names (PT_INTERP).
  ///   - root: The folder that stands for `/`.
  ///   - environment: The variables of the process whose loader this is.
  ///   - isSecure: Whether the program runs with rights of another user (getauxval(3), AT_SECURE): no variable counts
  ///     then. Of LD_PRELOAD glibc still takes libraries of the system with the set-user-ID bit; these are left out.
  /// - Throws: ``ObjectProblem`` of the loader's own file.
  package init(
    interpreter: FilePath, root: FilePath = "/", environment: ProcessEnvironment, processor: ProcessorFeatures,
    workingFolder: FilePath, isSecure: Bool = false
  ) throws(ObjectProblem) {
    let place = root == "/" ? interpreter : root.appending(interpreter.components)
    program = try LoaderProgram(interpreter, at: place)
    files = LoaderFiles(root: root, for: program.kind)
    self.workingFolder = workingFolder
    let variables = isSecure ? ProcessEnvironment(entries: []) : environment
    libraryPath = variables["LD_LIBRARY_PATH"].flatMap { $0.isEmpty ? nil : $0 }
    preloads = PreloadList(program.family, variables["LD_PRELOAD"] ?? [], files).names
    (cache, cacheProblem) = Self.cache(program, files)
    let hardware = program.family == .musl ? .none : HardwareCapabilities(program, processor)
    acceptance = CacheAcceptance(program.kind, hardware)
    subfolders = hardware.folders
    platform = processor.platform(program.kind).map { Array($0.utf8) }
    configuredFolders = program.configuredFolders(files)
  }

  private static func cache(_ program: LoaderProgram, _ files: LoaderFiles) -> (LoaderCache?, CacheProblem?) {
    let path = files.place("/etc/ld.so.cache")
    guard program.family != .musl, path.exists else { return (nil, nil) }
    do throws(CacheProblem) {
      return (try LoaderCache(opening: path, program.kind.byteOrder), nil)
    } catch {
      return (nil, error)
    }
  }

  func tokens(origin: FilePath) -> TokenExpansion {
    TokenExpansion(origin: origin, library: program.libraryToken, platform: platform)
  }

  /// A path as the process sees it.
  func absolute(_ path: FilePath) -> FilePath { workingFolder.pushing(path) }
}

extension ProcessorFeatures {
  /// Of this machine.
  package static func current() -> ProcessorFeatures {
    ProcessorFeatures(cpuinfo: readSystemFile("/proc/cpuinfo", limit: 64 << 10) ?? [])
  }
}
