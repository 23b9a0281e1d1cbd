/// The compiled module of a package is not there.
struct CompiledPartAbsent: Rule {
  static let page = RulePage(
    "compiled-part-absent", .incompleteBuild,
    sees: """
      A module with an underscore, such as `vllm._C`, that the package itself wants, and of which there is no file, or only \
      its source; in a text, a library that is missing at a path in the package's own folder.
      """,
    means:
      "What is imported was never compiled: a source tree in the working directory, an editable install or wheel whose build left a part out.",
    advises: "Run outside of the source tree, or build it; install a wheel of this platform.",
    seenAt:
      "vllm in its own checkout (`No module named 'vllm._C'`), mmcv-full without `_ext`, triton without `backends.nvidia._C`",
    explains: [.missingDistribution, .importSideEffect, .versionConflict, .missingSharedLibrary, .circularImport])

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.allExceptions where !evidence.failure.isOvertaken(exception) {
      guard let name = CompiledPart.absent(exception, evidence) else { continue }
      return finding(name, exception, evidence)
    }
    return said(evidence) ?? undefined(evidence) ?? unbuilt(evidence) ?? ownLibrary(evidence)
  }

  private func finding(_ name: String, _ exception: RaisedException, _ evidence: Evidence) -> Finding {
    let package = evidence.modules[name.topLevel]?.found
    let isSourceTree =
      package.map { $0.place == .workingDirectory && $0.owner == nil } ?? CompiledPart.isOfCheckout(exception, name)
    // A module that lies beside the code that wants it is no distribution's.
    let isBeside = !name.contains(".") && evidence.environment == nil && ImportNames.table[name] == nil
    let owner = exception.raiser?.owner.distribution ?? (isBeside ? nil : evidence.provider(of: name))
    let source = evidence.modules[name]?.candidates.first { $0.kind == .uncompiled }
    let whole = owner.map { " of " + evidence.label($0) } ?? (isBeside ? "" : " of `\(name.topLevel)`")
    let writer = source.flatMap { SourceWriter(file: $0.file) }
    return Finding(
      .incompleteBuild, package != nil && isSourceTree || source != nil ? .certain : .likely, culprits: [owner],
      writer.map { "`\(name)` was not written yet, which \($0.program) makes of its source." }
        ?? "The compiled part `\(name)`\(whole) is absent.",
      evidence: [
        exception.line, isSourceTree ? package.map { "imported from the working directory: \($0.file)" } : nil,
        source.map { "only its source is there: \($0.file.belowSitePackages)" },
        exception.raiser.map { "wanted at \($0.place)" },
      ],
      fixes: [writer.map { $0.fix(evidence) } ?? fix(name, owner, isSourceTree: isSourceTree, evidence)])
  }

  private func fix(_ name: String, _ owner: String?, isSourceTree: Bool, _ evidence: Evidence) -> Fix {
    guard isSourceTree else {
      guard owner != nil || name.contains(".") else { return Fix("build the extensions of the project that has it") }
      return Fix(
        "install a wheel that has it",
        commands: owner.map { [evidence.installer.install($0, options: ["--upgrade", "--force-reinstall"])] } ?? [])
    }
    let isInstalled = evidence.environment?.owners[name.topLevel] != nil
    return Fix(
      isInstalled
        ? "run in another folder, so that the installed package is imported, or build the sources here"
        : "build the sources here")
  }
}
