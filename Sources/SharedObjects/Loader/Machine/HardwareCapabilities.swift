/// The folders in which the loader of one machine prefers libraries for its processor.
package struct HardwareCapabilities: Sendable, Equatable {
  /// Names below `glibc-hwcaps`, the best first.
  package let named: [[UInt8]]
  /// The highest level of x86-64, from 0 for the first; `nil` for other machines.
  package let level: Int?
  package let legacy: LegacyCapabilities

  /// No preference, as in musl.
  package static let none = HardwareCapabilities(named: [], level: nil, legacy: .none)

  private init(named: [[UInt8]], level: Int?, legacy: LegacyCapabilities) {
    (self.named, self.level, self.legacy) = (named, level, legacy)
  }

  /// Of the folders that the loader knows those that the processor can use.
  package init(_ program: LoaderProgram, _ processor: ProcessorFeatures) {
    let usable = processor.subfolders(program.kind).map { Array($0.utf8) }
    self.init(
      named: program.subfolders.filter(usable.contains),
      level: program.kind.machine == .amd64 ? max(0, processor.level - 1) : nil,
      legacy: program.hasLegacyCapabilities ? LegacyCapabilities(program.kind, processor) : .none)
  }

  /// Relative to each folder of a search path, in the loader's order; the folder itself comes after them.
  package var folders: [[UInt8]] {
    named.map { Array("glibc-hwcaps/".utf8) + $0 } + legacy.folders
  }
}
