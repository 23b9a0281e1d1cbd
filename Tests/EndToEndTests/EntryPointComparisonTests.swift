import PythonPackaging
import TestSupport
import Testing

/// `entry_points.txt` and `requires.txt` against Python's own `importlib.metadata`.
@Suite(.needsIndex) struct EntryPointComparisonTests {
  @Test func entryPoints() throws {
    var generator = SeededGenerator(seed: 621)
    let real = try RealMetadata.files("entry_points.txt").map { String(decoding: $0, as: UTF8.self) }
    try #require(real.count > 2)
    let inputs = (real + Self.mutations(of: real + [Self.entryPointSample], 8_000, &generator)).map { [$0] }
    let theirs = try PythonAnswers.of(inputs, script: Self.entryPointScript)
    #expect(theirs.count { $0.contains("|") } > 1_000)
    for (input, their) in zip(inputs, theirs) { #expect(Self.answer(entryPoints: input[0]) == their, "\(input)") }
  }

  private static let entryPointSample =
    "# c\n[console_scripts]\nx = a.b:c.d [e, f-g]\n\ny=ü.ö:ä\n[ g ]\nz : a\n#q=1\nq = r :s\n[]\nk=l"

  /// One line without `=` makes Python give up the file; here it is a problem beside the rest.
  private static func answer(entryPoints text: String) -> String {
    let read = EntryPoints(Array(text.utf8))
    guard !read.problems.contains(where: { $0.reason == .equalSignExpected }) else { return "invalid" }
    return read.all.map { entry in
      let extras = entry.extras.map(\.text).joined(separator: ",")
      return [entry.group, entry.name, entry.value, entry.module, entry.attributes.joined(separator: "."), extras]
        .joined(separator: "|")
    }.joined(separator: "\n")
  }

  private static let entryPointScript = """
    from importlib.metadata import EntryPoints
    def answer(text):
        try:
            entries = list(EntryPoints._from_text_for(text, None))
        except TypeError:
            return "invalid"
        lines = []
        for e in entries:
            if e.pattern.match(e.value):
                path = ".".join(filter(None, (e.attr or "").split(".")))
                lines.append("|".join([e.group, e.name, e.value, e.module, path, ",".join(e.extras)]))
        return "\\n".join(lines)
    """

  @Test func requirementsOfEggs() throws {
    var generator = SeededGenerator(seed: 314)
    let samples = ["a>=1\nb\n\n[test]\nc\n[:os_name=='x']\nd\n[e:python_version<'3' or os_name=='y']\nf @ g\n[]\nh"]
    let inputs = Self.mutations(of: samples, 8_000, &generator).map { [$0] }
    let script = """
      from importlib.metadata import Distribution
      def answer(text):
          return "\\n".join(Distribution._deps_from_requires_text(text))
      """
    for (input, their) in zip(inputs, try PythonAnswers.of(inputs, script: script)) {
      #expect(RequiresText(Array(input[0].utf8)).texts.joined(separator: "\n") == their, "\(input)")
    }
  }

  private static func mutations(of texts: [String], _ count: Int, _ generator: inout SeededGenerator) -> [String] {
    (0..<count).map { _ in
      let text = texts.randomElement(using: &generator) ?? ""
      return String(decoding: generator.mutate(Array(text.utf8)), as: UTF8.self)
    }
  }
}
