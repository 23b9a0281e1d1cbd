import FoundationEssentials
import PythonPackaging
import Supervision
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// Wheel tags against pypa's `packaging`, which pip itself uses: what fits, what does not, and what is no tag.
@Suite(.needsIndex) struct TagComparisonTests {
  /// An interpreter on a machine, for both sides.
  struct Scene: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let tags: CompatibleTags
    /// Python that makes packaging believe it; empty for the machine on which it runs.
    let conditions: String

    init(
      _ python: CPythonABI, _ architecture: String, _ libc: Libc, is32Bit: Bool = false, hasHardFloat: Bool = true
    ) {
      let machine = TagMachine(architecture: architecture, libc: libc, is32Bit: is32Bit, hasHardFloat: hasHardFloat)
      tags = CompatibleTags(python, on: machine)
      testDescription = "\(python) on \(machine.architecture), \(libc)\(hasHardFloat ? "" : ", soft float")"
      let (glibc, musl) =
        switch libc {
        case .glibc(let version): ("(\(version.major), \(version.minor))", "None")
        case .musl(let version): ("(-1, -1)", "_musllinux._MuslVersion(\(version.major), \(version.minor))")
        }
      conditions = """
        sysconfig.get_platform = lambda: "linux-\(architecture)"
        _manylinux._get_glibc_version = lambda: _manylinux._GLibCVersion(*\(glibc))
        _manylinux._is_linux_armhf = lambda executable: \(hasHardFloat ? "True" : "False")
        _manylinux._is_linux_i686 = lambda executable: True
        _musllinux._get_musl_version = lambda executable: \(musl)
        tags.platform_tags = lambda: tags._linux_platforms(\(is32Bit ? "True" : "False"))
        version, digits = (\(python.major), \(python.minor)), "cp\(python.major)\(python.minor)"
        admitted = {*tags.cpython_tags(version, [digits + "\(python.isFreeThreaded ? "t" : "")"])}
        admitted |= {*tags.compatible_tags(version, digits)}
        """
    }
  }

  private static let glibc = Libc.glibc(LibcVersion(2, 28))

  static let scenes: [Scene] = [
    Scene(CPythonABI(3, 9), "x86_64", glibc), Scene(CPythonABI(3, 13), "x86_64", .glibc(LibcVersion(2, 5))),
    Scene(CPythonABI(3, 13, isFreeThreaded: true), "x86_64", glibc), Scene(CPythonABI(3, 12), "aarch64", glibc),
    Scene(CPythonABI(3, 15, isFreeThreaded: true), "aarch64", glibc),
    Scene(CPythonABI(3, 11), "x86_64", glibc, is32Bit: true), Scene(CPythonABI(3, 11), "aarch64", glibc, is32Bit: true),
    Scene(CPythonABI(3, 11), "armv7l", glibc), Scene(CPythonABI(3, 11), "armv7l", glibc, hasHardFloat: false),
    Scene(CPythonABI(3, 10), "ppc64le", glibc), Scene(CPythonABI(3, 10), "mips64", glibc),
    Scene(CPythonABI(3, 10), "x86_64", .musl(LibcVersion(1, 2))),
    Scene(CPythonABI(3, 10), "aarch64", .musl(LibcVersion(1, 1))),
    Scene(CPythonABI(3, 11), "x86_64", .glibc(LibcVersion(2, 4))),
    Scene(CPythonABI(3, 11), "x86_64", .glibc(LibcVersion(3, 1))),
  ]

  @Test(arguments: scenes)
  func elsewhere(_ scene: Scene) throws {
    let python = try TestEnvironment.tools.folder().appending("bin").appending("python")
    try compare(scene.tags, python, scene.conditions)
  }

  /// The machine of this test under its own name, asked with each interpreter's own `sys_tags`; `packaging` 26.4 runs
  /// with 3.10 and newer.
  @Test(arguments: TestPython.all.filter { $0.version >= PythonVersion(3, 10) })
  func here(_ python: TestPython) throws {
    let libc = try #require(Machine.libc().flatMap { Libc($0) })
    let machine = TagMachine(architecture: try #require(Machine.architecture()), libc: libc)
    let abi = CPythonABI(
      python.version.major, python.version.minor, isFreeThreaded: python.version.isFreeThreaded)
    try compare(CompatibleTags(abi, on: machine), python.executable, "admitted = {*tags.sys_tags()}")
  }

  /// Every tag that packaging has, and some thousands near them.
  private func compare(_ ours: CompatibleTags, _ python: FilePath, _ conditions: String) throws {
    var generator = SeededGenerator(seed: 600)
    let texts = (0..<4_000).map { _ in Self.tag(near: ours, &generator) }
    let (admitted, answers) = try theirs(texts, python, conditions)
    try #require(answers.count == texts.count && admitted.count > 20)
    for text in admitted { #expect(try ours.admits(WheelTagSet(text)), "\(text)") }
    for (text, answer) in zip(texts, answers) { #expect(Self.answer(ours, text) == answer, "\(text)") }
    #expect(Set(answers).count == 3)
  }

  private static func answer(_ ours: CompatibleTags, _ text: String) -> String {
    guard let tags = try? WheelTagSet(text) else { return "invalid" }
    return ours.admits(tags) ? "yes" : "no"
  }

  private struct Answers: Decodable {
    let admitted: [String]
    let answers: [String]
  }

  private func theirs(
    _ texts: [String], _ python: FilePath, _ conditions: String
  ) throws -> (admitted: [String], answers: [String]) {
    let folder = try TestFolder()
    let input = try folder.write(String(decoding: JSONEncoder().encode(texts), as: UTF8.self), to: "tags.json")
    let tools = try TestEnvironment.tools.folder().string
    let script = """
      import glob, json, sys, sysconfig
      sys.path[:0] = glob.glob("\(tools)/lib/python3*/site-packages")
      from packaging import _manylinux, _musllinux, tags
      \(conditions)
      def answer(text):
          try:
              return "yes" if not admitted.isdisjoint(tags.parse_tag(text)) else "no"
          except ValueError:
              return "invalid"
      answers = [answer(text) for text in json.load(open(sys.argv[1]))]
      print(json.dumps({"admitted": [str(tag) for tag in admitted], "answers": answers}))
      """
    let run = try Program(in: folder.path).run(python, ["-c", script, input.string])
    try #require(run.status == 0, "\(run.errors)")
    let answers = try JSONDecoder().decode(Answers.self, from: Data(run.output.utf8))
    return (answers.admitted, answers.answers)
  }
}

// MARK: Tags near the border

extension TagComparisonTests {
  /// Mostly one tag, at times a compressed set, seldom damaged.
  private static func tag(near ours: CompatibleTags, _ generator: inout SeededGenerator) -> String {
    let parts = [python, abi, platform].map { part in
      let count = Int.random(in: 0..<8, using: &generator) == 0 ? 2 : 1
      return (0..<count).map { _ in part(ours, &generator) }.joined(separator: ".")
    }
    let text = parts.joined(separator: "-")
    guard Int.random(in: 0..<12, using: &generator) == 0 else { return text }
    return String(decoding: generator.mutate(Array(text.utf8)), as: UTF8.self)
  }

  private static func minor(_ ours: CompatibleTags, _ generator: inout SeededGenerator) -> Int {
    let near = [ours.python.minor, ours.python.minor, ours.python.minor - 1, ours.python.minor + 1]
    return near.randomElement(using: &generator) ?? 0
  }

  private static func python(_ ours: CompatibleTags, _ generator: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: "py3"
    case 1: ["py2", "py", "cp", "cp3", "py27", "pp39", "graalpy240", "cp2"].randomElement(using: &generator) ?? ""
    case 2: "py3\(minor(ours, &generator))"
    case 3:
      "\(["cp3", "py3", "CP3"].randomElement(using: &generator) ?? "")\(Int.random(in: 0...20, using: &generator))"
    default: "cp3\(minor(ours, &generator))"
    }
  }

  private static func abi(_ ours: CompatibleTags, _ generator: inout SeededGenerator) -> String {
    let flag = ["", "", "t", "d", "m"].randomElement(using: &generator) ?? ""
    return switch Int.random(in: 0..<6, using: &generator) {
    case 0, 1: "none"
    case 2: "abi3"
    case 3: ["abi3t", "abi4", "NONE", "pypy39_pp73"].randomElement(using: &generator) ?? ""
    default: "cp3\(minor(ours, &generator))\(flag)"
    }
  }

  private static func platform(_ ours: CompatibleTags, _ generator: inout SeededGenerator) -> String {
    let others = ["x86_64", "aarch64", "i686", "armv7l", "armv8l", "ppc64le", "mips64", ""]
    let own = Int.random(in: 0..<4, using: &generator) > 0
    let machine = own ? ours.machine.architecture : others.randomElement(using: &generator) ?? ""
    let minor = Int.random(in: 0...45, using: &generator)
    return switch Int.random(in: 0..<9, using: &generator) {
    case 0:
      ["any", "any", "ANY", "win_amd64", "macosx_11_0_arm64", "win32", "linux"].randomElement(using: &generator) ?? ""
    case 1: "linux_\(machine)"
    case 2: "\(["manylinux1_", "manylinux2010_", "manylinux2014_"].randomElement(using: &generator) ?? "")\(machine)"
    case 3: "musllinux_1_\(minor % 4)_\(machine)"
    case 4:
      "\(["manylinux_02_", "manylinux_3_", "musllinux_2_", "manylinux_1_"].randomElement(using: &generator) ?? "")\(minor)_\(machine)"
    default: "manylinux_2_\(minor)_\(machine)"
    }
  }
}
