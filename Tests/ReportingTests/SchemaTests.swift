import FoundationEssentials
import Probing
import Reporting
import Testing

/// The JSON Schema that the repository publishes names exactly the keys that are written.
@Suite struct SchemaTests {
  private let definitions: JSONValue
  private let schema: JSONValue
  private let report: JSONValue

  init() throws {
    var folder = URL(filePath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    schema = try JSONDecoder().decode(
      JSONValue.self, from: Data(contentsOf: folder.appending(path: "Schemas/report-1.json")))
    definitions = schema["$defs"]
    let exception = Samples.exception("E", "m", frames: [Samples.frame("/x.py", 1)])
    let check = Samples.check("a:b", .failed, .attribute) { check in
      check.exception = exception
      check.attributes = [AttributeReport(path: "b", found: false)]
      check.warnings = [WarningReport(code: "c", message: "m")]
      check.loadedObjects = [
        LoadedObjectReport(file: "/a.so", distribution: nil, place: .elsewhere, loadedBefore: false)
      ]
      check.libraryCopies = [LibraryCopiesReport(library: "liba", files: ["/a/liba.so", "/b/liba.so"])]
      check.links = Self.links
      check.loader = [Samples.loader()]
      check.requirements = [RequirementReport(requirement: "a>=1", statedBy: nil, found: nil, holds: false)]
      check.expressions = [
        ExpressionReport(
          expression: "a.b", holds: false, values: [ExpressionValue(expression: "a", value: "1")], exception: exception)
      ]
    }
    var written = Samples.report(check, problem: ProblemReport(code: "c", message: "m"))
    written.conflicts = [
      ConflictReport(distribution: "a", version: "1", requirement: "b", subject: "b", found: nil, kind: .missing)
    ]
    report = try JSONDecoder().decode(JSONValue.self, from: written.json())
  }

  private static let links: LinksReport = {
    var finding = LinkFindingReport(.undefinedSymbol, file: "/x.so", module: nil, distribution: "a")
    let place = ConsideredPlaceReport(place: "/x", rule: "cache", reason: "no such file")
    finding.libraries = [MissingLibraryReport(name: "libx.so", neededBy: "/x.so", considered: [place])]
    finding.versions = [MissingVersionReport(version: "V", library: "libx.so", file: "/libx.so")]
    finding.undefinedSymbols = [UndefinedSymbolReport(symbol: "f")]
    let assumption = LinkAssumptionReport(
      file: "/x.so", library: nil, symbols: ["f"], providedBy: "/y.so", distribution: nil, message: "m")
    return LinksReport(
      objects: 1, findings: [finding], driver: [DriverNeedReport(file: "/x.so", libraries: [], symbols: [])],
      assumptions: [assumption])
  }()

  @Test func keysOfLinks() {
    let links = report["checks"][0]["links"]
    let (schema, finding) = (definitions["links"], links["findings"][0])
    expectKeys(links, schema)
    expectKeys(links["driver"][0], schema["properties"]["driver"]["items"])
    expectKeys(links["assumptions"][0], schema["properties"]["assumptions"]["items"])
    expectKeys(finding, definitions["link_finding"])
    expectKeys(finding["libraries"][0], definitions["missing_library"])
    expectKeys(
      finding["libraries"][0]["considered"][0], definitions["missing_library"]["properties"]["considered"]["items"])
    expectKeys(finding["versions"][0], definitions["link_finding"]["properties"]["versions"]["items"])
    expectKeys(finding["undefined_symbols"][0], definitions["link_finding"]["properties"]["undefined_symbols"]["items"])
    let codes = definitions["link_finding"]["properties"]["code"]["enum"].strings
    #expect(Set(codes) == Set(LinkFindingReport.Code.allCases.map(\.rawValue)))
  }

  /// Where each of the new parts hangs in the check.
  @Test func places() {
    let check = definitions["check"]["properties"]
    #expect(check["requirements"]["items"]["$ref"] == .string("#/$defs/requirement"))
    #expect(check["expressions"]["items"]["$ref"] == .string("#/$defs/expression"))
    #expect(schema["properties"]["conflicts"]["items"]["$ref"] == .string("#/$defs/conflict"))
  }

  private func expectKeys(_ written: JSONValue, _ schema: JSONValue, at location: SourceLocation = #_sourceLocation) {
    #expect(Set(schema["required"].strings) == written.keys, sourceLocation: location)
    #expect(schema["properties"].keys == written.keys, sourceLocation: location)
  }

  @Test func keys() {
    let check = report["checks"][0]
    expectKeys(report, schema)
    expectKeys(report["environment"], definitions["environment"])
    expectKeys(report["problem"], definitions["problem"])
    expectKeys(check, definitions["check"])
    expectKeys(check["output"], definitions["check"]["properties"]["output"])
    expectKeys(check["attributes"][0], definitions["attribute"])
    expectKeys(check["warnings"][0], definitions["warning"])
    let items = definitions["check"]["properties"]
    expectKeys(check["loaded_objects"][0], items["loaded_objects"]["items"])
    expectKeys(check["library_copies"][0], items["library_copies"]["items"])
    let loader = definitions["loader"]
    expectKeys(check["loader"][0], loader)
    expectKeys(check["loader"][0]["considered"][0], loader["properties"]["considered"]["items"])
    expectKeys(check["loader"][0]["offered_by"][0], loader["properties"]["offered_by"]["items"])
    expectKeys(check["loader"][0]["install"][0], loader["properties"]["install"]["items"])
    expectKeys(check["requirements"][0], definitions["requirement"])
    expectKeys(check["expressions"][0], definitions["expression"])
    expectKeys(check["expressions"][0]["values"][0], definitions["expression"]["properties"]["values"]["items"])
    expectKeys(report["conflicts"][0], definitions["conflict"])
    expectKeys(check["exception"], definitions["exception"])
    expectKeys(
      check["exception"]["frames"][0], definitions["exception"]["properties"]["frames"]["items"])
  }

  @Test func words() {
    let check = definitions["check"]["properties"]
    #expect(Set(check["outcome"]["enum"].strings) == Set(Outcome.allCases.map(\.rawValue)))
    #expect(Set(check["phase"]["enum"].strings) == Set(Phase.allCases.map(\.rawValue)))
    let places = check["loaded_objects"]["items"]["properties"]["place"]["enum"].strings
    #expect(Set(places) == Set(LoadedObjectReport.Place.allCases.map(\.rawValue)))
    let kinds = definitions["conflict"]["properties"]["kind"]["enum"].strings
    #expect(Set(kinds) == Set(ConflictReport.Kind.allCases.map(\.rawValue)))
    #expect(schema["properties"]["schema"]["const"] == report["schema"])
  }
}
