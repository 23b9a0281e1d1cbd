import SharedObjects

/// The loader refuses a library that a running process has no room for, or whose stack it may not make executable.
struct LoaderLimit: Rule {
  static let page = RulePage(
    "loader-limit", .staticTLS,
    sees: """
      "cannot allocate memory in static TLS block", musl's "initial-exec TLS resolves to dynamic definition"; "cannot enable \
      executable stack".
      """,
    means: """
      A library wants thread-local room that is only given away at the start of a process; or it asks for an executable \
      stack, which the kernel or a newer glibc denies.
      """,
    advises: "Import it before the others, or load it by LD_PRELOAD; a release without an executable stack.",
    seenAt: "glibc's own messages (elf/dl-reloc.c, elf/dl-execstack.c)",
    alsoFinds: [.executableStack], explains: [.importSideEffect, .missingSharedLibrary])

  func finding(in evidence: Evidence) -> Finding? {
    for explanation in evidence.failure.loader {
      switch explanation.kind {
      case .staticTLS:
        return explanation.finding(
          .staticTLS, culprits: [explanation.distribution], fixes: Self.room(explanation.object))
      case .executableStack:
        return explanation.finding(
          .executableStack, culprits: [explanation.distribution], fixes: Self.stack(explanation.object))
      default: continue
      }
    }
    return told(evidence)
  }

  /// Who comes first gets the room; how much there is, is a tunable of glibc (its manual, "Dynamic Linking Tunables").
  private static func room(_ object: String?) -> [Fix] {
    [
      first(object),
      Fix("or set more room apart in the variable GLIBC_TUNABLES: glibc.rtld.optional_static_tls, in bytes"),
    ].compactMap(\.self)
  }

  private static func first(_ object: String?) -> Fix? {
    object.map { Fix("load it first", commands: ["export LD_PRELOAD=\(quoted($0))"]) }
  }

  private static func stack(_ object: String?) -> [Fix] {
    [
      Fix("install a release that was linked without it"),
      object.map { Fix("or clear the flag in the file", commands: ["patchelf --clear-execstack \(quoted($0))"]) },
    ].compactMap(\.self)
  }

  private func told(_ evidence: Evidence) -> Finding? {
    for message in evidence.failure.loaderMessages {
      let owner = message.object.flatMap(\.owningDistribution)
      let subject = message.object ?? "a library"
      switch message.problem {
      case .staticTLS where message.speaker == .musl:
        return Finding(
          .staticTLS, evidence.sure(.certain), culprits: [owner],
          "\(subject) wants static thread-local room, which musl gives only to what is there at the start.",
          evidence: [evidence.failure.line(withAnyOf: ["initial-exec TLS"])],
          fixes: [Self.first(message.object), Fix("or use an image with glibc, such as one of Debian")])
      case .staticTLS:
        return Finding(
          .staticTLS, evidence.sure(.certain), culprits: [owner],
          "The process has no static thread-local room left for \(subject).",
          evidence: [evidence.failure.line(withAnyOf: ["static TLS"])], fixes: Self.room(message.object))
      case .executableStack:
        return Finding(
          .executableStack, evidence.sure(.certain), culprits: [owner],
          "\(subject) asks for an executable stack, which is denied here.",
          evidence: [evidence.failure.line(withAnyOf: ["executable stack"])], fixes: Self.stack(message.object))
      default: continue
      }
    }
    return nil
  }
}
