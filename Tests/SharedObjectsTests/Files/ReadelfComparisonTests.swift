import FoundationEssentials
import SharedObjects
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// The libraries of this machine, against what `readelf` of the GNU binutils says of them.
@Suite(.timeLimit(.minutes(10))) struct ReadelfComparisonTests {
  /// Where the system has its libraries: `libc.so.6` lies there.
  private static let libraries: FilePath? = ["/lib/x86_64-linux-gnu", "/lib/aarch64-linux-gnu", "/lib64", "/usr/lib"]
    .map { FilePath($0) }.first { FileManager.default.fileExists(atPath: $0.appending("libc.so.6").string) }

  private static let readelf = FilePath("/usr/bin/readelf")
  private static let isPossible = libraries != nil && FileManager.default.fileExists(atPath: readelf.string)

  /// Of a whole folder, which may have thousands: enough for every kind of table.
  private static let most = 120
  /// In bytes: larger ones have more of the same.
  private static let largest = 2 << 20

  private static var files: [FilePath] {
    guard let libraries else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: libraries.string)) ?? []
    // Most have several names.
    var known: Set<FilePath> = []
    let paths = names.filter { $0.contains(".so") }.sorted().map { libraries.appending($0) }
    return Array(paths.filter { known.insert($0.realPath() ?? $0).inserted }.prefix(most))
  }

  @Test(.enabled(if: isPossible, "needs /usr/bin/readelf and a folder with libc.so.6"))
  func sameFacts() throws {
    var compared = 0
    for file in Self.files {
      guard let object = try? ObjectFile(opening: file) else {
        // A linker script, or a link to nothing.
        #expect(try Self.output("-h", of: file).contains("Magic:") == false, "\(file)")
        continue
      }
      guard object.size <= Self.largest else { continue }
      compared += 1
      try compareNames(object, file)
      try compareSymbols(object, file)
    }
    #expect(compared > 0)
  }

  private func compareNames(_ object: ObjectFile, _ file: FilePath) throws {
    let dynamic = try Self.output("-WdnV", of: file)
    #expect(Self.names("(NEEDED)", in: dynamic) == object.dynamic.needed.map(\.text), "\(file)")
    #expect(Self.names("(SONAME)", in: dynamic).last == object.dynamic.soname?.text, "\(file)")
    #expect(Self.names("(RPATH)", in: dynamic).last == object.dynamic.rpath?.text, "\(file)")
    #expect(Self.names("(RUNPATH)", in: dynamic).last == object.dynamic.runpath?.text, "\(file)")
    let parts = dynamic.split(separator: "Build ID: ", omittingEmptySubsequences: false)
    let buildID = parts.dropFirst().last?.prefix { $0.isHexDigit }
    #expect(buildID.map(String.init) == object.notes.buildID?.hexadecimal, "\(file)")
    let needed = object.versionsNeeded.flatMap { $0.versions.map(\.name.string) }
    #expect(Self.neededVersions(dynamic) == needed, "\(file)")
  }

  private func compareSymbols(_ object: ObjectFile, _ file: FilePath) throws {
    let rows = try Self.output("--dyn-syms -W", of: file).split(separator: "\n").compactMap(SymbolRow.init)
    #expect(rows.count == max(1, object.symbolCount) - 1, "\(file)")
    let visible = rows.filter { $0.isVisible }
    let undefined = visible.filter { $0.section == "UND" }
    let references = Array(object.references)
    #expect(references.map { $0.versionedName } == undefined.map(\.name), "\(file)")
    #expect(references.map(\.isWeak) == undefined.map { $0.binding == "WEAK" }, "\(file)")
    let defined = visible.filter { $0.section != "UND" }
    let definitions = Array(object.definitions)
    #expect(definitions.map { $0.versionedName } == defined.map(\.name), "\(file)")
    #expect(definitions.map(\.address) == defined.map(\.value), "\(file)")
    let lost = definitions.filter { symbol in
      symbol.address != 0 && symbol.type != SymbolType(rawValue: 3)
        && object.definition(of: SymbolName(symbol.name), version: symbol.version)?.index != symbol.index
    }
    #expect(lost.map { $0.versionedName } == [], "\(file)")
  }

  private static func output(_ options: String, of file: FilePath) throws -> String {
    let command = Command(
      executable: "/usr/bin/env",
      arguments: ["LC_ALL=C", readelf.string] + options.split(separator: " ").map(String.init) + [file.string])
    return String(decoding: try runCommand(command, timeout: .seconds(60), limit: 64 << 20).output, as: UTF8.self)
  }

  /// `  0x0010:   Name: GLIBC_2.4  Flags: none  Version: 5`
  private static func neededVersions(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let columns = line.split(separator: " ")
      return columns.count > 3 && columns[1] == "Name:" && columns[3] == "Flags:" ? String(columns[2]) : nil
    }
  }

  /// What stands between brackets in the rows of a tag.
  private static func names(_ tag: String, in text: String) -> [String] {
    text.split(separator: "\n").filter { $0.contains(tag) }.compactMap { line in
      line.split(separator: "[", maxSplits: 1).last.map { String($0.prefix { $0 != "]" }) }
    }
  }
}

/// `   Num:    Value          Size Type    Bind   Vis      Ndx Name`
private struct SymbolRow {
  let value: UInt64
  let binding: String
  let visibility: String
  let section: String
  /// With the version behind `@` or `@@`.
  let name: String

  var isVisible: Bool { binding != "LOCAL" && visibility != "HIDDEN" && visibility != "INTERNAL" }

  init?(_ line: Substring) {
    // The only kind of row with spaces in a column: GNU's binding in a file that does not say that it is GNU's.
    let columns = line.replacing("<OS specific>: 10", with: "UNIQUE").split(separator: " ")
    guard columns.count >= 7, columns[0].last == ":", let number = Int(columns[0].dropLast()), number > 0,
      let value = UInt64(columns[1], radix: 16)
    else { return nil }
    self.value = value
    binding = String(columns[4])
    visibility = String(columns[5])
    let rest = columns.dropFirst(6).drop { $0.hasPrefix("[") || $0.hasSuffix("]") }
    section = String(rest.first ?? "")
    name = String(rest.dropFirst().first ?? "")
  }
}

extension SymbolReference {
  /// As readelf writes it.
  fileprivate var versionedName: String { name.text.string + (version.map { "@\($0.name.string)" } ?? "") }
}

extension SymbolDefinition {
  /// The symbol that stands for a version is written without it.
  fileprivate var versionedName: String {
    guard let version, version.name != name else { return name.string }
    return "\(name.string)\(isHiddenVersion ? "@" : "@@")\(version.name.string)"
  }
}

extension [UInt8] {
  fileprivate var text: String { String(decoding: self, as: UTF8.self) }

  fileprivate var hexadecimal: String {
    map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }
}
