import FoundationEssentials
import SharedObjects
import SystemCalls
import SystemPackage
import TestSupport

/// A library without any code, made by the system's compiler.
struct MadeLibrary: Sendable {
  /// Below the folder of the test.
  var file: String
  /// Files of libraries that were made before it.
  var needs: [String] = []
  var rpath: String?
  var runpath: String?
  /// `nil` for the file's own name, and empty for none: what links it then asks for the path that it was linked by.
  var soname: String?
  /// More arguments for the linker.
  var options: [String] = []

  init(
    _ file: String, needs: [String] = [], rpath: String? = nil, runpath: String? = nil, soname: String? = nil,
    options: [String] = []
  ) {
    (self.file, self.needs, self.rpath, self.runpath) = (file, needs, rpath, runpath)
    (self.soname, self.options) = (soname, options)
  }

  func make(in folder: TestFolder) throws {
    try folder.folder(FilePath(file).removingLastComponent().string)
    let name = soname ?? FilePath(file).lastComponent?.string ?? ""
    let paths =
      (rpath.map { ["--disable-new-dtags", "-rpath", $0] } ?? [])
      + (runpath.map { ["--enable-new-dtags", "-rpath", $0] } ?? [])
    let linker =
      ["--no-as-needed", "--allow-shlib-undefined"] + (name.isEmpty ? [] : ["-soname", name]) + paths + options
    let arguments =
      ["-shared", "-fPIC", "-nostdlib", "-x", "c", "/dev/null", "-x", "none", "-o", file]
      + linker.flatMap { ["-Xlinker", $0] } + needs
    try Compiler.run(arguments, in: folder.path)
  }
}

extension TestFolder {
  /// Changes bytes of a file.
  func overwrite(_ name: String, at offset: Int, with bytes: [UInt8]) throws {
    var contents = try TestFolder.contents(of: path.appending(FilePath(name).components))
    contents.replaceSubrange(offset..<(offset + bytes.count), with: bytes)
    try write(contents, to: name)
  }

  func truncate(_ name: String, to size: Int) throws {
    try write(Array(try TestFolder.contents(of: path.appending(FilePath(name).components)).prefix(size)), to: name)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path.appending(FilePath(name).components).string)
  }

  /// With the path of this folder in the place of `@`.
  func filling(_ text: String) -> String {
    text.split(separator: "@", omittingEmptySubsequences: false).joined(separator: path.string)
  }
}
