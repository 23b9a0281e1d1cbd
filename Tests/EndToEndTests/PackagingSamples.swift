import TestSupport

/// Versions, specifiers, requirements and markers for comparisons: most of them valid, and near one another.
enum PackagingSamples {
  typealias Generator = SeededGenerator

  static func specifiers(_ generator: inout Generator) -> String {
    let clauses = (0..<Int.random(in: 1...2, using: &generator)).map { _ in specifier(&generator) }
    return clauses.joined(separator: ",")
  }

  private static func specifier(_ generator: inout Generator) -> String {
    let signs = ["==", "!=", "<=", ">=", "<", ">", "~=", "==="]
    let end = isOne(in: 8, &generator) ? ".*" : ""
    let space = isOne(in: 6, &generator) ? " " : ""
    return space + one(of: signs, &generator) + space + version(&generator) + end
  }

  static func version(_ generator: inout Generator) -> String {
    let numbers = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
      String(Int.random(in: 0...2, using: &generator))
    }
    let epochs = ["", "", "", "", "", "1!", "v"]
    let suffixes = ["", "", "", "", "a1", "rc1", ".post1", "-1", ".dev1", "a1.dev2", ".post1.dev1", "b", "c1", "_x"]
    let locals = ["", "", "", "", "+cpu", "+1", "+CPU.1"]
    return one(of: epochs, &generator) + numbers.joined(separator: ".") + one(of: suffixes, &generator)
      + one(of: locals, &generator)
  }

  /// A third of them with a few characters changed.
  static func brokenVersion(_ generator: inout Generator) -> String {
    let text = version(&generator)
    return isOne(in: 3, &generator) ? broken(text, &generator) : text
  }

  static func requirement(_ generator: inout Generator) -> String {
    let names = ["torch", "Foo.Bar", "a_", "A__b-c", "3d", "x.", "-a"]
    let extras = ["", "", "", "[a]", "[b, A,a ]", "[]", "[a b]", "[a.b_c]"]
    let head = one(of: names, &generator) + blank(&generator) + one(of: extras, &generator) + blank(&generator)
    let text =
      head + source(&generator) + (Bool.random(using: &generator) ? blank(&generator) + ";" + marker(&generator) : "")
    return isOne(in: 4, &generator) ? broken(text, &generator) : text
  }

  private static func source(_ generator: inout Generator) -> String {
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: "@" + blank(&generator) + one(of: ["https://example.org/x.whl", "git+file:///a#b", ""], &generator) + " "
    case 1, 2: "(" + specifiers(&generator) + ")"
    case 3: one(of: ["", "===a,b", "===1,<2", "===", "===1, <2", ">=1,"], &generator)
    default: specifiers(&generator)
    }
  }

  static func marker(_ generator: inout Generator, depth: Int = 0) -> String {
    switch Int.random(in: 0..<(depth > 3 ? 6 : 10), using: &generator) {
    case 0..<6: return comparison(&generator)
    case 6: return "(" + blank(&generator) + marker(&generator, depth: depth + 1) + ")"
    default:
      let left = marker(&generator, depth: depth + 1)
      return left + one(of: [" and ", " or "], &generator) + marker(&generator, depth: depth + 1)
    }
  }

  static func brokenMarker(_ generator: inout Generator) -> String {
    let text = marker(&generator)
    return isOne(in: 4, &generator) ? broken(text, &generator) : text
  }

  private static func comparison(_ generator: inout Generator) -> String {
    let variable = one(of: variables, &generator)
    let quote = one(of: ["'", "\""], &generator)
    let value = quote + one(of: values, &generator) + quote
    let sign = one(of: ["==", "!=", ">=", "<=", ">", "<", "~=", "===", " in ", " not in "], &generator)
    let (left, right) =
      switch Int.random(in: 0..<12, using: &generator) {
      case 0..<3: (value, variable)
      case 3: (variable, one(of: variables, &generator))
      case 4: (value, "'" + one(of: values, &generator) + "'")
      default: (variable, value)
      }
    return blank(&generator) + left + blank(&generator) + sign + blank(&generator) + right + blank(&generator)
  }

  private static let variables: [String] = [
    "os_name", "sys_platform", "platform_machine", "platform_python_implementation", "platform_release",
    "platform_system", "platform_version", "python_version", "python_version", "python_full_version",
    "implementation_name", "implementation_version", "extra", "extra", "os.name", "sys.platform", "platform.version",
    "platform.machine", "platform.python_implementation", "python_implementation", "extras", "dependency_groups",
  ]

  private static let values: [String] = [
    "3.8", "3.11", "3.11.7", "3.*", "3.11.*", "3.13.0rc1", "v3.11", " 3.8 ", "=3.11", "1;2", "", "linux", "win32",
    "posix", "x86_64", "CPython", "cpython", "Linux", "6.1.0", "6.1.0-18-amd64", "linux darwin", "3.9, 3.11",
    "Foo_Bar", "foo-bar", "a", "os_name", "extra", "python_version", #"l\x69nux"#, #"a\\b"#, #"\q"#, #"\u00e9"#, "é",
  ]

  private static func blank(_ generator: inout Generator) -> String {
    one(of: ["", "", "", " ", "\t"], &generator)
  }

  private static func broken(_ text: String, _ generator: inout Generator) -> String {
    var characters = Array(text)
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let place = Int.random(in: 0...characters.count, using: &generator)
      let character = " \t\n;,()[]@'\"=<>!~.*+-_\\aAn1é\u{A0}".randomElement(using: &generator) ?? " "
      switch Int.random(in: 0..<3, using: &generator) {
      case 0 where place < characters.count: characters.remove(at: place)
      case 1 where place < characters.count: characters[place] = character
      default: characters.insert(character, at: place)
      }
    }
    return String(characters)
  }

  static func one(of choices: [String], _ generator: inout Generator) -> String {
    choices.randomElement(using: &generator) ?? ""
  }

  private static func isOne(in count: Int, _ generator: inout Generator) -> Bool {
    Int.random(in: 0..<count, using: &generator) == 0
  }
}
