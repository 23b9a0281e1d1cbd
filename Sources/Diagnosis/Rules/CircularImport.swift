/// Modules of one project import one another.
struct CircularImport: Rule {
  static let page = RulePage(
    "circular-import", .circularImport,
    sees: """
      `partially initialized module`, or, of Python before 3.8, frames that lead from a module's own code through others \
      back to it; `import a.b as c` that does not find `b` in `a`.
      """,
    means: "A true cycle: one module wants a name of another that is itself still being imported.",
    advises:
      "In one's own code, import inside the function, or move the name; of an installed package take another release.",
    seenAt: "deepspeed, whose ds_transformer imports triton.mlp, which imports ds_transformer")

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      if let module = Self.begun(exception) { return finding(module, exception, evidence) }
      if let package = Self.unbound(exception) { return unbound(package, exception, evidence) }
    }
    return nil
  }

  /// The module that is only half imported: Python says so, or a package lacks a submodule whose code is still running
  /// (it is bound to its package when that ends, importlib's `_find_and_load_unlocked`).
  private static func begun(_ exception: RaisedException) -> String? {
    if exception.complaint.isPartial { return exception.complaint.modules.first }
    if let unsaid = ImportCycle.unsaid(exception) { return unsaid.module }
    guard case .noModuleAttribute(let name, let package, isPartial: false) = exception.complaint else { return nil }
    let module = "\(package).\(name)"
    return ImportCycle.to(module, exception).count > 1 ? module : nil
  }

  /// `a` of the line `import a.b as c` that fails for want of an attribute `b`: the module was imported, and is bound to
  /// its package when that is done, where Python before 3.7 looks for it (bpo-30024).
  private static func unbound(_ exception: RaisedException) -> String? {
    let name: String
    switch exception.complaint {
    case .noAttribute(let attribute, type: "module"), .noModuleAttribute(let attribute, _, _): name = attribute
    default: return nil
    }
    guard let source = exception.deepest?.source, source.hasPrefix("import "), let end = source.range(ofWords: " as ")
    else { return nil }
    let module = String(source[..<end.lowerBound].dropFirst(7)).trimmed
    return module.lastName == name ? module.parentModule : nil
  }

  private func unbound(_ package: String, _ exception: RaisedException, _ evidence: Evidence) -> Finding {
    let owner = exception.raiser?.owner.distribution
    return Finding(
      .circularImport, .likely, culprits: [owner],
      "A part of `\(package)` is imported while `\(package)` itself still is, and this Python finds it only afterwards.",
      evidence: [exception.line, exception.deepest.map { "at \($0.place): `\($0.source?.shortened(to: 120) ?? "")`" }],
      fixes: [
        owner.map(evidence.newer) ?? Fix("write `from \(package) import …`, or use Python 3.7 or newer")
      ])
  }

  private func finding(_ module: String, _ exception: RaisedException, _ evidence: Evidence) -> Finding {
    let cycle = ImportCycle.to(module, exception)
    let owner = exception.raiser?.owner
    let isOne = !cycle.isEmpty && cycle.allSatisfy { $0.owner == owner }
    return Finding(
      .circularImport, isOne ? evidence.sure(.certain) : .possible, culprits: [owner?.distribution],
      "`\(module)` is wanted while it is itself still being imported.",
      evidence: [
        exception.line,
        cycle.isEmpty ? nil : "the cycle: " + cycle.map(\.place).distinct.prefix(5).joined(separator: " → "),
        isOne ? owner?.distribution.map { "all of it is code of \(evidence.label($0))" } : nil,
      ],
      fixes: [
        owner?.distribution.map(evidence.newer)
          ?? Fix("import `\(module)` inside the function that uses it, or move the name to a module of its own")
      ])
  }
}
