import SharedObjects

/// Files of a distribution are gone, left over, or mixed with those of another version.
struct DamagedInstallation: Rule {
  static let page = RulePage(
    "damaged-installation", .brokenInstall,
    sees: """
      What a distribution's list of files names and the disk does not have; two dist-info folders of one name; files that \
      two distributions list; folders without code; editable links that lead nowhere. In a text, a library that is "too short".
      """,
    means: "An installation or removal did not finish, or wrote over another one. The exception is about what is left.",
    advises: "Reinstall the distribution; of several that share a folder keep one.",
    seenAt:
      "cv2 after one of two OpenCV distributions was removed; numpy 1.26 and 2.2 in one folder; requests of which __pycache__ is left",
    explains: [
      .circularImport, .versionConflict, .missingDistribution, .importSideEffect, .incompleteBuild, .numpyABI,
      .shadowedModule, .missingSharedLibrary,
    ])

  func finding(in evidence: Evidence) -> Finding? {
    guard evidence.isLive else { return leftOver(evidence) ?? unreadable(evidence) ?? cutOff(evidence) }
    for exception in evidence.failure.allExceptions {
      if let finding = Self.finding(exception, evidence) ?? DamagedFile.finding(exception, evidence) {
        return finding
      }
    }
    return nil
  }

  /// pip, which gives a folder that it removes another first letter, warns of one that is still there
  /// (pip/_internal/metadata/base.py).
  private func leftOver(_ evidence: Evidence) -> Finding? {
    for line in evidence.failure.lines(withAnyOf: ["Ignoring invalid distribution "]) {
      guard let rest = line.after("Ignoring invalid distribution ")?.prefix(while: { $0 != " " }).dropFirst(),
        rest.count > 1
      else { continue }
      for exception in evidence.failure.exceptions {
        let owners = exception.complaint.modules.map { normalizedName(ImportNames.likelyDistribution(of: $0)) }
        guard let owner = owners.first(where: { $0.dropFirst() == normalizedName(String(rest)) }) else { continue }
        return Finding(
          .brokenInstall, .likely, culprits: [owner],
          "The installation of \(owner) was not removed or replaced to the end.",
          evidence: [line, exception.line],
          fixes: [
            Fix(
              "remove the folders whose names begin with ~, and reinstall it",
              commands: [evidence.installer.reinstall(owner)])
          ])
      }
    }
    return nil
  }

  /// What Python says of a file of code, or an archive, that was not written to its end, or was written over.
  private static let damage = [
    "cannot contain null bytes", "EOF read where not expected", "marshal data too short", "bad local file header",
  ]

  /// A library that ends before its header does; an empty one of the GPU's driver has another reason.
  private func cutOff(_ evidence: Evidence) -> Finding? {
    let message = evidence.failure.loaderMessage { message in
      message.problem == .truncated && message.object.map { DriverLibraries(of: LibraryName($0)) == nil } ?? false
    }
    guard let object = message?.object else { return nil }
    let owner = object.owningDistribution
    return Finding(
      .brokenInstall, .likely, culprits: [owner],
      "\(object.belowSitePackages) is cut off or empty: it was not written to its end.",
      evidence: [evidence.failure.line(withAnyOf: [object])],
      fixes: [
        owner.map { Fix("reinstall \($0)", commands: [evidence.installer.reinstall($0)]) }
          ?? Fix("install again what it belongs to")
      ])
  }

  private func unreadable(_ evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions where exception.message.contains(anyOf: Self.damage) {
      let owner = exception.raiser?.owner
      guard owner != .local || exception.frames.contains(where: { $0.owner.distribution != nil }) else { continue }
      return Finding(
        .brokenInstall, .likely, culprits: [owner?.distribution],
        "A file of \(owner?.distribution.map { evidence.label($0) } ?? "what is imported") is damaged.",
        evidence: [exception.line, exception.raiser.map { "wanted at \($0.place)" }],
        fixes: [
          owner?.distribution.map {
            Fix("reinstall it, or what it imports there", commands: [evidence.installer.reinstall($0)])
          } ?? Fix("see which file it is, and reinstall what it belongs to"),
          Fix("if only the compiled file is damaged, remove the folder `__pycache__` beside it"),
        ])
    }
    return nil
  }

  private static func finding(_ exception: RaisedException, _ evidence: Evidence) -> Finding? {
    for name in exception.complaint.modules.isEmpty ? [""] : exception.complaint.modules {
      let module = evidence.modules[name]
      let providers =
        evidence.environment?.owners[name.topLevel]
        ?? [evidence.linked(name.topLevel), exception.raiser?.owner.distribution].compactMap(\.self)
      for provider in providers {
        let defects = evidence.defects(of: provider).filter { isRelevant($0, exception) }
        guard !defects.isEmpty else { continue }
        let isProved = module?.missingFiles.isEmpty == false || defects.contains { $0.kind.isBlatant }
        return finding(
          provider, defects, isProved ? .certain : .likely, module?.missingFiles.first, exception, evidence)
      }
      if providers.isEmpty, let left = evidence.leftovers(of: name.topLevel).first {
        let likely = ImportNames.likelyDistribution(of: name)
        return finding(likely, [left], .certain, nil, exception, evidence)
      }
    }
    return nil
  }

  /// Whether it can have to do with what failed: two of one name, or of one folder, matter where the code is their own.
  private static func isRelevant(_ defect: Defect, _ exception: RaisedException) -> Bool {
    switch defect.kind {
    // Each in a folder of its own: which one is imported is a matter of the search path.
    case .hiddenElsewhere: return false
    case .emptyShell, .folderWithoutDistribution, .moduleWithoutDistribution, .editableSourceMissing, .filesMissing,
      .interruptedRemoval, .neededFileMissing:
      return true
    // `ChangedFile` judges these.
    case .fileEmptied, .fileCutOff, .fileChanged: return false
    case .duplicate, .filesClaimedTwice, .moduleClaimedTwice, .recordMissing, .metadataMissing:
      let raiser = exception.raiser?.owner
      return raiser?.distribution.map { name in
        defect.distributions.contains { normalizedName($0) == normalizedName(name) }
      }
        ?? (exception.complaint != .other)
    }
  }

  private static func finding(
    _ provider: String, _ defects: [Defect], _ confidence: Confidence, _ missing: String?, _ exception: RaisedException,
    _ evidence: Evidence
  ) -> Finding {
    let others = defects.filter { $0.kind != .neededFileMissing }.flatMap(\.distributions).filter {
      normalizedName($0) != normalizedName(provider)
    }.distinct
    return Finding(
      .brokenInstall, confidence, culprits: [provider] + others,
      "The installation of \(evidence.label(provider)) is damaged.",
      evidence: defects.sorted { $0.kind.isBlatant && !$1.kind.isBlatant }.prefix(2).map(\.sentence) + [
        missing.map { "not there: \($0.belowSitePackages)" }, exception.line,
      ],
      fixes: fixes(provider, others.first, defects, evidence))
  }

  private static func fixes(_ provider: String, _ other: String?, _ defects: [Defect], _ evidence: Evidence) -> [Fix] {
    // An index may have another project of this name.
    if let link = defects.first(where: { $0.kind == .editableSourceMissing }) {
      return [
        Fix("put \(link.file ?? "its folder") back, or install the project from where it lies now"),
        Fix("or remove what is left of it", commands: [evidence.installer.uninstall(provider)]),
      ]
    }
    let source = evidence.distribution(provider)?.editableSource
    let again =
      source.map { evidence.installer.install($0, options: ["--no-deps", "--editable"]) }
      ?? evidence.installer.reinstall(evidence.pinned(provider))
    guard let other else {
      // A plugin that others load may be of no use without its rest, and of no index.
      let isAsked = evidence.failure.module.map { evidence.provider(of: $0) == provider } ?? true
      return [
        Fix("reinstall \(provider)", commands: [again]),
        isAsked
          ? nil
          : Fix(
            "or remove what is left of it, if nothing needs it", commands: [evidence.installer.uninstall(provider)]),
      ].compactMap(\.self)
    }
    let (kept, dropped) = evidence.isMeant(other, rather: provider) ? (other, provider) : (provider, other)
    return [
      Fix(
        "keep \(kept) and remove \(dropped)",
        commands: [evidence.installer.uninstall(dropped), evidence.installer.reinstall(evidence.pinned(kept))]),
      Fix("or reinstall \(provider)", commands: [again]),
    ]
  }
}

extension Defect.Kind {
  /// Whether nothing could be imported properly with it.
  fileprivate var isBlatant: Bool {
    switch self {
    case .emptyShell, .folderWithoutDistribution, .editableSourceMissing, .duplicate, .neededFileMissing: true
    case .filesMissing, .filesClaimedTwice, .moduleClaimedTwice, .metadataMissing, .recordMissing, .interruptedRemoval,
      .hiddenElsewhere, .moduleWithoutDistribution, .fileEmptied, .fileCutOff, .fileChanged:
      false
    }
  }
}

extension Evidence {
  /// The distribution of that name whose editable link leads nowhere, so that nothing shows its modules.
  fileprivate func linked(_ module: String) -> String? {
    guard let name = distribution(ImportNames.likelyDistribution(of: module))?.name else { return nil }
    return defects(of: name).contains { $0.kind == .editableSourceMissing } ? name : nil
  }

  /// What is left of a module that no distribution brings any more, in a folder where distributions are installed.
  fileprivate func leftovers(of module: String) -> [Defect] {
    environment?.defects.filter {
      ($0.kind == .folderWithoutDistribution || $0.kind == .interruptedRemoval) && $0.distributions.isEmpty
        && ($0.file?.fileName == module || $0.file?.fileName.hasPrefix("~\(module.dropFirst())") == true)
    } ?? []
  }
}

extension Evidence {
  /// Whether of two that write into one folder the first is the one that is wanted: the check is of a module of its own,
  /// or something requires it, or it is better known under the module's name.
  fileprivate func isMeant(_ one: String, rather other: String) -> Bool {
    let (one, other) = (normalizedName(one), normalizedName(other))
    let asked = failure.module.flatMap { modules[$0.topLevel]?.found?.owner }.map(normalizedName)
    if asked == one || asked == other { return asked == one }
    let required = Set(
      environment?.distributions.values.flatMap { $0.requirements.map { normalizedName($0.name) } } ?? [])
    if required.contains(one) != required.contains(other) { return required.contains(one) }
    let usual = Set(failure.exceptions.flatMap(\.complaint.modules).map(ImportNames.likelyDistribution))
    return usual.contains(one) && !usual.contains(other)
  }
}
