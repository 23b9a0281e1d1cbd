import SharedObjects
import TestSupport
import Testing

/// Messages in texts as people paste them.
@Suite struct MessageTextTests {
  static let pasted: [MessageRow] = [
    MessageRow(
      "a line that ends between words",
      "ImportError: /lib/libstdc++.so.6: version `CXXABI_1.3.15' not found\n    (required by /x/_core.so)",
      .glibc(.missingVersion("CXXABI_1.3.15", requiredBy: "/x/_core.so"), "/lib/libstdc++.so.6")),
    MessageRow(
      "a line that ends within a word", "libx.so.1: cannot open shared obj\nect file: No such file or directory",
      .glibc(.missingLibrary, "libx.so.1")),
    MessageRow(
      "a line that ends within a symbol", "/x/_C.so: undefined symbol: _ZN3c104cuda9SetD\neviceEi\nTraceback",
      .glibc(.undefinedSymbol(SymbolReference(name: "_ZN3c104cuda9SetDeviceEi")), "/x/_C.so")),
    MessageRow(
      "a symbol that is cut off", "/x/_C.so: undefined symbol: _ZN3c105ErrorC2ENS_14Sour\nTraceback",
      .glibc(.undefinedSymbol(SymbolReference(name: "_ZN3c105ErrorC2ENS_14Sour")), "/x/_C.so")),
    MessageRow(
      "a reason that is cut off", "libOpenCL.so.1: cannot open shared object file: No such file or",
      .glibc(.missingLibrary, "libOpenCL.so.1")),
    MessageRow(
      "other spaces", "ImportError:libcudart.so.9.0: cannot open shared object file :No such file or directory.",
      .glibc(.missingLibrary, "libcudart.so.9.0")),
    MessageRow(
      "without quotation marks", "/x/libstdc++.so.6: version GLIBCXX_3.4.29 not found (required by /x/a.so)",
      .glibc(.missingVersion("GLIBCXX_3.4.29", requiredBy: "/x/a.so"), "/x/libstdc++.so.6")),
    MessageRow(
      "without the file", "ImportError: undefined symbol: _ZN3c105ErrorC2ENS_14SourceLocationESs",
      .glibc(.undefinedSymbol(SymbolReference(name: "_ZN3c105ErrorC2ENS_14SourceLocationESs")))),
    MessageRow(
      "without the colon", "undefined symbol ncclCommRegister",
      .glibc(.undefinedSymbol(SymbolReference(name: "ncclCommRegister")))),
    MessageRow(
      "a full stop at the end", "/x/_C.so: undefined symbol: _Z1fv.",
      .glibc(.undefinedSymbol(SymbolReference(name: "_Z1fv")), "/x/_C.so")),
    MessageRow(
      "a second label", "[ERROR] ImportModuleError: Unable to import 'a.b': /lib64/libc.so.6: version `V' not found",
      .glibc(.missingVersion("V", requiredBy: nil), "/lib64/libc.so.6")),
    MessageRow(
      "two, in order",
      "a.so: invalid ELF header\n\nImportError: /y/b.so: file too short\n",
      .glibc(.notAnObjectFile, "a.so"), .glibc(.truncated, "/y/b.so", line: 3)),
    MessageRow(
      "two in one line", "('/x/a.so: file too short', '/x/b.so: file too short')",
      .glibc(.truncated, "/x/a.so"), .glibc(.truncated, "/x/b.so")),
  ]

  @Test(arguments: pasted)
  func asPasted(_ row: MessageRow) {
    #expect(LoaderMessage.all(in: row.text) == row.messages)
  }

  static let others: [String] = [
    "", "\n", ":", "undefined symbol", "An undefined symbol error occurred.", "symbol ", "version ", "dlopen(",
    "ValueError: file too short", "the file is truncated: file too short", "internal error", "tried: this and that",
    "ModuleNotFoundError: No module named 'libx.so'", "pip: version 2 not found", "handle = dlopen(path, flags)",
    "requests: cannot allocate memory", "KeyError: 'version `x' not found'", "[WinError 2] No such file",
  ]

  @Test(arguments: others)
  func isNone(_ text: String) {
    #expect(LoaderMessage.all(in: text).isEmpty)
  }

  @Test func bounded() {
    let line = "libx.so: cannot open shared object file: No such file or directory\n"
    let messages = LoaderMessage.all(in: String(repeating: line, count: 3000))
    #expect(messages.count == 1000)
    #expect(messages.last?.line == 1000)
    #expect(LoaderMessage.all(in: String(repeating: line, count: 9), limit: 2).count == 2)
  }

  /// A long line of what looks like the beginning of a message, at every place.
  @Test(arguments: ["undefined symbol: ", "dlopen(/", "_Z", "version `", ": ", "tried: '/", "symbol a, version b "])
  func large(_ piece: String) {
    let text = String(repeating: piece, count: 50_000 / piece.utf8.count)
    #expect(LoaderMessage.all(in: text).allSatisfy { $0.line == 1 })
  }

  @Test(arguments: 0..<16)
  func mutated(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let rows = LoaderMessageTests.glibc + LoaderMessageTests.musl + LoaderMessageTests.dyld
    let texts = (rows + LoaderMessageTests.windows + LoaderMessageTests.others + Self.pasted).map {
      Array($0.text.utf8)
    }
    for _ in 0..<200 {
      guard let text = texts.randomElement(using: &random), let other = texts.randomElement(using: &random) else {
        return
      }
      let bytes = random.mutate(text + [0x0A] + other)
      let lines = bytes.count { $0 == 0x0A } + 1
      // What it reads is not known here, but where it stands is.
      #expect(
        LoaderMessage.all(in: String(decoding: bytes, as: UTF8.self)).allSatisfy { (1...lines).contains($0.line) })
    }
  }
}
