extension Phrase {
  static let otherSystems: [Phrase] = unix + bionic

  /// What the loaders of FreeBSD (libexec/rtld-elf/rtld.c) and Solaris (ld.so.1(1)) say.
  private static let unix: [Phrase] = [
    Phrase("Undefined symbol ", .unix, object: .required) { reading in
      reading.cursor.name().map { .undefinedSymbol(PrintedSymbol(name: $0)) }
    },
    Phrase("Shared object ", .unix, object: .elsewhere) { reading in
      guard let name = reading.cursor.name(), reading.cursor.take("not found") else { return nil }
      reading.object = name
      if reading.cursor.take(", required by") { reading.requested = reading.cursor.name() }
      return .missingLibrary
    },
    Phrase("version ", .unix, object: .required) { reading in
      guard let version = reading.cursor.symbol(), reading.cursor.take("required by"),
        let user = reading.cursor.symbol(), reading.cursor.take("not found")
      else { return nil }
      return .missingVersion(version, requiredBy: user)
    },
    Phrase("open failed: ", .unix, object: .required) { reading in
      reading.cursor.take("No such file or directory") ? .missingLibrary : nil
    },
    Phrase("relocation error: file ", .unix, object: .elsewhere) { reading in
      guard let file = reading.cursor.take(upTo: ": symbol "), let symbol = reading.cursor.symbol(),
        reading.cursor.take(": referenced symbol not found")
      else { return nil }
      reading.object = file
      return .undefinedSymbol(PrintedSymbol(name: symbol))
    },
  ]

  /// What Android says through dlerror(3): bionic's linker.cpp and linker_phdr.cpp of Android 5 to 14.
  private static let bionic: [Phrase] = [
    Phrase("dlopen failed: library ", .bionic, object: .elsewhere) { reading in
      guard let name = reading.cursor.name(), reading.cursor.take("not found") else { return nil }
      reading.object = name
      if reading.cursor.take(": needed by") { reading.requested = reading.cursor.name() }
      return .missingLibrary
    },
    Phrase("cannot locate symbol ", .bionic, object: .elsewhere) { reading in
      guard let symbol = reading.cursor.name(), reading.cursor.take("referenced by") else { return nil }
      reading.object = reading.cursor.name()
      return .undefinedSymbol(PrintedSymbol(name: symbol))
    },
    Phrase("file offset for the library ", .bionic, object: .elsewhere) { reading in
      guard let file = reading.cursor.name(), reading.cursor.take(">= file size") else { return nil }
      reading.object = file
      return .truncated
    },
    Phrase("dlopen failed: ", .bionic, object: .elsewhere) { reading in
      guard let file = reading.cursor.name() else { return nil }
      reading.object = file
      return refusals.first { reading.cursor.take($0.words) }?.problem
    },
  ]

  private static let refusals: [(words: String, problem: LoaderProblem)] = [
    ("is 32-bit instead of 64-bit", .wrongClass(bits: 32)), ("is 64-bit instead of 32-bit", .wrongClass(bits: 64)),
    ("has unexpected e_machine", .wrongMachine(has: nil, needs: nil)),
    ("is for EM_", .wrongMachine(has: nil, needs: nil)),
    ("has bad ELF magic", .notAnObjectFile), ("is too small to be an ELF executable", .truncated),
  ]
}
