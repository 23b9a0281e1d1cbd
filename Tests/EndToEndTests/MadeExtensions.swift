import FoundationEssentials
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// Distributions with extension modules that are compiled for one test, in a folder for Python's search path.
final class MadeExtensions {
  private let folder: TestFolder
  /// No path that a report shows leads over links.
  let site: FilePath

  init() throws {
    folder = try TestFolder()
    site = try #require(try folder.folder("site").realPath())
  }

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
    try Compiler.library(output, of: file, ["-nostdlib", "-Wl,--no-as-needed"] + named + found + needed)
  }

  /// The code of an extension module that calls one function; nobody imports it.
  static func module(_ name: String, calling function: String) -> String {
    "int \(function)(void); void *PyInit_\(name)(void) { return (void *)(long)\(function)(); }"
  }

  /// The metadata that owns these files, and a package with this code.
  func distribution(
    _ name: String, code: String = "", package: Bool = true, requires: [String] = [], files: [String] = []
  ) throws {
    let information = "\(name)-1.0.dist-info"
    if package { try folder.write(code, to: "site/\(name)/__init__.py") }
    let required = requires.map { "Requires-Dist: \($0)\n" }.joined()
    try folder.write(
      "Metadata-Version: 2.1\nName: \(name)\nVersion: 1.0\n\(required)", to: "site/\(information)/METADATA")
    let code = package ? ["\(name)/__init__.py"] : []
    let owned = files + code + ["\(information)/METADATA", "\(information)/RECORD"]
    try folder.write(owned.map { "\($0),,\n" }.joined(), to: "site/\(information)/RECORD")
  }

  /// The metadata of a project that is imported where it lies: a package of its name in this folder below ``site``.
  func editable(_ name: String, in source: String) throws {
    let information = "\(name)-1.0.dist-info"
    let url = "file://\(site.appending(source).string)"
    try folder.write(#"{"url": "\#(url)", "dir_info": {"editable": true}}"#, to: "site/\(information)/direct_url.json")
    try folder.write("\(name)\n", to: "site/\(information)/top_level.txt")
    try folder.write("Metadata-Version: 2.1\nName: \(name)\nVersion: 1.0\n", to: "site/\(information)/METADATA")
    let files = ["METADATA", "RECORD", "direct_url.json", "top_level.txt"].map { "\(information)/\($0),,\n" }
    try folder.write(files.joined(), to: "site/\(information)/RECORD")
    try folder.write("", to: "site/\(source)/\(name)/__init__.py")
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
