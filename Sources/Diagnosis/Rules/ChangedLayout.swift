/// Compiled code finds a type of another size than it was compiled for.
struct ChangedLayout: Rule {
  static let page = RulePage(
    "changed-layout", .abiMismatch,
    sees: """
      "… size changed, may indicate binary incompatibility", or "… has the wrong size", of a type that is not numpy's; "does not export expected C \
      function" and its kin; a function that ctypes or cffi does not find in a library.
      """,
    means: "The extension was compiled against another release of the package that the type is of.",
    advises: "Releases that were built for each other.",
    seenAt: "gevent 20.9.0 with greenlet 1.1; soundfile with a sndfile.dll that has no `sf_wchar_open`",
    alsoFinds: [.brokenInstall], explains: [.importSideEffect, .versionConflict])

  /// Of Cython, and of Pyrex and the first releases of Cython.
  private static let words = [
    " size changed, may indicate binary incompatibility", " has the wrong size, try recompiling",
  ]

  /// Cython's own checks of what it shares between modules (Cython/Utility/ImportExport.c), and the methods that it gives
  /// the classes of one module and looks for in another (Cython/Utility/ExtensionTypes.c); what CPython says of a module whose
  /// start does not heed what an interface answers (Python/importdl.c).
  private static let interfaces = [
    " does not export expected C function ", " does not export expected C variable ", " has wrong signature (expected ",
    "'__reduce_cython__'", "'__setstate_cython__'", " failed without raising an exception",
    " raised unreported exception",
  ]

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.allExceptions {
      if exception.message.contains(anyOf: Self.interfaces) { return interface(exception, evidence) }
      if let finding = function(exception, evidence) { return finding }
      guard let range = Self.words.lazy.compactMap({ exception.message.range(ofWords: $0) }).first else { continue }
      let type = exception.message[..<range.lowerBound].split(separator: " ").last.map(String.init) ?? ""
      guard !type.isEmpty, type.topLevel != "numpy" else { continue }
      let provider = evidence.provider(of: type.topLevel)
      let user = exception.raiser?.owner.distribution
      let violated = user.flatMap { user in provider.flatMap { evidence.conflict(of: user, with: $0) } }
      return Finding(
        .abiMismatch, evidence.sure(.certain), culprits: [user, provider],
        "\(user.map { evidence.label($0) } ?? "An extension") was compiled for another \(provider.map { evidence.label($0) } ?? type.topLevel) than the one here.",
        evidence: [exception.line, violated?.sentence],
        fixes: provider.map { evidence.fixes(user: user, provider: $0, violated: violated) } ?? [])
    }
    return nil
  }

  private func interface(_ exception: RaisedException, _ evidence: Evidence) -> Finding {
    let user = exception.raiser?.owner.distribution
    return Finding(
      .abiMismatch, .likely, culprits: [user],
      "\(user.map { evidence.label($0) } ?? "A compiled module") does not fit another compiled module that it was built with.",
      evidence: [exception.line, exception.raiser.map { "raised at \($0.place)" }],
      fixes: [user.map { Fix("reinstall it", commands: [evidence.installer.reinstall(evidence.pinned($0))]) }])
  }
}

extension ChangedLayout {
  /// A function that Python code wants of a library that it loaded: what ctypes says on Windows and macOS
  /// (Modules/_ctypes/_ctypes.c, `PyCFuncPtr_FromDll`), and cffi everywhere (c/lib_obj.c, `lib_build_and_cache_attr`).
  private func function(_ exception: RaisedException, _ evidence: Evidence) -> Finding? {
    guard exception.type == "AttributeError" else { return nil }
    let message = exception.message
    if let rest = message.after("cffi library "), let library = rest.quotedName,
      rest.contains("has no function, constant or global variable named ")
    {
      // A module that was compiled for the package is called by its name alone.
      let isFile = library.contains(anyOf: ["/", "\\", ".so", ".dll", ".dylib"])
      return isFile ? otherRelease(library, exception, evidence) : twoReleases(library, exception, evidence)
    }
    let isOfCTypes =
      message.hasPrefix("function '") && message.hasSuffix("' not found")
      || message.hasPrefix("dlsym(") && message.hasSuffix("symbol not found")
    return isOfCTypes ? otherRelease("a library that it loaded", exception, evidence) : nil
  }

  private func otherRelease(_ library: String, _ exception: RaisedException, _ evidence: Evidence) -> Finding {
    let user = exception.raiser?.owner.distribution
    return Finding(
      .abiMismatch, .likely, culprits: [user],
      "\(user.map { evidence.label($0) } ?? "The code") was written for another release of \(library): it does not have the function.",
      evidence: [exception.line, exception.raiser.map { "raised at \($0.place)" }],
      fixes: [Fix("install a release of the library that has the function, or an older one of what calls it")])
  }

  private func twoReleases(_ module: String, _ exception: RaisedException, _ evidence: Evidence) -> Finding {
    let owner = exception.raiser?.owner.distribution
    return Finding(
      .brokenInstall, .likely, culprits: [owner],
      "The compiled module `\(module)` and the Python code that uses it are of different releases.",
      evidence: [exception.line, exception.raiser.map { "raised at \($0.place)" }],
      fixes: [
        owner.map { Fix("reinstall it", commands: [evidence.installer.reinstall(evidence.pinned($0))]) }
          ?? Fix("remove every copy of the package that has it, and install it once")
      ])
  }
}
