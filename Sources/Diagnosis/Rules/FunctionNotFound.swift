/// Python code wants a function of a library that it loaded itself, and the library does not have it.
struct FunctionNotFound: Rule {
  static let page = RulePage(
    "function-not-found", .abiMismatch,
    sees: "An AttributeError of ctypes or cffi that names a function, and no module or class.",
    means: """
      The library that was found is of another release than the code was written for; where it is the package's own \
      compiled module, files of two releases lie in one folder.
      """,
    advises: "A release of the library that has the function; of a package's own module, a new installation.",
    seenAt: "soundfile with a sndfile.dll that has no `sf_wchar_open`",
    alsoFinds: [.brokenInstall], explains: [.importSideEffect, .versionConflict])

  func finding(in evidence: Evidence) -> Finding? {
    evidence.failure.allExceptions.lazy.compactMap { finding($0, evidence) }.first
  }

  /// What ctypes says on Windows and macOS (Modules/_ctypes/_ctypes.c, `PyCFuncPtr_FromDll`), and cffi everywhere
  /// (c/lib_obj.c, `lib_build_and_cache_attr`).
  private func finding(_ exception: RaisedException, _ evidence: Evidence) -> Finding? {
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
