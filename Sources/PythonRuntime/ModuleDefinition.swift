internal import CPython

/// Makes the empty module that the init function of a built-in module must return.
///
/// `PyModuleDef` (moduleobject.h) starts with an object header, which is larger in free-threaded builds (PEP 703:
/// thread, mutex, two counts and the type). It is therefore laid out here by offset, and never freed: Python keeps it.
func makeEmptyModule(
  named name: UnsafeMutablePointer<CChar>?, _ library: PythonLibrary
) -> UnsafeMutablePointer<PyObject>? {
  let header = library.isFreeThreaded ? freeThreadedHeaderSize : MemoryLayout<PyObject>.size
  let definition = UnsafeMutableRawPointer.allocate(byteCount: header + definitionSize, alignment: 16)
  definition.initializeMemory(as: UInt8.self, repeating: 0, count: header + definitionSize)
  // After the rest of the base: init function, index, copy.
  definition.storeBytes(of: UInt(bitPattern: name), toByteOffset: header + 3 * wordSize, as: UInt.self)
  // m_size follows name and doc: -1, this module cannot be initialised twice.
  definition.storeBytes(of: -1, toByteOffset: header + 5 * wordSize, as: Int.self)
  return library.functions.pointee.PyModule_Create2(
    definition.assumingMemoryBound(to: PyModuleDef.self), stableAbiVersion)
}

private let wordSize = MemoryLayout<UInt>.size

/// `ob_tid`, padding and mutex and counts in one word each, `ob_type` (object.h of 3.13t).
private let freeThreadedHeaderSize = 32

/// All of `PyModuleDef` behind the object header: eleven words.
private let definitionSize = 11 * wordSize

/// PYTHON_ABI_VERSION of the stable ABI (PEP 384).
private let stableAbiVersion: Int32 = 3
