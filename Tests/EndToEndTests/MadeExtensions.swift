import FoundationEssentials
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// Distributions with extension modules that are compiled for one test, in a folder for Python's search path.
final class MadeExtensions {
  private let folder: TestFolder
  var site: FilePath { folder.path.appending("site") }

  static let isPossible = FilePath("/usr/bin/gcc").exists

  init() throws { folder = try TestFolder() }

  /// - Parameters:
  ///   - name: Its path below ``site``.
  ///   - soname: What others that are linked against it will look for.
  ///   - libraries: Paths below ``site`` of what it is linked against.
  func library(
    _ name: String, _ source: String, soname: String? = nil, against libraries: [String] = [], runpath: String? = nil
  ) throws {
    let file = try folder.write(source, to: "sources/\(name).c")
    try folder.folder("site/" + FilePath(name).removingLastComponent().string)
    let output = site.appending(FilePath(name).components)
    let named = soname.map { ["-Wl,-soname,\($0)"] } ?? []
    let found = runpath.map { ["-Wl,--enable-new-dtags,-rpath,\($0)"] } ?? []
    let needed = libraries.map { site.appending(FilePath($0).components).string }
    let arguments = ["-shared", "-fPIC", "-nostdlib", "-o", output.string, file.string] + named + found + needed
    let result = try runCommand(Command(executable: "/usr/bin/gcc", arguments: arguments), timeout: .seconds(60))
    try #require(result.ending == .exited(0), "\(String(decoding: result.errorOutput, as: UTF8.self))")
  }

  /// The code of an extension module that calls one function; nobody imports it.
  static func module(_ name: String, calling function: String) -> String {
    "int \(function)(void); void *PyInit_\(name)(void) { return (void *)(long)\(function)(); }"
  }

  /// A package with this code, and the metadata that owns these files.
  func distribution(_ name: String, code: String = "", requires: [String] = [], files: [String] = []) throws {
    let information = "\(name)-1.0.dist-info"
    try folder.write(code, to: "site/\(name)/__init__.py")
    let required = requires.map { "Requires-Dist: \($0)\n" }.joined()
    try folder.write(
      "Metadata-Version: 2.1\nName: \(name)\nVersion: 1.0\n\(required)", to: "site/\(information)/METADATA")
    let owned = files + ["\(name)/__init__.py", "\(information)/METADATA", "\(information)/RECORD"]
    try folder.write(owned.map { "\($0),,\n" }.joined(), to: "site/\(information)/RECORD")
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: site.appending(FilePath(name).components).string)
  }

  /// Writes a file anew that stands there.
  func change(_ name: String, _ change: (inout [UInt8]) -> Void) throws {
    var bytes = try TestFolder.contents(of: site.appending(FilePath(name).components))
    change(&bytes)
    try folder.write(bytes, to: "site/\(name)")
  }
}
