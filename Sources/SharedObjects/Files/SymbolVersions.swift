/// The tables of versions of a file.
struct SymbolVersions: Sendable {
  private(set) var needed: [NeededVersions] = []
  private(set) var defined: [DefinedVersion] = []
  /// By the number that symbols have for them; 0 and 1 stand for no version.
  private var numbered: [SymbolVersion?] = []

  /// The highest number that fits beside the bit for hidden versions.
  static let highestNumber: UInt16 = 0x7FFF

  subscript(number: UInt16) -> SymbolVersion? {
    let index = Int(number & Self.highestNumber)
    return index < numbered.count ? numbered[index] : nil
  }

  /// Without any, the versions of symbols mean nothing to the loader (glibc: elf/dl-version.c).
  var isEmpty: Bool { numbered.count < 2 }

  init(
    _ entries: DynamicEntries, _ segments: Segments, _ view: FileView, _ strings: StringTable?
  ) throws(ObjectProblem) {
    guard let strings else { return }
    if let place = try entries.place(DynamicTag.versionsNeeded, in: segments, .versions) {
      try readNeeded(VersionRecords(view: view, strings: strings, range: place))
    }
    if let place = try entries.place(DynamicTag.versionsDefined, in: segments, .versions) {
      try readDefined(VersionRecords(view: view, strings: strings, range: place))
    }
  }

  private mutating func readNeeded(_ records: VersionRecords) throws(ObjectProblem) {
    var records = records
    for record in try records.offsets(from: 0, next: 12) {
      var wanted = NeededVersions(file: try records.name(at: record + 4))
      let first = record + Int(try records.word(at: record + 8))
      for auxiliary in try records.offsets(from: first, next: 12) {
        let name = try records.name(at: auxiliary + 8)
        let hash = try records.word(at: auxiliary)
        let isWeak = try records.half(at: auxiliary + 4) & VersionRecords.weak != 0
        let number = try records.half(at: auxiliary + 6)
        wanted.versions.append(NeededVersion(name: name, hash: hash, isWeak: isWeak))
        keep(
          SymbolVersion(name: name, hash: hash, file: wanted.file, isStrict: number > Self.highestNumber), as: number)
      }
      needed.append(wanted)
    }
  }

  private mutating func readDefined(_ records: VersionRecords) throws(ObjectProblem) {
    var records = records
    for record in try records.offsets(from: 0, next: 16) {
      let isBase = try records.half(at: record + 2) & VersionRecords.base != 0
      let number = try records.half(at: record + 4)
      let hash = try records.word(at: record + 8)
      let name = try records.name(at: record + Int(try records.word(at: record + 12)))
      defined.append(DefinedVersion(name: name, hash: hash, isBase: isBase))
      keep(isBase ? nil : SymbolVersion(name: name, hash: hash, file: nil, isStrict: false), as: number)
    }
  }

  private mutating func keep(_ version: SymbolVersion?, as number: UInt16) {
    let index = Int(number & Self.highestNumber)
    if index >= numbered.count { numbered += Array(repeating: nil, count: index + 1 - numbered.count) }
    if let version { numbered[index] = version }
  }
}
