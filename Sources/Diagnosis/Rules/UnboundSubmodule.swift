/// An attribute that was asked for and is not there, though a module of that name may exist.
struct UnboundSubmodule: Rule {
  static let page = RulePage(
    "unbound-submodule", .versionConflict,
    sees: "A target `module:path` of which a name is not found, and whether the same path imports as a module.",
    means: """
      The file exists and imports, but nothing that was imported binds it to its package: what asks for it was written for \
      a release that does. Or the release has no such name at all.
      """,
    advises:
      "The version that the one who asks requires; to import the submodule by name helps in one's own code only.",
    seenAt: "`torch._inductor.config` of torch 2.2.0, which vllm 0.10 uses and for which it requires torch 2.7")

  func finding(in evidence: Evidence) -> Finding? {
    // Another exception than that of a name that is not there has a reason of its own.
    guard let attribute = evidence.failure.attribute, let provider = evidence.provider(of: attribute.missingAt),
      evidence.failure.exception.map({ $0.type == "AttributeError" || $0.complaint != .other }) ?? true
    else { return nil }
    let conflict = evidence.anyConflict(about: provider)
    let isBound = attribute.isImportable != true
    return Finding(
      .versionConflict, conflict != nil ? .certain : isBound ? .possible : .likely,
      culprits: [provider, conflict?.distribution],
      "`\(attribute.path)` is not to be had from \(evidence.label(provider))"
        + (isBound ? "." : ", which has the module but does not bind it."),
      evidence: [
        conflict?.sentence,
        isBound ? nil : attribute.file.map { "the file is there: \($0.belowSitePackages)" },
        isBound ? nil : "`import \(attribute.path)` works, `import \(attribute.path.topLevel)` alone does not bind it",
        evidence.failure.exception?.line,
      ],
      fixes: fixes(attribute, provider, conflict, evidence))
  }

  private func fixes(
    _ attribute: Failure.MissingAttribute, _ provider: String, _ conflict: Unfulfilled?, _ evidence: Evidence
  ) -> [Fix] {
    let bound = evidence.firstWithout(attribute.path, provider)
    guard conflict == nil, bound == nil, attribute.isImportable != true else {
      return evidence.fixes(user: nil, provider: provider, violated: conflict, bound: bound)
    }
    // That another release ever had it nobody knows.
    let python = evidence.environment?.python.executable ?? "python"
    let list = "import \(evidence.failure.module ?? attribute.path.topLevel); print(dir(\(attribute.missingAt)))"
    return [
      Fix("see whether the name is right", commands: ["\(quoted(python)) -c \(quoted(list))"]),
      Fix("if it is, look in the notes of \(provider)'s releases which one has it"),
    ]
  }
}
