import SharedObjects

/// A package looked for a library of the system itself, and says that it did not find it.
struct SoughtLibrary: Rule {
  static let page = RulePage(
    "sought-library", .missingSharedLibrary,
    sees: "An exception of installed code with the words \"library\" and \"not found\", or others of that meaning.",
    means:
      "Packages that use ctypes or cffi look for a library by its name, and have words of their own where none is there.",
    advises: "The system's package that has the library.",
    seenAt: "opuslib without libopus (\"Could not find Opus library\"); pyzbar without libzbar",
    alsoFinds: [.driverOrGPUMissing], explains: [.importSideEffect, .versionConflict])

  private static let vain = [
    "not found", "nable to find", "ould not find", "ouldn't find", "annot find", "an't find", "ould not load",
    "nable to load", "annot load", "ailed to load", "nable to locate", "ould not locate", "could not be found",
    "could not be loaded", "no library called", " not loaded", "cannot found", "ailed to find", "ailed to dlopen",
  ]
  /// Libraries of Python are installed in another way, and other rules know of them.
  private static let ofPython = [
    "pip install", "pip3 install", "conda install", "found in your environment", "Python library", "need to install",
  ]

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      let message = exception.message
      guard exception.complaint == .other, message.utf8.count < Self.longest,
        exception.raiser?.owner.distribution != nil || !evidence.isLive && exception.frames.isEmpty,
        Self.isOfLibrary(message), Self.isInVain(message),
        !message.contains(anyOf: Self.ofPython), !evidence.failure.loaderMessages.contains(where: \.isOfUnnamedLibrary)
      else { continue }
      return finding(exception, evidence)
    }
    return nil
  }

  /// By the word, or by a name that only libraries have.
  private static func isOfLibrary(_ message: String) -> Bool {
    if message.contains(anyOf: ["library", "Library", ".dll", ".dylib"]) { return true }
    return message.names.contains { name in
      name.hasPrefix("lib") && name.utf8.count > 5 && !ofPythonNames.contains(where: name.hasPrefix)
    }
  }

  /// Modules of Python, and words, that begin like libraries.
  private static let ofPythonNames: [String] = ["libr", "libcst", "libs", "liber", "lib2to3", "libtmux", "libarchive"]

  private static func isInVain(_ message: String) -> Bool {
    message.contains(anyOf: vain) || message.hasPrefix("No ") && message.contains(" found")
  }

  /// Longer ones speak of more than that.
  private static let longest = 1000

  /// The message names a library that only a driver brings.
  private func ofDriver(_ exception: RaisedException, _ owner: String?, _ evidence: Evidence) -> Finding? {
    for name in exception.message.names where name.hasPrefix("lib") {
      guard let driver = DriverLibraries(of: LibraryName("\(name).so")) else { continue }
      return Finding(
        driver.cause, .likely, culprits: [owner],
        "\(owner.map { evidence.label($0) } ?? "The package") looked for \(name), which comes with the \(driver.rawValue).",
        evidence: [exception.line, exception.raiser.map { "raised at \($0.place)" }], fixes: AbsentLibrary.fixes(driver)
      )
    }
    return nil
  }

  private func finding(_ exception: RaisedException, _ evidence: Evidence) -> Finding {
    let owner = exception.raiser?.owner.distribution
    if let finding = ofDriver(exception, owner, evidence) { return finding }
    let stems = exception.message.split { !($0.isLetter || $0.isNumber || "_-".contains($0)) }
      .map { $0.lowercased() }.filter { $0.utf8.count > 2 && !$0.hasPrefix("librar") }
    let suppliers =
      stems.lazy.map { LibrarySupplier.any(of: $0.hasPrefix("lib") ? "\($0).so" : "lib\($0).so") }
      .first { !$0.isEmpty } ?? []
    return Finding(
      .missingSharedLibrary, .likely, culprits: [owner],
      "\(owner.map { evidence.label($0) } ?? "The package") looked for a library of the system and did not find it.",
      evidence: [exception.line, exception.raiser.map { "raised at \($0.place)" }] + suppliers.map(\.sentence),
      fixes: suppliers.isEmpty
        ? [Fix("install the library that the message names, by the system's own packages")]
        : suppliers.map { $0.fix(evidence.installer) })
  }
}
