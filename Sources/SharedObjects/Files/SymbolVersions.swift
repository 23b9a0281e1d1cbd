internal import SystemCalls

/// A version of a symbol, such as `GLIBC_2.34` (LSB Core, "Symbol Versioning"); all symbols of it share this object.
package final class SymbolVersion: Sendable {
  package let name: FileText
  /// The System V hash of the name.
  let hash: UInt32
  /// The file that the version was found in when this object was linked; `nil` for a version that it defines itself.
  package let file: FileText?
  /// Only this version will do, no definition without one.
  let isStrict: Bool

  init(name: FileText, hash: UInt32, file: FileText?, isStrict: Bool) {
    self.name = name
    self.hash = hash
    self.file = file
    self.isStrict = isStrict
  }
}

/// What a file wants of the versions of another.
package struct NeededVersions: Sendable {
  /// A name of DT_NEEDED.
  package let file: FileText
  package fileprivate(set) var versions: [NeededVersion] = []
}

package struct NeededVersion: Sendable {
  package let name: FileText
  let hash: UInt32
  /// The loader does without it (VER_FLG_WEAK).
  package let isWeak: Bool
}

package struct DefinedVersion: Sendable {
  package let name: FileText
  let hash: UInt32
  /// It names the file itself; no symbol is of this version (VER_FLG_BASE).
  package let isBase: Bool
}

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

/// Records of a fixed size that tell where the next one is; their offsets are from the start of the table.
private struct VersionRecords {
  let view: FileView
  let strings: StringTable
  let range: Range<Int>

  /// VER_FLG_BASE and VER_FLG_WEAK (elf.h).
  static let base: UInt16 = 1
  static let weak: UInt16 = 2
  /// A file has fewer than numbers for them; a table with more is none.
  static let most = 1 << 16

  private var visited = 0

  init(view: FileView, strings: StringTable, range: Range<Int>) {
    self.view = view
    self.strings = strings
    self.range = range
  }

  /// The places of a record and of those behind it; `next` is where each holds the distance to the next, or 0.
  mutating func offsets(from first: Int, next: Int) throws(ObjectProblem) -> [Int] {
    var offsets = [first]
    var offset = first
    while case let distance = Int(try word(at: offset + next)), distance > 0 {
      visited += 1
      guard visited <= Self.most else { throw .malformed(.versions) }
      offset += distance
      offsets.append(offset)
    }
    return offsets
  }

  func half(at offset: Int) throws(ObjectProblem) -> UInt16 {
    guard offset + 2 <= range.count, let number = view.half(at: range.lowerBound + offset) else {
      throw .malformed(.versions)
    }
    return number
  }

  func word(at offset: Int) throws(ObjectProblem) -> UInt32 {
    guard offset + 4 <= range.count, let number = view.word(at: range.lowerBound + offset) else {
      throw .malformed(.versions)
    }
    return number
  }

  func name(at offset: Int) throws(ObjectProblem) -> FileText {
    guard let name = strings.text(at: Int(try word(at: offset))) else { throw .malformed(.strings) }
    return name
  }
}
