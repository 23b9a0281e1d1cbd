extension Phrase {
  /// What the GNU C library says, with the words of its elf/dl-*.c from 2.17 to 2.42. dlerror(3) prints the object, a
  /// colon, the words and, if the system gave one, a reason.
  static let glibc: [Phrase] =
    glibcOpening + glibcSymbols + glibcMapping + glibcNotices
    + glibcUnsuitable.map { words in
      Phrase(words, .glibc, object: .required, means: .unsuitable(words))
    }
    + glibcExhausted.map { words in
      Phrase(words, .glibc, object: .optional, means: .exhausted(words))
    }

  /// dl-load.c, open_path to _dl_map_new_object.
  private static let glibcOpening: [Phrase] = [
    Phrase("cannot open shared object file", .glibc, object: .optional) { reading in
      let reason = reading.cursor.reason()
      guard reading.object != nil || reason != nil else { return nil }
      return reason.flatMap { $0 == .noSuchFile ? nil : .unopenable($0) } ?? .missingLibrary
    },
    Phrase("=> not found", .glibc, object: .elsewhere) { reading in
      guard let name = reading.cursor.text.word(before: reading.start) else { return nil }
      reading.object = name
      return .missingLibrary
    },
    Phrase("cannot read file data", .glibc, object: .required) { reading in
      .unopenable(reading.cursor.reason() ?? .other(""))
    },
    Phrase("cannot stat shared object", .glibc, object: .required) { reading in
      .unopenable(reading.cursor.reason() ?? .other(""))
    },
    Phrase("cannot close file descriptor", .glibc, object: .required) { reading in
      .unopenable(reading.cursor.reason() ?? .other(""))
    },
    Phrase("file too short", .glibc, object: .required, means: .truncated),
    Phrase("invalid ELF header", .glibc, object: .optional, means: .notAnObjectFile),
    Phrase("wrong ELF class: ELFCLASS64", .glibc, object: .optional, means: .wrongClass(bits: 64)),
    Phrase("wrong ELF class: ELFCLASS32", .glibc, object: .optional, means: .wrongClass(bits: 32)),
    notLoadable("cannot dynamically load executable"),
    notLoadable("cannot dynamically load position-independent executable"),
    notLoadable("shared object cannot be dlopen()ed"),
    notLoadable("loader cannot load itself"),
    Phrase("CPU ISA level is lower than required", .glibc, object: .optional, means: .processorLevel),
  ]

  private static func notLoadable(_ words: String) -> Phrase {
    Phrase(words, .glibc, object: .required, means: .notLoadable(words))
  }

  /// dl-lookup.c and dl-version.c. These words are never translated.
  private static let glibcSymbols: [Phrase] = [
    Phrase("undefined symbol", .glibc, object: .optional, read: undefinedSymbol),
    // For a symbol whose version its library lacks; some releases leave the comma out.
    Phrase("symbol ", .glibc, object: .optional) { reading in
      guard let name = reading.cursor.symbol(), reading.cursor.take(", version ") || reading.cursor.take("version "),
        let version = reading.cursor.symbol(), reading.cursor.take("not defined in file"),
        let file = reading.cursor.symbol()
      else { return nil }
      _ = reading.cursor.take("with link time reference")
      reading.takeObjectBehind()
      return .undefinedSymbol(PrintedSymbol(name: name, version: version, definedIn: file))
    },
    Phrase("version ", .glibc, object: .required, read: missingVersion),
    Phrase("weak version ", .glibc, object: .required, read: missingVersion),
    // People leave the file out, or the colon behind it.
    Phrase("version ", .glibc, object: .elsewhere) { reading in
      guard let version = reading.cursor.name(), ofCompilers.contains(where: version.hasPrefix),
        reading.cursor.take("not found")
      else { return nil }
      reading.object = reading.cursor.text.word(before: reading.start).flatMap { $0.contains(".so") ? $0 : nil }
      return .missingVersion(version, requiredBy: reading.requiredBy())
    },
    Phrase("no version information available", .glibc, object: .required) { reading in
      .noVersionInformation(requiredBy: reading.requiredBy())
    },
  ]

  @Sendable private static func missingVersion(_ reading: inout PhraseReading) -> LoaderProblem? {
    guard let version = reading.cursor.name(), reading.cursor.take("not found") else { return nil }
    return .missingVersion(version, requiredBy: reading.requiredBy())
  }

  /// Versions that nothing else has, so that they need no file before them.
  private static let ofCompilers: [String] = ["GLIBC_", "GLIBCXX_", "CXXABI_"]

  @Sendable private static func undefinedSymbol(_ reading: inout PhraseReading) -> LoaderProblem? {
    let hasColon = reading.cursor.take(":")
    guard let name = reading.cursor.wholeSymbol(), hasColon || name.isNoWord else { return nil }
    let version = reading.cursor.take(", version ") ? reading.cursor.symbol() : nil
    reading.takeObjectBehind()
    return .undefinedSymbol(PrintedSymbol(name: name, version: version))
  }

  /// dl-load.c, dl-map-segments.h, dl-reloc.c, dl-machine.h.
  private static let glibcMapping: [Phrase] = [
    unmappable("failed to map segment from shared object"),
    unmappable("cannot change memory protections"),
    unmappable("cannot map zero-fill pages"),
    unmappable("cannot make segment writable for relocation"),
    unmappable("cannot restore segment prot after reloc"),
    unmappable("cannot apply additional memory protection after relocation"),
    Phrase("cannot allocate memory in static TLS block", .glibc, object: .optional, means: .staticTLS),
    // As `dlopen: …`, before glibc 2.22 (elf/dl-open.c).
    Phrase("cannot load any more object with static TLS", .glibc, object: .elsewhere, means: .staticTLS),
    Phrase("cannot enable executable stack", .glibc, object: .optional) { reading in
      _ = reading.cursor.take("as shared object requires")
      return .executableStack(reading.cursor.reason())
    },
    relocation("unexpected reloc type 0x"),
    relocation("unexpected PLT reloc type 0x"),
    Phrase("IFUNC symbol ", .glibc, object: .elsewhere) { reading in
      guard let symbol = reading.cursor.name(), reading.cursor.take("referenced in"),
        let object = reading.cursor.name()
      else { return nil }
      reading.object = object
      return .indirectFunction(symbol: symbol, definedIn: nil)
    },
    Phrase("Relink ", .glibc, object: .elsewhere) { reading in
      guard let object = reading.cursor.name(), reading.cursor.take("with"), let library = reading.cursor.name(),
        reading.cursor.take("for IFUNC symbol"), let symbol = reading.cursor.name()
      else { return nil }
      reading.object = object
      return .indirectFunction(symbol: symbol, definedIn: library)
    },
  ]

  private static func unmappable(_ words: String) -> Phrase {
    Phrase(words, .glibc, object: .optional) { reading in .unmappable(words, reading.cursor.reason()) }
  }

  private static func relocation(_ words: String) -> Phrase {
    Phrase(words, .glibc, object: .required) { reading in
      guard let number = reading.cursor.symbol() else { return nil }
      return .relocation(words + number)
    }
  }

  /// rtld.c, do_preload. 2.17 gives no reason.
  private static let glibcNotices: [Phrase] = [
    Phrase("object ", .glibc, object: .elsewhere) { reading in
      guard let object = reading.cursor.name(), reading.cursor.take("from"), let place = reading.cursor.symbol(),
        reading.cursor.take("cannot be preloaded")
      else { return nil }
      reading.object = object
      let reason = reading.cursor.take("(") ? reading.cursor.file(endedBy: { $0 == .closingParenthesis }) : nil
      return .preloadIgnored(from: place, reason: reason)
    }
  ]

  /// open_verify in dl-load.c, and what follows it there; get-dynamic-info.h; x86's dl-cet.c.
  private static let glibcUnsuitable: [String] = [
    "ELF file data encoding not big-endian", "ELF file data encoding not little-endian",
    "ELF file version ident does not match current one", "ELF file OS ABI invalid", "ELF file ABI version invalid",
    "nonzero padding in e_ident", "ELF file version does not match current one",
    "only ET_DYN and ET_EXEC can be loaded",
    "ELF file's phentsize not the expected size", "object file has no loadable segments",
    "object file has no dynamic section", "ELF load command alignment not page-aligned",
    "ELF load command address/offset not page-aligned", "ELF load command address/offset not properly aligned",
    "DT_RELR without GLIBC_ABI_DT_RELR dependency", "rebuild shared object with IBT support enabled",
    "rebuild shared object with SHSTK support enabled", "unsupported version",
    "error due to GNU_PROPERTY_1_NEEDED_INDIRECT_EXTERN_ACCESS", "empty dynamic string token substitution",
  ]

  private static let glibcExhausted: [String] = [
    "cannot allocate memory for program header", "cannot create shared object descriptor",
    "cannot create TLS data structures", "cannot allocate TLS data structures for initial thread",
    "cannot allocate version reference table", "cannot allocate dependency list", "cannot allocate dependency buffer",
    "cannot allocate symbol search list", "cannot allocate name record", "cannot create cache for search path",
    "cannot create search path array", "cannot extend global scope", "cannot create scope list",
    "cannot allocate address lookup data", "no more namespaces available for dlmopen()",
  ]
}

extension PhraseReading {
  /// `(required by FILE)`.
  mutating func requiredBy() -> String? {
    cursor.take("(required by") ? cursor.file(endedBy: { $0 == .closingParenthesis }) : nil
  }

  /// ldd(1) puts the object last: `undefined symbol: f<TAB>(./libx.so)` (print_unresolved in rtld.c).
  mutating func takeObjectBehind() {
    var behind = cursor
    guard object == nil, behind.text[behind.position] == 0x09, behind.take("(") else { return }
    object = behind.file(endedBy: { $0 == .closingParenthesis })
    cursor = behind
  }
}

extension String {
  /// A C name, and not a word of a sentence such as "undefined symbol error".
  fileprivate var isNoWord: Bool {
    utf8.allSatisfy(\.isWordByte) && utf8.contains { !(0x61...0x7A).contains($0) }
  }
}
