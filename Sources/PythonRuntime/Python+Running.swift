internal import CPython

extension Python {
  private var c: CPythonEntryPoints { _read { yield library.functions.pointee } }

  /// Runs text as the whole of a `python -c` program: in `__main__`, from a file named `<string>`.
  func run(_ text: String) -> Evaluation {
    evaluate(text, as: Py_file_input)
  }

  /// What an expression comes to in `__main__`.
  func value(of expression: String) -> Evaluation {
    evaluate(expression, as: Py_eval_input)
  }

  private func evaluate(_ text: String, as start: Int32) -> Evaluation {
    guard let namespace = mainNamespace,
      let code = PythonReference(owned: c.Py_CompileString(text, "<string>", start), library)
    else { return .raised(fetchRaised()) }
    return evaluation(c.PyEval_EvalCode(code.pointer, namespace.pointer, namespace.pointer))
  }

  /// As `if` asks; `nil` where asking raised, which ``fetchRaised()`` tells then.
  func isTrue(_ object: borrowing PythonReference) -> Bool? {
    let answer = c.PyObject_IsTrue(object.pointer)
    return answer < 0 ? nil : answer != 0
  }

  func importModule(_ name: String) -> Evaluation {
    evaluation(c.PyImport_ImportModule(name))
  }

  func lookUp(_ name: String, in object: borrowing PythonReference) -> Evaluation {
    evaluation(c.PyObject_GetAttrString(object.pointer, name))
  }

  func string(of object: borrowing PythonReference) -> Evaluation {
    evaluation(c.PyObject_Str(object.pointer))
  }

  /// Calls with one argument or none; `nil` where the call raised.
  @discardableResult
  func call(_ function: borrowing PythonReference) -> PythonReference? {
    answer(c.PyObject_CallObject(function.pointer, nil))
  }

  @discardableResult
  func call(_ function: borrowing PythonReference, _ argument: consuming PythonReference) -> PythonReference? {
    call(function, owned: [argument.release()])
  }

  @discardableResult
  func call(
    _ function: borrowing PythonReference, _ first: consuming PythonReference, _ second: consuming PythonReference
  ) -> PythonReference? {
    call(function, owned: [first.release(), second.release()])
  }

  @discardableResult
  func call(
    _ function: borrowing PythonReference, _ first: consuming PythonReference,
    _ second: consuming PythonReference, _ third: consuming PythonReference
  ) -> PythonReference? {
    call(function, owned: [first.release(), second.release(), third.release()])
  }

  private func call(_ function: borrowing PythonReference, owned arguments: [PythonPointer]) -> PythonReference? {
    guard let tuple = tuple(owned: arguments) else { return nil }
    return answer(c.PyObject_CallObject(function.pointer, tuple.pointer))
  }

  /// The tuple takes its elements over.
  private func tuple(owned elements: [PythonPointer]) -> PythonReference? {
    guard let tuple = answer(c.PyTuple_New(elements.count)) else { return nil }
    for (index, element) in elements.enumerated() { _ = c.PyTuple_SetItem(tuple.pointer, index, element) }
    return tuple
  }

  /// A filter as `warnings.filterwarnings` would make it: for any category, module and line, with an object of its own
  /// in place of the compiled pattern for the message.
  func warningFilter(matching match: borrowing PythonReference) -> PythonReference? {
    guard let implementation = sys("implementation"), let namespace = type(of: implementation),
      let pattern = call(namespace), setAttribute("match", of: pattern, to: match), let action = string("default"),
      let category = builtin("Warning"), let module = builtin("None"), let line = integer(0)
    else { return nil }
    return tuple(
      owned: [action.release(), pattern.release(), category.release(), module.release(), line.release()])
  }

  /// The pending exception as one normalised object with its traceback, and no exception pending any more.
  ///
  /// PyErr_GetRaisedException would do the same since 3.12; this older way works in every version.
  func fetchRaised() -> PythonReference? {
    var type: PythonPointer?
    var value: PythonPointer?
    var traceback: PythonPointer?
    c.PyErr_Fetch(&type, &value, &traceback)
    c.PyErr_NormalizeException(&type, &value, &traceback)
    _ = PythonReference(owned: type, library)
    let place = PythonReference(owned: traceback, library)
    guard let raised = PythonReference(owned: value, library) else { return nil }
    if let place { _ = c.PyException_SetTraceback(raised.pointer, place.pointer) }
    return raised
  }

  /// Looks at the pending exception and leaves it pending.
  func inspectRaised(_ body: (borrowing PythonReference) -> Void) {
    guard let exception = fetchRaised() else { return }
    body(exception)
    let traceback = present("__traceback__", of: exception)
    let type = type(of: exception)
    c.PyErr_Restore(type?.release(), exception.release(), traceback?.release())
  }

  /// Calls a function with the very arguments that stand-in for it was called with.
  /// - Returns: A new reference, or NULL with the exception still pending, as the caller must return it.
  func pass(_ arguments: PythonPointer?, to function: PythonPointer?) -> PythonPointer? {
    guard let function else { return nil }
    return c.PyObject_CallObject(function, arguments)
  }

  private func evaluation(_ pointer: PythonPointer?) -> Evaluation {
    guard let value = PythonReference(owned: pointer, library) else { return .raised(fetchRaised()) }
    return .value(value)
  }

  private func answer(_ pointer: PythonPointer?) -> PythonReference? {
    if pointer == nil { c.PyErr_Clear() }
    return PythonReference(owned: pointer, library)
  }
}
