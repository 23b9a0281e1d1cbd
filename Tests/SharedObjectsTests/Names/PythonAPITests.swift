import SharedObjects
import SystemCalls
import TestSupport
import Testing

@Suite struct PythonAPITests {
  static let names: [(String, added: Int?, removed: Int?)] = [
    ("Py_Version", 11, nil), ("PyObject_CallOneArg", 11, nil), ("PyType_GetModuleByDef", 11, nil),
    ("PyDict_GetItemRef", 13, nil), ("_PyLong_AsByteArray", nil, nil), ("PyObject_Call", nil, nil),
    ("nothing", nil, nil),
  ]

  @Test(arguments: names)
  func name(_ name: String, _ added: Int?, _ removed: Int?) {
    #expect(PythonAPI(name)?.addedIn == added)
    #expect(PythonAPI(name)?.removedIn == removed)
  }

  /// Asks each Python of this machine for public names of the table.
  @Test(arguments: TestPython.all)
  func asPythonHasIt(_ python: TestPython) throws {
    let program = """
      import ctypes, sys
      print(sys.version_info[1], *[name for name in sys.argv[1:] if hasattr(ctypes.pythonapi, name)])
      """
    let wanted: [String] = ["Py_Version", "PyObject_CallOneArg", "PyDict_GetItemRef", "PyFrame_GetBack"]
    let result = try runCommand(
      Command(executable: python.executable, arguments: ["-c", program] + wanted), timeout: .seconds(60))
    let words = String(decoding: result.output, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
    let minor = try #require(words.first.flatMap { Int($0) })
    #expect(Array(words.dropFirst()) == wanted.filter { name in (PythonAPI(name)?.addedIn ?? 0) <= minor })
  }
}
