/// A compiled module is wanted by a Python of 32 bits, for which its project has none.
struct NarrowInterpreter: Rule {
  static let page = RulePage(
    "narrow-interpreter", .wrongArchitecture,
    sees: """
      A compiled module that is absent, while frames lie in a folder such as `Python37-32`: so the installer for Windows calls \
      the Python of 32 bits ("Using Python on Windows", DefaultJustForMeTargetDir).
      """,
    means: """
      Most projects have no wheels for 32 bits any more; what was installed has the Python files and not the compiled ones.
      """,
    advises: "Install the Python of 64 bits, and the packages in it.",
    seenAt: "tensorflow in `python37-32` (`No module named '_pywrap_tensorflow_internal'`)",
    explains: [.incompleteBuild, .missingDistribution])

  func finding(in evidence: Evidence) -> Finding? {
    guard !evidence.isLive else { return nil }
    for exception in evidence.failure.exceptions {
      guard let name = CompiledPart.absent(exception, evidence),
        let frame = evidence.failure.exceptions.lazy.flatMap(\.frames).first(where: { $0.file.isOfPython32 })
      else { continue }
      return Finding(
        .wrongArchitecture, .likely, culprits: [evidence.provider(of: name)],
        "The Python has 32 bits, for which the compiled module `\(name)` is not there.",
        evidence: [exception.line, "the folder of the Python says so: \(frame.file)"],
        fixes: [Fix("install the Python of 64 bits, and the packages in it")])
    }
    return nil
  }
}

extension String {
  /// Whether it lies in a folder called `Python37-32`, `Python312-32` and so on.
  fileprivate var isOfPython32: Bool {
    split { $0 == "/" || $0 == "\\" }.contains { folder in
      let name = folder.lowercased()
      guard name.hasPrefix("python"), name.hasSuffix("-32") else { return false }
      let version = name.dropFirst("python".count).dropLast("-32".count)
      return (2...3).contains(version.utf8.count) && version.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
  }
}
