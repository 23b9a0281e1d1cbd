internal import SystemCalls
internal import SystemPackage

/// The environment variables that change Python's search path (CPython: "Command line and environment", Modules/getpath.py,
/// Lib/site.py). PYTHONPLATLIBDIR is left out: no distributor's Python needs it.
struct PythonVariables {
  /// The entries of PYTHONPATH; an empty one stands for the working folder.
  let path: [FilePath]
  /// PYTHONHOME: where the standard library and its extension modules are, instead of beside the interpreter.
  let home: (prefix: FilePath, execPrefix: FilePath)?
  let allowsUserSite: Bool
  /// What PYTHONUSERBASE names, else `~/.local`; `nil` without HOME, where Python would ask the user database.
  let userBase: FilePath?

  init(_ environment: ProcessEnvironment) {
    path =
      Self.text(environment["PYTHONPATH"]).map { text in
        text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map { FilePath(bytes: Array($0)) }
      } ?? []
    home = Self.text(environment["PYTHONHOME"]).map { text in
      let parts = text.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
      let folders = parts.map { FilePath(bytes: Array($0)) }
      return (folders.first ?? "", folders.last ?? "")
    }
    allowsUserSite = !Self.isSet(environment["PYTHONNOUSERSITE"])
    userBase =
      Self.text(environment["PYTHONUSERBASE"]).map { FilePath(bytes: $0) }
      ?? environment["HOME"].map { FilePath(bytes: $0 + Array("/.local".utf8)) }
  }

  /// Python takes a variable without a value for one that is not set.
  private static func text(_ value: [UInt8]?) -> [UInt8]? {
    value.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// `_Py_get_env_flag` of CPython's Python/preconfig.c: any text but the number zero.
  private static func isSet(_ value: [UInt8]?) -> Bool {
    text(value).map { Int(String(decoding: $0, as: UTF8.self)) != 0 } ?? false
  }
}
