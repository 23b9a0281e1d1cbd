import Testing

@testable import Diagnosis

@Suite struct ExtensionOfAnotherPythonTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: ExtensionOfAnotherPython())
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "for another Python",
      Sample.live("ModuleNotFoundError", "No module named 'numpy._x'", ["\(site)/numpy/a.py"], installed: "numpy 2.2") {
        $0.put(
          "numpy._x", .otherPython("cpython-310-x86_64-linux-gnu.so"), .site, "\(site)/numpy/_x.so", owner: "numpy")
      }, .pythonVersionUnsupported, .certain, culprits: ["numpy"]),
    RuleCase(
      "for another machine",
      Sample.live("ModuleNotFoundError", "No module named 'orjson.orjson'", installed: "orjson 3.10") {
        $0.put("orjson.orjson", .otherPlatform("cpython-311-aarch64-linux-gnu.so"), .site, "x", owner: "orjson")
      }, .wrongArchitecture, .certain, culprits: ["orjson"]),
    RuleCase(
      "and one that fits beside it",
      Sample.live("ModuleNotFoundError", "No module named 'numpy._x'", installed: "numpy 2.2") {
        $0.put("numpy._x", .extension, .site, "x", owner: "numpy")
        $0.put("numpy._x", .otherPython("cpython-310.so"), .site, "y", owner: "numpy")
      }, nil),
    RuleCase(
      "what each wheel has",
      Sample.text(
        "ModuleNotFoundError", "No module named 'numpy.core._multiarray_umath'", ["\(Sample.site)/numpy/core/x.py"]),
      .pythonVersionUnsupported, .likely, culprits: ["numpy"]),
    RuleCase(
      "the same, wanted by other code than numpy's",
      Sample.text("ModuleNotFoundError", "No module named 'numpy.core._multiarray_umath'"), nil),
    RuleCase(
      "the same of Python 2, whose files have no tags",
      Sample.text(
        "ImportError", "cannot import name _errors", ["/usr/lib/python2.7/dist-packages/h5py/__init__.py"],
        source: "from . import _errors"), nil),
    RuleCase(
      "the same in a source tree",
      Sample.text("ModuleNotFoundError", "No module named 'numpy.core._multiarray_umath'", ["/src/numpy/core/x.py"]),
      nil),
    RuleCase(
      "never compiled, as it says itself",
      Sample.text("ImportError", "C extension: No module named 'pandas._libs.interval' not built."), nil),
    RuleCase(
      "a program of the system under another Python",
      Sample.text(
        "ModuleNotFoundError", "No module named 'apt_pkg'",
        ["/usr/bin/add-apt-repository", "/usr/lib/python3/dist-packages/softwareproperties/SoftwareProperties.py"]),
      .pythonVersionUnsupported, .likely),
    RuleCase(
      "a half of one",
      Sample.text(
        "ImportError", "cannot import name '_gi' from 'gi' (/usr/lib/python3/dist-packages/gi/__init__.py)",
        ["/usr/lib/python3/dist-packages/gi/__init__.py"]), .pythonVersionUnsupported, .likely),
    RuleCase(
      "one's own program, which may lack it",
      Sample.text("ModuleNotFoundError", "No module named 'apt_pkg'", ["/home/me/update.py"]), nil),
  ]
}
