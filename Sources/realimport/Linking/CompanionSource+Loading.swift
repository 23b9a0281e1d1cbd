import Diagnosis
import PythonPackaging
import SharedObjects
import SystemPackage

extension CompanionSource {
  /// What an object lacks beside those companions that something is seen to load.
  func examine(_ path: FilePath, beside set: CompanionSet) -> LinkExamination {
    var unlikely: Set<FilePath> = []
    while true {
      let result = check.examine(path, beside: set.companions.without(unlikely))
      guard case .examined(let links) = result else { return result }
      let doubtful = links.assumptions.map(\.path).filter { !isLoaded($0, in: set) }
      guard !doubtful.isEmpty else { return result }
      // Whatever else of the same distribution nothing loads would be taken next, one after the other.
      let origins = Set(doubtful.compactMap { set[$0]?.distribution })
      unlikely.formUnion(
        set.companions.all.map(\.path).filter { path in
          set[path].map { origins.contains($0.distribution) } == true && !isLoaded(path, in: set)
        })
    }
  }

  /// Whether something loads an object that may be there before: an extension module of these distributions that needs
  /// it, or code that names it, as for ctypes, of its own distribution or of a user of that.
  func isLoaded(_ path: FilePath, in set: CompanionSet) -> Bool {
    guard let origin = set[path] else { return false }
    if set.members.contains(where: { modulesLoad(origin.companion, of: $0, in: set) }) { return true }
    let name = path.lastComponent?.string ?? ""
    guard let stem = name.split(separator: ".so").first else { return false }
    let words = stem.hasPrefix("lib") ? [stem, stem.dropFirst("lib".count)] : [stem]
    let users = (users[origin.distribution] ?? []).filter(set.contains)
    return ([origin.distribution] + set.speakers + users).contains { speaker in
      words.contains { mentions(String($0), speaker) }
    }
  }

  private func mentions(_ word: String, _ speaker: InstalledDistribution) -> Bool {
    if let known = mentions[speaker]?[word] { return known }
    let isMentioned = PackageSources(of: speaker).mentioning(word).contains {
      absence(keepingFromRunning: $0, of: speaker) == nil
    }
    mentions[speaker, default: [:]][word] = isMentioned
    return isMentioned
  }

  /// A module that code cannot do without and that is not there, so that the code never runs; where the distribution
  /// lacks what it requires, nothing is said: that is to be there.
  func absence(keepingFromRunning file: PackageSources.File, of distribution: InstalledDistribution) -> String? {
    guard hasAllItRequires(distribution) else { return nil }
    let needed = file.imports.filter { $0.occasion == .importing && !$0.isHandled && !$0.isRelative }
    return needed.compactMap(\.modules.first).map(\.topLevel).first {
      !BuiltInModules.contains($0) && !StandardExtensionModules.contains($0) && !installed.has(module: $0)
    }
  }

  private func modulesLoad(
    _ companion: Companion, of distribution: InstalledDistribution, in set: CompanionSet
  ) -> Bool {
    moduleClosures(of: distribution).contains { closure in
      closure.objects.contains(companion.identity) && closure.missing.allSatisfy { !set.companions.named($0).isEmpty }
    }
  }

  /// For each extension module what it brings in by itself, and the names of what it does not find.
  private func moduleClosures(of distribution: InstalledDistribution) -> [ModuleClosure] {
    if let known = closures[distribution] { return known }
    let modules = nativeFiles(of: distribution).filter(\.isExtensionModule)
    let found = modules.compactMap { ModuleClosure(examineAlone($0.path)) }
    closures[distribution] = found
    return found
  }
}

/// What the loader brings together for an extension module.
struct ModuleClosure {
  let objects: Set<FileIdentity>
  /// Without what comes with a driver.
  let missing: [[UInt8]]

  /// `nil` for what the loader does not take.
  fileprivate init?(_ examination: LinkExamination) {
    guard case .examined(let links) = examination else { return nil }
    objects = Set(links.loaded.map(\.identity))
    missing = links.missingLibraries.filter { !DriverLibraries.contains($0.nameText) }.map(\.name)
  }
}
