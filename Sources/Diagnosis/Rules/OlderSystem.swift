import SharedObjects

/// A binary needs a newer C or C++ library than the one that was found.
struct OlderSystem: Rule {
  static let page = RulePage(
    "older-system", .systemLibraryTooOld,
    sees: "\"version `GLIBC_…' not found\", also of GLIBCXX and CXXABI.",
    means: "The binary was built on a newer system; the library that the loader found does not have that version.",
    advises: "A wheel for this system's C library, or a newer system; of libstdc++ a newer copy before the old one.",
    seenAt: "the loader's message for a library that was linked with a newer version, made with gcc",
    explains: [.importSideEffect, .abiMismatch, .missingSharedLibrary])

  func finding(in evidence: Evidence) -> Finding? {
    for message in evidence.failure.loaderMessages {
      guard case .missingVersion(let version, let requiredBy) = message.problem else { continue }
      guard Self.isOfSystem(version) else { continue }
      let owner = requiredBy.flatMap(\.owningDistribution)
      return Finding(
        .systemLibraryTooOld, evidence.sure(.certain), culprits: [owner],
        "\(owner.map { evidence.label($0) } ?? "A binary") needs \(version), which \(message.object ?? "the library here") does not have.",
        evidence: [evidence.failure.line(withAnyOf: [version])])
    }
    return nil
  }

  /// By the names that the C library and GCC's libraries give to their versions.
  static func isOfSystem(_ version: String) -> Bool {
    ["GLIBC_", "GLIBCXX_", "CXXABI_", "GCC_", "GOMP_", "GFORTRAN_"].contains(where: version.hasPrefix)
  }
}
