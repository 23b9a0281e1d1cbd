/// A package is there, and its metadata, which its code or another one's asks for, is not.
struct MetadataAbsent: Rule {
  static let page = RulePage(
    "metadata-absent", .brokenInstall,
    sees: """
      "No package metadata was found" for a package whose module lies where distributions are installed; a StopIteration in \
      such code that no distribution lists; a check of versions that finds none, of a distribution whose METADATA is empty.
      """,
    means: """
      The folder `NAME-VERSION.dist-info` was removed, emptied or not copied along: images are made smaller so, and folders \
      are copied by hand. Versions and entry points are read from it.
      """,
    advises: "Reinstall the distribution; leave its dist-info where it is.",
    seenAt: """
      opentelemetry-api without its dist-info, datadog-lambda-python#548; transformers beside a numpy without metadata \
      ("Unable to compare versions for numpy>=1.17: need=1.17 found=None")
      """,
    explains: [.missingDistribution, .importSideEffect, .versionConflict])

  func finding(in evidence: Evidence) -> Finding? {
    guard evidence.isLive else { return nil }
    for exception in evidence.failure.exceptions {
      if let name = Self.ownless(exception, evidence) { return removed(name, exception, evidence) }
      if let defect = Self.emptied(exception, evidence) { return emptied(defect, exception, evidence) }
    }
    return nil
  }

  /// The package at the top whose code lies in a site folder and belongs to no distribution.
  private static func ownless(_ exception: RaisedException, _ evidence: Evidence) -> String? {
    guard let raiser = exception.raiser, raiser.owner == .stray, raiser.file.isInSiteFolder else { return nil }
    let top = String(raiser.file.belowSitePackages.prefix { $0 != "/" && $0 != "." })
    guard evidence.environment?.owners[top] == nil else { return nil }
    switch exception.type {
    // `next(iter(entry_points(…)))`
    case "StopIteration": return exception.message.isEmpty ? top : nil
    case "PackageNotFoundError", "DistributionNotFound":
      let own = [top, ImportNames.likelyDistribution(of: top)].map(normalizedName)
      let name = exception.message.after("No package metadata was found for ")?.quotedOrBareName ?? exception.message
      return own.contains(normalizedName(name.replacing("_", with: "-"))) ? top : nil
    default: return nil
    }
  }

  private static func emptied(_ exception: RaisedException, _ evidence: Evidence) -> Defect? {
    guard exception.complaint == .other || exception.type == "TypeError", exception.message.contains("None") else {
      return nil
    }
    let words = Set(exception.message.names.map(normalizedName))
    return evidence.environment?.defects.first { defect in
      defect.kind == .metadataMissing && defect.distributions.contains { words.contains(normalizedName($0)) }
    }
  }

  private func removed(_ top: String, _ exception: RaisedException, _ evidence: Evidence) -> Finding {
    let name = ImportNames.likelyDistribution(of: top)
    return Finding(
      .brokenInstall, .likely, culprits: [name], "The code of `\(top)` is here, and its metadata is not.",
      evidence: [
        exception.line, exception.raiser.map { "raised at \($0.place)" },
        "no distribution that is installed lists the files of `\(top)`",
      ],
      fixes: [Fix("install \(name) anew", commands: [evidence.installer.reinstall(name)])])
  }

  private func emptied(_ defect: Defect, _ exception: RaisedException, _ evidence: Evidence) -> Finding {
    let name = defect.distributions.first ?? ""
    return Finding(
      .brokenInstall, .certain, culprits: [name], "The metadata of \(name) is empty, so that its version is not known.",
      evidence: [defect.sentence, exception.line, exception.raiser.map { "raised at \($0.place)" }],
      fixes: [Fix("reinstall \(name)", commands: [evidence.installer.reinstall(evidence.pinned(name))])])
  }
}
