import Probing
import PythonPackaging
import Reporting
import SharedObjects
import Supervision
import SystemCalls
import SystemPackage

/// One run of `libraries`: from what was named to what is told.
struct LibraryExamination {
  private(set) var report: LibrariesReport
  private(set) var sections: [LibrarySection] = []

  /// - Parameter option: What `--python` names.
  init(of targets: [LibraryTarget], python option: String?, environment: ProcessEnvironment) {
    let found = FoundPython(option, environment: environment)
    report = LibrariesReport(environment: found.report)
    let areFiles = !targets.isEmpty && targets.allSatisfy(\.isFile)
    // Who names a Python wants that one.
    if let problem = found.problem, option != nil || !areFiles {
      report = LibrariesReport(environment: found.report, problem: problem)
      return
    }
    do throws(LinkObstacle) {
      let survey = LibrarySurvey(
        InstalledDistributions(searchPath: found.place.searchPath),
        try LinkCheck(found.interpreter, environment: environment), found.interpreter.flatMap { TargetPython($0) })
      examine(targets, survey, found)
    } catch {
      let problem = ProblemReport(code: "libraries-not-examined", message: error.reason)
      report = LibrariesReport(environment: found.report, problem: problem)
    }
  }

  private mutating func examine(_ targets: [LibraryTarget], _ survey: LibrarySurvey, _ found: FoundPython) {
    let path = LibrarySearchPath(
      installed: survey.installed, folders: [.currentDirectory()] + found.place.searchPath, tags: survey.tags)
    do throws(LibraryTargetProblem) {
      sections = targets.isEmpty ? survey.faultySections() : try Self.sections(targets, survey, path)
    } catch {
      let problem = ProblemReport(code: "nothing-to-check", message: error.message)
      report = LibrariesReport(environment: found.report, problem: problem)
      return
    }
    let warnings = found.interpreter == nil ? [Self.withoutPython] : []
    report = LibrariesReport(
      environment: found.report, examined: survey.examined,
      objects: LibraryObjectReport.all(in: sections.flatMap(\.graphs)), warnings: warnings)
  }

  /// Of all targets, before anything is examined.
  private static func sections(
    _ targets: [LibraryTarget], _ survey: LibrarySurvey, _ path: LibrarySearchPath
  ) throws(LibraryTargetProblem) -> [LibrarySection] {
    var subjects: [LibrarySubject] = []
    for target in targets { subjects += try path.subjects(of: target) }
    return subjects.map(survey.section)
  }

  private static let withoutPython = WarningReport(
    code: "no-python",
    message: "no Python was found: what its process brings along is not known, and symbols are not judged")
}

extension LibraryTarget {
  fileprivate var isFile: Bool { if case .file = self { true } else { false } }
}

extension LinkCheck {
  fileprivate init(_ interpreter: Interpreter?, environment: ProcessEnvironment) throws(LinkObstacle) {
    if let interpreter {
      try self.init(interpreter, environment: environment)
    } else {
      try self.init(ownProcess: environment)
    }
  }
}
