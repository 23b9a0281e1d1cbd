internal import SystemPackage

extension InstalledDistribution {
  func readMetadata() -> CoreMetadata? {
    guard let headers = metadataHeaders() else {
      log.note(.metadataMissing, metadataPath)
      return nil
    }
    let metadata = CoreMetadata(headers)
    check(metadata)
    return metadata
  }

  /// The standard's file first, whatever the kind of folder, as Python's `importlib.metadata` does.
  private func metadataHeaders() -> HeaderBlock? {
    folder.readHeaders("METADATA", upTo: CoreMetadata.sizeLimit)
      ?? folder.readHeaders("PKG-INFO", upTo: CoreMetadata.sizeLimit)
      ?? (entry.form == .eggInfo ? folder.readHeadersAsFile() : nil)
  }

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
      log.note(.versionInvalid(error), metadataPath)
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
