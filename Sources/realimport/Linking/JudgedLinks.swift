import Diagnosis
import Reporting
import SharedObjects
import SystemPackage

/// What an object lacks, with what a driver would bring set apart.
struct JudgedLinks {
  let libraries: [MissingLibrary]
  let versions: [MissingVersion]
  /// None where a library is missing: nobody knows which of them it would define.
  let symbols: [UndefinedSymbol]
  /// `nil` where it wants nothing of a driver that is not here.
  let driverNeed: DriverNeedReport?

  /// - Parameter examinedFiles: What is missing to these is told with them.
  init(_ links: ObjectLinks, examinedFiles: Set<FilePath>) {
    let isOfDriver = { (library: MissingLibrary) in DriverLibraries.contains(library.nameText) }
    var names: Set<[UInt8]> = []
    libraries = links.missingLibraries.filter { library in
      let isTold = library.requester != links.path && examinedFiles.contains(library.requester.lexicallyNormalized())
      return !isOfDriver(library) && !isTold && names.insert(library.name).inserted
    }
    versions = links.missingVersions
    let loaded = links.loaded.map { String(decoding: $0.name, as: UTF8.self) }
    let ofDriver = links.undefinedSymbols.filter { symbol in
      let library = symbol.expectedFrom.map { String(decoding: $0, as: UTF8.self) }
      if let library, DriverLibraries.contains(library) { return !loaded.contains(library) }
      return DriverLibraries.library(of: symbol.name).map { !loaded.contains($0) } ?? false
    }
    let lacksLibrary = links.missingLibraries.contains { !isOfDriver($0) }
    symbols = lacksLibrary ? [] : links.undefinedSymbols.filter { !ofDriver.contains($0) }
    // What others of the distribution want of it is told with them.
    let wanted = links.missingLibraries.filter { isOfDriver($0) && $0.requester == links.path }.map(\.nameText)
    driverNeed =
      wanted.isEmpty && ofDriver.isEmpty
      ? nil : DriverNeedReport(file: links.path.string, libraries: wanted, symbols: ofDriver.map(\.name))
  }

  /// What weighs most, which the loader meets first; `nil` where nothing is wrong.
  var code: LinkFindingReport.Code? {
    if !libraries.isEmpty { return .missingLibrary }
    if !versions.isEmpty { return .missingSymbolVersion }
    return symbols.isEmpty ? nil : .undefinedSymbol
  }
}

extension MissingLibrary {
  var nameText: String { String(decoding: name, as: UTF8.self) }
}

extension MissingLibraryReport {
  init(_ library: MissingLibrary) {
    let places: [ConsideredPlaceReport] =
      switch library.reason {
      case .notFound(let considered):
        considered.map(Considered.init).map {
          ConsideredPlaceReport(place: $0.place, rule: $0.rule.rawValue, reason: $0.reason)
        }
      case .refused(let path, let refusal):
        [ConsideredPlaceReport(place: path.string, rule: Considered.Rule.path.rawValue, reason: refusal.clause)]
      case .tooManyObjects: []
      }
    self.init(name: library.nameText, neededBy: library.requester.lexicallyNormalized().string, considered: places)
  }
}

extension MissingVersionReport {
  init(_ version: MissingVersion) {
    self.init(
      version: version.name, library: String(decoding: version.library, as: UTF8.self), file: version.file.string)
  }
}

extension UndefinedSymbolReport {
  init(_ symbol: UndefinedSymbol) {
    self.init(
      symbol: symbol.name, demangled: DemangledName(symbol.name)?.text, version: symbol.version,
      expectedFrom: symbol.expectedFrom.map { String(decoding: $0, as: UTF8.self) })
  }
}
