import SharedObjects

/// Compiled code says itself that it was built against another release of a library than the one that it found.
struct BuiltForAnother: Rule {
  static let page = RulePage(
    "built-for-another", .abiMismatch,
    sees:
      "\"HDF5 library version mismatched\", \"xFormers was built for\", \"header and source version mismatch\" and their kin.",
    means: "The code compares the version it was compiled with and the one it runs with, and they differ.",
    advises: "Builds that were made for each other: both from one channel or index.",
    seenAt: "netCDF4 with HDF5 1.10.2 of conda, compiled with 1.10.3; xformers for torch 2.1.2+cu121 beside 2.1.2+cpu",
    explains: [.nativeCrash, .importSideEffect, .versionConflict])

  private static let words = [
    "library version mismatched", "but source was compiled with: ", "when it was built against ",
    "is different from compile-time ", "do not include compile-time ", "is older than compile-time ",
    "xFormers was built for", "libxml2 library version mismatch",
    "version conflict for package \"Tcl\"", "version conflict for package \"Tk\"",
    "Incompatible libpng version", "Wrong JPEG library version",
    "header and source version mismatch",
    "header files used to compile this application do not match", "is incompatible with the GEOS version",
    "was compiled against a different version", "built with a different version of",
    "compiled with a different version of",
    "not compiled for this version of",
  ]

  /// The loader's message of a symbol version that is not the system's.
  private func versionLine(_ evidence: Evidence) -> String? {
    for message in evidence.failure.loaderMessages {
      guard case .missingVersion(let version, _) = message.problem, !OlderSystem.isOfSystem(version) else { continue }
      return evidence.failure.line(withAnyOf: [version])
    }
    return nil
  }

  func finding(in evidence: Evidence) -> Finding? {
    guard let line = evidence.failure.raisedLine(withAnyOf: Self.words) ?? versionLine(evidence) else { return nil }
    let raiser = evidence.failure.exception?.raiser?.owner.distribution
    return Finding(
      .abiMismatch, .likely, culprits: [raiser],
      "\(raiser.map { evidence.label($0) } ?? "Compiled code") was built for another release of a library than it found.",
      evidence: [line] + evidence.failure.lines(withAnyOf: ["Headers are", "you have ", "compiled with"]),
      fixes: [Fix("install builds that were made for each other, both from one channel or index")])
  }
}
