/// One library is in a process in two releases, or in two files, and says so itself.
struct LoadedTwice: Rule {
  static let page = RulePage(
    "loaded-twice", .duplicateRuntime,
    sees:
      "\"Cannot mix incompatible Qt library\"; \"is implemented in both\", which macOS says of a class in two files.",
    means: "Two packages, or a package and LD_LIBRARY_PATH, brought the library.",
    advises: "Take what needs it from one source.",
    seenAt:
      "Qt 5.2.1 beside Qt 5.6.2 (`Cannot mix incompatible Qt library (version 0x50201) with … (version 0x50602)`)",
    explains: [.abiMismatch, .nativeCrash, .importSideEffect])

  func finding(in evidence: Evidence) -> Finding? {
    let qt = evidence.failure.line(withAnyOf: ["Cannot mix incompatible Qt library"])
    guard let line = qt ?? evidence.failure.line(withAnyOf: ["is implemented in both"]) else { return nil }
    return Finding(
      .duplicateRuntime, qt == nil ? .possible : .likely,
      qt == nil ? "One library is in the process twice, in two files." : "Two releases of Qt are in one process.",
      evidence: [line],
      fixes: [Fix("take what needs it from one source, conda or the index, and no copy through LD_LIBRARY_PATH")])
  }
}
