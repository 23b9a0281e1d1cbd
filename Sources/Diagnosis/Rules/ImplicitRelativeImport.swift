/// Code of Python 2 imports a module from beside its own file by its bare name.
struct ImplicitRelativeImport: Rule {
  static let page = RulePage(
    "implicit-relative-import", .pythonVersionUnsupported,
    sees: "`No module named 'x'` in a file of an installed package, and a module x in the same folder.",
    means:
      "Python 2 looked in the package's own folder first; Python 3 does not (PEP 328). The package was never made for it.",
    advises: "A newer release of the package, or what has taken its place.",
    seenAt: "`from pdf import PdfFileReader` in pyPdf 1.13, which has pyPdf/pdf.py",
    explains: [.missingDistribution, .importSideEffect])

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      guard let sibling = exception.sibling, let file = evidence.modules[sibling]?.found?.file,
        let raiser = exception.raiser, let owner = raiser.owner.distribution, raiser.file != file,
        case .noModule(let name, _) = exception.complaint, !evidence.isKnown(name)
      else { continue }
      return Finding(
        .pythonVersionUnsupported, .likely, culprits: [owner],
        "\(evidence.label(owner)) imports `\(name)` from beside its own file, as only Python 2 does.",
        evidence: [
          exception.line, "imported at \(raiser.place)" + (raiser.source.map { ": `\($0.shortened(to: 120))`" } ?? ""),
          "the file is there: \(file.belowSitePackages)",
        ],
        fixes: [evidence.newer(owner), Fix("if there is none, look for the project that has taken its place")])
    }
    return nil
  }
}

extension RaisedException {
  /// The module beside the installed file that raised, of the name that was not found at the top.
  var sibling: String? {
    guard case .noModule(let name, isInNoPackage: false) = complaint, !name.contains("."), let file = raiser?.file,
      file.isInSiteFolder
    else { return nil }
    let folders = file.belowSitePackages.split(separator: "/").dropLast()
    return folders.isEmpty ? nil : (folders + [name[...]]).joined(separator: ".")
  }
}
