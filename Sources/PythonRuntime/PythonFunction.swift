internal import CPython

/// Called with the name of an event and the tuple of what belongs to it (PEP 578).
typealias AuditHook = @convention(c) (UnsafePointer<CChar>?, PythonPointer?, UnsafeMutableRawPointer?) -> Int32

extension Python {
  private var c: CPythonEntryPoints { _read { yield library.functions.pointee } }

  /// A Python callable that calls Swift. It lives as long as the process, so its definition is never freed.
  func makeFunction(
    _ name: StaticString, _ body: @escaping @convention(c) (PythonPointer?, PythonPointer?) -> PythonPointer?
  ) -> PythonReference? {
    let definition = UnsafeMutablePointer<PyMethodDef>.allocate(capacity: 1)
    let text = UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    definition.initialize(to: PyMethodDef(ml_name: text, ml_meth: body, ml_flags: METH_VARARGS, ml_doc: nil))
    let pointer = c.PyCFunction_NewEx(definition, nil, nil)
    if pointer == nil { c.PyErr_Clear() }
    return PythonReference(owned: pointer, library)
  }

  /// For the life of the process.
  func addAuditHook(_ hook: @escaping AuditHook) {
    if c.PySys_AddAuditHook(hook, nil) != 0 { c.PyErr_Clear() }
  }

  /// The argument at `index` of a call; it belongs to the caller's tuple.
  func argument(_ index: Int, of arguments: PythonPointer?) -> PythonPointer? {
    guard let arguments, let value = c.PyTuple_GetItem(arguments, index) else {
      c.PyErr_Clear()
      return nil
    }
    return value
  }

  /// What a function without a result returns.
  func returnNone() -> PythonPointer? {
    guard let none = builtin("None") else { return nil }
    return none.release()
  }
}
