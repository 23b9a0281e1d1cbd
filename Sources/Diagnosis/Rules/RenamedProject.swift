/// A distribution says that its project has another name now, and gives way to it.
struct RenamedProject: Rule {
  static let page = RulePage(
    "renamed-project", .wrongDistribution,
    sees: """
      An exception of installed code that names its own distribution and another one, with words such as "has been renamed", \
      "uninstall", "instead".
      """,
    means: "The last releases under the old name hold nothing but this message: the project goes on under the new one.",
    advises: "Remove the old distribution, and install the new one, which has the same modules.",
    seenAt: "pinecone-client 6 (\"has been renamed from `pinecone-client` to `pinecone`\")",
    explains: [.importSideEffect, .missingDistribution, .versionConflict])

  private static let changes = ["renamed", "moved to", "replaced by", "superseded by", "deprecated"]
  private static let demands = ["remove", "ninstall", "instead", "pip install", "migrate", "switch to"]

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      guard exception.complaint == .other, let old = exception.raiser?.owner.distribution,
        exception.message.contains(anyOf: Self.changes), exception.message.contains(anyOf: Self.demands),
        let new = Self.successor(of: old, in: exception.message)
      else { continue }
      return finding(old, new, exception, evidence)
    }
    return nil
  }

  /// The other distribution; only a message that names this one, too, speaks of it as a whole.
  private static func successor(of old: String, in message: String) -> String? {
    let names = quotedNames(message).filter { name in
      name.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
    }
    let old = normalizedName(old)
    guard names.contains(where: { normalizedName($0) == old }) else { return nil }
    return names.first { normalizedName($0) != old }
  }

  private static func quotedNames(_ message: String) -> [String] {
    var names: [String] = []
    var rest = message[...]
    while names.count < mostNames, let open = rest.firstIndex(where: { "`'\"".contains($0) }) {
      if let name = rest[open...].quotedName, name.utf8.count < longestName {
        names.append(name)
        rest = rest[open...].dropFirst(name.count + 2)
      } else {
        rest = rest[open...].dropFirst()
      }
    }
    return names
  }

  private static let mostNames = 20
  private static let longestName = 80

  private func finding(_ old: String, _ new: String, _ exception: RaisedException, _ evidence: Evidence) -> Finding {
    Finding(
      .wrongDistribution, .likely, culprits: [old, new],
      "\(evidence.label(old)) says that its project is called \(new) now.",
      evidence: [exception.line, exception.raiser.map { "raised at \($0.place)" }],
      fixes: [
        Fix(
          "replace \(old) by \(new)",
          commands: [
            evidence.installer.uninstall(old), evidence.installer.install(new, options: evidence.installer.anew(new)),
          ])
      ])
  }
}
