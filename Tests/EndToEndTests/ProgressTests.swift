import SystemPackage
import TestSupport
import Testing

/// The line that says how far a run is, on a terminal.
@Suite(.enabled(if: TestPython.any != nil, "no Python that can be embedded is on this machine"))
struct ProgressTests {
  private let made: MadeDistributions
  private let python: FilePath

  init() throws {
    made = try MadeDistributions()
    python = try #require(TestPython.any).executable
    // Long enough that the line is written while the second is still on its way.
    for name in ["first", "second"] {
      try made.install("the-\(name)", files: ["mod_\(name).py": "import time; time.sleep(0.8)"])
    }
    try made.install("empty")
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let count: Int
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ arguments: String..., count: Int) {
      (self.arguments, self.count) = (arguments, count)
    }
  }

  static let rows: [Row] = [
    Row("mod_first", "mod_second", count: 2), Row("the-first", "the-second>=1", count: 2),
    // A name without a sign is tried as a module first.
    Row("empty", "mod_first", "mod_second", count: 3), Row("empty>=1", "mod_first", "mod_second", count: 3),
    Row("the.first", "mod_second", count: 2),
  ]

  @Test(arguments: rows)
  func eachCheckCountsOnce(_ row: Row) throws {
    let arguments = [Program.path.string, "--jobs", "1"] + row.arguments
    let run = try made.program.run(python, ["-c", "import pty, sys; pty.spawn(sys.argv[1:])"] + arguments)
    let totals = run.output.split(separator: " of ").dropFirst().compactMap { Int($0.prefix { $0.isNumber }) }
    #expect(Set(totals) == [row.count] && run.output.contains("\(row.count - 1) of \(row.count)"), "\(run.output)")
  }
}
