import SharedObjects

/// A binary needs a newer C or C++ library than the one that was found.
struct OlderSystem: Rule {
  static let page = RulePage(
    "older-system", .systemLibraryTooOld,
    sees: "\"version `GLIBC_…' not found\", also of GLIBCXX and CXXABI; \"FATAL: kernel too old\".",
    means: "The binary was built on a newer system; the library that the loader found does not have that version.",
    advises: "A wheel for this system's C library, or a newer system; of libstdc++ a newer copy before the old one.",
    seenAt: "the loader's message for a library that was linked with a newer version, made with gcc",
    alsoFinds: [.environmentVariable], explains: [.importSideEffect, .abiMismatch, .missingSharedLibrary])

  func finding(in evidence: Evidence) -> Finding? {
    for message in evidence.failure.loaderMessages {
      guard case .missingVersion(let version, let requiredBy) = message.problem else { continue }
      guard Self.isOfSystem(version) else { continue }
      let explanation = evidence.failure.explanation { $0.kind == .missingVersion && $0.version == version }
      if let explanation { return explained(explanation, evidence) }
      let owner = requiredBy.flatMap(\.owningDistribution)
      return Finding(
        .systemLibraryTooOld, evidence.sure(.certain), culprits: [owner],
        "\(owner.map { evidence.label($0) } ?? "A binary") needs \(version), which \(message.object ?? "the library here") does not have.",
        evidence: [evidence.failure.line(withAnyOf: [version]), SymbolVersionReleases.origin(of: version)],
        fixes: fixes(owner, evidence))
    }
    return kernel(evidence)
  }

  /// What glibc says where the kernel is older than the one that it was configured for (sysdeps/unix/sysv/linux/dl-sysdep.c).
  private func kernel(_ evidence: Evidence) -> Finding? {
    guard let line = evidence.failure.line(withAnyOf: ["FATAL: kernel too old"]) else { return nil }
    return Finding(
      .systemLibraryTooOld, .likely, "The C library of this Python needs a newer kernel than the one that runs.",
      evidence: [line],
      fixes: [Fix("take a Python or an image that was built for an older system, or update the host's kernel")])
  }

  /// By the names that the C library and GCC's libraries give to their versions.
  static func isOfSystem(_ version: String) -> Bool {
    ["GLIBC_", "GLIBCXX_", "CXXABI_", "GCC_", "GOMP_", "GFORTRAN_"].contains(where: version.hasPrefix)
  }

  /// Another copy that has the version proves that the one that was found came first by a variable, or by its folder.
  private func explained(_ explanation: LoaderExplanation, _ evidence: Evidence) -> Finding {
    let variable = evidence.environment?.variables["LD_LIBRARY_PATH"]
    let isFirst = explanation.conclusion == .otherCopyFirst
    if isFirst, let variable, let library = explanation.library, variable.isSearchPath(to: library) {
      return explanation.finding(
        .environmentVariable, culprits: [explanation.distribution],
        fixes: [
          Fix(
            "unset LD_LIBRARY_PATH, or take \(library.folder) out of it", commands: ["unset LD_LIBRARY_PATH"])
        ])
    }
    return explanation.finding(
      .systemLibraryTooOld, culprits: [explanation.distribution],
      fixes: (isFirst ? explanation.offeredBy.prefix(1) : []).map { copy in
        Fix("have the loader take the copy that has it", commands: ["export LD_PRELOAD=\(quoted(copy.file.path))"])
      } + fixes(explanation.distribution, evidence))
  }

  private func fixes(_ owner: String?, _ evidence: Evidence) -> [Fix] {
    let older = owner.map { name in
      Fix(
        "install an older \(name), built on an older system",
        commands: evidence.version(name).map { [evidence.installer.install("\(name)<\($0)")] } ?? [])
    }
    return [
      older ?? Fix("take a build for an older system, or build it here"),
      Fix("or run it on a newer system, for instance in a container"),
    ]
  }
}

extension String {
  /// Whether a file lies in one of the folders that a variable such as LD_LIBRARY_PATH names.
  func isSearchPath(to file: String) -> Bool {
    split { $0 == ":" || $0 == ";" }.contains { entry in
      let folder = entry.last == "/" ? entry.dropLast() : entry
      return folder == file.folder[...]
    }
  }
}
