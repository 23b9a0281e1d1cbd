import SharedObjects
import SystemPackage
import TestSupport
import Testing

/// Each rule by objects made for it.
@Suite(.enabled(if: Compiler.path != nil, "no C compiler is on this machine"))
struct LinkCheckTests {
  private let made: CompiledObjects

  init() throws { made = try CompiledObjects() }

  // MARK: Symbols

  @Test func symbolsOfTheObjectsOwnClosure() throws {
    try made.library("libfar.so", "int far(void) { return 1; }")
    try made.library("libnear.so", "int far(void); int near(void) { return far(); }", "-lfar", "-Wl,-rpath,$ORIGIN")
    let object = try made.library(
      "object.so", "int near(void); int far(void); int own(void) { return near() + far(); }", "-lnear",
      "-Wl,-rpath,$ORIGIN,--allow-shlib-undefined")
    let links = try made.check().examine(object).links
    #expect(links.isComplete && links.assumptions.isEmpty)
  }

  @Test func symbolsThatNothingDefines() throws {
    let object = try made.library(
      "object.so", "int absent(void); extern int lost; int own(void) { return absent() + lost; }")
    let links = try made.check().examine(object).links
    #expect(Set(links.symbolNames) == ["absent", "lost"])
    #expect(links.undefinedSymbols.allSatisfy { $0.version == nil && $0.expectedFrom == nil })
  }

  @Test func weakSymbolsMayBeMissing() throws {
    let object = try made.library(
      "object.so", "__attribute__((weak)) int absent(void); int own(void) { return absent ? absent() : 0; }")
    #expect(try made.check().examine(object).links.isComplete)
  }

  @Test func hiddenDefinitionsCountForNobody() throws {
    try made.library("libshy.so", "__attribute__((visibility(\"hidden\"))) int shy(void) { return 1; } int x;")
    let object = try made.library(
      "object.so", "int shy(void); int own(void) { return shy(); }", "-Wl,--no-as-needed", "-lshy", "-Wl,-rpath,$ORIGIN"
    )
    #expect(try made.check().examine(object).links.symbolNames == ["shy"])
  }

  @Test func symbolsOfTheProgram() throws {
    let object = try made.library("object.so", "int by_program(void); int own(void) { return by_program(); }")
    #expect(try made.check().examine(object).links.isComplete)
  }

  @Test func symbolsOfWhatTheProgramLoadsForEverybody() throws {
    let library = try made.library("libpython.so", "int Py_thing(void) { return 1; }")
    let object = try made.library("object.so", "int Py_thing(void); int own(void) { return Py_thing(); }")
    #expect(try made.check().examine(object).links.symbolNames == ["Py_thing"])
    #expect(try made.check(global: [library]).examine(object).links.isComplete)
  }

  // MARK: Libraries

  @Test func librariesThatAreNotFound() throws {
    try made.library("libgone.so.1", "int gone(void) { return 1; }")
    let object = try made.library("object.so", "int gone(void); int own(void) { return gone(); }", "-l:libgone.so.1")
    let links = try made.check().examine(object).links
    #expect(links.missingNames == ["libgone.so.1"])
    #expect(links.missingLibraries.map(\.requester) == [object])
    guard case .notFound(let considered) = links.missingLibraries.first?.reason else {
      Issue.record("\(links.missingLibraries)")
      return
    }
    #expect(considered.contains { $0.rule == .defaultFolder })
  }

  @Test func librariesThatALibraryDoesNotFind() throws {
    try made.library("libgone.so", "int gone(void) { return 1; }")
    let near = try made.library("libnear.so", "int gone(void); int near(void) { return gone(); }", "-lgone")
    let object = try made.library(
      "object.so", "int near(void); int own(void) { return near(); }", "-lnear",
      "-Wl,--enable-new-dtags,-rpath,$ORIGIN,--allow-shlib-undefined")
    let links = try made.check().examine(object).links
    #expect(links.missingNames == ["libgone.so"])
    #expect(links.missingLibraries.map { $0.requester.lastComponent } == [near.lastComponent])
  }

  @Test func librariesThatAreNone() throws {
    try made.library("libodd.so", "int odd(void) { return 1; }")
    let object = try made.library(
      "object.so", "int odd(void); int own(void) { return odd(); }", "-lodd", "-Wl,-rpath,$ORIGIN")
    let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 123456\n"
    let path = try made.write(pointer, to: "libodd.so")
    let links = try made.check().examine(object).links
    #expect(
      links.missingLibraries.map(\.reason) == [
        .refused(path, .notELF(.lfsPointer("version https://git-lfs.github.com/spec/v1")))
      ])
  }

  // MARK: Versions

  private func version(_ name: String) throws -> String {
    let map = try made.write("\(name) { global: versioned; local: *; };", to: "\(name).map")
    return "-Wl,--version-script,\(map.string)"
  }

  /// Links against a library of one version and puts another one in its place.
  private func object(
    wanting: String, finding: String?, source: String = "int versioned(void) { return 1; }"
  ) throws -> FilePath {
    try made.library("libversions.so", source, try version(wanting))
    let object = try made.library(
      "object.so", "int versioned(void); int own(void) { return versioned(); }", "-lversions", "-Wl,-rpath,$ORIGIN")
    if let finding {
      try made.library("libversions.so", source, try version(finding))
    } else {
      try made.library("libversions.so", source)
    }
    return object
  }

  @Test func theVersionIsThere() throws {
    #expect(try made.check().examine(object(wanting: "V_1", finding: "V_1")).links.isComplete)
  }

  /// The symbol of a version that is not there is not told once more.
  @Test func theVersionIsNotThere() throws {
    let links = try made.check().examine(object(wanting: "V_2", finding: "V_1")).links
    let library = Array("libversions.so".utf8)
    #expect(
      links.missingVersions == [MissingVersion(name: "V_2", library: library, file: made.path("libversions.so"))])
    #expect(links.undefinedSymbols.isEmpty)
  }

  @Test func aLibraryWithoutVersionsIsTakenAsItIs() throws {
    let links = try made.check().examine(object(wanting: "V_1", finding: nil)).links
    #expect(links.isComplete)
    #expect(links.unversionedLibraries == [made.path("libversions.so")])
  }

  @Test func aVersionWithoutItsSymbol() throws {
    let object = try object(wanting: "V_1", finding: nil)
    let map = try made.write("V_1 { global: other; local: *; };", to: "other.map")
    try made.library("libversions.so", "int other(void) { return 1; }", "-Wl,--version-script,\(map.string)")
    let links = try made.check().examine(object).links
    #expect(links.missingVersions.isEmpty)
    #expect(
      links.undefinedSymbols == [
        UndefinedSymbol(name: "versioned", version: "V_1", expectedFrom: Array("libversions.so".utf8))
      ])
  }

  // MARK: Companions

  @Test func aLibraryThatIsLoadedBefore() throws {
    let library = try made.library("elsewhere/libother.so", "int other(void) { return 1; }")
    let object = try made.library(
      "object.so", "int other(void); int own(void) { return other(); }", "-L\(made.path("elsewhere").string)", "-lother"
    )
    let check = try made.check()
    #expect(try check.examine(object).links.missingNames == ["libother.so"])
    let companion = try #require(check.companion(at: library))
    let links = try check.examine(object, beside: Companions([companion])).links
    #expect(links.isComplete)
    #expect(links.assumptions == [.library(name: Array("libother.so".utf8), at: library)])
  }

  @Test func symbolsOfALibraryThatTheObjectDoesNotName() throws {
    let library = try made.library("libother.so", "int other(void) { return 1; }")
    let object = try made.library("object.so", "int other(void); int own(void) { return other(); }")
    let check = try made.check()
    let companion = try #require(check.companion(at: library))
    let links = try check.examine(object, beside: Companions([companion])).links
    #expect(links.isComplete)
    #expect(links.assumptions == [.symbols(["other"], of: library)])
  }

  @Test func aNewerCopyOfALibraryThatIsLoadedBefore() throws {
    let newer = try made.library("newer/libversions.so", "int versioned(void) { return 1; }", try version("V_2"))
    let object = try object(wanting: "V_2", finding: "V_1")
    let check = try made.check()
    let companion = try #require(check.companion(at: newer))
    let links = try check.examine(object, beside: Companions([companion])).links
    #expect(links.isComplete)
    #expect(links.assumptions == [.library(name: Array("libversions.so".utf8), at: newer)])
  }

  /// Neither is any use to the other: the search ends.
  /// Neither of them finds the other by itself: who loads them begins with the one that needs nothing.
  @Test func companionsThatNeedOneAnother() throws {
    let first = try made.library("libfirst.so", "int first(void) { return 1; }")
    let second = try made.library("libsecond.so", "int first(void); int second(void) { return first(); }", "-lfirst")
    let object = try made.library(
      "object.so", "int second(void); int first(void); int own(void) { return second() + first(); }", "-lsecond",
      "-lfirst")
    let check = try made.check()
    let companions = Companions([second, first].compactMap(check.companion))
    let links = try check.examine(object, beside: companions).links
    #expect(links.isComplete && links.assumptions.map(\.path) == [first, second])
  }

  @Test func companionsThatDoNotHelp() throws {
    let library = try made.library("libother.so", "int other(void) { return 1; }")
    let object = try made.library("object.so", "int absent(void); int own(void) { return absent(); }")
    let check = try made.check()
    let companions = Companions([library, object].compactMap(check.companion))
    let links = try check.examine(object, beside: companions).links
    #expect(links.symbolNames == ["absent"] && links.assumptions.isEmpty)
  }

  // MARK: The object itself

  @Test func objectsThatTheLoaderDoesNotTake() throws {
    let check = try made.check()
    guard case .refused(.tooShort(size: 0)) = check.examine(try made.write("", to: "empty.so")),
      case .skipped(.noSuchFile) = check.examine(made.path("absent.so"))
    else {
      Issue.record("taken")
      return
    }
  }

  // MARK: Stacks

  private static let isNewEnough: Bool = {
    guard let loader = LoaderMachine.loader, case .glibc(.some) = try? LoaderProgram(loader, at: loader).family else {
      return false
    }
    return true
  }()

  /// Since 2.41 the loader refuses what asks for executable stacks, alone or as a library that is needed.
  @Test(.enabled(if: isNewEnough, "the loader here does not say its release"), arguments: [(40, false), (41, true)])
  func executableStacks(minor: Int, isRefused: Bool) throws {
    try made.library("libstack.so", "int stack;", "-Wl,-z,execstack")
    try made.library("libuser.so", "int user;", "-Wl,--no-as-needed", "-lstack", "-Wl,-rpath,$ORIGIN")
    let check = try made.check(loader: try made.loader(ofMinor: minor))
    if case .refused(.executableStack) = check.examine(made.path("libstack.so")) {
      #expect(isRefused)
    } else {
      #expect(!isRefused)
    }
    let missing = try check.examine(made.path("libuser.so")).links.missingLibraries
    #expect(missing.map(\.reason) == (isRefused ? [.refused(made.path("libstack.so"), .executableStack)] : []))
  }
}
