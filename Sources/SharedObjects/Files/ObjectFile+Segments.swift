internal import SystemCalls

extension ObjectFile {
  /// The loader that a program asks for (PT_INTERP), such as `/lib64/ld-linux-x86-64.so.2`; `nil` for most libraries.
  package var interpreter: [UInt8]? {
    guard let segment = segments.first(Segment.interpreter), segment.fileSize > 0 else { return nil }
    let bytes = header.view.file.bytes(at: segment.offset, count: min(segment.fileSize, Self.longestPath))
    return bytes.map { Array($0.prefix { $0 != 0 }) }
  }

  /// PATH_MAX.
  private static let longestPath = 4096

  package enum Stack: Sendable, Equatable {
    /// The loader makes the stacks of all threads executable, or refuses the object where it must not.
    case executable
    case notExecutable
    /// The file does not say (no PT_GNU_STACK), and the machine decides: ``ObjectFile/wantsExecutableStack``.
    case unstated
  }

  package var stack: Stack {
    guard let segment = segments.first(Segment.gnuStack) else { return .unstated }
    return segment.flags & Segment.executable != 0 ? .executable : .notExecutable
  }

  /// Whether the stacks must be executable. Where the file does not say, they must on x86 and 32-bit ARM, and need not on
  /// AArch64 (glibc: sysdeps/…/stackinfo.h, DEFAULT_STACK_PERMS).
  package var wantsExecutableStack: Bool {
    switch stack {
    case .executable: true
    case .notExecutable: false
    case .unstated: Self.executableByDefault.contains(kind.machine)
    }
  }

  private static let executableByDefault: Set<Machine> = [.amd64, .i386, Machine(rawValue: 40)]

  /// What each thread has of its own of an object (PT_TLS), in bytes.
  package struct ThreadLocalStorage: Sendable, Equatable {
    package let size: Int
    package let alignment: Int

    package init(size: Int, alignment: Int) {
      self.size = size
      self.alignment = alignment
    }
  }

  /// `nil` where there is none.
  package var threadLocalStorage: ThreadLocalStorage? {
    guard let segment = segments.first(Segment.threadLocal), segment.memorySize > 0 else { return nil }
    return ThreadLocalStorage(size: segment.memorySize, alignment: segment.alignment)
  }

  package var notes: Notes { Notes(header, segments) }

  /// What is missing of a file that has all that the loader maps: its section headers, which come last, or sections of
  /// which only debuggers know. `nil` for a whole file.
  package var truncation: Truncation? {
    guard let sections = SectionHeaders(header) else { return nil }
    let ends = sections.compactMap { section -> Int? in
      let (end, overflows) = section.offset.addingReportingOverflow(section.size)
      return overflows || section.type == SectionHeader.noBits ? nil : end
    }
    let expected = max(sections.end, ends.max() ?? 0)
    return expected > size ? Truncation(size: size, expectedSize: expected) : nil
  }
}
