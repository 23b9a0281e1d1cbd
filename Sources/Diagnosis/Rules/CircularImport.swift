/// Modules of one project import one another.
struct CircularImport: Rule {
  static let page = RulePage(
    "circular-import", .circularImport,
    sees:
      "`partially initialized module`, or, of Python before 3.8, frames that lead from a module's own code through others back to it.",
    means: "A true cycle: one module wants a name of another that is itself still being imported.",
    advises:
      "In one's own code, import inside the function, or move the name; of an installed package take another release.",
    seenAt: "deepspeed, whose ds_transformer imports triton.mlp, which imports ds_transformer")

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      guard let module = Self.begun(exception) else { continue }
      return finding(module, exception, evidence)
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
