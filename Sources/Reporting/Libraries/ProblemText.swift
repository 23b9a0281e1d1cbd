/// What is wrong with an object or a library that it needs, in indented lines.
struct ProblemText {
  let theme: Theme
  /// The site folder: what lies below it is told by the rest of its path.
  let folder: String?
  let isVerbose: Bool

  /// Where a library was looked for, and who has it.
  func missing(_ problem: LibraryProblemReport) -> [String] {
    places(problem.considered) + offers(problem)
  }

  func lines(_ problem: LibraryProblemReport, of object: LibraryObject) -> [String] {
    let sentence = theme.paint(Plain.line(problem.message), .red)
    guard problem.code == .undefinedSymbol else { return [sentence] + missing(problem) }
    let shown = isVerbose ? object.undefinedSymbols[...] : object.undefinedSymbols.prefix(Self.mostSymbols)
    let rest = object.undefinedSymbols.count - shown.count
    let end = rest > 0 ? ["  … and \(rest) more; --verbose shows them"] : []
    return [sentence] + shown.map { "  \(symbol($0))" } + end
  }

  private static let mostSymbols = 10

  private func symbol(_ symbol: UndefinedSymbolReport) -> String {
    let version = symbol.version.map { ", version \($0)" } ?? ""
    let library = symbol.expectedFrom.map { ", of \($0)" } ?? ""
    let mangled = isVerbose && symbol.demangled != nil ? " (\(symbol.symbol))" : ""
    return Plain.line("\(symbol.demangled ?? symbol.symbol)\(version)\(library)\(mangled)")
  }

  // MARK: Places

  /// In full, or in short: what is there and was not taken, then the folders that do not have it.
  private func places(_ places: [SearchedPlaceReport]) -> [String] {
    guard !isVerbose else {
      return places.map { dimmed("[\($0.rule.words(of: $0.ruleOf))] \($0.place): \($0.reason)") }
    }
    let passed = places.filter(\.exists).map { place in
      Plain.line("\(shortened(place.place)): \(place.reason) [\(place.rule.words(of: place.ruleOf))]")
    }
    let folders = groups(places.filter { !$0.exists }).map(words)
    return passed + (folders.isEmpty ? [] : [dimmed("looked for in \(folders.joined(separator: ", "))")])
  }

  private struct FolderGroup {
    let rule: LoaderRule
    let owner: String?
    var folders: [String]
  }

  private func groups(_ places: [SearchedPlaceReport]) -> [FolderGroup] {
    var groups: [FolderGroup] = []
    for place in places {
      if let last = groups.last, last.rule == place.rule, last.owner == place.ruleOf {
        if !last.folders.contains(place.folder) { groups[groups.count - 1].folders.append(place.folder) }
      } else {
        groups.append(FolderGroup(rule: place.rule, owner: place.ruleOf, folders: [place.folder]))
      }
    }
    return groups
  }

  private func words(_ group: FolderGroup) -> String {
    if group.rule == .defaultFolder { return "the system's folders" }
    let isShort = group.folders.count <= Self.mostFolders
    let list = isShort ? group.folders.map(shortened).joined(separator: ", ") : "\(group.folders.count) folders"
    return "\(list) [\(group.rule.words(of: group.owner))]"
  }

  private static let mostFolders = 3

  private func shortened(_ path: String) -> String {
    guard let folder, path.hasPrefix(folder + "/") else { return path }
    return String(path.dropFirst(folder.count + 1))
  }

  static func parent(_ file: String) -> String {
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    return folder.isEmpty ? "/" : folder
  }

  private func dimmed(_ text: String) -> String { theme.paint(Plain.line(text), .dim) }

  // MARK: Offers

  private func offers(_ problem: LibraryProblemReport) -> [String] {
    let owners = problem.offeredBy.joined(separator: ", ")
    let installed = problem.offeredBy.isEmpty ? [] : ["\(owners) has it, which nothing was seen to load before"]
    let releases = problem.releases.map { "\($0.distribution) has \($0.name)" }
    let suppliers = LibrarySupplierReport.Kind.allCases.compactMap { kind -> String? in
      let names = problem.suppliers.filter { $0.kind == kind }.map(\.words)
      return names.isEmpty ? nil : kind.words(names.joined(separator: " or "))
    }
    return (installed + releases + suppliers).map { Plain.line($0) }
  }
}

extension LibrarySupplierReport.Kind {
  fileprivate func words(_ names: String) -> String {
    switch self {
    case .index: "on the package index: \(names)"
    case .debian: "on Debian: \(names)"
    }
  }
}

extension LibrarySupplierReport {
  fileprivate var words: String { installed.map { "\(name) (\($0) is installed)" } ?? name }
}
