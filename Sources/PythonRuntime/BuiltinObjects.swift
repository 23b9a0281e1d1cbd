internal import CPython

/// None, the types that realimport asks about and what it prints tracebacks with, taken before any import: imported code
/// may put other things into the module `builtins` and empty `sys.modules`. The limited API has some of them as data,
/// which realimport does not link.
struct BuiltinObjects {
  /// In the order of the names, which are so few that a look through them takes no longer than a dictionary; each is kept
  /// for the life of the process. Memory of its own: the type of an array would have to be put together first.
  private let objects: UnsafeMutableBufferPointer<PythonPointer?>

  /// `BaseExceptionGroup` is absent before 3.11.
  private static let names = [
    "None", "False", "str", "int", "AttributeError", "SyntaxError", "SystemExit", "BaseExceptionGroup",
    "dict", "exec", "Warning", "StringIO", "__excepthook__", "sys",
  ]

  init(_ library: PythonLibrary) {
    objects = .allocate(capacity: Self.names.count)
    objects.initialize(repeating: nil)
    for (index, name) in Self.names.enumerated() {
      objects[index] = Self.object(name, library)
      if objects[index] == nil { library.functions.pointee.PyErr_Clear() }
    }
  }

  /// Of modules that Python itself has loaded by now.
  private static func object(_ name: String, _ library: PythonLibrary) -> PythonPointer? {
    switch name {
    case "sys": library.functions.pointee.PyImport_ImportModule("sys")
    case "__excepthook__": attribute(name, of: "sys", library)
    case "StringIO": attribute(name, of: "io", library)
    default: builtin(name, library)
    }
  }

  private static func attribute(_ name: String, of module: String, _ library: PythonLibrary) -> PythonPointer? {
    let functions = library.functions
    guard let module = PythonReference(owned: functions.pointee.PyImport_ImportModule(module), library) else {
      return nil
    }
    return functions.pointee.PyObject_GetAttrString(module.pointer, name)
  }

  private static func builtin(_ name: String, _ library: PythonLibrary) -> PythonPointer? {
    let functions = library.functions
    guard let builtins = functions.pointee.PyEval_GetBuiltins(),
      let key = PythonReference(owned: functions.pointee.PyUnicode_FromStringAndSize(name, name.utf8.count), library)
    else { return nil }
    return functions.pointee.PyObject_GetItem(builtins, key.pointer)
  }

  subscript(name: String) -> PythonPointer? {
    Self.names.firstIndex(of: name).flatMap { objects[$0] }
  }
}
