import Diagnosis
import FoundationEssentials
import Probing
import Reporting
import Testing

/// Causes in reports and in text.
@Suite struct DiagnosisReportTests {
  private static let finding = Finding(
    .versionConflict, .certain, culprits: ["scipy\u{1B}[31m"], "gensim needs `triu`.\u{7}",
    evidence: ["line\n2", "at x.py:1"],
    fixes: [Fix("upgrade gensim", commands: ["pip install gensim"])])

  private func schema(_ name: String) throws -> JSONValue {
    var folder = URL(filePath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return try JSONDecoder().decode(JSONValue.self, from: Data(contentsOf: folder.appending(path: "Schemas/\(name)")))
  }

  private func written(_ value: some Encodable) throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(value))
  }

  @Test(arguments: ["report-1.json", "explanation-1.json"]) func schemasNameWhatIsWritten(_ name: String) throws {
    let definition = try schema(name)["$defs"]["diagnosis"]
    let diagnosis = try written(DiagnosisReport(Self.finding))
    #expect(Set(definition["required"].strings) == diagnosis.keys)
    #expect(definition["properties"].keys == diagnosis.keys)
    #expect(definition["properties"]["cause"]["enum"].strings == Cause.allCases.map(\.rawValue))
    #expect(Set(definition["properties"]["confidence"]["enum"].strings) == Set(Confidence.allCases.map(\.rawValue)))
    let fix = definition["properties"]["fixes"]["items"]
    #expect(Set(fix["required"].strings) == diagnosis["fixes"][0].keys)
  }

  @Test func explanation() throws {
    let facts = ExceptionFacts(type: "E", qualifiedType: "E", message: "m")
    let explanation = try written(ExplanationReport(exception: facts, findings: [Self.finding]))
    let schema = try schema("explanation-1.json")
    #expect(Set(schema["required"].strings) == explanation.keys)
    #expect(schema["properties"].keys == explanation.keys)
    #expect(schema["properties"]["schema"]["const"] == explanation["schema"])
    #expect(try written(ExplanationReport()).keys == explanation.keys)
  }

  @Test func foreignTextIsHarmless() {
    let report = DiagnosisReport(Self.finding)
    #expect(report.culprits == ["scipy␛[31m"] && report.summary == "gensim needs `triu`.␇")
    #expect(report.evidence == ["line 2", "at x.py:1"])
  }

  @Test func theCauseComesBeforeTheTraceback() {
    let check = Samples.check("gensim", .failed, .import) {
      $0.exception = Samples.exception("ImportError", "no triu", traceback: "Traceback (most recent call last):\nx")
      $0.diagnosis = [DiagnosisReport(Self.finding)]
    }
    let text = Samples.renderer().summary(Samples.report(check))
    let expected = """
        version-conflict (certain): gensim needs `triu`.␇
          - line 2
          - at x.py:1
          → upgrade gensim
              pip install gensim
      """
    let start = text.firstRange(of: expected)
    let traceback = text.firstRange(of: "Traceback")
    #expect(start != nil && traceback != nil)
    if let start, let traceback { #expect(start.upperBound <= traceback.lowerBound) }
  }

  @Test func everyCauseHasAPage() {
    let text = ExplanationText(theme: Theme(isColoured: false, width: 80), isVerbose: false)
    for cause in Cause.allCases { #expect(text.page(cause).contains(cause.meaning.prefix(20)), "\(cause)") }
    for page in Rules.pages { #expect(text.page(page.cause).contains("rule \(page.id)")) }
    #expect(text.list.split(separator: "\n").count { !$0.hasPrefix(" ") } == Cause.allCases.count)
  }
}
