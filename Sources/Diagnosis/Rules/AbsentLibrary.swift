import SharedObjects

/// A shared library that something needs is nowhere to be found.
struct AbsentLibrary: Rule {
  static let page = RulePage(
    "absent-library", .missingSharedLibrary,
    sees: """
      A loader's message that a library cannot be opened or found, in an exception; who needs it, and where else files of \
      that name lie.
      """,
    means: "Nothing in the loader's search path has that name. Libraries of a GPU's driver come with the driver alone.",
    advises: """
      What the package requires and is not there; builds for one kind of device; the distribution or the system's package \
      that ships the library; the driver, where it is the driver's.
      """,
    seenAt: "torchaudio 2.11 beside torch 2.13.0+cpu (libcudart.so.13); vllm 0.4.1 without a driver (libcuda.so.1)",
    alsoFinds: [.driverOrGPUMissing], explains: [.importSideEffect, .versionConflict])

  func finding(in evidence: Evidence) -> Finding? {
    if let explanation = evidence.failure.explanation(where: { $0.kind == .missingLibrary }) {
      return explained(explanation, evidence)
    }
    return evidence.failure.loaderMessage { $0.problem == .missingLibrary && !$0.isOfUnnamedLibrary }
      .map { told($0, evidence) }
  }

  // MARK: Where the environment shows who needs it

  private func explained(_ explanation: LoaderExplanation, _ evidence: Evidence) -> Finding {
    let needer = explanation.distribution ?? asker(explanation.library ?? "", evidence)
    switch explanation.conclusion {
    case .comesWithDriver(let driver):
      return explanation.finding(driver.cause, culprits: [needer], fixes: Self.fixes(driver))
    case .partLeftOut(let build):
      return explanation.finding(
        .missingSharedLibrary, culprits: [needer, build.name], fixes: evidence.fixesOfMixedBuilds(needer, build.name))
    case .offSearchPath, .foundNow:
      return explanation.finding(
        .missingSharedLibrary, culprits: [needer],
        fixes: [
          Fix("see why the loader does not look there: LD_LIBRARY_PATH, or a package that is imported too late"),
          explanation.reinstallation(evidence, "or reinstall the package"),
        ])
    default:
      return explanation.finding(
        .missingSharedLibrary, culprits: [needer],
        fixes: [completion(needer, explanation, evidence)] + explanation.suppliers.map { $0.fix(evidence.installer) })
    }
  }

  /// Where it lacks what it requires, that has the library, or the next one that is missing.
  private func completion(_ needer: String?, _ explanation: LoaderExplanation, _ evidence: Evidence) -> Fix? {
    guard let needer else { return nil }
    let missing = evidence.missingRequirements(of: needer)
    let isKnown = !explanation.suppliers.isEmpty
    guard
      !missing.isEmpty && !isKnown
        || missing.contains(where: { missing in
          explanation.suppliers.contains { $0.isBrought(by: normalizedName(missing.required)) }
        })
    else { return nil }
    return Fix(
      "install what \(needer) requires: \(missing.count) of that is not there",
      commands: [evidence.installer.install(evidence.pinned(needer))])
  }

  private func asker(_ library: String, _ evidence: Evidence) -> String? {
    guard !library.isEmpty else { return nil }
    return evidence.failure.allExceptions.first { $0.message.contains(library) }?.raiser?.owner.distribution
      ?? evidence.failure.exceptions.compactMap(\.raiser?.owner.distribution).first
  }

  static func fixes(_ driver: DriverLibraries) -> [Fix] {
    [
      Fix("run it where the \(driver.rawValue) is; a container must be started with access to the device"),
      Fix("or install a build for processors alone, where the project has one"),
    ]
  }

  // MARK: Where there is a message alone

  private func told(_ message: LoaderMessage, _ evidence: Evidence) -> Finding {
    let library = message.missingLibrary
    let suppliers = LibrarySupplier.any(of: library)
    let needer = message.requested.flatMap(\.owningDistribution) ?? asker(library, evidence)
    guard !library.isEmpty else { return unnamed(evidence) }
    if case .driver(let driver)? = suppliers.first {
      return Finding(
        driver.cause, evidence.sure(.certain), culprits: [needer],
        "\(library) is not here, which comes with the \(driver.rawValue) and with no package of an index.",
        evidence: [evidence.failure.line(withAnyOf: [library])], fixes: Self.fixes(driver))
    }
    return Finding(
      .missingSharedLibrary, evidence.sure(.certain), culprits: [needer],
      "\(needer.map { evidence.label($0) } ?? "Something") needs \(library), which the loader does not find.",
      evidence: [evidence.failure.line(withAnyOf: [library])] + suppliers.map(\.sentence),
      fixes: suppliers.isEmpty ? [Self.search(library)] : suppliers.map { $0.fix(evidence.installer) })
  }

  /// Where the text was cut off before the name of the library.
  private func unnamed(_ evidence: Evidence) -> Finding {
    Finding(
      .missingSharedLibrary, .likely,
      culprits: [evidence.failure.exceptions.compactMap(\.raiser?.owner.distribution).first],
      "The loader does not find a library, and the text does not say which.",
      evidence: [evidence.failure.exception?.line],
      fixes: [Fix("look in the whole output for the name before `cannot open shared object file`")])
  }

  /// Of a library that no list here has.
  private static func search(_ library: String) -> Fix {
    let isOfLinux = library.contains(".so")
    return Fix(
      "install what brings it, in the release that its number names, or a build that does not need it",
      commands: isOfLinux ? ["apt-file search \(quoted(library))"] : [])
  }
}

extension LibrarySupplier {
  fileprivate func isBrought(by distribution: String) -> Bool {
    if case .distributions(let names) = self { names.contains(distribution) } else { false }
  }
}

extension Evidence {
  /// Of two distributions one is built for CUDA and the other is not.
  func fixesOfMixedBuilds(_ forCUDA: String?, _ build: String) -> [Fix] {
    guard let forCUDA else { return [] }
    let plain = version(build).map { String($0.prefix { $0 != "+" }) }
    return [
      Fix(
        "install the \(build) of the package index, which is built for CUDA",
        commands: plain.map { [installer.install("\(build)==\($0)", options: installer.anew(build))] } ?? []),
      Fix("or a \(forCUDA) for processors alone, from where \(label(build)) came"),
      Fix("or remove \(forCUDA), if nothing needs it", commands: [installer.uninstall(forCUDA)]),
    ]
  }
}

extension Installer {
  /// Options that write one distribution anew, though its version fits.
  func anew(_ name: String) -> [String] { isUV ? ["--reinstall-package", name] : ["--force-reinstall"] }
}
