import ArgumentParser
import Reporting

/// The command line; `check` may be left out.
struct Realimport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: DirectParsing.program,
    abstract: "Really import Python packages in your own environment, and say what happened.",
    discussion: """
      Examples:
        realimport torch vllm
            import both, each in a process of its own
        realimport torch:_inductor.config
            import torch, then look an attribute path up
        realimport --python .venv --format json vllm
            ask the Python of an environment, print a report for programs
        realimport explain error.txt
            say why, from a pasted traceback or loader error
        realimport environment --format markdown
            describe the environment for an issue
        realimport libraries torchvision
            show what its extension modules need, and what the loader would not find

      `realimport check --help` lists the options; `check` may be left out.
      """,
    version: Tool.version,
    subcommands: [
      CheckCommand.self, ExplainCommand.self, EnvironmentCommand.self, LibrariesCommand.self, InitCommand.self,
    ],
    defaultSubcommand: CheckCommand.self)
}
