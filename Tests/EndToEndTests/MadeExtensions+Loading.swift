import SystemCalls
import SystemPackage

/// Libraries without code, and packages that load them as torch does.
extension MadeExtensions {
  /// - Parameters:
  ///   - name: Its file, and its SONAME.
  ///   - needed: Another one, below ``site``, that it is linked with.
  @discardableResult
  func library(
    _ name: String, in place: String, needing needed: String? = nil, runpath: String? = nil
  ) throws -> FilePath {
    try library(
      "\(place)/\(name)", "int nothing;\n", soname: name, against: needed.map { [$0] } ?? [], runpath: runpath)
    return site.appending(place).appending(name)
  }

  /// A distribution with one package, which loads libraries below ``site``, and owns what lies in it.
  func distribution(
    _ name: String, loading libraries: [String], requiring: String? = nil, then code: String = ""
  ) throws {
    let loads = libraries.map { "ctypes.CDLL('\(site.appending($0).string)')\n" }.joined()
    let own = namesInFolder(site.appending(name)).map(\.string).filter { $0 != "lib" && $0 != "__init__.py" }.map {
      "\(name)/\($0)"
    }
    let below = namesInFolder(site.appending("\(name)/lib")).map(\.string).map { "\(name)/lib/\($0)" }
    try distribution(
      name, code: "import ctypes\n\(loads)\(code)\n", requires: requiring.map { [$0] } ?? [], files: own + below)
  }
}
