package import SystemCalls
package import SystemPackage

/// A program or a library of ELF (elf(5)), of which only what is asked for is read, out of a mapping of the file.
///
/// As for the loader, section headers are not needed: they may be stripped. What of a file is missing is said by them,
/// and how many symbols there are where nothing else tells.
package final class ObjectFile: Sendable {
  let header: ObjectHeader
  let segments: Segments
  let entries: DynamicEntries
  package let dynamic: DynamicSection
  /// `nil` where the file has no dynamic symbols, as static programs.
  let symbols: SymbolTable?
  let versions: SymbolVersions

  package convenience init(opening path: FilePath) throws(ObjectProblem) {
    try self.init(try MappedFile(object: path))
  }

  package init(_ file: MappedFile) throws(ObjectProblem) {
    header = try ObjectHeader(file)
    segments = try Segments(header)
    entries = try DynamicEntries(header, segments)
    let strings = try StringTable(entries, segments, file)
    dynamic = try DynamicSection(entries, strings)
    versions = try SymbolVersions(entries, segments, header.view, strings)
    symbols = try SymbolTable(entries, segments, header, strings, versions)
  }

  package var kind: Kind { header.kind }
  package var type: FileType { header.type }
  /// EI_OSABI: 0 for what any system may load, 3 for what needs extensions of GNU.
  package var abi: UInt8 { header.abi }
  /// e_flags, which mean something of their own on each machine.
  package var flags: UInt32 { header.flags }
  /// In bytes.
  package var size: Int { header.view.file.count }
}
