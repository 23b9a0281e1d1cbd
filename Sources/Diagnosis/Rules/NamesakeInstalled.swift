internal import Probing

/// Another project owns the import name that is meant.
struct NamesakeInstalled: Rule {
  static let page = RulePage(
    "namesake-installed", .wrongDistribution,
    sees:
      "A name that a well-known package has and the module that was found has not; a module that only the namesake wants; a namesake among what is installed.",
    means: "`pip install` of the import's name brought another project.",
    advises: "Remove the namesake, then install, or install anew, the one that is meant: both write into one folder.",
    seenAt:
      "fitz instead of PyMuPDF (`No module named 'frontend'`), jwt instead of PyJWT (`no attribute 'encode'`), crypto instead of pycryptodome",
    explains: [.missingDistribution, .versionConflict, .importSideEffect, .pythonVersionUnsupported, .brokenInstall])

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      if let finding = byRequirement(exception, evidence) ?? ofForeign(exception, evidence)
        ?? finding(exception, evidence)
      {
        return finding
      }
    }
    return nil
  }

  /// The one who imports it requires a project that brings this module and is not there, and another one brings it.
  private func byRequirement(_ exception: RaisedException, _ evidence: Evidence) -> Finding? {
    guard let user = exception.raiser?.owner.distribution, let module = exception.complaint.modules.first?.topLevel,
      let found = evidence.provider(of: module), normalizedName(found) != normalizedName(user)
    else { return nil }
    let usual = Namesakes.table[module]?.meant ?? ImportNames.likelyDistribution(of: module)
    guard normalizedName(usual) != normalizedName(found),
      let missing = evidence.missingRequirements(of: user).first(where: {
        normalizedName($0.required) == normalizedName(usual)
      })
    else { return nil }
    return Finding(
      .wrongDistribution, .certain, culprits: [found, missing.required],
      "`\(module)` comes from \(evidence.label(found)), and \(evidence.label(user)) means that of \(missing.required).",
      evidence: [exception.line, missing.sentence, exception.raiser.map { "raised at \($0.place)" }],
      fixes: [
        Fix(
          "replace \(found) by \(missing.required)",
          commands: [evidence.installer.uninstall(found), evidence.installer.install(missing.requirement)])
      ])
  }

  /// A name that only the less known one of the two has.
  private func ofForeign(_ exception: RaisedException, _ evidence: Evidence) -> Finding? {
    let wanted: (name: String, module: String)
    switch exception.complaint {
    case .noName(let name, let module?, _, isPartial: false),
      .noModuleAttribute(let name, let module, isPartial: false):
      wanted = (name, module)
    default: return nil
    }
    guard let pair = Namesakes.table[wanted.module], let foreign = pair.foreign, foreign.names.contains(wanted.name),
      !evidence.isLive || evidence.isInstalled(pair.meant)
    else { return nil }
    return finding(
      Namesakes.Pair(meant: foreign.owner, others: [pair.meant]), wanted.module,
      "`\(wanted.name)` is a name of \(foreign.owner)", pair.meant, exception, evidence)
  }

  private func finding(_ exception: RaisedException, _ evidence: Evidence) -> Finding? {
    let asked = evidence.isLive ? Self.asked(exception) : []
    for (name, reason) in Self.candidates(exception) + asked {
      guard let pair = Namesakes.table[name] else { continue }
      let installed = pair.others.filter {
        evidence.isInstalled($0) && normalizedName($0) != normalizedName(pair.meant)
      }
      if evidence.isLive, installed.isEmpty { continue }
      // Both may be there: then the files of one have overwritten those of the other.
      let isOther = evidence.modules[name]?.found?.owner.map { owner in
        pair.others.contains { normalizedName($0) == normalizedName(owner) }
      }
      let isAbsent = evidence.modules[name].map { $0.found == nil } ?? false
      let others = Set(installed.map(normalizedName))
      let isRun = exception.frames.contains { frame in
        frame.owner.distribution.map { others.contains(normalizedName($0)) } ?? false
      }
      guard !evidence.isLive || isOther == true || isRun || isAbsent || evidence.isInstalled(pair.meant) else {
        continue
      }
      return finding(pair, name, reason, installed.first ?? pair.others[0], exception, evidence)
    }
    return nil
  }

  /// What a line of code wants that led into the module, whose own code then failed: the project that is meant has it.
  private static func asked(_ exception: RaisedException) -> [(name: String, reason: String)] {
    exception.frames.compactMap { frame in
      guard let words = frame.source?.names, words.first == "from", words.contains("import"),
        let module = words.dropFirst().first, let pair = Namesakes.table[module],
        let name = words.dropFirst(2).first(where: pair.offers.contains)
      else { return nil }
      return (module, "the project that is meant has `\(name)`, which is wanted at \(frame.place)")
    }
  }

  private static func candidates(_ exception: RaisedException) -> [(name: String, reason: String)] {
    var found: [(String, String)] = []
    // Projects that were left long ago are written in Python 2.
    if let file = exception.syntax?.file?.description, file.isInSiteFolder {
      let top = String(file.belowSitePackages.prefix { $0 != "/" && $0 != "." })
      found.append((top, "the code of the namesake does not parse"))
    }
    switch exception.complaint {
    case .noModule(let wanted, _):
      for frame in exception.frames.suffix(3) {
        let top = String(frame.file.belowSitePackages.prefix { $0 != "/" && $0 != "." })
        if Namesakes.table[top]?.telltale.contains(wanted) == true {
          found.append((top, "only the code of the namesake imports `\(wanted)`"))
        }
      }
      if exception.frames.isEmpty, let name = Namesakes.telling[wanted] {
        found.append((name, "`\(wanted)` is what only the code of the namesake imports"))
      }
      found.append((wanted.topLevel, "`\(wanted)` is not there"))
    case .noName(let name, let module?, _, isPartial: false),
      .noModuleAttribute(let name, let module, isPartial: false):
      if Namesakes.table[module.topLevel]?.offers.contains(name) == true || module.topLevel == "apex" {
        found.append((module.topLevel, "the project that is meant has `\(name)`"))
      } else {
        found.append((module.topLevel, "`\(name)` is not there"))
      }
      for frame in exception.frames.suffix(3) {
        let top = String(frame.file.belowSitePackages.prefix { $0 != "/" && $0 != "." })
        if Namesakes.table[top]?.telltale.contains(module) == true {
          found.append((top, "only the code of the namesake imports `\(module)`"))
        }
      }
    // Python 2 does not say of which module.
    case .noAttribute(let name, type: "module"):
      let source = exception.deepest?.source ?? ""
      for top in source.names.distinct where Namesakes.table[top]?.offers.contains(name) == true {
        if source.contains("\(top).\(name)") { found.append((top, "the project that is meant has `\(name)`")) }
      }
    default: break
    }
    return found
  }

  private func finding(
    _ pair: Namesakes.Pair, _ name: String, _ reason: String, _ other: String, _ exception: RaisedException,
    _ evidence: Evidence
  ) -> Finding? {
    // In a text nothing but a name that tells them apart speaks for it.
    if !evidence.isLive, reason.hasSuffix("is not there") || reason.hasSuffix("does not parse") { return nil }
    let isName = !pair.meant.contains(" ")
    return Finding(
      .wrongDistribution, evidence.sure(.certain), culprits: [other, isName ? pair.meant : nil],
      "`\(name)` is meant to come from \(pair.meant), and \(evidence.label(other)) is another project.",
      evidence: [
        exception.line, reason, evidence.isInstalled(other) ? "installed: \(evidence.label(other))" : nil,
        exception.raiser.map { "raised at \($0.place)" },
      ],
      fixes: [
        Fix(
          "replace \(other) by \(pair.meant)",
          commands: [evidence.installer.uninstall(other)]
            + (isName ? [evidence.installer.install(pair.meant, options: evidence.installer.anew(pair.meant))] : []))
      ])
  }
}
