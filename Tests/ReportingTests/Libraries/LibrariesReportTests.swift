import FoundationEssentials
import Reporting
import Testing

@Suite struct LibrariesReportTests {
  private func report(_ graphs: [LibraryGraph], problem: ProblemReport? = nil) -> LibrariesReport {
    LibrariesReport(
      examined: graphs.count, objects: LibraryObjectReport.all(in: graphs),
      warnings: [WarningReport(code: "c", message: "m")], problem: problem)
  }

  private func differences(_ report: LibrariesReport) throws -> [String] {
    try SchemaCheck("libraries-1.json").differences(try JSONDecoder().decode(JSONValue.self, from: report.json()))
  }

  @Test func schema() throws {
    var graph = LibrarySamples.module
    graph.objects[0].undefinedSymbols = [UndefinedSymbolReport(symbol: "f")]
    #expect(try differences(report([graph, LibrarySamples.refused("e.so")])) == [])
    #expect(try differences(report([], problem: ProblemReport(code: "c", message: "m"))) == [])
  }

  @Test(arguments: LibraryProblemReport.Code.allCases, LibrarySupplierReport.Kind.allCases)
  func words(code: LibraryProblemReport.Code, kind: LibrarySupplierReport.Kind) throws {
    var graph = LibrarySamples.refused("e.so")
    graph.objects[0].problems = [LibraryProblemReport(code, "m", suppliers: [LibrarySupplierReport(kind, "n")])]
    #expect(try differences(report([graph])) == [])
  }

  @Test(arguments: LoaderRule.allCases)
  func rules(rule: LoaderRule) throws {
    var report = report([LibrarySamples.module])
    report.objects[0].needed[0].rule = rule
    report.objects[0].problems[0].considered[0].rule = rule
    #expect(try differences(report) == [])
  }

  @Test func theSchemaRefuses() throws {
    var report = report([LibrarySamples.module])
    report.schema = "realimport.libraries/2"
    #expect(try differences(report) == ["$.schema: another constant"])
  }

  @Test func needs() throws {
    let objects = LibraryObjectReport.all(in: [LibrarySamples.module])
    #expect(objects.map(\.requested) == [true, false, false, false])
    let needed = objects[0].needed
    #expect(needed.map(\.file) == ["/site/one/libone.so.1", nil, nil, "/lib/libc.so.6"])
    #expect(needed.map(\.rule) == [.runpath, .notFound, .notFound, .cache])
    #expect(needed.map(\.driver) == [nil, nil, "NVIDIA driver", nil])
    #expect(objects[0].problems.map(\.library) == ["libtwo.so"])
  }

  /// One file in two processes that meet its needs in the same way is told once.
  @Test func once() {
    #expect(LibraryObjectReport.all(in: [LibrarySamples.module, LibrarySamples.module]).count == 4)
    var other = LibrarySamples.module
    other.objects[1].needs[0].result = .driver("d")
    #expect(LibraryObjectReport.all(in: [LibrarySamples.module, other]).count == 5)
  }

  @Test func verdicts() {
    #expect(report([LibrarySamples.quiet("a.so")]).verdict == .passed)
    #expect(report([LibrarySamples.module]).verdict == .failed)
    #expect(report([LibrarySamples.refused("e.so", optional: true)]).verdict == .passed)
    #expect(report([], problem: ProblemReport(code: "c", message: "m")).verdict == .failed)
  }
}
