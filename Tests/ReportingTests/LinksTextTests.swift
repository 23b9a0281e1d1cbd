import Probing
import Reporting
import Testing

/// What a link check found, as warnings and as lines of text.
@Suite struct LinksTextTests {
  private static func finding(
    _ code: LinkFindingReport.Code, _ module: String? = nil, file: String = "/site/pkg/_c.so",
    _ change: (inout LinkFindingReport) -> Void = { _ in }
  ) -> LinkFindingReport {
    var finding = LinkFindingReport(code, file: file, module: module, distribution: "pkg")
    change(&finding)
    return finding
  }

  private static func lacking(_ names: [String], _ module: String, offeredBy: [String] = []) -> LinkFindingReport {
    finding(.missingLibrary, module) { finding in
      finding.libraries = names.map {
        MissingLibraryReport(name: $0, neededBy: "/site/pkg/_c.so", considered: [], offeredBy: offeredBy)
      }
    }
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let findings: [LinkFindingReport]
    let warnings: [String]

    init(_ testDescription: String, _ findings: [LinkFindingReport], _ warnings: String...) {
      (self.testDescription, self.findings, self.warnings) = (testDescription, findings, warnings)
    }
  }

  static let rows: [Row] = [
    Row("nothing", []),
    Row(
      "a library", [lacking(["libx.so.1"], "pkg._c")], "missing-library: `pkg._c` needs libx.so.1, which is not found"),
    Row(
      "libraries of several files",
      [
        lacking(["libx.so.1", "liby.so"], "pkg._a"), lacking(["libx.so.1"], "pkg._b"), lacking(["libz.so"], "pkg._c"),
      ],
      "missing-library: `pkg._a`, `pkg._b`, `pkg._c` need libx.so.1, liby.so, libz.so, which are not found"),
    Row(
      "many files", (1...6).map { lacking(["libx.so.1"], "pkg._\($0)") },
      "missing-library: `pkg._1`, `pkg._2`, `pkg._3` and 3 more need libx.so.1, which is not found"),
    Row(
      "a library that nobody asks for", [lacking(["libx.so.1"], "pkg._c", offeredBy: ["other"])],
      "missing-library: `pkg._c` needs libx.so.1, which is not found; libx.so.1 is part of other, which is neither "
        + "required nor imported"),
    Row(
      "symbols",
      [
        finding(.undefinedSymbol, "pkg._c") { finding in
          finding.undefinedSymbols = ["a", "b", "c", "d", "e"].map { UndefinedSymbolReport(symbol: $0) }
        }
      ], "undefined-symbol: `pkg._c` wants 5 symbols that nothing defines: `a`, `b`, `c` and 2 more"),
    Row(
      "a symbol of C++, of a library",
      [
        finding(.undefinedSymbol) { finding in
          finding.undefinedSymbols = [UndefinedSymbolReport(symbol: "_Z1fv", demangled: "f()")]
        }
      ], "undefined-symbol: `pkg/_c.so` wants a symbol that nothing defines: `f()`"),
    Row(
      "a version",
      [
        finding(.missingSymbolVersion, "pkg._c") { finding in
          finding.versions = [MissingVersionReport(version: "V_2", library: "libx.so", file: "/lib/libx.so")]
        }
      ], "missing-symbol-version: `pkg._c` wants version V_2 of libx.so, which `/lib/libx.so` does not have"),
    Row(
      "another machine", [finding(.otherMachine, "pkg._c") { $0.problem = "it is for aarch64" }],
      "other-machine: `pkg._c` cannot be loaded: it is for aarch64"),
    Row("what no module needs", [finding(.undefinedSymbol) { $0.optional = true }]),
  ]

  @Test(arguments: rows)
  func warnings(_ row: Row) {
    let warnings = LinksReport(objects: 9, findings: row.findings).warnings
    #expect(warnings.map { "\($0.code): \($0.message)" } == row.warnings)
  }

  @Test func nothingCouldBeExamined() {
    let warnings = LinksReport(problem: "it is a script").warnings
    #expect(
      warnings.map { "\($0.code): \($0.message)" }
        == ["links-not-checked: native links could not be checked: it is a script"])
  }

  @Test func notes() {
    var check = Samples.check("pkg", .passed)
    check.links = LinksReport(
      objects: 1,
      driver: [DriverNeedReport(file: "/site/pkg/_c.so", libraries: ["libcuda.so.1"], symbols: ["cuInit"])],
      assumptions: [Self.assumption, Self.assumption])
    let theme = Theme(isColoured: false, width: 100)
    #expect(
      TextRenderer(theme: theme, isVerbose: false).line(check) == """
        passed    pkg
          note: `pkg/_c.so` needs libcuda.so.1, which comes with the driver
        """)
    #expect(
      TextRenderer(theme: theme, isVerbose: true).line(check) == """
        passed    pkg
          note: `pkg/_c.so` needs libcuda.so.1, which comes with the driver
          note: assumed: liba.so: as loaded by a 1.0, which pkg requires
        """)
  }

  private static let assumption = LinkAssumptionReport(
    file: "/site/pkg/_c.so", library: "liba.so", symbols: [], providedBy: "/site/a/liba.so", distribution: "a",
    message: "liba.so: as loaded by a 1.0, which pkg requires")
}
