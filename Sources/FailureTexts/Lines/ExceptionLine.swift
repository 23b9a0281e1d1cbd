/// The line that names an exception: `qualified.Type: message`, or the type alone.
struct ExceptionLine {
  let qualifiedType: Bytes
  /// The last part of `qualifiedType`.
  let type: Bytes
  /// What stands behind the colon.
  let message: Bytes
  let hasColon: Bool

  /// - Parameter line: Without blanks at its start. The emphasis of Markdown around it is left away.
  init?(_ line: Bytes) {
    let line = Self.withoutEmphasis(line)
    guard let first = line.first, first.isNamePart, !first.isDigit else { return nil }
    let name = line.prefix {
      $0.isNamePart || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">")
    }
    let rest = line.dropFirst(name.count)
    guard name.count <= 200, let last = name.last, last.isNamePart || last == UInt8(ascii: ">") else { return nil }
    if !rest.isEmpty {
      guard rest.first == .colon, rest.count == 1 || rest.dropFirst().first == .space else { return nil }
    }
    qualifiedType = name
    type = name.lastIndex(of: UInt8(ascii: ".")).map { name[($0 + 1)...] } ?? name
    guard let head = type.first, head.isNamePart, !head.isDigit else { return nil }
    hasColon = !rest.isEmpty
    message = rest.dropFirst().drop(while: \.isBlank)
  }

  private static func withoutEmphasis(_ line: Bytes) -> Bytes {
    guard let sign = line.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "*") else { return line }
    var rest = line.drop { $0 == sign }
    while rest.last == sign { rest = rest.dropLast() }
    return rest
  }

  /// Whether the name alone tells that it is an exception, though no traceback leads to it.
  var isPlausible: Bool {
    guard let first = type.first, first.isUpper || type.count < qualifiedType.count else { return false }
    if Self.endings.contains(where: { type.count > $0.utf8.count && type.suffix($0.utf8.count).elementsEqual($0.utf8) })
    {
      return true
    }
    return type.count <= 20 && Self.others.contains(type.text) || hasColon && isOfExceptionsModule
  }

  /// `django.core.exceptions.ImproperlyConfigured`
  private var isOfExceptionsModule: Bool {
    let modules = qualifiedType.dropLast(type.count + 1).split(separator: UInt8(ascii: "."))
    return type.first?.isUpper == true && modules.last.map { Self.modules.contains($0.text) } ?? false
  }

  /// Where projects define their exceptions.
  private static let modules: Set<String> = ["exceptions", "errors", "exception", "error", "exc"]

  private static let endings: [String] = [
    "Error", "Exception", "ExceptionGroup", "Exit", "VersionConflict",
  ]

  /// What of CPython's own, of pkg_resources and of packaging ends otherwise; warnings are told from exceptions by the traceback.
  private static let others: Set<String> = [
    "VersionConflict", "DistributionNotFound",
    // Of packaging, which setuptools and pip carry copies of.
    "InvalidVersion", "InvalidRequirement", "InvalidSpecifier",
    "KeyboardInterrupt", "StopIteration", "StopAsyncIteration", "Exception", "BaseException", "ExceptionGroup",
  ]
}
