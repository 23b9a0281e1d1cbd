/// A package of the user's own does not have the module that code beside it imports.
struct OwnModuleAbsent: Rule {
  static let page = RulePage(
    "own-module-absent", .importSideEffect,
    sees: """
      `No module named 'x.y'` in code of the user's own, where x is a package in the working directory; the same where \
      an installed package x comes before a folder x that has the module and no `__init__.py`.
      """,
    means: """
      The module was renamed, or is not written yet. Or Python never looks into the folder: of one name it takes a package \
      with `__init__` before any folder without one, wherever the two lie (PEP 420).
      """,
    advises: "Correct the name, or add an `__init__.py` to the folder.",
    seenAt: "`from tests.helpers import make` beside a distribution that installs a package `tests`",
    alsoFinds: [.shadowedModule], explains: [.versionConflict])

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions where exception.raiser?.owner == .local {
      guard case .noModule(let name, isInNoPackage: false) = exception.complaint, let parent = name.parentModule,
        let package = evidence.modules[parent]?.found, package.kind == .package
      else { continue }
      if let passedOver = evidence.modules[name]?.passedOver {
        return hidden(name, by: package, passedOver, exception, evidence)
      }
      guard package.place == .workingDirectory, package.owner == nil, !evidence.isKnown(name) else { continue }
      return absent(name, in: package, exception)
    }
    return nil
  }

  private func hidden(
    _ name: String, by package: ModuleEvidence.Candidate, _ file: String, _ exception: RaisedException,
    _ evidence: Evidence
  ) -> Finding {
    Finding(
      .shadowedModule, .likely, culprits: [package.owner],
      "An installed package `\(name.topLevel)`\(package.owner.map { " of \(evidence.label($0))" } ?? "") comes before your folder of that name, which has no `__init__.py`.",
      evidence: [
        exception.line, "Python takes \(package.file.belowSitePackages)", "what is meant lies in \(file)",
        exception.raiser.map { "imported at \($0.place)" },
      ],
      fixes: [
        Fix("add an empty `__init__.py` to the folder", commands: ["touch \(quoted("\(file.folder)/__init__.py"))"])
      ])
  }

  private func absent(_ name: String, in package: ModuleEvidence.Candidate, _ exception: RaisedException) -> Finding {
    Finding(
      .importSideEffect, .likely,
      "`\(name.parentModule ?? name)`, a package of your own, has no module `\(name.lastName)`.",
      evidence: [
        exception.line, exception.raiser.map { "imported at \($0.place)" }, "the package is \(package.file.folder)",
      ],
      fixes: [Fix("correct the name in the import, or put the file into \(package.file.folder)")])
  }
}
