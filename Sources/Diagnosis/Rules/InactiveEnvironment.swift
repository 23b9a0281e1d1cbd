import SharedObjects

/// conda's Python was started without its environment, whose folders of libraries are not on PATH then.
struct InactiveEnvironment: Rule {
  static let page = RulePage(
    "inactive-environment", .environmentVariable,
    sees: """
      In a text, what conda's Python prints at its start, "the environment has not been activated. Libraries may fail to \
      load", and a DLL that was then not found.
      """,
    means: "On Windows, DLLs of other packages are looked for in PATH; conda puts `Library\\bin` there on activation.",
    advises: "Activate the environment in the same terminal, or start the program by `conda run`.",
    seenAt: "numpy of conda, started by its full path, which does not find MKL's DLLs, numpy#15542",
    explains: [.missingSharedLibrary, .importSideEffect, .versionConflict])

  func finding(in evidence: Evidence) -> Finding? {
    // In other languages than English Windows' words for it are not known.
    let message = evidence.failure.loaderMessage { message in
      message.speaker == .windows && (message.problem == .missingLibrary || message.problem == .notLoaded)
    }
    guard !evidence.isLive, message != nil,
      let line = evidence.failure.line(withAnyOf: ["Libraries may fail to load"])
    else { return nil }
    return Finding(
      .environmentVariable, .likely, culprits: ["PATH"],
      "The conda environment is not activated, so that PATH lacks the folder of its DLLs.",
      evidence: [line, evidence.failure.exception?.line],
      fixes: [
        Fix("activate it in the same terminal", commands: ["conda activate NAME"]),
        Fix("or start the program in it", commands: ["conda run --name NAME python PROGRAM"]),
      ])
  }
}
