import FoundationEssentials
import Supervision
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// The search path that is read against the one that the real interpreters have.
@Suite(.timeLimit(.minutes(5)), .needsPython) struct SearchPathTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func question(_ executable: FilePath, _ variables: [String: String] = [:]) -> SearchPathQuestion {
    var variables = variables
    variables["HOME"] = variables["HOME"] ?? folder.path.string
    return SearchPathQuestion(executable: executable, variables: variables, workingFolder: folder.path)
  }

  @Test(arguments: RealPython.usable)
  func installation(_ python: RealPython) throws {
    let read = try question(python.executable).compare()
    #expect(!read.isVirtualEnvironment && read.prefix == read.basePrefix && read.problems.isEmpty)
    #expect(read.standardLibrary.appending("os.py").exists)
    try folder.link("links/deep/python", to: "../middle")
    try folder.link("links/middle", to: python.executable.string)
    try question(folder.path.appending("links/deep/python")).compare("over links")
  }

  @Test(.enabled(if: RealPython.ofTheSystem != nil, "needs /usr/bin/python3"))
  func installationOverALinkedFolder() throws {
    try folder.link("bin", to: "/usr/bin")
    try question(folder.path.appending("bin/python3")).compare()
    if FilePath("/bin/python3").exists { try question("/bin/python3").compare() }
  }

  @Test(arguments: RealPython.usable)
  func environments(_ python: RealPython) throws {
    for options in [[], ["--copies"], ["--system-site-packages"], ["--copies", "--system-site-packages"]] {
      let name = "env" + options.joined()
      let environment = folder.path.appending(name)
      let command = Command(
        executable: python.executable, arguments: ["-m", "venv", "--without-pip"] + options + [environment.string])
      try #require(try runCommand(command, timeout: .seconds(60)).ending == .exited(0))
      let read = try question(environment.appending("bin/python")).compare("\(options)")
      #expect(read.prefix == environment && read.problems.isEmpty)
      #expect(read.configuration?.includesSystemSites == options.contains("--system-site-packages"))
      try folder.link("of-\(name)", to: environment.string)
      try question(folder.path.appending("of-\(name)/bin/python3")).compare("\(options), over a link")
    }
  }

  struct Variables: Sendable, CustomTestStringConvertible {
    let values: [String: String]
    var testDescription: String { "\(values.sorted { $0.key < $1.key })" }

    init(_ values: [String: String]) { self.values = values }
  }

  /// `HERE` stands for the test's folder, which is also the working one.
  static let variables: [Variables] = [
    Variables(["PYTHONPATH": "HERE/one:HERE/one:two:/nowhere"]), Variables(["PYTHONPATH": ""]),
    Variables(["PYTHONPATH": ":one:"]), Variables(["PYTHONPATH": "./one/../two/.:HERE//one/"]),
    Variables(["PYTHONPATH": "HERE/user/lib/python3.x"]), Variables(["PYTHONUSERBASE": "HERE/user"]),
    Variables(["PYTHONUSERBASE": "user"]), Variables(["PYTHONUSERBASE": ""]), Variables(["HOME": "HERE/user/"]),
    Variables(["PYTHONUSERBASE": "HERE/user", "PYTHONNOUSERSITE": "1"]),
    Variables(["PYTHONUSERBASE": "HERE/user", "PYTHONNOUSERSITE": "0"]),
    Variables(["PYTHONUSERBASE": "HERE/user", "PYTHONNOUSERSITE": "yes"]),
    Variables(["PYTHONUSERBASE": "HERE/user", "PYTHONNOUSERSITE": ""]),
  ]

  /// An installation, an environment without and one with the system's packages, each with a user's site folder.
  @Test(arguments: RealPython.usable, variables)
  func underVariables(_ python: RealPython, _ row: Variables) throws {
    for base in ["user", "user/.local", ".local"] {
      try folder.write("x = 1", to: "\(base)/lib/python\(python.minor)/site-packages/mine.py")
      try folder.write("more\n", to: "\(base)/lib/python\(python.minor)/site-packages/mine.pth")
      try folder.folder("\(base)/lib/python\(python.minor)/site-packages/more")
    }
    for name in ["one", "two"] { try folder.folder(name) }
    let closed = try python.quickEnvironment("closed", in: folder)
    let open = try python.quickEnvironment("open", in: folder, configuration: "home = HOME")
    let values = row.values.mapValues { $0.replacing("HERE", with: folder.path.string) }
    for executable in [python.executable, closed, open] { try question(executable, values).compare("\(executable)") }
  }

  @Test(arguments: RealPython.usable)
  func homeOfItsOwn(_ python: RealPython) throws {
    let read = try question(python.executable).read()
    let prefix = read.basePrefix.string
    for home in [prefix, "\(prefix):\(prefix)"] {
      try question(python.executable, ["PYTHONHOME": home]).compare(home)
    }
  }

  static let configurations: [String] = [
    "home = HOME", "Home = HOME\nInclude-System-Site-Packages = TRUE", "home = HOME\ninclude-system-site-packages = no",
    "include-system-site-packages = true\ninclude-system-site-packages = false\nhome=HOME",
    "home = HOME\nhome = /nowhere\n", "home = HOME\r\ninclude-system-site-packages = false\r\n",
  ]

  @Test(arguments: RealPython.usable, configurations)
  func configurationFiles(_ python: RealPython, _ text: String) throws {
    let environment = try python.quickEnvironment("env", in: folder, configuration: text)
    try question(environment).compare()
  }
}
