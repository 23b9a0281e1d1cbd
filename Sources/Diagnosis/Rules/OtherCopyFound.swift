import SharedObjects

/// The loader found another copy of a library before the one that belongs to the object.
struct OtherCopyFound: Rule {
  static let page = RulePage(
    "other-copy-found", .environmentVariable,
    sees: """
      In a text, a library in a folder of the user's own that fails while installed code is imported, or that of an \
      environment in which the system's own Python or program finds no version; a symbol of one of NVIDIA's or Intel's libraries that another one of them wants, or torch, or that a module of \
      Python's own library wants.
      """,
    means: """
      What was released together fits. Such a symbol is missing where an older copy of the library came first, mostly by \
      LD_LIBRARY_PATH: it is searched before what wheels bring.
      """,
    advises: "Unset LD_LIBRARY_PATH, or take the folder with the other copy out of it.",
    seenAt: """
      torch 2.4 for CUDA 12.4 with a toolkit 12.3 on LD_LIBRARY_PATH (`libcusparse.so.12: undefined symbol: \
      __nvJitLinkComplete_12_4`), pytorch#134929
      """,
    explains: [.abiMismatch, .importSideEffect, .versionConflict, .pythonVersionUnsupported])

  func finding(in evidence: Evidence) -> Finding? {
    guard let missing = evidence.failure.missingSymbol(where: { $0 == .olderCopy }) else { return strange(evidence) }
    let family = SymbolReading(missing.symbol.name).family?.rawValue
    return Finding(
      .environmentVariable, .likely,
      "\(missing.object?.fileName ?? "A library") found another copy of \(family ?? "a library") than it was made for.",
      evidence: [
        evidence.failure.line(withAnyOf: [missing.symbol.name]),
        evidence.environment?.variables["LD_LIBRARY_PATH"].map { "LD_LIBRARY_PATH is \($0.shortened(to: 200))" },
      ],
      fixes: [
        Fix(
          "unset LD_LIBRARY_PATH, or take the folder with the other copy out of it",
          commands: [
            "unset LD_LIBRARY_PATH"
          ])
      ])
  }

  /// Where only paths are known: what is installed finds its own libraries by itself, and those of the system.
  private func strange(_ evidence: Evidence) -> Finding? {
    guard !evidence.isLive else { return nil }
    for message in evidence.failure.loaderMessages {
      guard let file = message.libraryOfOtherFolder(evidence) else { continue }
      return Finding(
        .environmentVariable, .likely, "The loader took \(file), which no installed package brings.",
        evidence: [evidence.failure.line(withAnyOf: [file])],
        fixes: [
          Fix(
            "take \(file.folder) out of LD_LIBRARY_PATH, or unset it",
            commands: ["unset LD_LIBRARY_PATH"])
        ])
    }
    return nil
  }
}

extension LoaderMessage {
  /// The library that can only be found by a variable.
  fileprivate func libraryOfOtherFolder(_ evidence: Evidence) -> String? {
    guard speaker == .glibc, let object else { return nil }
    switch problem {
    case .undefinedSymbol:
      let isInstalled = evidence.failure.exception?.raiser?.file.isInSiteFolder ?? false
      return isInstalled && LibraryName(path: object) != nil && object.isInOwnFolder ? object : nil
    case .missingVersion(_, requiredBy: let needer?):
      let isSystems = needer.hasPrefix("/usr/bin/") || needer.hasPrefix("/usr/lib") && needer.contains("/python3")
      return isSystems && object.isOfEnvironment || object.isBeyondPython(of: needer) ? object : nil
    default: return nil
    }
  }
}

extension String {
  /// Below somebody's home, and in no environment.
  fileprivate var isInOwnFolder: Bool {
    contains(anyOf: ["/home/", "/Users/", "/root/"]) && !isInSiteFolder && !isOfEnvironment
      && !contains(anyOf: ["/.cache/", "/torch_extensions/", "/lib/python", "/Ascend/"])
  }

  /// Whether a library is neither the system's nor in the folder of the Python whose own module needs it.
  fileprivate func isBeyondPython(of module: String) -> Bool {
    guard module.folder.hasSuffix("/lib-dynload"), !["/lib", "/usr/lib"].contains(where: hasPrefix) else {
      return false
    }
    return !module.hasPrefix(folder + "/")
  }

  fileprivate var isOfEnvironment: Bool { contains(anyOf: ["conda", "/envs/", "/miniforge", "/mambaforge"]) }
}
