import FoundationEssentials
import Probing
import Reporting
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// Whatever kills processes of a run, be it an import or the system: the report is whole, and nothing is left.
@Suite(.serialized) struct KilledWorkersTests {
  static let modules = ["json", "email", "asyncio", "decimal", "sqlite3", "xml.dom.minidom", "unittest"]

  /// The script kills one of the processes below the front, again and again.
  @Test(arguments: 0..<24)
  func atAnyMoment(_ round: Int) throws {
    var generator = SeededGenerator(seed: UInt64(round))
    let pauses = (0..<3).map { _ in Double(Int.random(in: 5...120, using: &generator)) / 1000 }
    let places = pauses.map { _ in Int.random(in: 1...4, using: &generator) }
    let kills = zip(pauses, places).map { pause, place in
      "sleep \(pause); kill -9 $(pgrep -P $front; for c in $(pgrep -P $front); do pgrep -P $c; done | sed -n \(place)p)"
    }
    let script = """
      "$0" --python "$1" --format json \(Self.modules.joined(separator: " ")) & front=$!
      { \(kills.joined(separator: "\n")); } >/dev/null 2>&1
      wait $front
      """
    let python = try #require(TestPython.any).executable.string
    let folder = try TestFolder()
    let mark = "REALIMPORT_TEST_\(folder.path.lastComponent?.string ?? "")"
    let program = Program(in: folder.path, [mark: "1"])
    let run = try program.run("/bin/sh", ["-c", script, Program.path.string, python])
    #expect(Survivors.find(mark: mark, folder: folder.path) == [])
    let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    // While it is killed again and again, no Python can be started.
    guard report.problem == nil else { return #expect(run.status == 3) }
    #expect(report.checks.map(\.target) == Self.modules)
    // What was killed is begun anew; the verdict of what was killed then, too, says so.
    #expect(report.checks.allSatisfy { $0.outcome == .passed || $0.signal == "SIGKILL" })
    #expect(run.status == (report.checks.allSatisfy { $0.outcome == .passed } ? 0 : 1))
  }
}
