internal import SystemPackage

extension InstalledDistribution {
  /// Whether it was told that a file is in the place of its folder.
  var isNoFolder: Bool { log.hasNoted(.noFolder, metadataPath) }

  func readMetadata() -> CoreMetadata? {
    guard let headers = metadataHeaders() else {
      if !isNoFolder { log.note(.metadataMissing, metadataPath) }
      return nil
    }
    let metadata = CoreMetadata(headers)
    check(metadata)
    return metadata
  }

  /// The standard's file first, whatever the kind of folder, as Python's `importlib.metadata` does.
  private func metadataHeaders() -> HeaderBlock? {
    for name in ["METADATA", "PKG-INFO"] {
      guard let headers = folder.readHeaders(name, upTo: CoreMetadata.sizeLimit) else { continue }
      metadataFile = metadataPath.appending(name)
      return headers
    }
    return entry.form == .eggInfo ? folder.readHeadersAsFile() : nil
  }

  /// Notes what is wrong with the value of a field, and where that stands.
  func note(_ kind: MetadataProblem.Kind, in field: String, where fits: (String) -> Bool) {
    let line = metadata?.headers.line(of: field, where: fits)
    // The version may be that of the folder's name, and requirements may stand in a list.
    log.note(kind, line == nil ? metadataPath : metadataFile ?? metadataPath, line: line)
  }

  /// Notes which tags of its WHEEL are none; what is read of the wheel goes on without them.
  func note(_ problems: [WheelTagProblem], in wheel: WheelFile) {
    for problem in problems.prefix(Self.mostTagProblems) {
      log.note(.tagInvalid(problem), metadataPath.appending("WHEEL"), line: wheel.line(ofTag: problem.text))
    }
  }

  /// More lines of one file nobody reads.
  private static let mostTagProblems = 4

  private func check(_ metadata: CoreMetadata) {
    if metadata.version == nil { log.note(.fieldMissing("Version"), metadataPath) }
    guard let name = metadata.name else { return log.note(.fieldMissing("Name"), metadataPath) }
    if name != key { log.note(.nameDiffers(folder: key.text, metadata: name.text), metadataPath) }
  }

  func readVersion() -> Version? {
    guard let versionText else { return nil }
    do throws(VersionProblem) {
      return try Version(versionText)
    } catch {
      note(.versionInvalid(error), in: "Version") { $0 == error.text }
      return nil
    }
  }

  /// An egg-link's metadata lies in the folder that it points to.
  func findMetadata() -> FilePath {
    guard entry.form == .eggLink, let source = linkedSource() else {
      return location.appending(entry.fileName)
    }
    return source.appending(key.text.replacing("-", with: "_") + ".egg-info")
  }

  func readDirectURL() -> DirectURL? {
    guard let bytes = folder.read("direct_url.json") else { return nil }
    guard let url = try? DirectURL(bytes) else {
      log.note(.malformed, metadataPath.appending("direct_url.json"))
      return nil
    }
    return url
  }
}
