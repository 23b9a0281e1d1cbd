import Supervision
import SystemCalls
import TestSupport
import Testing

@testable import Diagnosis

/// The tables of what the standard library has in which release, against every Python of this machine.
@Suite struct StandardLibraryTablesTests {
  /// Prints the names that the answer does not fit: `module.name`, and whether it must be there.
  private static let script = """
    import importlib, sys, warnings
    warnings.simplefilter('ignore')
    for line in sys.argv[1].splitlines():
        name, wanted = line.split()
        module, _, attribute = name.rpartition('.')
        try:
            there = hasattr(importlib.import_module(module), attribute)
        except Exception:
            there = False
        if there != (wanted == 'yes'):
            print(name, 'is there' if there else 'is not there')
    """

  @Test(arguments: TestPython.all) func names(_ python: TestPython) throws {
    var lines: [String] = []
    for (name, change) in StandardLibraryNames.changes {
      let isGone = change.removed.map { python.version.minor >= $0 } ?? false
      let isToCome = change.added.map { python.version.minor < $0 } ?? false
      // What one release removed need not have been in all before it.
      if isGone || isToCome { lines.append("\(name) no") } else if change.removed == nil { lines.append("\(name) yes") }
    }
    let answer = try runCommand(
      Command(executable: python.executable, arguments: ["-c", Self.script, lines.sorted().joined(separator: "\n")]),
      timeout: .seconds(60))
    #expect(answer.ending == .exited(0))
    #expect(String(decoding: answer.output, as: UTF8.self) == "")
  }

  @Test(arguments: TestPython.all) func coreNames(_ python: TestPython) throws {
    let lines = CoreNames.table.filter { StandardLibraryModules.names.contains($0.key) }.flatMap { module, names in
      names.map { "\(module).\($0) yes" }
    }
    // Debian keeps these in packages of their own.
    let asked = lines.filter { !$0.hasPrefix("tkinter.") && !$0.hasPrefix("turtle.") && !$0.hasPrefix("test.") }
    let answer = try runCommand(
      Command(executable: python.executable, arguments: ["-c", Self.script, asked.sorted().joined(separator: "\n")]),
      timeout: .seconds(60))
    #expect(String(decoding: answer.output, as: UTF8.self) == "")
  }

  @Test(arguments: TestPython.all) func modules(_ python: TestPython) throws {
    let script = "import sys; print(*getattr(sys, 'stdlib_module_names', ()))"
    let answer = try runCommand(
      Command(executable: python.executable, arguments: ["-c", script]), timeout: .seconds(60))
    let names = Set(
      String(decoding: answer.output, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init))
    guard !names.isEmpty else { return }
    for (module, change) in StandardLibraryChanges.modules where !module.contains(".") {
      let isGone = change.removed.map { python.version.minor >= $0 } ?? false
      let isToCome = change.added.map { python.version.minor < $0 } ?? false
      #expect(names.contains(module) == (!isGone && !isToCome), "\(module)")
    }
  }
}
