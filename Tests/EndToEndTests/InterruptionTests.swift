import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// Ctrl-C ends everything, and what is known by then is reported.
@Suite(.enabled(if: TestPython.any != nil, "no Python that can be embedded is on this machine"))
struct InterruptionTests {
  @Test(arguments: ["INT", "TERM", "HUP"])
  func endsWorkersAndReportsWhatIsKnown(signal: String) throws {
    let folder = try TestFolder()
    try folder.write("VALUE = 1", to: "first.py")
    try folder.write("import time\nopen('started', 'w').close()\ntime.sleep(600)", to: "second.py")
    let python = try #require(TestPython.any).executable.string
    // A shell that is not interactive lets its background processes ignore SIGINT.
    let script = """
      env --default-signal '\(Program.path)' --jobs 1 --timeout 60 --python '\(python)' --format json first second > report.json 2> errors &
      until [ -e started ]; do sleep 0.05; done
      kill -\(signal) $!
      wait $!
      echo "status $?"
      """
    let run = try Program(in: folder.path).run("/bin/bash", ["-c", script])
    #expect(run.output.contains("status 130"), "\(run.output)\(run.errors)")
    let report = try Program(in: folder.path).run("/bin/cat", ["report.json"]).output
    #expect(report.contains(#""target" : "first""#))
    let errors = try Program(in: folder.path).run("/bin/cat", ["errors"]).output
    #expect(errors.contains("interrupted"))
  }
}
