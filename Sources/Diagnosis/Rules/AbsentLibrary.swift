import SharedObjects

/// A shared library that something needs is nowhere to be found.
struct AbsentLibrary: Rule {
  static let page = RulePage(
    "absent-library", .missingSharedLibrary,
    sees: "A loader's message that a library cannot be opened or found, in an exception.",
    means: "Nothing in the loader's search path has that name. Libraries of a GPU's driver come with the driver alone.",
    advises: "The distribution or the system's package that ships the library; the driver, where it is the driver's.",
    seenAt: "torchaudio 2.11 beside torch 2.13.0+cpu (libcudart.so.13); vllm 0.4.1 without a driver (libcuda.so.1)",
    alsoFinds: [.driverOrGPUMissing], explains: [.importSideEffect, .versionConflict])

  func finding(in evidence: Evidence) -> Finding? {
    guard let message = evidence.failure.loaderMessage(where: { $0.problem == .missingLibrary }) else { return nil }
    let library = message.missingLibrary
    let suppliers = LibrarySupplier.any(of: library)
    let needer =
      message.requested.flatMap(\.owningDistribution)
      ?? evidence.failure.allExceptions.first { $0.message.contains(library) }?.raiser?.owner.distribution
    if case .driver(let driver)? = suppliers.first {
      return Finding(
        .driverOrGPUMissing, evidence.sure(.certain), culprits: [needer],
        "\(library) is not here, which comes with \(driver.rawValue) and with no package of an index.",
        evidence: [evidence.failure.line(withAnyOf: [library])])
    }
    return Finding(
      .missingSharedLibrary, evidence.sure(.certain), culprits: [needer],
      "\(needer.map { evidence.label($0) } ?? "Something") needs \(library), which the loader does not find.",
      evidence: [evidence.failure.line(withAnyOf: [library])] + suppliers.map(\.sentence),
      fixes: suppliers.map { $0.fix(evidence.installer) })
  }
}

extension LibrarySupplier {
  fileprivate var sentence: String? {
    switch self {
    case .distributions(let names): "it is in \(names.joined(separator: ", ")) from the package index"
    case .debian(let packages): packages.first.map { "it is in \($0.name) of Debian" }
    case .driver: nil
    }
  }

  fileprivate func fix(_ installer: Installer) -> Fix? {
    switch self {
    case .distributions(let names):
      names.first.map { Fix("install the distribution that has the library", commands: [installer.install($0)]) }
    case .debian(let packages):
      packages.first.map { Fix("install the system's package", commands: ["apt-get install \($0.name)"]) }
    case .driver: nil
    }
  }
}
