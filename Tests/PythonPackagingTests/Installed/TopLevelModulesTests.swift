import PythonPackaging
import Testing

@Suite struct TopLevelModulesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let files: [String]
    let topLevel: String?
    let modules: [String]

    init(_ testDescription: String, _ files: [String], topLevel: String? = nil, _ modules: [String]) {
      self.testDescription = testDescription
      self.files = files
      self.topLevel = topLevel
      self.modules = modules
    }
  }

  static let cases: [Case] = [
    Case("packages and modules", ["b/__init__.py", "a.py", "b/c.py"], ["a", "b"]),
    Case("namespace packages", ["google/cloud/x.py"], ["google"]),
    Case(
      "extensions", ["_a.cpython-311-x86_64-linux-gnu.so", "_b.abi3.so", "_c.so", "d/_e.pypy39-pp73.so"],
      ["_a", "_b", "_c", "d"]),
    Case(
      "shared libraries", ["numpy.libs/libx.so", "libx.so", "libx.so.1", "nvidia/lib/libcudart.so.12"], []),
    Case(
      "data", ["data/x.txt", "x.pth", "stubs/x.pyi", "a-stubs/x.py", "x.data/purelib/y.py", "1a/x.py"], []),
    Case("compiled files", ["__pycache__/six.cpython-311.pyc", "__pycache__/x.py"], []),
    Case("scripts", ["../../../bin/x.py", "../x.py", "a.py"], ["a"]),
    Case("top_level.txt decides", ["a.py", "b.py"], topLevel: "b\n\nc\nno-module\nd/e\n", ["b", "c"]),
    Case("an empty top_level.txt does not", ["a.py"], topLevel: "\n", ["a"]),
    Case("nothing", [], []),
  ]

  @Test(arguments: cases)
  func modules(_ row: Case) throws {
    let folder = try TemporaryFolder()
    try folder.install("x", "1.0", files: row.files, extra: row.topLevel.map { ["top_level.txt": $0] } ?? [:])
    let installed = folder.installed("site")
    #expect(installed.all.map { installed.topLevelModules(of: $0) } == [row.modules])
  }
}

@Suite struct ModuleOwnerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let module: String
    let owner: String?
    var testDescription: String { "\(module) is of \(owner ?? "nobody")" }

    init(_ module: String, _ owner: String?) {
      self.module = module
      self.owner = owner
    }
  }

  static let cases: [Case] = [
    Case("flask", "Flask"), Case("flask.app.missing", "Flask"), Case("PIL", "pillow"),
    Case("PIL.Image", "pillow"),
    Case("google", nil), Case("google.auth", "google-auth"), Case("google.auth.a", "google-auth"),
    Case("google.cloud.storage.x.y", "google-storage"), Case("google.missing", nil), Case("_ext", "pillow"),
    Case("json", nil), Case("", nil), Case(".", nil), Case("google.", nil), Case("google._c", "google-auth"),
  ]

  @Test(arguments: cases)
  func owner(_ row: Case) throws {
    let folder = try TemporaryFolder()
    try folder.install("Flask", "1.0", files: ["flask/__init__.py", "flask/app.py"])
    try folder.install("pillow", "1.0", files: ["PIL/__init__.py", "PIL/Image.py", "_ext.abi3.so"])
    try folder.install("google-auth", "1.0", files: ["google/auth/a.py", "google/_c.abi3.so"])
    try folder.install("google-storage", "1.0", files: ["google/cloud/storage/__init__.py"])
    let installed = folder.installed("site")
    #expect(installed.owner(ofModule: row.module)?.name.text == row.owner)
    #expect(installed.owners(ofModule: "google").map(\.name.text) == ["google-auth", "google-storage"])
  }

  /// mypyc names what it compiles by a hash.
  @Test func aNameThatBeginsWithADigit() throws {
    let folder = try TemporaryFolder()
    try folder.install("black", "24.8", files: ["30fc__mypyc.cpython-311-x86_64-linux-gnu.so", "black/__init__.py"])
    try folder.install("other", "1.0", files: ["30fc.py"])
    #expect(folder.installed("site").owners(ofModule: "30fc__mypyc").map(\.name.text) == ["black"])
  }
}
