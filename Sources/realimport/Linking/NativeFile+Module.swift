import PythonPackaging
import SharedObjects
import SystemCalls
import SystemPackage

extension NativeFile {
  /// As a loader knows a library that has no SONAME.
  var soname: [UInt8] { Array((path.lastComponent?.string ?? "").utf8) }

  /// Whether it has the function by which Python makes a module of it (PEP 489, "Export Hook Name"); what cannot be read
  /// is one where its tag says so.
  var isExtensionModule: Bool {
    guard let tag, let module else { return false }
    guard let object = try? ObjectFile(opening: path) else { return tag != .untagged }
    let name = module.split(separator: ".").last.map(String.init) ?? module
    // Names beyond ASCII stand there in Punycode, and their files are taken at their word.
    guard name.utf8.allSatisfy({ $0 < 0x80 }), let function = try? SymbolName("PyInit_\(name)") else { return true }
    return object.definition(of: function) != nil
  }
}
