/// One library is in a process in two releases, or in two files, and says so itself.
struct LoadedTwice: Rule {
  static let page = RulePage(
    "loaded-twice", .duplicateRuntime,
    sees:
      "\"Cannot mix incompatible Qt library\"; \"is implemented in both\", which macOS says of a class in two files; Qt's plugins in OpenCV's folder.",
    means: "Two packages, or a package and LD_LIBRARY_PATH, brought the library.",
    advises: "Take what needs it from one source.",
    seenAt:
      "Qt 5.2.1 beside Qt 5.6.2 (`Cannot mix incompatible Qt library (version 0x50201) with … (version 0x50602)`)",
    explains: [.abiMismatch, .nativeCrash, .importSideEffect, .missingSharedLibrary])

  func finding(in evidence: Evidence) -> Finding? {
    let qt = evidence.failure.line(withAnyOf: ["Cannot mix incompatible Qt library"])
    guard let line = qt ?? evidence.failure.line(withAnyOf: ["is implemented in both"]) else {
      return foreignPlugin(evidence)
    }
    let owners = qt == nil ? Self.owners(line) : []
    return Finding(
      .duplicateRuntime, qt == nil && owners.count < 2 ? .possible : .likely, culprits: owners,
      qt == nil ? Self.sentence(owners, evidence) : "Two releases of Qt are in one process.",
      evidence: [line],
      fixes: [Fix("take what needs it from one source, conda or the index, and no copy through LD_LIBRARY_PATH")])
  }

  /// Who brought the two files, where both are installed ones: `Class A is implemented in both FILE (0x1) and FILE (0x2)`.
  private static func owners(_ line: String) -> [String] {
    guard let files = line.after("is implemented in both "), let end = files.range(ofWords: ") and ") else { return [] }
    let owners = [files[..<end.lowerBound], files[end.upperBound...]].compactMap { String($0).owningDistribution }
    return owners.first == owners.last ? [] : owners
  }

  private static func sentence(_ owners: [String], _ evidence: Evidence) -> String {
    guard let first = owners.first, let last = owners.last else {
      return "One library is in the process twice, in two files."
    }
    return
      "\(evidence.label(first)) and \(evidence.label(last)) each bring a copy of one library, and both are in the process."
  }

  /// OpenCV's wheels for Linux point Qt at their own plugins, by QT_QPA_PLATFORM_PLUGIN_PATH, for every Qt in the process.
  private func foreignPlugin(_ evidence: Evidence) -> Finding? {
    let failure = evidence.failure
    guard let line = failure.line(withAnyOf: ["/cv2/qt/plugins"]),
      failure.says(anyOf: ["not load the Qt platform plugin", "not find the Qt platform plugin"])
    else { return nil }
    return Finding(
      .duplicateRuntime, .likely, culprits: ["opencv-python"],
      "Qt takes the plugins of OpenCV's own copy of Qt, which are of another release.", evidence: [line],
      fixes: [
        Fix(
          "take the OpenCV that brings no Qt",
          commands: [
            evidence.installer.uninstall("opencv-python"), evidence.installer.install("opencv-python-headless"),
          ])
      ])
  }
}
