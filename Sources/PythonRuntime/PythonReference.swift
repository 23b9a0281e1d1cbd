internal import CPython

typealias PythonPointer = UnsafeMutablePointer<PyObject>

/// One counted reference to a Python object, given back when this value ends.
///
/// No raw pointer leaves the file that got it from a C function: it is wrapped on the spot.
struct PythonReference: ~Copyable {
  let pointer: PythonPointer
  private let library: PythonLibrary

  /// Takes over a new reference; `nil` for NULL.
  init?(owned pointer: PythonPointer?, _ library: PythonLibrary) {
    guard let pointer else { return nil }
    self.pointer = pointer
    self.library = library
  }

  /// Adds a reference to a borrowed one; `nil` for NULL.
  init?(borrowed pointer: PythonPointer?, _ library: PythonLibrary) {
    guard let pointer else { return nil }
    library.functions.pointee.Py_IncRef(pointer)
    self.pointer = pointer
    self.library = library
  }

  deinit { library.functions.pointee.Py_DecRef(pointer) }

  func copy() -> PythonReference {
    library.functions.pointee.Py_IncRef(pointer)
    return PythonReference(adopting: pointer, library)
  }

  private init(adopting pointer: PythonPointer, _ library: PythonLibrary) {
    self.pointer = pointer
    self.library = library
  }

  /// Identity, for telling cycles; valid only while the object lives.
  var address: UInt { UInt(bitPattern: pointer) }

  /// Gives the reference to C code that takes it over.
  consuming func release() -> PythonPointer {
    let pointer = pointer
    discard self
    return pointer
  }
}

/// What an operation that may run foreign Python code ended with.
enum Evaluation: ~Copyable {
  case value(PythonReference)
  /// `nil` where CPython broke its own rule and failed without an exception.
  case raised(PythonReference?)
}
