import Testing

@testable import Diagnosis

@Suite struct LoaderLimitTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: LoaderLimit()) }

  private static func text(_ message: String) -> Evidence { Sample.text("ImportError", message) }

  static let cases: [RuleCase] = [
    RuleCase(
      "no room, in a text", text("\(site)/a/libgomp.so.1: cannot allocate memory in static TLS block"), .staticTLS),
    RuleCase(
      "stack, in a text",
      text("\(site)/a/_b.so: cannot enable executable stack as shared object requires: Permission denied"),
      .executableStack),
    RuleCase(
      "no room, as the files show",
      Sample.loader("x: cannot allocate memory in static TLS block", .staticTLS, .unknown, of: "a", installed: "a 1.0"),
      .staticTLS, .certain, culprits: ["a"]),
    RuleCase(
      "stack, as the files show",
      Sample.loader("x: cannot enable executable stack", .executableStack, .notAllowed, of: "a", installed: "a 1.0"),
      .executableStack, .certain, culprits: ["a"]),
    RuleCase(
      "musl",
      text("Error relocating /usr/lib/a.so: (null): initial-exec TLS resolves to dynamic definition in /usr/lib/a.so"),
      .staticTLS, .likely),
    RuleCase("something else", text("cannot allocate memory"), nil),
  ]
}
