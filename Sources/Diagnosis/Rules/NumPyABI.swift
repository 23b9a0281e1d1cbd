/// An extension was compiled for another numpy.
struct NumPyABI: Rule {
  static let page = RulePage(
    "numpy-abi", .numpyABI,
    sees: """
      "_ARRAY_API not found", "_UFUNC_API not found", "numpy.dtype size changed", "module compiled against API version 0x…", "compiled using NumPy \
      1.x cannot be run in NumPy 2", and "numpy.core.multiarray failed to import" where numpy itself is well.
      """,
    means:
      "numpy 2 changed the layout that extensions see; and an extension needs no older numpy than that it was compiled with.",
    advises: "A numpy of the other major version, or a newer one where the extension wants a newer interface.",
    seenAt:
      "pandas 2.0 and h5py 3.8 with numpy 2 or the reverse; faiss-cpu 1.7 with numpy 2; torch 0.1 with numpy 1.11",
    alsoFinds: [.missingDistribution], explains: [.importSideEffect, .versionConflict, .abiMismatch])

  private static let words = [
    "_ARRAY_API not found", "_UFUNC_API not found", "numpy.dtype size changed", "numpy.ndarray size changed",
    "numpy.ufunc size changed", "numpy.dtype has the wrong size", "numpy.ndarray has the wrong size",
    "numpy.ufunc has the wrong size", "compiled against NumPy C-API version ",
    "module compiled against API version ", "module compiled against ABI version ",
    "compiled using NumPy 1.x cannot be run in",
    "numpy.core.multiarray failed to import", "numpy._core.multiarray failed to import",
    "numpy.core.umath failed to import", "_multiarray_umath failed to import",
    "was compiled against NumPy 1",
    // torch, tensor_numpy.cpp: it could not take over numpy's functions at its own start.
    "Numpy is not available",
  ]

  func finding(in evidence: Evidence) -> Finding? {
    let older = evidence.isLive ? nil : evidence.failure.exceptions.first(where: Self.isOfOlderNumPy)
    guard let line = older?.line ?? evidence.failure.line(withAnyOf: Self.words) else { return nil }
    if older == nil, let finding = numpyItself(line, evidence) { return finding }
    let exception =
      evidence.failure.allExceptions.first { $0.message.contains(anyOf: Self.words) } ?? evidence.failure.exception
    let user = exception?.frames.last { !$0.owner.isPython && $0.owner.distribution != "numpy" }?.owner.distribution
    let numpy = evidence.label("numpy")
    let violated = user.flatMap { evidence.conflict(of: $0, with: "numpy") }
    return Finding(
      .numpyABI, evidence.isLive && user != nil ? .certain : .likely, culprits: [user, "numpy"],
      "\(user.map { evidence.label($0) } ?? "An extension") was compiled for another numpy than \(numpy == "numpy" ? "the one here" : numpy).",
      evidence: [
        line, violated?.sentence, exception?.raiser.map { "raised at \($0.place)" }, direction(line, evidence),
      ],
      fixes: [fix(line, evidence)])
  }

  /// The part of numpy 1.16 and newer that compiled code asks for first (numpy/core/code_generators/generate_numpy_api.py,
  /// `_import_array`). Numpy itself, where it lacks this, says more than that, and its own code is among the frames.
  private static let firstAsked = "numpy.core._multiarray_umath"

  static func isOfOlderNumPy(_ exception: RaisedException) -> Bool {
    exception.message == "No module named '\(firstAsked)'"
      && !exception.frames.contains { $0.file.split { $0 == "/" || $0 == "\\" }.contains("numpy") }
  }

  /// The same words, and numpy is not there at all, or is damaged.
  private func numpyItself(_ line: String, _ evidence: Evidence) -> Finding? {
    // numpy's import_array prints first why it could not import numpy.
    let isSaid = evidence.failure.says(anyOf: ["No module named 'numpy'", "No module named numpy\n"])
    guard line.contains(anyOf: ["multiarray failed to import", "Numpy is not available"]), isSaid || evidence.isLive,
      !evidence.isInstalled("numpy")
    else {
      return nil
    }
    return Finding(
      .missingDistribution, evidence.sure(.certain), culprits: ["numpy"],
      "numpy is not installed, and compiled code needs it.",
      evidence: [line], fixes: [Fix("install numpy", commands: [evidence.installer.install("numpy")])])
  }

  /// Which of the two is the older one.
  private func direction(_ line: String, _ evidence: Evidence) -> String? {
    if line.contains("Expected 96 from C header, got 88") { return "the extension wants numpy 1, and numpy 2 is there" }
    if line.contains("Expected 88 from C header, got 96") { return "the extension wants numpy 2, and numpy 1 is there" }
    return nil
  }

  private func fix(_ line: String, _ evidence: Evidence) -> Fix {
    // No numpy 2 installs on a Python before 3.9 (its Requires-Python).
    let cannotBeNew = evidence.pythonMinor.map { $0 < 9 } ?? false
    let isOlder =
      evidence.version("numpy").map { $0.hasPrefix("1.") || $0.hasPrefix("0.") }
      ?? cannotBeNew
      || line.contains(anyOf: ["against API version", "against NumPy C-API version", "got 96", Self.firstAsked])
    return isOlder
      ? Fix("upgrade numpy", commands: [evidence.installer.install("numpy", options: ["--upgrade"])])
      : Fix("go back to numpy 1", commands: [evidence.installer.install("numpy<2")])
  }
}
