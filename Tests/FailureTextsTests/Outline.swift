import FailureTexts
import Probing

/// What was read out of a text, in lines that a person can check beside it.
enum Outline {
  static func of(_ text: FailureText) -> String {
    var lines = text.failures.flatMap(of)
    lines += text.remarks.map { "remark \($0.line) \($0.level?.rawValue ?? "-") \($0.text)" }
    if !text.hints.pythonVersions.isEmpty { lines.append("python \(text.hints.pythonVersions.joined(separator: " "))") }
    if let platform = text.hints.platform { lines.append("platform \(platform.rawValue)") }
    lines += text.hints.packages.map { "package \($0.name) \($0.version) \($0.source.rawValue)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func of(_ failure: TextFailure) -> [String] {
    let place = "\(failure.lines.lowerBound)-\(failure.lines.upperBound)"
    var lines = ["\(failure.form.rawValue) \(place)\(failure.isTruncated ? " truncated" : "")"]
    if let build = failure.build { lines.append("  build \(of(build))") }
    switch failure.ending {
    case .exception(let facts): lines += of(facts, "  ")
    case .message(let text): lines.append("  message \(shown(text))")
    case .death(let facts): lines += of(facts)
    }
    return lines
  }

  private static func of(_ build: BuildFacts) -> String {
    let name = "\(build.installer) \(build.distribution ?? "?") \(build.version ?? "?")"
    return "\(name): \(build.step ?? "?"), \(build.exitCode.map(String.init) ?? "?")"
  }

  private static func of(_ facts: DeathFacts) -> [String] {
    ["  death \(facts.signal ?? "?") \(facts.exitCode.map(String.init) ?? "?") \(shown(facts.message))"]
      + facts.frames.map { "    " + of($0) } + facts.nativeFrames.map { "    native \($0)" }
      + (facts.extensionModules.isEmpty ? [] : ["    modules \(facts.extensionModules.joined(separator: " "))"])
  }

  private static func of(_ facts: ExceptionFacts, _ indent: String) -> [String] {
    let relation = facts.relation.map { "\($0.rawValue) " } ?? ""
    var lines = ["\(indent)\(relation)\(facts.qualifiedType): \(shown(facts.message))"]
    lines += facts.notes.map { "\(indent)  note \(shown($0))" }
    if let suggestion = facts.suggestion { lines.append("\(indent)  suggestion \(suggestion)") }
    if let name = facts.name { lines.append("\(indent)  name \(name)") }
    if let path = facts.path { lines.append("\(indent)  path \(path)") }
    if let syntax = facts.syntax { lines.append("\(indent)  syntax \(of(syntax))") }
    lines += of(facts.frames).map { "\(indent)  " + $0 }
    return lines + facts.inner.flatMap { of($0, indent + "  ") }
  }

  /// Equal frames in a row as one.
  private static func of(_ frames: [FrameFacts]) -> [String] {
    var lines: [String] = []
    var rest = frames[...]
    while let frame = rest.first {
      let count = rest.prefix { $0 == frame }.count
      lines.append(of(frame) + (count > 1 ? " × \(count)" : ""))
      rest = rest.dropFirst(count)
    }
    return lines
  }

  private static func of(_ syntax: SyntaxFacts) -> String {
    let place = "\(syntax.line.map(String.init) ?? "?"):\(syntax.column.map(String.init) ?? "?")"
    return "\(syntax.file?.description ?? "?"):\(place) | \(syntax.text ?? "?")"
  }

  /// With the marked part of the code between `«` and `»`.
  private static func of(_ frame: FrameFacts) -> String {
    var line = "\(frame.file):\(frame.line) \(frame.function)"
    if let source = frame.source { line += " | " + marked(source, frame.mark) }
    return line + frame.variables.map { " {\($0.name) = \($0.value)}" }.joined()
  }

  private static func marked(_ source: String, _ mark: Range<Int>?) -> String {
    guard let mark else { return source }
    let code = Array(source.utf8)
    let parts = [code[..<mark.lowerBound], code[mark], code[mark.upperBound...]]
    return zip(parts, ["", "«", "»"]).map { $1 + String(decoding: $0, as: UTF8.self) }.joined()
  }

  private static func shown(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎")
  }
}
