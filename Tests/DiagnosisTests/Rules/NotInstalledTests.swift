import Testing

@testable import Diagnosis

@Suite struct NotInstalledTests {
  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: NotInstalled())
  }

  private static func sought(_ modules: [String], _ message: String) -> Evidence {
    Sample.live("AssertionError", message, ["\(Sample.site)/spam/x.py"], installed: "spam 1.0") {
      $0.failure.soughtInVain = modules
    }
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "a package's own words, of a distribution that many use",
      Sample.live(
        "ImportError", "Plotly express requires pandas to be installed.", ["\(Sample.site)/plotly/express/__init__.py"],
        installed: "plotly 5.18"), .missingDistribution, .likely, culprits: ["pandas"]),
    RuleCase(
      "the same words of something else",
      Sample.live(
        "ImportError", "Plotly express requires everything to be installed.", ["\(Sample.site)/plotly/x.py"],
        installed: "plotly 5.18"), nil),
    RuleCase(
      "a list of what might be missing",
      Sample.live(
        "ValueError", "found ['netcdf4', 'scipy']. But their dependencies may not be installed",
        ["\(Sample.site)/xarray/backends/plugins.py"], installed: "xarray 2024.9"), .missingDistribution, .likely,
      culprits: ["scipy"]),
    RuleCase(
      "what a package asks whether one needs to install",
      Sample.live(
        "FeatureNotFound", "Couldn't find a parser with these features: lxml. Do you need to install a parser library?",
        ["\(Sample.site)/bs4/__init__.py"], installed: "beautifulsoup4 4.12"), .missingDistribution, .likely,
      culprits: ["lxml"]),
    RuleCase(
      "Python 2 names what it did not find, and all of it", Sample.text("ImportError", "No module named RPi.GPIO"),
      .missingDistribution, .likely),
    RuleCase(
      "from inside of the package", Sample.text("ImportError", "No module named RPi.GPIO", ["/opt/RPi/x.py"]),
      nil),
    RuleCase("with quotes, as Python 3 writes", Sample.text("ImportError", "No module named 'RPi.GPIO'"), nil),
    RuleCase(
      "of nobody, and all of it",
      Sample.text("ImportError", "No module named spam.eggs", ["/home/me/a.py"], source: "from spam.eggs import x"),
      .missingDistribution, .likely),
    RuleCase("what may be the end of a name", Sample.text("ImportError", "No module named storage.blob"), nil),
    RuleCase(
      "a part of a shared package", Sample.text("ImportError", "No module named backports.functools_lru_cache"),
      .missingDistribution, culprits: ["backports.functools-lru-cache"]),
    RuleCase(
      "one of two",
      Sample.text("ModuleNotFoundError", "Neither `spam` nor `eggs` is available. Try `pip install`ing either."),
      .missingDistribution, .likely, culprits: ["spam"]),
    RuleCase(
      "another name than the module's", Sample.text("ModuleNotFoundError", "No module named 'cv2'"),
      .missingDistribution, .likely, culprits: ["opencv-python"]),
    RuleCase(
      "in an environment without it",
      Sample.live("ModuleNotFoundError", "No module named 'httpx'", installed: "starlette 0.40"),
      .missingDistribution, .certain, culprits: ["httpx"]),
    RuleCase(
      "a part of a shared package", Sample.text("ImportError", "No module named 'google.cloud.storage'"),
      .missingDistribution, culprits: ["google-cloud-storage"]),
    RuleCase(
      "a part of Qt that another distribution brings",
      Sample.live("ImportError", "No module named 'PyQt5.QtWebEngineWidgets'", installed: "PyQt5 5.15"),
      .missingDistribution,
      culprits: ["pyqtwebengine"]),
    RuleCase(
      "SWIG's module, which the loader then refuses",
      Sample.text(
        Sample.exception(
          "ImportError", "DLL load failed: The specified module could not be found.", ["/x/spam/spam_internal.py"],
          inner: Sample.exception("ImportError", "No module named '_spam_internal'", ["/x/spam/spam_internal.py"]))),
      nil),
    RuleCase("a part of a package that is one", Sample.text("ImportError", "No module named 'torch.spam'"), nil),
    RuleCase(
      "metadata that is not there",
      Sample.text("PackageNotFoundError", "No package metadata was found for spam"), .missingDistribution,
      culprits: ["spam"]),
    RuleCase(
      "the package's own advice", Sample.text("ImportError", "spam is not installed; run `pip install spam-core`"),
      .missingDistribution, culprits: ["spam-core"]),
    RuleCase(
      "what must be installed, in quotation marks",
      Sample.text("RuntimeError", "Form data requires \"python-multipart\" to be installed."),
      .missingDistribution, .likely, culprits: ["python-multipart"]),
    RuleCase(
      "what must be installed, in words", Sample.text("RuntimeError", "It requires something to be installed."), nil),
    RuleCase(
      "advice to install what is installed",
      Sample.live("ImportError", "needs spam: pip install spam", installed: "spam 1.0"), nil),
    RuleCase(
      "listed, so that its files must be gone",
      Sample.live("ImportError", "No module named 'six'", installed: "six 1.16"), nil),
    RuleCase(
      "a module that nobody knows",
      Sample.live("ModuleNotFoundError", "No module named 'acme_utils'", ["/w/a.py"]), .missingDistribution, .certain,
      culprits: ["acme-utils"]),
    RuleCase(
      "a user's own project asks for its metadata",
      Sample.live("PackageNotFoundError", "No package metadata was found for my-pkg", ["/w/my_pkg/__init__.py"]) {
        $0.put("my_pkg", .package, .workingDirectory, "/w/my_pkg/__init__.py")
      }, .missingDistribution, .likely, culprits: ["my-pkg"]),
    RuleCase(
      "what was looked for in vain, as the message says",
      sought(["jinja2"], "jinja2 must be installed to use Jinja2Templates"), .missingDistribution, .likely,
      culprits: ["jinja2"]),
    RuleCase(
      "under its distribution's name", sought(["sklearn"], "scikit-learn is required for this."), .missingDistribution,
      .likely, culprits: ["scikit-learn"]),
    RuleCase(
      "of advice to install an extra the module that was looked for",
      sought(["h2"], "the 'h2' package is not installed. Use `pip install spam[http2]`."), .missingDistribution,
      culprits: ["h2"]),
    RuleCase("looked for in vain, and not spoken of", sought(["simplejson"], "spam needs a licence"), nil),
    RuleCase("spoken of without a need", sought(["jinja2"], "jinja2 fails"), nil),
    RuleCase(
      "a requirement alone", Sample.text("DistributionNotFound", "Pygments>=1.5"), .missingDistribution, .likely,
      culprits: ["Pygments"]),
    RuleCase(
      "a requirement of setuptools, a part of which says it", Sample.text("DistributionNotFound", "setuptools>=1.0"),
      nil),
    RuleCase(
      "one version alone, of which another may be there", Sample.text("DistributionNotFound", "six==1.7.3"), nil),
    RuleCase(
      "one version, before anything conflicted",
      { () -> Evidence in
        var evidence = Sample.text(
          "DistributionNotFound", "six==1.7.3", ["/usr/bin/spam", "\(Sample.site)/pkg_resources.py"])
        evidence.failure.exception?.frames[1].function = "require"
        return evidence
      }(), .missingDistribution, .likely, culprits: ["six"]),
    RuleCase(
      "a package that many bring parts of", Sample.text("ModuleNotFoundError", "No module named 'google.cloud'"),
      .missingDistribution, .likely, culprits: ["google-cloud"]),
    RuleCase(
      "a part that nobody is known for", Sample.text("ModuleNotFoundError", "No module named 'backports.spam_eggs'"),
      .missingDistribution, .likely, culprits: ["backports-spam-eggs"]),
    RuleCase(
      "a part of a package that one of those is the first of",
      Sample.text("ModuleNotFoundError", "No module named 'PyQt5.QtSpam'"), nil),
    RuleCase(
      "as pandas said it", Sample.text("ImportError", "Missing required dependencies ['numpy']"), .missingDistribution,
      .possible, culprits: ["numpy"]),
  ]

  /// Whoever publishes a project under the name of a private module must not be installed unawares.
  @Test(arguments: [
    ("acme_utils", true), ("yaml", false), ("requests", false), ("google.cloud.storage", false),
  ]) func tellsAGuessFromKnowledge(module: String, isGuess: Bool) {
    let evidence = Sample.live("ModuleNotFoundError", "No module named '\(module)'", ["/w/a.py"], installed: "spam 1.0")
    let finding = NotInstalled().finding(in: evidence)
    #expect(finding?.fixes.contains { $0.title.contains("is a guess by the name") } == isGuess)
  }

  @Test func whatMetadataNamesIsNoGuess() {
    let evidence = Sample.live(
      "ModuleNotFoundError", "No module named 'acme_utils'", ["\(Sample.site)/spam/x.py"], installed: "spam 1.0"
    ) { $0.conflict("spam", "acme-utils>=1", found: nil, .missing) }
    #expect(
      NotInstalled().finding(in: evidence)?.summary
        == "acme-utils is not installed, which spam 1.0 needs; it brings the module `acme_utils`.")
  }

  @Test func installsTheExtraThatThePackageAdvises() {
    let evidence = Self.sought(["h2"], "the 'h2' package is not installed. Use `pip install spam[http2]`.")
    var asked = evidence
    asked.environment?.distributions["spam"]?.requirements = [
      RequirementEvidence(text: "h2>=3", name: "h2", specifiers: ">=3", extra: "http2")
    ]
    let install = "/env/bin/python -m pip install "
    #expect(NotInstalled().finding(in: asked)?.fixes.first?.commands == ["\(install)'spam[http2]==1.0'"])
    #expect(NotInstalled().finding(in: evidence)?.fixes.first?.commands == ["\(install)h2"])
  }

  @Test func takesAUsersOwnProjectFromNoIndex() {
    let evidence = Sample.live(
      "PackageNotFoundError", "No package metadata was found for my-pkg", ["/w/my_pkg/__init__.py"]
    ) { $0.put("my_pkg", .package, .workingDirectory, "/w/my_pkg/__init__.py") }
    let command = NotInstalled().finding(in: evidence)?.fixes.first?.commands.first
    #expect(command == "/env/bin/python -m pip install --editable .")
  }
}
