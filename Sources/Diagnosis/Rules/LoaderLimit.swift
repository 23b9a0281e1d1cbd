import SharedObjects

/// The loader refuses a library that a running process has no room for, or whose stack it may not make executable.
struct LoaderLimit: Rule {
  static let page = RulePage(
    "loader-limit", .staticTLS,
    sees: "\"cannot allocate memory in static TLS block\", \"cannot enable executable stack\".",
    means: """
      A library wants thread-local room that is only given away at the start of a process; or it asks for an executable \
      stack, which the kernel or a newer glibc denies.
      """,
    advises: "Import it before the others, or load it by LD_PRELOAD; a release without an executable stack.",
    seenAt: "glibc's own messages (elf/dl-reloc.c, elf/dl-execstack.c)",
    alsoFinds: [.executableStack], explains: [.importSideEffect, .missingSharedLibrary])

  func finding(in evidence: Evidence) -> Finding? {
    for message in evidence.failure.loaderMessages {
      let owner = message.object.flatMap(\.owningDistribution)
      let subject = message.object ?? "a library"
      switch message.problem {
      case .staticTLS:
        return Finding(
          .staticTLS, evidence.sure(.certain), culprits: [owner],
          "The process has no static thread-local room left for \(subject).",
          evidence: [evidence.failure.line(withAnyOf: ["static TLS"])])
      case .executableStack:
        return Finding(
          .executableStack, evidence.sure(.certain), culprits: [owner],
          "\(subject) asks for an executable stack, which is denied here.",
          evidence: [evidence.failure.line(withAnyOf: ["executable stack"])])
      default: continue
      }
    }
    return nil
  }
}
