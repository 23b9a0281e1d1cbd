import FoundationEssentials
import Probing
import Reporting
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// Whatever an import does: the verdict is right, the report is whole, time is kept, and nothing stays behind.
@Suite(.enabled(if: TestPython.any != nil, "no Python that can be embedded is on this machine"))
struct ReliabilityTests {
  /// How the process of the import comes about.
  enum Way: String, CaseIterable, Sendable {
    case started, forked
  }

  @Test(arguments: Hostile.rows, Way.allCases)
  func isSurvived(row: Hostile, way: Way) throws {
    try survive(row, way, try #require(TestPython.any))
  }

  @Test(arguments: Hostile.versionDependent, TestPython.all)
  func isSurvivedWithEveryPython(row: Hostile, python: TestPython) throws {
    for way in Way.allCases { try survive(row, way, python) }
  }

  /// Limits that are too low for a worker are named in words; limits of processes do not bind root.
  @Test func tooFewDescriptors() throws {
    let python = try #require(TestPython.any).executable.string
    let script = #"ulimit -n 10; exec "$0" --python "$1" json"#
    let run = try Program(in: "/").run("/bin/sh", ["-c", script, Program.path.string, python])
    #expect(run.status == 3)
    #expect(run.errors.contains("the limit of open files is reached; raise it (`ulimit -n`)"), "\(run.errors)")
  }

  private func survive(_ row: Hostile, _ way: Way, _ python: TestPython) throws {
    let (folder, temporary) = (try TestFolder(), try TestFolder())
    try folder.write(row.source, to: "subject.py")
    let mark = UUID().uuidString
    let program = Program(in: folder.path, ["REALIMPORT_TEST_MARK": mark, "TMPDIR": temporary.path.string])
    let timeout = row.hangs ? 2 : 30
    let began = ContinuousClock.now
    let (report, status) = try program.report(
      ["--python", python.executable.string, "--timeout", "\(timeout)", row.target]
        + (way == .forked ? ["json"] : []),
      isValidated: false)
    let survivors = Survivors.find(mark: mark, folder: folder.path)
    if row.hangs { #expect(.now - began < .seconds(timeout + 3)) }
    #expect(survivors.isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.path.string).isEmpty)
    #expect(status == (row.outcome == .passed ? 0 : 1))
    #expect(report.checks.count == (way == .forked ? 2 : 1))
    #expect(report.checks.dropFirst().allSatisfy { $0.outcome == .passed })
    try expect(row, try #require(report.checks.first))
    if !Repository.isOffline { try program.validate(report) }
  }

  private func expect(_ row: Hostile, _ check: CheckReport) throws {
    #expect(check.outcome == row.outcome)
    #expect(check.phase == row.phase)
    #expect(check.exitCode == row.exitCode)
    #expect(check.signal == row.signal)
    if row.outcome != .passed { #expect(check.confirmed == true) }
    let codes = check.warnings.map(\.code).filter { $0 != "python-warning" }
    if row.outcome == .passed { #expect(codes == (row.warning.map { [$0] } ?? [])) }
    #expect(!check.output.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
  }
}

/// Processes that a run has left behind.
enum Survivors {
  /// Known by a variable, by where they work, or by their command line; without any grace.
  static func find(mark: String, folder: FilePath) -> [String] {
    ProcessTable.all().filter { !$0.isZombie }.compactMap { entry in
      let process = "/proc/\(entry.identifier)"
      let texts = ["environ", "cmdline"].map { name in
        (try? Data(contentsOf: URL(filePath: "\(process)/\(name)"))).map { String(decoding: $0, as: UTF8.self) } ?? ""
      }
      let place = (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(process)/cwd")) ?? ""
      let isOurs = texts[0].contains(mark) || (texts + [place]).contains { $0.contains(folder.string) }
      return isOurs ? "\(entry.identifier) \(texts[1])" : nil
    }
  }
}
