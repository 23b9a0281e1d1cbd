import Probing
import Testing

@testable import Diagnosis

@Suite struct RegisteredTwiceTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: RegisteredTwice()) }

  private static func crashed(_ output: String) -> Evidence {
    var failure = Failure(outcome: .crashed)
    failure.output = output
    failure.crashOwners = ["jaxlib"]
    return Evidence(failure: failure)
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "protobuf's registry", crashed("[libprotobuf ERROR] File already exists in database: xla/xla_data.proto"),
      .duplicateRuntime, .likely, culprits: ["jaxlib"]),
    RuleCase(
      "pybind11's registry",
      Sample.text("ImportError", #"generic_type: type "Context" is already registered!"#, ["\(site)/spam/__init__.py"]),
      .duplicateRuntime, .likely, culprits: ["spam"]),
    RuleCase(
      "pybind11 misses a type", Sample.text("ImportError", #"generic_type: type "A" referenced unknown base type "B""#),
      nil),
    RuleCase(
      "GLib", crashed("GLib-GObject-WARNING **: cannot register existing type 'GdkDisplayManager'"), .duplicateRuntime,
      .likely),
    RuleCase(
      "LLVM",
      Sample.text("?", "LLVM ERROR: inconsistency in registered CommandLine options"), .duplicateRuntime, .likely),
  ]
}
