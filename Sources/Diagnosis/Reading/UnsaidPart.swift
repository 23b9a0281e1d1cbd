internal import PythonPackaging

/// What Python 2, which writes no quotes and no package's name, did not find in a package (Python/import.c, `load_next`).
enum UnsaidPart {
  /// `json` of `No module named json`, as Python has such a module itself; `storage` of `No module named storage.blob`, as
  /// no distribution is known to have a module of that name.
  static func name(in exception: RaisedException, _ evidence: Evidence) -> String? {
    guard case .noModule(let name, isInNoPackage: false) = exception.complaint,
      exception.message.hasSuffix("No module named \(name)")
    else { return nil }
    if isOfPython2(name) { return name }
    guard !evidence.isLive, name.contains("."), !evidence.isKnown(name.topLevel) else { return nil }
    let owner = exception.raiser?.owner.distribution.map(normalizedName)
    return owner == normalizedName(name.topLevel) ? nil : name.topLevel
  }

  /// Whether it is a module of Python 2.6 and later in its own library, without which it works well, and which packages
  /// name parts of theirs for.
  static func isOfPython2(_ name: String) -> Bool { names.contains(name) }

  private static let names: Set<String> = [
    "calendar", "cmd", "code", "csv", "email", "json", "logging", "multiprocessing", "numbers", "parser", "platform",
    "profile", "signal", "test", "token", "xml",
  ]
}
