internal import CPython
internal import Probing

/// The running interpreter, as far as realimport needs it. Every C function is called in one place.
///
/// Reading methods give `nil` where Python raised and forget that exception: they look at objects of foreign code,
/// where any property may raise.
struct Python {
  let library: PythonLibrary
  private let builtins: BuiltinObjects

  /// Only in a running interpreter, before the first import.
  init(_ library: PythonLibrary) {
    self.library = library
    builtins = BuiltinObjects(library)
  }

  private var c: CPythonEntryPoints { _read { yield library.functions.pointee } }

  // MARK: Names

  /// One of the objects of ``BuiltinObjects``.
  func builtin(_ name: String) -> PythonReference? {
    PythonReference(borrowed: builtins[name], library)
  }

  func sys(_ name: String) -> PythonReference? {
    PythonReference(borrowed: c.PySys_GetObject(name), library)
  }

  /// What `sys.modules` holds under this name, without importing anything.
  func loadedModule(_ name: String) -> PythonReference? {
    guard let name = string(name) else { return nil }
    return new(c.PyImport_GetModule(name.pointer))
  }

  /// Uses a module of the interpreter's own without leaving a trace: imported code finds `sys.modules` as ever.
  func withModule(_ name: String, _ body: (borrowing PythonReference) -> Void) {
    let wasLoaded = loadedModule(name) != nil
    guard case .value(let module) = importModule(name) else { return }
    body(module)
    if !wasLoaded { forgetModule(name) }
  }

  private func forgetModule(_ name: String) {
    guard let modules = PythonReference(borrowed: c.PyImport_GetModuleDict(), library),
      let pop = attribute("pop", of: modules), let name = string(name)
    else { return }
    call(pop, name)
  }

  /// `sys.path` as it stands now.
  func searchPath() -> [PythonPath] {
    guard let path = sys("path") else { return [] }
    return (0..<count(path)).compactMap { index in
      guard let entry = element(index, of: path) else { return nil }
      return self.path(of: entry)
    }
  }

  var loadedModuleCount: Int {
    guard let modules = PythonReference(borrowed: c.PyImport_GetModuleDict(), library) else { return 0 }
    return count(modules)
  }

  /// The namespace that `python -c` runs its text in.
  var mainNamespace: PythonReference? {
    guard let main = PythonReference(borrowed: c.PyImport_AddModule("__main__"), library) else { return nil }
    return PythonReference(borrowed: c.PyModule_GetDict(main.pointer), library)
  }

  // MARK: Parts of objects

  func attribute(_ name: String, of object: borrowing PythonReference) -> PythonReference? {
    new(c.PyObject_GetAttrString(object.pointer, name))
  }

  /// Like ``attribute(_:of:)``, without the attributes that are None.
  func present(_ name: String, of object: borrowing PythonReference) -> PythonReference? {
    guard let value = attribute(name, of: object), !isNone(value) else { return nil }
    return value
  }

  func item(_ key: String, of mapping: borrowing PythonReference) -> PythonReference? {
    guard let key = string(key) else { return nil }
    return new(c.PyObject_GetItem(mapping.pointer, key.pointer))
  }

  func element(_ index: Int, of sequence: borrowing PythonReference) -> PythonReference? {
    new(c.PySequence_GetItem(sequence.pointer, index))
  }

  /// How many elements an object has; 0 for one that has no length.
  func count(_ object: borrowing PythonReference) -> Int {
    let size = c.PyObject_Size(object.pointer)
    if size < 0 { c.PyErr_Clear() }
    return max(size, 0)
  }

  func type(of object: borrowing PythonReference) -> PythonReference? {
    new(c.PyObject_Type(object.pointer))
  }

  func isNone(_ object: borrowing PythonReference) -> Bool {
    builtins["None"] == object.pointer
  }

  func isInstance(_ object: borrowing PythonReference, of builtinName: String) -> Bool {
    guard let type = builtin(builtinName) else { return false }
    return isInstance(object, ofType: type)
  }

  /// By the real type, as CPython's own handling of exceptions asks: `__class__` may lie, and `__instancecheck__` may
  /// run anything.
  func isInstance(_ object: borrowing PythonReference, ofType type: borrowing PythonReference) -> Bool {
    guard let own = self.type(of: object) else { return false }
    return c.PyType_IsSubtype(OpaquePointer(own.pointer), OpaquePointer(type.pointer)) != 0
  }

  // MARK: Changes

  @discardableResult
  func setAttribute(_ name: String, of object: borrowing PythonReference, to value: borrowing PythonReference) -> Bool {
    succeeded(c.PyObject_SetAttrString(object.pointer, name, value.pointer))
  }

  @discardableResult
  func setItem(_ key: String, of mapping: borrowing PythonReference, to value: borrowing PythonReference) -> Bool {
    guard let key = string(key) else { return false }
    return succeeded(c.PyObject_SetItem(mapping.pointer, key.pointer, value.pointer))
  }

  func setElement(_ index: Int, of sequence: borrowing PythonReference, to value: borrowing PythonReference) {
    succeeded(c.PySequence_SetItem(sequence.pointer, index, value.pointer))
  }

  func removeElement(_ index: Int, of sequence: borrowing PythonReference) {
    succeeded(c.PySequence_DelItem(sequence.pointer, index))
  }

  @discardableResult private func succeeded(_ status: Int32) -> Bool {
    if status < 0 { c.PyErr_Clear() }
    return status >= 0
  }

  private func new(_ pointer: PythonPointer?) -> PythonReference? {
    if pointer == nil { c.PyErr_Clear() }
    return PythonReference(owned: pointer, library)
  }
}
