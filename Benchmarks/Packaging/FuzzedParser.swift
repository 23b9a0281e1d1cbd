import PythonPackaging

/// A parser, texts that it reads, and what must hold of whatever it makes of others.
struct FuzzedParser: Sendable {
  let name: String
  let seeds: [String]
  /// What is wrong with the parser's answer, or `nil`.
  let complaint: @Sendable ([UInt8]) -> String?

  static let all: [FuzzedParser] = [
    FuzzedParser(name: "version", seeds: versions) {
      expectSound($0.text) { text throws(VersionProblem) in try Version(text) }
    },
    FuzzedParser(name: "specifiers", seeds: specifiers) {
      expectSound($0.text) { text throws(SpecifierProblem) in try SpecifierSet(text) }
    },
    FuzzedParser(name: "requirement", seeds: requirements) {
      expectSound($0.text) { text throws(RequirementProblem) in try Requirement(text) }
    },
    FuzzedParser(name: "marker", seeds: markers, complaint: markerComplaint),
    FuzzedParser(name: "wheel tags", seeds: tags, complaint: tagComplaint),
    FuzzedParser(name: "metadata", seeds: metadata, complaint: metadataComplaint),
    FuzzedParser(name: "WHEEL", seeds: wheels, complaint: wheelComplaint),
    FuzzedParser(name: "RECORD", seeds: records, complaint: recordComplaint),
    FuzzedParser(name: "entry points", seeds: entryPoints) { bytes in
      _ = EntryPoints(bytes).problems
      return nil
    },
    FuzzedParser(name: "requires.txt", seeds: requiresTexts) { bytes in
      _ = RequiresText(bytes).requirements
      return nil
    },
    FuzzedParser(name: "direct_url.json", seeds: directURLs) { bytes in
      _ = try? DirectURL(bytes)
      return nil
    },
  ]
}

/// What is read is written and read back as the same; what is refused is refused at a place in the text.
private func expectSound<Value: Hashable & CustomStringConvertible, Problem: SyntaxProblem>(
  _ text: String, _ read: (String) throws(Problem) -> Value
) -> String? {
  let value: Value
  do throws(Problem) {
    value = try read(text)
  } catch {
    _ = error.caret
    return (0...text.utf8.count).contains(error.position) ? nil : "position \(error.position)"
  }
  // `packaging` writes strings without escapes, and so does this: what needs them does not come back.
  guard !value.description.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") }) else { return nil }
  guard let again = try? read(value.description) else { return "is not read again" }
  return again == value && again.description == value.description ? nil : "reads back as \(again)"
}

private func markerComplaint(_ bytes: [UInt8]) -> String? {
  if let marker = try? Marker(bytes.text) {
    _ = try? marker.evaluate(in: .example, extras: [DistributionName("a"), DistributionName("b")])
  }
  return expectSound(bytes.text) { text throws(MarkerProblem) in try Marker(text) }
}

private func tagComplaint(_ bytes: [UInt8]) -> String? {
  guard let tags = try? WheelTagSet(bytes.text) else { return nil }
  _ = TargetPython.example?.tags.mismatch(tags)
  return (try? WheelTagSet(tags.description)) == tags ? nil : "reads back as another"
}

private func metadataComplaint(_ bytes: [UInt8]) -> String? {
  let metadata = CoreMetadata(bytes)
  _ = (metadata.version, metadata.requiresPython, metadata.providedExtras, metadata.name?.isValid)
  return metadata.requirements.count == metadata.requiresDistTexts.count ? nil : "loses requirements"
}

private func wheelComplaint(_ bytes: [UInt8]) -> String? {
  let wheel = WheelFile(bytes)
  _ = (wheel.formatVersion, wheel.generator, wheel.isPureLibrary, TargetPython.example?.tags.mismatch(wheel))
  let count = wheel.tags.count
  return count <= WheelFile.mostTags ? nil : "\(count) tags"
}

private func recordComplaint(_ bytes: [UInt8]) -> String? {
  _ = Record(bytes)
  return nil
}

extension [UInt8] {
  fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}
