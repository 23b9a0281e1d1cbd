import FoundationEssentials
import SystemCalls
import Testing

@Suite struct ProcessEnvironmentTests {
  private func environment(_ entries: String...) -> ProcessEnvironment {
    ProcessEnvironment(entries: entries.map { Array($0.utf8) })
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let value: String?
    var testDescription: String { "\(name) is \(value ?? "not set")" }

    init(_ name: String, _ value: String?) {
      self.name = name
      self.value = value
    }
  }

  static let cases: [Case] = [
    Case("PATH", "/bin"), Case("PAT", nil), Case("PATHS", "x"), Case("path", nil), Case("EMPTY", ""),
    Case("LIST", "a=b=c"), Case("TWICE", "1"), Case("NOTHING", nil), Case("", nil), Case("größe", "1"),
  ]

  @Test(arguments: cases)
  func lookup(_ row: Case) {
    let variables = environment(
      "PATHS=x", "PATH=/bin", "EMPTY=", "LIST=a=b=c", "TWICE=1", "TWICE=2", "NOTHING", "größe=1")
    #expect(variables[row.name] == row.value.map { Array($0.utf8) })
  }

  @Test func valuesNeedNotBeUTF8() {
    let variables = ProcessEnvironment(entries: [Array("X=".utf8) + [0xFF, 0x0A]])
    #expect(variables["X"] == [0xFF, 0x0A])
  }

  @Test func defaults() {
    let variables = environment("A=1", "B=")
    #expect(variables.addingDefault("C", "2").entries == environment("A=1", "B=", "C=2").entries)
    #expect(variables.addingDefault("A", "2").entries == variables.entries)
    #expect(variables.addingDefault("B", "2").entries == variables.entries)
  }

  @Test func setting() {
    let variables = environment("A=1", "AB=2", "A=3", "B=", "A")
    #expect(variables.setting([:]).entries == variables.entries)
    // Every entry of the name goes, since the C library finds the first; names that begin alike stay.
    #expect(
      variables.setting(["A": "x=y", "C": ""]).entries == environment("AB=2", "B=", "A", "A=x=y", "C=").entries)
    #expect(variables.setting(["größe": "ü"])["größe"] == Array("ü".utf8))
    let bytes = ProcessEnvironment(entries: [Array("X=".utf8) + [0xFF]])
    #expect(bytes.setting(["Y": "1"])["X"] == [0xFF])
  }

  @Test func thisProcess() {
    let variables = ProcessEnvironment.current()
    for (name, value) in ProcessInfo.processInfo.environment {
      #expect(variables[name] == Array(value.utf8))
    }
    #expect(!ProcessArguments.current().isEmpty)
  }
}
