internal import SharedObjects

/// `libx.so.1: cannot open shared object file: No such file or directory`.
struct MissingLibrary {
  private let reading: LoaderReading
  /// As the loader was asked for it; of wrappers that name it as linkers do, with what they leave out.
  private let name: String
  private let suppliers: [LibrarySupplier]

  init(_ reading: LoaderReading) {
    self.reading = reading
    name = reading.message.missingLibrary
    suppliers = LibrarySupplier.any(of: name)
  }

  private var facts: LoaderFacts { reading.facts }

  func explain(_ explanation: inout LoaderExplanation) {
    explanation.kind = .missingLibrary
    explanation.library = name.isEmpty ? nil : name
    explanation.considered = facts.considered
    explanation.offeredBy = facts.copies
    explanation.suppliers = suppliers
    explanation.conclusion = conclusion
    explanation.summary = summary
    explanation.evidence = [
      reading.chainSentence, neederSentence, buildSentence, copiesSentence, placesSentence,
      requirementSentence ?? supplierSentence,
    ].compactMap(\.self)
  }

  private var conclusion: LoaderExplanation.Conclusion {
    if let found = suppliers.lazy.compactMap(\.driver).first { return .comesWithDriver(found) }
    if facts.foundNow != nil { return .foundNow }
    if facts.copies.contains(where: { $0.soname == name }) { return .offSearchPath }
    if let build = facts.buildWithoutCUDA, isOfCUDA { return .partLeftOut(of: build) }
    if !facts.copies.isEmpty { return .otherReleaseInstalled }
    return facts.process == nil ? .unknown : .notInstalled
  }

  /// NVIDIA's distributions have it, or PyTorch's build for CUDA.
  private var isOfCUDA: Bool {
    name.contains("cuda")
      || suppliers.contains { supplier in
        guard case .distributions(let names) = supplier else { return false }
        return names.contains { $0.hasPrefix("nvidia-") }
      }
  }

  private var summary: String {
    let need = "\(needer) `\(name)`"
    return switch conclusion {
    case .comesWithDriver(let driver):
      "\(need), which comes with the \(driver.rawValue) and with no package of an index."
    case .foundNow: "\(need), which was not found then, though the loader finds it now\(foundPlace)."
    case .offSearchPath: "\(need), which is installed where the loader does not look."
    case .partLeftOut(let build): "\(need), a library of CUDA, and the installed \(build.label) is built without CUDA."
    case .otherReleaseInstalled: "\(need), and only another release of that library is installed."
    case .notInstalled: "\(need), and nothing that is installed has it."
    default: "\(need), and no file of that name was found."
    }
  }

  /// What needs it, with the verb.
  private var needer: String {
    if facts.object != nil || reading.message.objectThatFailed != nil { return "\(reading.subject) needs" }
    guard let first = facts.neededBy.first else {
      return facts.asker.map { "\($0.label) asks for" } ?? "The loader was asked for"
    }
    return "\(first.distribution?.label ?? first.label) needs"
  }

  private var neederSentence: String? {
    guard facts.object == nil, !facts.neededBy.isEmpty else { return nil }
    let names = facts.neededBy.prefix(Self.mostCopies).map(\.name).joined(separator: ", ")
    let more = facts.neededBy.count > Self.mostCopies ? " and \(facts.neededBy.count - Self.mostCopies) more" : ""
    return "Needed by \(names)\(more)."
  }

  private var foundPlace: String { facts.foundNow.map { " (\($0.path))" } ?? "" }

  private var buildSentence: String? {
    guard case .partLeftOut(let build) = conclusion, let owner = facts.object?.distribution else { return nil }
    return "\(owner.label) is built for CUDA, \(build.label) is not: both must be of one kind."
  }

  private var copiesSentence: String? {
    let shown = facts.copies.prefix(Self.mostCopies).map { copy in
      copy.file.distribution.map { "\(copy.soname) of \($0.label) (\(copy.file.path))" } ?? copy.file.path
    }
    guard !shown.isEmpty else { return nil }
    let more = facts.copies.count > shown.count ? " and \(facts.copies.count - shown.count) more" : ""
    return "Installed: \(shown.joined(separator: ", "))\(more)."
  }

  private static let mostCopies = 3

  /// Rules in the loader's order, each with how many places it led to.
  private var placesSentence: String? {
    guard !facts.considered.isEmpty, facts.foundNow == nil else { return nil }
    var parts: [String] = []
    if facts.libraryPath == nil { parts.append("LD_LIBRARY_PATH is not set") }
    var rest = facts.considered[...]
    while let first = rest.first {
      let same = rest.prefix { $0.rule == first.rule && $0.owner == first.owner }
      rest = rest.dropFirst(same.count)
      parts.append(words(of: first, count: same.count) + (same.first(where: \.isThere).map(Self.refused) ?? ""))
    }
    return "Looked for: \(parts.joined(separator: "; "))."
  }

  private func words(of place: Considered, count: Int) -> String {
    let folders = count == 1 ? "1 folder" : "\(count) folders"
    let owner = place.owner.map { " of \($0.lastComponent)" } ?? ""
    return switch place.rule {
    case .rpath: "\(folders) of the RPATH\(owner)"
    case .runpath: "\(folders) of the RUNPATH\(owner)"
    case .libraryPath: "\(folders) of LD_LIBRARY_PATH"
    case .cache: "ld.so.cache"
    case .defaultFolder: "\(folders) of the system"
    case .configuredFolder: "\(folders) of ld.so.conf"
    case .path, .program, .loaded: "the path \(place.place)"
    }
  }

  private static func refused(_ place: Considered) -> String { " (\(place.place): \(place.reason))" }

  private var requirementSentence: String? {
    guard let requirement = facts.unmetRequirement,
      let owner = facts.object?.distribution ?? facts.neededBy.first?.distribution ?? facts.asker
    else { return nil }
    return "\(owner.label) requires \(requirement), which has it and is not installed so."
  }

  private var supplierSentence: String? {
    guard conclusion != .offSearchPath, conclusion != .foundNow else { return nil }
    let parts = suppliers.compactMap { supplier -> String? in
      switch supplier {
      case .driver: nil
      case .distributions(let names): "\(names.joined(separator: " or ")) from the package index"
      case .debian(let packages): packages.last.map { "\($0.name) of Debian \($0.release)" }
      }
    }
    return parts.isEmpty ? nil : "`\(name)` is in \(parts.joined(separator: ", and in "))."
  }
}

extension LoaderMessage {
  /// The library that is missing; empty where nobody says.
  package var missingLibrary: String {
    let name = (object ?? requested ?? "").lastComponent
    guard speaker == .wrapper, !name.contains("."), !name.hasPrefix("lib"), !name.isEmpty else { return name }
    return "lib\(name).so"
  }
}

extension LibrarySupplier {
  var driver: DriverLibraries? {
    guard case .driver(let driver) = self else { return nil }
    return driver
  }
}
