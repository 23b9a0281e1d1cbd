internal import CPython
internal import Probing

extension Python {
  private var c: CPythonEntryPoints { _read { yield library.functions.pointee } }

  func string(_ text: String) -> PythonReference? {
    var text = text
    let pointer = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { c.PyUnicode_FromStringAndSize($0.baseAddress, $0.count) }
    }
    if pointer == nil { c.PyErr_Clear() }
    return PythonReference(owned: pointer, library)
  }

  /// A `str` as text, cut after `limit` characters; lone surrogates as Python prints them to a terminal, `\udcff`.
  func text(of object: borrowing PythonReference, limit: Int = Python.textLimit) -> String? {
    guard let length = length(ofString: object) else { return nil }
    guard length > limit else { return encoded(object) }
    guard let start = start(of: object, limit), let text = encoded(start) else { return nil }
    return text + "… (\(length) characters)"
  }

  /// Long enough for any message that was written to be read; a foreign string may be as large as memory.
  static let textLimit = 16 << 20

  /// A file name, `str` or `bytes` made `str`, as the bytes that the file system knows.
  func path(of object: borrowing PythonReference) -> PythonPath? {
    guard let length = length(ofString: object), length <= Python.pathLimit else { return nil }
    let bytes = PythonReference(owned: c.PyUnicode_EncodeFSDefault(object.pointer), library)
    if let bytes, let contents = contents(of: bytes) { return PythonPath(bytes: contents) }
    c.PyErr_Clear()
    return text(of: object).map(PythonPath.init(text:))
  }

  /// Four times PATH_MAX of Linux: no file has a longer name.
  static let pathLimit = 16_384

  func integer(of object: borrowing PythonReference) -> Int? {
    guard isInstance(object, of: "int") else { return nil }
    let value = c.PyLong_AsLong(object.pointer)
    // Beyond 64 bits it is -1 with an exception set.
    c.PyErr_Clear()
    return value
  }

  func integer(_ value: Int) -> PythonReference? {
    let pointer = c.PyLong_FromLong(value)
    if pointer == nil { c.PyErr_Clear() }
    return PythonReference(owned: pointer, library)
  }

  private func encoded(_ object: borrowing PythonReference) -> String? {
    let bytes = PythonReference(
      owned: c.PyUnicode_AsEncodedString(object.pointer, "utf-8", "backslashreplace"), library)
    guard let bytes, let contents = contents(of: bytes) else {
      c.PyErr_Clear()
      return nil
    }
    return String(decoding: contents, as: UTF8.self)
  }

  /// `nil` for what is no `str`. Its own `__len__` is not asked: subclasses may lie.
  private func length(ofString object: borrowing PythonReference) -> Int? {
    guard isInstance(object, of: "str") else { return nil }
    let length = c.PyUnicode_GetLength(object.pointer)
    if length < 0 { c.PyErr_Clear() }
    return length < 0 ? nil : length
  }

  private func start(of string: borrowing PythonReference, _ length: Int) -> PythonReference? {
    let pointer = c.PyUnicode_Substring(string.pointer, 0, length)
    if pointer == nil { c.PyErr_Clear() }
    return PythonReference(owned: pointer, library)
  }

  private func contents(of bytes: borrowing PythonReference) -> [UInt8]? {
    var start: UnsafeMutablePointer<CChar>?
    var length = 0
    guard c.PyBytes_AsStringAndSize(bytes.pointer, &start, &length) == 0, let start else { return nil }
    return UnsafeRawBufferPointer(start: start, count: length).map(\.self)
  }
}
