import SharedObjects

/// An extension refers to code that its own build left out, or to a library that it was not linked with.
struct UncompiledSymbol: Rule {
  static let page = RulePage(
    "uncompiled-symbol", .incompleteBuild,
    sees: """
      An undefined symbol in the extension's own namespace, or a function without namespace; one of a library whose \
      functions never change (libnuma, libatomic, the support of C++).
      """,
    means: """
      No other release of any library would define it. The build compiled too few sources, for too few GPUs, or did not \
      name a library to the linker.
      """,
    advises: "Build it again from clean sources, with all its parts; or take a wheel.",
    seenAt: """
      vllm built for some GPUs only (`_Z20cutlass_moe_mm_sm100…`); pysam without reheader.c (`main_reheader`); sgl-kernel \
      not linked with libnuma
      """,
    explains: [.abiMismatch, .importSideEffect, .versionConflict])

  func finding(in evidence: Evidence) -> Finding? {
    guard
      let missing = evidence.failure.missingSymbol(where: {
        if case .unlinked = $0 { true } else { $0 == .ownCode }
      })
    else { return nil }
    let owner = missing.object?.owningDistribution
    let subject = owner.map { evidence.label($0) } ?? missing.object?.fileName ?? "The extension"
    let reading = SymbolReading(missing.symbol.name)
    return Finding(
      .incompleteBuild, .likely, culprits: [owner], sentence(subject, missing.origin),
      evidence: [
        evidence.failure.line(withAnyOf: [missing.symbol.name]), reading.demangled.map { "the symbol is \($0)" },
      ],
      fixes: [Fix(advice(missing.origin))])
  }

  private func sentence(_ subject: String, _ origin: SymbolOrigin) -> String {
    if case .unlinked(let library) = origin { return "\(subject) was not linked with \(library), whose code it calls." }
    return "\(subject) calls code of its own that was not compiled into it."
  }

  private func advice(_ origin: SymbolOrigin) -> String {
    if case .unlinked(let library) = origin {
      return "build it again, with \(library) and its headers where the build looks for them; or install a wheel"
    }
    return "build it again from clean sources, with all its parts, or install a wheel"
  }
}
