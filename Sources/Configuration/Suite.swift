/// Checks that go together under a name, built in: `--suite NAME`, or `suite` in `[tool.realimport]`.
package struct Suite: Sendable, Hashable {
  package let name: String
  package let checks: [ConfiguredCheck]

  /// - Throws: ``ConfigurationProblem/unknownSuite(_:_:)``
  package init(named name: String, at place: Place? = nil) throws(ConfigurationProblem) {
    guard let suite = Self.all.first(where: { $0.name == name }) else { throw .unknownSuite(name, place) }
    self = suite
  }

  private init(name: String, checks: [ConfiguredCheck]) {
    self.name = name
    self.checks = checks
  }

  package static let all: [Suite] = [vllm]

  /// The stack that vllm runs on: its own imports (vllm/env_override.py, vllm/platforms, vllm/attention of 0.10) and
  /// what it requires, torch first since the others are compiled against it.
  ///
  /// An attribute is as optional as its module: `torch` and `vllm` are not.
  package static let vllm = Suite(
    name: "vllm",
    checks: [
      .module("torch"),
      .attribute("_inductor.config", of: "torch"),
      .module("torchvision", isOptional: true),
      .module("torchaudio", isOptional: true),
      .module("xformers", isOptional: true),
      .module("triton", isOptional: true),
      .module("flashinfer", isOptional: true),
      .module("vllm", requirements: [.stated(by: "vllm", for: "torch")]),
      .attribute("LLM", of: "vllm"),
    ])
}

extension ConfiguredCheck {
  fileprivate static func module(
    _ name: String, isOptional: Bool = false, requirements: [CheckRequirement] = []
  ) -> ConfiguredCheck {
    var check = ConfiguredCheck(name, modules: [name])
    check.isOptional = isOptional
    check.requirements = requirements
    return check
  }

  fileprivate static func attribute(_ path: String, of module: String) -> ConfiguredCheck {
    var check = ConfiguredCheck("\(module):\(path)", modules: [module])
    check.attributes = [check.name]
    return check
  }
}
