/// Which releases of CPython export a name of its C API. Before that it may have been a macro or an inline function: so was
/// `PyObject_CallOneArg` in 3.9 and 3.10.
package struct PythonAPI: Sendable, Equatable {
  /// The first minor version of Python 3 that has it, from 3.9 on; `nil`: all releases from 3.8 on did, until one removed it.
  package let addedIn: Int?
  /// The first minor version of Python 3 that has it no more.
  package let removedIn: Int?

  /// - Parameter name: As C has it: `Py_Version`.
  /// - Returns: `nil` for a name that all of 3.8 to 3.13 have, or none of them.
  package init?(_ name: String) {
    addedIn = Self.added[name]
    removedIn = Self.removed[name]
    if addedIn == nil, removedIn == nil { return nil }
  }

  private static let added = index(PythonAPITable.added)
  private static let removed = index(PythonAPITable.removed)

  private static func index(_ table: [(minor: Int, names: String)]) -> [String: Int] {
    var index: [String: Int] = [:]
    for (minor, names) in table {
      for name in names.split(whereSeparator: \.isWhitespace) { index[String(name)] = minor }
    }
    return index
  }
}
