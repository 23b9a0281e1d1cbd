/// Finds the builds of distributions that pip or uv could not finish, which hold failures of their own.
struct BuildScan {
  private var builds: [BuildFacts] = []
  private var current: BuildFacts?
  /// The distribution that the installer named last.
  private var named: Bytes?

  static func builds(_ lines: [TextLine]) -> [BuildFacts] {
    var scan = BuildScan()
    for line in lines { scan.read(line) }
    scan.end()
    return scan.builds
  }

  /// What failed within a build happened in it; a build within which nothing is told is a failure by itself.
  static func attach(_ builds: [BuildFacts], to failures: inout [TextFailure]) {
    for build in builds {
      let inside = failures.indices.filter { build.lines.contains(failures[$0].lines.lowerBound) }
      for index in inside { failures[index].build = build }
      guard inside.isEmpty else { continue }
      let message = build.step ?? "the build failed"
      var failure = TextFailure(.message(message), form: .installer, lines: build.lines)
      failure.build = build
      failures.append(failure)
    }
  }

  private mutating func read(_ line: TextLine) {
    let content = line.trimmed
    if line.phrases.contains(.build) { readEvent(content, line.number) }
    guard current != nil else { return }
    if isEnd(content) { return end() }
    if !line.isBlank { extend(to: line.number) }
    readDetail(content)
  }

  private mutating func extend(to number: Int) {
    guard let lines = current?.lines else { return }
    current?.lines = lines.lowerBound...max(lines.upperBound, number)
  }

  private mutating func readEvent(_ line: Bytes, _ number: Int) {
    if let (step, _) = line.split(at: " did not run successfully") {
      begin("pip", number)
      current?.step = step.behind("× ")?.text ?? step.text
    } else if line.contains("errored out with exit status") || line.contains("subprocess-exited-with-error") {
      begin("pip", number)
    } else if let name = Self.uvBuild(line) {
      begin("uv", number)
      name.name(&current)
    } else if let name = DistributionName.announced(line) {
      named = name
    } else if let name = DistributionName.failed(line), current == nil, var last = builds.popLast() {
      // pip says only at the end which one it was.
      if last.distribution == nil { DistributionName(name)?.name(&last) }
      builds.append(last)
    }
  }

  private static func uvBuild(_ line: Bytes) -> DistributionName? {
    guard let (_, rest) = line.split(at: "Failed to build `") ?? line.split(at: "Failed to download and build `")
    else { return nil }
    return DistributionName(rest.prefix { $0 != UInt8(ascii: "`") })
  }

  private mutating func begin(_ installer: String, _ number: Int) {
    if current != nil, current?.step == nil, installer == "pip" { return }
    end()
    var build = BuildFacts(installer: installer, lines: number...number)
    if let named { DistributionName(named)?.name(&build) }
    current = build
  }

  private mutating func readDetail(_ line: Bytes) {
    for words in ["exit code: ", "exit status: ", "exit status "] where current?.exitCode == nil {
      guard let (before, rest) = line.split(at: words) else { continue }
      current?.exitCode = rest.prefix(while: \.isDigit).number
      if let step = before.split(at: "Call to `")?.after {
        current?.step = step.prefix { $0 != UInt8(ascii: "`") }.text
      }
    }
  }

  private func isEnd(_ line: Bytes) -> Bool {
    line.begins(with: "[end of output]") || line.begins(with: "note: This error originates")
      || line.begins(with: "hint: ") || line.begins(with: "help: ") || line.begins(with: "--------------------")
  }

  private mutating func end() {
    if let current { builds.append(current) }
    current = nil
  }
}
