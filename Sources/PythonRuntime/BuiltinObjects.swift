internal import CPython

/// None, the types that realimport asks about and what it prints tracebacks with, taken before any import: imported code
/// may put other things into the module `builtins` and empty `sys.modules`. The limited API has some of them as data,
/// which realimport does not link.
struct BuiltinObjects {
  /// So few that a look through them takes no longer than a dictionary, which must be put together first.
  private let objects: [(name: String, pointer: PythonPointer)]

  /// Each is kept for the life of the process. `BaseExceptionGroup` is absent before 3.11.
  init(_ library: PythonLibrary) {
    let functions = library.functions
    var objects: [(name: String, pointer: PythonPointer)] = []
    let add = { (name: String, pointer: PythonPointer?) in
      guard let pointer else { return functions.pointee.PyErr_Clear() }
      objects.append((name, pointer))
    }
    for name in Self.names {
      guard let builtins = functions.pointee.PyEval_GetBuiltins(),
        let key = PythonReference(
          owned: functions.pointee.PyUnicode_FromStringAndSize(name, name.utf8.count), library)
      else { continue }
      add(name, functions.pointee.PyObject_GetItem(builtins, key.pointer))
    }
    for (module, name) in Self.others {
      guard let module = PythonReference(owned: functions.pointee.PyImport_ImportModule(module), library) else {
        continue
      }
      add(name, functions.pointee.PyObject_GetAttrString(module.pointer, name))
    }
    add("sys", functions.pointee.PyImport_ImportModule("sys"))
    self.objects = objects
  }

  /// Of modules that Python itself has loaded by now.
  private static let others = [("io", "StringIO"), ("sys", "__excepthook__")]

  private static let names = [
    "None", "False", "str", "int", "AttributeError", "SyntaxError", "SystemExit", "BaseExceptionGroup",
    "dict", "exec", "Warning",
  ]

  subscript(name: String) -> PythonPointer? { objects.first { $0.name == name }?.pointer }
}
