internal import SystemCalls
package import SystemPackage

/// What an ELF file tells the dynamic loader (ld.so(8)): names as bytes, since file names need not be UTF-8.
package struct DynamicSection: Sendable, Equatable {
  /// Files that the loader brings in for it, in the order of the section.
  package private(set) var requests: [LibraryRequest] = []
  package var soname: [UInt8]?
  /// Folders of DT_RPATH and DT_RUNPATH, separated by colons, `$ORIGIN` and all.
  package var rpath: [UInt8]?
  package var runpath: [UInt8]?
  package var flags: DynamicFlags = []

  /// A static program has no such section.
  init() {}

  /// Reads nothing else of a file: neither symbols nor versions.
  package init(opening path: FilePath) throws(ObjectProblem) {
    let file = try MappedFile(object: path)
    let header = try ObjectHeader(file)
    let segments = try Segments(header)
    let entries = try DynamicEntries(header, segments)
    try self.init(entries, try StringTable(entries, segments, file))
  }

  init(_ entries: DynamicEntries, _ strings: StringTable?) throws(ObjectProblem) {
    flags = DynamicFlags(entries)
    guard let strings else { return }
    rpath = try entries[DynamicTag.rpath].map { index throws(ObjectProblem) in try strings.bytes(at: index) }
    runpath = try entries[DynamicTag.runpath].map { index throws(ObjectProblem) in try strings.bytes(at: index) }
    for entry in entries.all where DynamicTag.files.contains(entry.tag) {
      let name = try strings.bytes(at: entry.value, limit: Self.longestPath)
      switch entry.tag {
      case DynamicTag.soname: soname = name
      case DynamicTag.needed: requests.append(LibraryRequest(.needed, name))
      case DynamicTag.auxiliary: requests.append(LibraryRequest(.auxiliary, name))
      default: requests.append(LibraryRequest(.filtered, name))
      }
    }
  }

  /// PATH_MAX: the loader could open no file of a longer name.
  private static let longestPath = 4096

  /// The names of DT_NEEDED alone.
  package var needed: [[UInt8]] { requests.filter { $0.kind == .needed }.map(\.name) }
}

/// A file that an object asks the loader for.
package struct LibraryRequest: Sendable, Equatable {
  package let kind: Kind
  /// As it stands there, without tokens replaced.
  package let name: [UInt8]

  package enum Kind: Sendable {
    /// It is asked for symbols after the object (DT_NEEDED).
    case needed
    /// It is asked before the object (DT_FILTER).
    case filtered
    /// The same, and the object does without it (DT_AUXILIARY).
    case auxiliary
  }

  init(_ kind: Kind, _ name: [UInt8]) { (self.kind, self.name) = (kind, name) }
}

extension StringTable {
  fileprivate func bytes(at index: Int) throws(ObjectProblem) -> [UInt8] {
    guard let text = text(at: index) else { throw .malformed(.strings) }
    return text.bytes
  }

  fileprivate func bytes(at index: Int, limit: Int) throws(ObjectProblem) -> [UInt8] {
    guard let text = text(at: index, limit: limit) else { throw .malformed(.strings) }
    return text.bytes
  }
}

/// DT_FLAGS and DT_FLAGS_1, with the older tags that mean the same (elf.h).
package struct DynamicFlags: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  package static let symbolic = Self(rawValue: 1 << 0)
  /// The loader has to write into the code (DT_TEXTREL).
  package static let textRelocations = Self(rawValue: 1 << 1)
  /// All symbols are bound when the object is loaded, whatever dlopen(3) was asked for.
  package static let bindNow = Self(rawValue: 1 << 2)
  /// Thread-local storage of the block that each thread gets at its start: there is little left of it for dlopen(3).
  package static let staticThreadLocal = Self(rawValue: 1 << 3)
  /// Default folders are not searched for what this object needs (DF_1_NODEFLIB).
  package static let noDefaultFolders = Self(rawValue: 1 << 4)
  /// A program, which dlopen(3) refuses (DF_1_PIE).
  package static let program = Self(rawValue: 1 << 5)
  /// dlopen(3) refuses it (DF_1_NOOPEN).
  package static let noOpen = Self(rawValue: 1 << 6)
  package static let noDelete = Self(rawValue: 1 << 7)
  /// Its symbols serve all objects, as with RTLD_GLOBAL.
  package static let global = Self(rawValue: 1 << 8)
}

extension DynamicFlags {
  init(_ entries: DynamicEntries) {
    self = []
    for (bit, flag) in Self.bits where (entries[DynamicTag.flags] ?? 0) & bit != 0 { insert(flag) }
    for (bit, flag) in Self.bits1 where (entries[DynamicTag.flags1] ?? 0) & bit != 0 { insert(flag) }
    for (tag, flag) in Self.tags where entries[tag] != nil { insert(flag) }
  }

  private static let bits: [(Int, DynamicFlags)] = [
    (0x2, .symbolic), (0x4, .textRelocations), (0x8, .bindNow), (0x10, .staticThreadLocal),
  ]
  private static let bits1: [(Int, DynamicFlags)] = [
    (0x1, .bindNow), (0x2, .global), (0x8, .noDelete), (0x40, .noOpen), (0x800, .noDefaultFolders),
    (0x0800_0000, .program),
  ]
  private static let tags: [(Int, DynamicFlags)] = [(16, .symbolic), (22, .textRelocations), (24, .bindNow)]
}
