import SharedObjects

/// Windows or Qt could not load a library, and does not say which other one it lacks.
struct UnloadableLibrary: Rule {
  static let page = RulePage(
    "unloadable-library", .missingSharedLibrary,
    sees: """
      "Error loading … or one of its dependencies", "DLL load failed while importing x" without a reason or with that of a \
      module that was not found, WinError 1114; status 0xC0000135; "Could not load the Qt platform plugin"; "CUDA Setup failed".
      """,
    means: """
      The file itself is mostly there: a library that it needs is not, or is too old. On Windows that is most often \
      Microsoft's C++ runtime, of torch also libomp140.x86_64.dll.
      """,
    advises:
      "Install the newest Visual C++ Redistributable; look with a tool such as Dependencies which file is missing.",
    seenAt: "torch 2.4 on Windows, whose fbgemm.dll needs libomp140.x86_64.dll, pytorch#131662",
    explains: [.importSideEffect, .nativeCrash])

  func finding(in evidence: Evidence) -> Finding? {
    guard let message = evidence.failure.loaderMessage(where: \.isOfUnnamedLibrary) else {
      return plugin(evidence) ?? setup(evidence)
    }
    let owner =
      message.requested.flatMap(\.owningDistribution) ?? evidence.failure.exception?.raiser?.owner.distribution
    let file = message.requested?.fileName
    let isAbsent = message.problem == .missingLibrary
    return Finding(
      .missingSharedLibrary, isAbsent || file?.hasSuffix(".dll") == true ? .likely : .possible, culprits: [owner],
      "Windows cannot load \(file ?? "a library")\(owner.map { " of \(evidence.label($0))" } ?? ""): "
        + (isAbsent
          ? "it, or a library that it needs, is not found, and Windows does not say which."
          : "a library that it needs is mostly absent or too old."),
      evidence: [
        evidence.failure.line(withAnyOf: ["one of its dependencies", "DLL load failed", "WinError", "0xC0000135"])
      ],
      fixes: [
        file?.isPythonLibrary == true
          ? Fix("start the program in the whole folder that it was built into, or build it again as one file") : nil,
        Fix("install the newest Microsoft Visual C++ Redistributable"),
        Fix("in conda, activate the environment, so that its Library\\bin is searched"),
        Fix("see which library is missing, with the program Dependencies"),
      ])
  }

  /// bitsandbytes keeps to itself which library it did not find.
  private func setup(_ evidence: Evidence) -> Finding? {
    guard let line = evidence.failure.line(withAnyOf: ["CUDA Setup failed despite"]) else { return nil }
    return Finding(
      .missingSharedLibrary, .possible, culprits: ["bitsandbytes"],
      "\(evidence.label("bitsandbytes")) does not find CUDA's libraries, or has no library of its own for this CUDA.",
      evidence: [line], fixes: [Fix("let it say what it looked for", commands: ["python -m bitsandbytes"])])
  }

  /// Qt names the plugin and not what it lacks.
  private func plugin(_ evidence: Evidence) -> Finding? {
    let words = ["Could not load the Qt platform plugin", "no Qt platform plugin could be initialized"]
    guard let line = evidence.failure.line(withAnyOf: words) else { return nil }
    return Finding(
      .missingSharedLibrary, .likely,
      "Qt finds its platform plugin and cannot load it: a library of X11 that it needs is absent.",
      evidence: [line],
      fixes: [
        Fix("let Qt say which library it lacks", commands: ["export QT_DEBUG_PLUGINS=1"]),
        Fix("on Debian and Ubuntu", commands: ["apt-get install libxcb-cursor0 libxcb-xinerama0 libxkbcommon-x11-0"]),
      ])
  }
}

extension String {
  /// `python311.dll`, which PyInstaller's programs bring along.
  fileprivate var isPythonLibrary: Bool { hasPrefix("python") && hasSuffix(".dll") }
}

extension LoaderMessage {
  /// Whether Windows says that something did not load, and not what was missing.
  var isOfUnnamedLibrary: Bool {
    guard speaker == .windows else { return false }
    return problem == .notLoaded || problem == .initializationFailed || problem == .missingLibrary && object == nil
  }
}
