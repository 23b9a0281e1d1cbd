import FoundationEssentials
import Probing
import Reporting
import SystemCalls
import SystemPackage
import TestSupport
import Testing

extension Program {
  /// Runs `check --format json` and gives the report, which must be all that stands on standard output and must be
  /// valid against the published schema.
  func report(_ arguments: String...) throws -> (report: Report, status: Int32?) {
    try report(arguments)
  }

  /// - Parameter isValidated: Only where processes are looked for right after the run the schema has to wait.
  func report(_ arguments: [String], isValidated: Bool = true) throws -> (report: Report, status: Int32?) {
    let run = try run(Self.path, ["check", "--format", "json"] + arguments)
    let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    if isValidated, !Repository.isOffline { try validate(run.output) }
    return (report, run.status)
  }

  /// The one check of a report about one target.
  func check(_ arguments: String...) throws -> CheckReport {
    let (report, status) = try report(arguments)
    #expect(status == (report.verdict == .passed ? 0 : 1))
    return try #require(report.checks.first)
  }

  /// A report that was decoded is written again, which loses nothing that the schema asks for.
  func validate(_ report: Report) throws {
    try validate(String(decoding: try report.json(), as: UTF8.self))
  }

  /// - Parameter schema: The name of its file.
  func validate(_ json: String, against schema: String = "report-1.json") throws {
    let folder = try TestFolder()
    let file = try folder.write(json, to: "report.json")
    let python = try TestEnvironment.tools.folder().appending("bin").appending("python")
    let schema = Repository.folder.appending("Schemas").appending(schema)
    let result = try runCommand(
      Command(executable: python, arguments: ["-c", Self.validator, schema.string, file.string]), timeout: .seconds(60))
    #expect(result.ending == .exited(0), "\(String(decoding: result.errorOutput, as: UTF8.self))")
  }

  private static let validator = """
    import json, sys, jsonschema
    # Exceptions may have hundreds of others in them.
    sys.setrecursionlimit(20_000)
    schema, report = (json.load(open(name, encoding='utf-8')) for name in sys.argv[1:])
    jsonschema.validate(report, schema, jsonschema.Draft202012Validator)
    """
}
