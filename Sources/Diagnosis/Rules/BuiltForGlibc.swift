import SharedObjects

/// A binary for the GNU C library meets musl, or the reverse.
struct BuiltForGlibc: Rule {
  static let page = RulePage(
    "built-for-glibc", .wrongArchitecture,
    sees: """
      musl's loader, which does not find a function that the GNU C library has for itself (`__sprintf_chk`, `fopen64`), or \
      not its loader, `ld-linux-x86-64.so.2`; glibc's, which does not find `libc.musl-x86_64.so.1`.
      """,
    means: "The binary was built for a system with glibc, and this one, such as Alpine Linux, has musl.",
    advises: "A wheel tagged musllinux, a build from source here, or an image of a system with glibc.",
    seenAt: "tensorflow's manylinux wheel on Alpine: `__isnanf: symbol not found`, tensorflow#103",
    explains: [.abiMismatch, .missingSharedLibrary, .importSideEffect, .incompleteBuild])

  func finding(in evidence: Evidence) -> Finding? {
    for message in evidence.failure.loaderMessages where message.speaker == .musl {
      guard let sign = Self.sign(message) else { continue }
      let owner = (message.requested ?? message.object)?.owningDistribution
      return Finding(
        .wrongArchitecture, .likely, culprits: [owner],
        "\(owner.map { evidence.label($0) } ?? "A binary") was built for glibc, and this system has musl.",
        evidence: [evidence.failure.line(withAnyOf: [sign])],
        fixes: [
          Fix(
            "install a wheel for musl, or build it here",
            commands: owner.map { [evidence.installer.reinstall($0)] } ?? []),
          Fix("or use an image with glibc, such as one of Debian"),
        ])
    }
    return builtForMusl(evidence)
  }

  /// Alpine's musl has this name (its package musl, main/musl/APKBUILD), and no other library.
  private func builtForMusl(_ evidence: Evidence) -> Finding? {
    let message = evidence.failure.loaderMessage { message in
      message.speaker == .glibc && message.problem == .missingLibrary
        && message.object?.fileName.hasPrefix("libc.musl-") ?? false
    }
    guard let library = message?.object else { return nil }
    let owner =
      message?.requested?.owningDistribution ?? evidence.failure.exception?.raiser?.owner.distribution
    return Finding(
      .wrongArchitecture, .likely, culprits: [owner],
      "\(owner.map { evidence.label($0) } ?? "A binary") was built for musl, as on Alpine, and this system has glibc.",
      evidence: [evidence.failure.line(withAnyOf: [library])],
      fixes: [
        Fix(
          "install it on this system, and bring nothing over from Alpine",
          commands: owner.map { [evidence.installer.reinstall($0)] } ?? [])
      ])
  }

  /// What only a binary for glibc asks for.
  private static func sign(_ message: LoaderMessage) -> String? {
    switch message.problem {
    case .undefinedSymbol(let symbol): isOfGlibc(symbol.name) ? symbol.name : nil
    case .missingLibrary: message.object.flatMap { $0.fileName.hasPrefix("ld-linux") ? $0 : nil }
    default: nil
    }
  }

  /// Names that glibc's headers put in place of the standard ones: checked variants, own classifications, and those for
  /// large files; and functions of its own. What begins so and is of C++ comes from libstdc++.
  private static func isOfGlibc(_ name: String) -> Bool {
    if name.hasPrefix("_Z") || ["__cxa_", "__gxx_", "__atomic_"].contains(where: name.hasPrefix) { return false }
    return name.hasPrefix("__") || name.hasSuffix("64") || own.contains(name)
      || ["backtrace", "gnu_", "mallinfo", "argp_", "obstack_", "argz_", "fts_"].contains(
        where: name.hasPrefix)
  }

  /// Functions of glibc 2.36 that the sources of musl 1.2.5 do not have, as far as they are used outside of it.
  private static let own: Set<String> = [
    "canonicalize_file_name", "error_at_line", "feenableexcept", "fedisableexcept", "malloc_info", "malloc_stats",
    "malloc_trim", "mallopt", "mcheck", "mtrace",
    "on_exit", "pthread_attr_setaffinity_np", "pthread_yield", "pvalloc", "random_r", "rawmemchr", "scandirat",
    "srandom_r", "strtol_l", "strtoul_l", "strtoll_l", "strtoull_l", "dlmopen", "dlvsym", "isnanf", "isinff",
    "re_search",
    "re_match", "res_nsearch", "res_nquery", "res_nsend", "getservent_r", "gethostent_r", "getpwent_r", "getgrent_r",
  ]
}
