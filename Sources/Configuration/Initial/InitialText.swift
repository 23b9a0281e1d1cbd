/// The words of the table that `realimport init` writes.
struct InitialText {
  let dependencies: [ProjectDependencies.Dependency]
  /// By name; `nil` where it is not known what is installed.
  let modules: [String: [String]]?
  let python: String?

  var text: String {
    ([Self.head] + targets + [Self.options(python: python), Self.example]).joined(separator: "\n")
  }

  private static let head = """
    [tool.realimport]
    # What `realimport` checks when it is given no targets. A requirement: its version, and the import of each top-level
    # module. Also modules (torch.nn), attributes (torch:_inductor.config) and names of distributions (scikit-learn).
    """

  private var targets: [String] {
    if dependencies.isEmpty { return ["# targets = [\"torch>=2.4\", \"vllm:LLM\"]"] }
    return ["targets = ["] + dependencies.map(line) + ["]"]
  }

  private func line(_ dependency: ProjectDependencies.Dependency) -> String {
    "  \(TOMLText.string(dependency.requirement)),\(note(dependency).map { "  # \($0)" } ?? "")"
  }

  /// What the requirement will import here.
  private func note(_ dependency: ProjectDependencies.Dependency) -> String? {
    guard let modules else { return nil }
    guard let names = modules[dependency.name] else { return "not installed here" }
    let shown = names.filter(Self.isOneWord).prefix(Self.mostNames)
    if shown.isEmpty { return "no module of its own" }
    let others = names.count > shown.count ? " and \(names.count - shown.count) more" : ""
    return "imports " + shown.joined(separator: ", ") + others
  }

  private static let mostNames = 4

  /// Names come from files of others, and a comment ends with its line.
  private static func isOneWord(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy { $0 == "_" || $0 == "." || $0.properties.isXIDContinue }
  }

  private static func options(python: String?) -> String {
    """
    # optional = ["flash_attn"]  # checked as well, but may be absent
    \(python.map { "python = \(TOMLText.string($0))" } ?? "# python = \".venv\"")  # as --python has it, seen from here
    # timeout = 120  # seconds for one target
    # suite = "vllm"  # a list of checks that realimport brings along

    """
  }

  private static let example = """
    # More can be asked of a module:
    # [tool.realimport.checks.torch]
    # import = "torch"  # or several; left out: the name of the check
    # requires = ["torch>=2.4"]
    # attributes = ["_inductor.config"]
    # expressions = ["torch.tensor([1.0]).sum() == 1"]  # must be true after the import
    # env = { CUDA_VISIBLE_DEVICES = "" }
    # optional = false
    # timeout = 60

    """
}
