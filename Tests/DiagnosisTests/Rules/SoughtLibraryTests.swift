import Testing

@testable import Diagnosis

@Suite struct SoughtLibraryTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: SoughtLibrary()) }

  static let cases: [RuleCase] = [
    RuleCase(
      "a library of Python that one may need to install",
      Sample.live(
        "FeatureNotFound", "Couldn't find a tree builder: lxml. Do you need to install a parser library?",
        ["\(site)/bs4/__init__.py"], installed: "beautifulsoup4 4.12"), nil),
    RuleCase(
      "a package looked itself",
      Sample.live(
        "ImportError", "Could not find Opus library. Make sure it is installed.", ["\(site)/opuslib/api/__init__.py"],
        installed: "opuslib 3.0.1"),
      .missingSharedLibrary, .likely, culprits: ["opuslib"]),
    RuleCase(
      "a library of Python",
      Sample.live(
        "ImportError", "The scann library was not found in your environment. You can install it with pip install scann",
        ["\(site)/x/y.py"], installed: "x 1.0"), nil),
    RuleCase(
      "code of the user", Sample.live("ImportError", "Could not find Opus library", ["/w/a.py"], installed: "a 1.0"),
      nil),
    RuleCase(
      "Windows' own words, of which another rule knows more",
      Sample.text("?", "Failed to load Python DLL 'C:\\a\\python39.dll'. Library not found"), nil),
    RuleCase(
      "a library by its name alone",
      Sample.live(
        "OSError", "Cannot find libmpv in the usual places.", ["\(site)/mpv.py"], installed: "mpv 1.0"),
      .missingSharedLibrary, .likely),
    RuleCase(
      "a module of Python that is called so",
      Sample.live("RuntimeError", "Could not load librosa.", ["\(site)/spam/x.py"], installed: "spam 1.0"), nil),
    RuleCase(
      "with the \"no\" at its start",
      Sample.live(
        "JVMNotFoundException", "No JVM shared library file (libjvm.so) found.", ["\(site)/jpype/_jvmfinder.py"],
        installed: "jpype1 1.0"), .missingSharedLibrary, .likely),
    RuleCase(
      "whose code nobody showed", Sample.text("ImportError", "MagickWand shared library not found."),
      .missingSharedLibrary, .likely),
    RuleCase(
      "several names of one library",
      Sample.live(
        "ImportError", "Unable to load any of the following libraries:libhidapi-hidraw.so libhidapi.dylib hidapi.dll",
        ["\(site)/hid/__init__.py"], installed: "hid 1.0.6"), .missingSharedLibrary, .likely, culprits: ["hid"]),
    RuleCase(
      "in other words",
      Sample.live(
        "Exception", "(detect) libX11.so not loaded", ["\(site)/glcontext/__init__.py"], installed: "glcontext 2.3.7"),
      .missingSharedLibrary, .likely, culprits: ["glcontext"]),
    RuleCase(
      "a library of a driver",
      Sample.text("AssertionError", "libcuda.so cannot found!", ["\(site)/triton/compiler.py"]),
      .driverOrGPUMissing, .likely, culprits: ["triton"]),
    RuleCase(
      "a word that a driver's library is made of",
      Sample.text("OSError", "CUDA library not found", ["\(site)/spam/x.py"]), .missingSharedLibrary, .likely),
  ]
}
