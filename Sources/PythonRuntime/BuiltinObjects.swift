internal import CPython

/// None and the types that realimport asks about, taken before any import: imported code may put other things into the
/// module `builtins`. The limited API has them as data, which realimport does not link.
struct BuiltinObjects {
  private let objects: [String: PythonPointer]

  /// Each is kept for the life of the process. `BaseExceptionGroup` is absent before 3.11.
  init(_ library: PythonLibrary) {
    let functions = library.functions
    var objects: [String: PythonPointer] = [:]
    for name in Self.names {
      guard let builtins = functions.pointee.PyEval_GetBuiltins(),
        let key = PythonReference(
          owned: functions.pointee.PyUnicode_FromStringAndSize(name, name.utf8.count), library)
      else { continue }
      objects[name] = functions.pointee.PyObject_GetItem(builtins, key.pointer)
      if objects[name] == nil { functions.pointee.PyErr_Clear() }
    }
    self.objects = objects
  }

  private static let names = [
    "None", "str", "int", "AttributeError", "SyntaxError", "SystemExit", "BaseExceptionGroup",
  ]

  subscript(name: String) -> PythonPointer? { objects[name] }
}
