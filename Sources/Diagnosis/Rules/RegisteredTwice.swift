/// Two libraries in one process register the same things in a registry that both share.
struct RegisteredTwice: Rule {
  static let page = RulePage(
    "registered-twice", .duplicateRuntime,
    sees: """
      "File already exists in database" of protobuf, "is already registered" of pybind11, "Only a single TORCH_LIBRARY can \
      be used" of torch; "cannot register existing type" of GLib.
      """,
    means: "What is registered twice was brought twice: each of the two has a copy of the same code.",
    advises: "Keep the two packages out of one process, or take releases that share one library.",
    seenAt: "`File already exists in database: xla/xla_data.proto` (descriptor_database.cc of protobuf)",
    explains: [.abiMismatch, .nativeCrash, .importSideEffect])

  private static let words = [
    "File already exists in database: ", "generic_type: type \"", "Only a single TORCH_LIBRARY can be used",
    // GLib's gobject/gtype.c.
    "cannot register existing type '",
    // llvm/lib/Support/CommandLine.cpp.
    "inconsistency in registered CommandLine options",
  ]

  func finding(in evidence: Evidence) -> Finding? {
    guard let line = evidence.failure.line(withAnyOf: Self.words),
      !line.contains("generic_type") || line.contains("is already registered")
    else { return nil }
    let owner = evidence.failure.exception?.raiser?.owner.distribution ?? evidence.failure.crashOwners.first
    let tops = evidence.failure.importChain.map(\.topLevel).distinct
    return Finding(
      .duplicateRuntime, .likely, culprits: [owner],
      "Two libraries in one process register the same things: each has a copy of the same code.",
      evidence: [
        line, tops.count > 1 ? "imported by then: \(tops.joined(separator: ", "))" : nil,
        evidence.failure.exception?.raiser.map { "raised at \($0.place)" },
      ],
      fixes: [Fix("keep the two packages that bring it out of one process, or take releases that share one library")])
  }
}
