import PythonPackaging
import SystemPackage
import TestSupport
import Testing

/// Requirements and markers against pypa's `packaging`: accepted or not, the normal form, and what markers come to.
///
/// Not among the samples, since answers differ for a reason:
/// - `\N{BULLET}` in a marker's string: the names of all characters are not known here, and it is refused;
/// - `~=1.poſt1`: without regard to case, Python's `re` takes `ſ` for `s` there, and `packaging` then fails at its own
///   assertion when it is asked for the version; it is refused;
/// - numbers of more than 4,300 digits and parentheses some hundred deep, where Python itself gives up.
@Suite(.needsIndex) struct RequirementComparisonTests {
  private func compare(
    _ inputs: [[String]], script: String, accepted: Double, _ answer: ([String]) -> String
  ) throws {
    let theirs = try PythonAnswers.of(inputs, script: script)
    try #require(theirs.count == inputs.count)
    // A comparison of refusals alone would prove little.
    #expect(Double(theirs.count { $0 != "invalid" }) > accepted * Double(inputs.count))
    for (input, their) in zip(inputs, theirs) {
      #expect(answer(input) == their, "\(input)")
    }
  }

  @Test func requirements() throws {
    var generator = SeededGenerator(seed: 685)
    let inputs = (0..<40_000).map { _ in [PackagingSamples.requirement(&generator)] }
    try compare(inputs, script: Self.requirementScript, accepted: 0.2) { Self.answer(requirement: $0[0]) }
  }

  private static func answer(requirement text: String) -> String {
    (try? Requirement(text)).map { "\($0)" } ?? "invalid"
  }

  private static let requirementScript = """
    from packaging.requirements import Requirement, InvalidRequirement
    def answer(text):
        try:
            requirement = Requirement(text)
        except InvalidRequirement:
            return "invalid"
        return str(requirement)
    """

  @Test func markers() throws {
    var generator = SeededGenerator(seed: 496)
    let inputs = (0..<40_000).map { _ -> [String] in
      let marker = PackagingSamples.brokenMarker(&generator)
      let values = Self.environments.randomElement(using: &generator) ?? []
      return [marker, PackagingSamples.one(of: ["", "", "Foo.Bar", "a", "-"], &generator)] + values
    }
    try compare(inputs, script: Self.markerScript, accepted: 0.4, Self.answer(marker:))
  }

  private static func answer(marker input: [String]) -> String {
    guard let marker = try? Marker(input[0]), let environment = environment(input.dropFirst(2)) else {
      return "invalid"
    }
    let context = input[1] == "-" ? MarkerContext.requirement : .metadata(extra: input[1])
    let holds = try? marker.evaluate(in: environment, context: context)
    return "\(marker) is \(holds.map { $0 ? "true" : "false" } ?? "undefined")"
  }

  private static let markerScript = """
    from packaging.markers import Marker, InvalidMarker, UndefinedComparison, UndefinedEnvironmentName
    names = '''os_name sys_platform platform_machine platform_python_implementation platform_release platform_system
    platform_version python_version python_full_version implementation_name implementation_version'''.split()
    def answer(text, extra, *values):
        try:
            marker = Marker(text)
        except InvalidMarker:
            return "invalid"
        environment = dict(zip(names, values))
        if extra != "-":
            environment["extra"] = extra
        try:
            holds = "true" if marker.evaluate(environment, context="requirement") else "false"
        except (UndefinedComparison, UndefinedEnvironmentName):
            holds = "undefined"
        return f"{marker} is {holds}"
    """

  private static let environments: [[String]] = [
    [
      "posix", "linux", "x86_64", "CPython", "6.1.0-18-amd64", "Linux", "#1 SMP", "3.11", "3.11.7", "cpython", "3.11.7",
    ],
    ["nt", "win32", "AMD64", "CPython", "10", "Windows", "10.0.19041", "3.8", "3.8.18", "cpython", "3.8.18"],
    ["posix", "darwin", "arm64", "PyPy", "23.1.0", "Darwin", "Darwin 23", "3.10", "3.10.13", "pypy", "7.3.13"],
    ["posix", "linux", "aarch64", "CPython", "6.6.0-wsl", "Linux", "", "3.13", "3.13.0rc1+", "cpython", "3.13.0rc1"],
  ]

  private static func environment(_ values: ArraySlice<String>) -> MarkerEnvironment? {
    var values = values.makeIterator()
    let next = { values.next() ?? "" }
    return MarkerEnvironment(
      osName: next(), sysPlatform: next(), platformMachine: next(), platformPythonImplementation: next(),
      platformRelease: next(), platformSystem: next(), platformVersion: next(), pythonVersion: next(),
      pythonFullVersion: next(), implementationName: next(), implementationVersion: next())
  }

  /// Every requirement and every version of Python that the distributions of the tests' environments state.
  @Test func realMetadata() throws {
    let stated = try RealMetadata.all()
    let requirements = Set(stated.flatMap(\.requiresDistTexts)).sorted().map { [$0] }
    try #require(requirements.count > 10)
    try compare(requirements, script: Self.requirementScript, accepted: 0.9) { Self.answer(requirement: $0[0]) }
    let values = Self.environments[0]
    let markers = requirements.compactMap { (try? Requirement($0[0]))?.marker?.description }.map {
      [$0, "test"] + values
    }
    try compare(markers, script: Self.markerScript, accepted: 0.9, Self.answer(marker:))
    let pythons = Set(stated.compactMap { $0.headers.first("Requires-Python") }).sorted().map { [$0] }
    try compare(pythons, script: Self.specifierScript, accepted: 0.9) { input in
      (try? SpecifierSet(input[0])).map { "\($0)" } ?? "invalid"
    }
  }

  private static let specifierScript = """
    from packaging.specifiers import SpecifierSet, InvalidSpecifier
    def answer(text):
        try:
            return str(SpecifierSet(text))
        except InvalidSpecifier:
            return "invalid"
    """
}
