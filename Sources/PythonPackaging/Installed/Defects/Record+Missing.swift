internal import SystemCalls
internal import SystemPackage

extension Record {
  /// Looks for every file; also tells whether none is there beside the metadata.
  ///
  /// - Parameter isCodeOnly: Whether other files than modules do not count: distributors' packages, which name no
  ///   installer, list scripts where they were built (`scripts-3.10/distro` of Debian's python3-distro).
  func missing(
    in location: FilePath, metadata: String, isCodeOnly: Bool
  ) -> (files: MissingFiles, isShell: Bool) {
    var found = MissingFiles()
    let ownPrefix = metadata + "/"
    var modules = (listed: 0, missing: 0)
    for path in paths where !Self.isCompiled(path) && !Self.isElsewhere(path) {
      let file = FilePath(path).lexicallyNormalized()
      if isCodeOnly, file.lastComponent.flatMap({ ModuleName.ofEntry($0.string) }) == nil { continue }
      let isInside = !file.isAbsolute && file.components.first?.kind == .regular
      let isMissing = !location.pushing(file).exists
      guard isInside else {
        found.outside += isMissing ? 1 : 0
        continue
      }
      found.note(path, isMissing: isMissing)
      guard !path.hasPrefix(ownPrefix) else { continue }
      modules = (modules.listed + 1, modules.missing + (isMissing ? 1 : 0))
    }
    return (found, modules.listed > 0 && modules.listed == modules.missing)
  }

  /// An installer spreads a wheel's `.data` folder over the environment, and some keep the wheel's own rows for it
  /// (packaging.python.org, "Binary distribution format"); seen with crypto 1.4.1 installed by uv.
  private static func isElsewhere(_ path: String) -> Bool {
    path.prefix { $0 != "/" }.hasSuffix(".data")
  }

  private static func isCompiled(_ path: String) -> Bool {
    path.hasSuffix(".pyc") || path.hasSuffix(".pyo") || path.hasPrefix("__pycache__/") || path.contains("/__pycache__/")
  }
}

extension MissingFiles {
  fileprivate mutating func note(_ path: String, isMissing: Bool) {
    listed += 1
    guard isMissing else { return }
    count += 1
    if first.count < Self.mostNamed { first.append(path) }
  }
}
