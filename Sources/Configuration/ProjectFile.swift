internal import SystemCalls
internal import SystemPackage

/// A `pyproject.toml` (packaging.python.org, "pyproject.toml specification"), read and parsed once.
struct ProjectFile {
  static let name = "pyproject.toml"
  /// Bytes; the largest files of projects have a tenth of that.
  static let longest = 1 << 20

  let path: FilePath
  let source: [UInt8]
  private let document: TOMLDocument

  /// - Throws: ``ConfigurationProblem``, as for every file that is no TOML.
  init(_ path: FilePath, source: [UInt8]) throws(ConfigurationProblem) {
    self.path = path
    self.source = source
    do throws(TOMLProblem) {
      document = try TOMLDocument(source)
    } catch {
      throw ConfigurationProblem(error, file: path, source: source)
    }
  }

  /// - Throws: ``ConfigurationProblem/nullCharacter(_:)``
  func item(_ path: [String]) throws(ConfigurationProblem) -> TOMLItem? {
    do throws(TOMLProblem) {
      return try document.item(path)
    } catch {
      throw ConfigurationProblem(error, file: self.path, line: document.scan.line(of: path), source: source)
    }
  }

  /// Where a key stands, or else what it stands in.
  func place(of path: [String]) -> Place { Place(self.path, line: document.scan.line(of: path)) }

  /// The bytes of a project's file; `nil` where there is none. A folder or a pipe of that name is none.
  static func read(_ path: FilePath) throws(ConfigurationProblem) -> [UInt8]? {
    let type: FileType
    do throws(Errno) {
      type = try path.stat().type
    } catch .noSuchFileOrDirectory, .notDirectory {
      return nil
    } catch {
      throw .unreadable(path, error)
    }
    guard type == .regular else { return nil }
    return try readRegular(path)
  }

  private static func readRegular(_ path: FilePath) throws(ConfigurationProblem) -> [UInt8] {
    guard let file = RegularFile(path) else { throw .unreadable(path, .permissionDenied) }
    guard file.size <= longest else { throw .tooLong(path) }
    guard let bytes = file.bytes(at: 0, count: longest) else { throw .unreadable(path, .ioError) }
    return bytes
  }
}

extension ConfigurationProblem {
  fileprivate init(_ problem: TOMLProblem, file: FilePath, line: Int? = nil, source: [UInt8]) {
    switch problem {
    case .notUTF8(let line): self = .notUTF8(Place(file, line: line))
    case .nullByte(let line): self = .nullByte(Place(file, line: line))
    case .tooDeep(let line): self = .tooDeep(Place(file, line: line))
    case .nullCharacter: self = .nullCharacter(Place(file, line: line))
    case .syntax(let line, let column, let reason):
      self = .syntax(
        Place(file, line: line, column: column), reason: reason,
        excerpt: Excerpt(source, line: line, column: column))
    }
  }
}
