import SystemCalls
import SystemPackage
import TestSupport

/// Distributions with shared libraries that are compiled for one test.
struct MadeLibraries {
  private let folder: TestFolder
  /// What stands on Python's search path.
  let site: FilePath

  static let compiler: FilePath? = ["/usr/bin/cc", "/usr/bin/gcc", "/usr/bin/clang"].map { FilePath($0) }
    .first(where: \.exists)

  init() throws {
    folder = try TestFolder()
    // No path that a report shows leads over links.
    guard let path = try folder.folder("site").realPath() else { throw Errno.noSuchFileOrDirectory }
    site = path
  }

  /// - Parameters:
  ///   - name: Its file, and its SONAME.
  ///   - needed: Another one, below ``site``, that it is linked with.
  @discardableResult
  func library(
    _ name: String, in place: String, needing needed: String? = nil, runpath: String? = nil
  ) throws -> FilePath {
    let directory = try folder.folder("site/\(place)")
    let source = try folder.write("int nothing;\n", to: "nothing.c")
    let file = directory.appending(name)
    let links = needed.map { ["-Wl,--no-as-needed", site.appending($0).string] } ?? []
    let paths = runpath.map { ["-Wl,--enable-new-dtags", "-Wl,-rpath,\($0)"] } ?? []
    let command = Command(
      executable: Self.compiler ?? "cc",
      arguments: ["-shared", "-fPIC", "-nostdlib", "-Wl,-soname,\(name)", "-o", file.string, source.string] + links
        + paths)
    let result = try runCommand(command, timeout: .seconds(60))
    guard result.ending == .exited(0) else {
      throw CannotCompile(reason: String(decoding: result.errorOutput, as: UTF8.self))
    }
    return file
  }

  struct CannotCompile: Error {
    var reason: String
  }

  /// A distribution with one package, which loads libraries below ``site`` as torch does, and owns what lies in it.
  func distribution(
    _ name: String, loading libraries: [String], requiring: String? = nil, then code: String = ""
  ) throws {
    let loads = libraries.map { "ctypes.CDLL('\(site.appending($0).string)')\n" }.joined()
    let information = "\(name)-1.0.dist-info"
    let requirement = requiring.map { "Requires-Dist: \($0)\n" } ?? ""
    try folder.write("import ctypes\n\(loads)\(code)\n", to: "site/\(name)/__init__.py")
    try folder.write(
      "Metadata-Version: 2.1\nName: \(name)\nVersion: 1.0\n\(requirement)", to: "site/\(information)/METADATA")
    let own = namesInFolder(site.appending(name)).map(\.string).map { "\(name)/\($0)" }
    let below = namesInFolder(site.appending("\(name)/lib")).map(\.string).map { "\(name)/lib/\($0)" }
    let files = own + below + ["\(information)/METADATA", "\(information)/RECORD"]
    try folder.write(files.map { "\($0),,\n" }.joined(), to: "site/\(information)/RECORD")
  }
}
