import FoundationEssentials
import Reporting
import Testing

/// The three forms of an environment's description.
@Suite struct DescriptionTests {
  private func text(_ description: EnvironmentDescription, isVerbose: Bool = false) -> String {
    DescriptionText(theme: Theme(isColoured: false, width: 80), isVerbose: isVerbose).render(description)
  }

  @Test func textOfAll() {
    #expect(
      text(DescriptionSamples.full()) == """
        Python
          problem      the Python is gone
          version      3.11.7 (cpython)
          executable   /srv/.venv/bin/python
          found by     VIRTUAL_ENV
          prefix       /srv/.venv
          base prefix  /usr
          kind         uv (pyvenv.cfg: uv = 0.5.1)
          installers   pip 24.0, uv (/usr/bin/uv)

        System
          distribution  Debian GNU/Linux 12
          kernel        Linux 6.1.0
          libc          glibc 2.36
          container     docker (/.dockerenv)
          processor     AMD EPYC, x86_64
          processors    4 of 8, limited to the time of 2.5
          instructions  avx2 fma
          memory        16 GiB, limited to 1.5 GiB, /dev/shm 64 MiB

        Graphics
          gpu 0000:65:00.0  NVIDIA 0x10de:0x20b2, driver nvidia
          driver            nvidia 535.104.05
          nvidia-smi        A100, 80 GiB, compute capability 8.0, driver 535.104.05
          device files      /dev/nvidia0
          libcuda           /usr/lib/libcuda.so.1
          CUDA              12.4.1, /usr/local/cuda (found by CUDA_HOME)

        Packages (1 of machine learning, of 2)
          torch  2.2.0+cu121 (uv)

        Import of torch
          outcome        passed
          version        2.2.0
          file           /srv/torch/__init__.py
          configuration  built with:; GCC
          NCCL           not known: OSError: gone

        Conflicts (1)
          vllm 0.10.1.1  requires torch==2.7.1, and torch 2.2.0+cu121 is installed

        Variables
          HF_TOKEN  <redacted>

        Warnings (1)
          metadata-missing  /srv/x.dist-info holds no METADATA

        """)
  }

  @Test func verboseTextHasAllDistributions() {
    let packages = "Packages (2)\n  torch  2.2.0+cu121 (uv)\n  Six    no version\n"
    #expect(text(DescriptionSamples.full(), isVerbose: true).contains(packages))
  }

  @Test func nothingKnown() {
    #expect(text(DescriptionSamples.empty) == "System\n  processors  0 of 0\n\nGraphics\n  gpu  none seen\n")
  }

  @Test func manyWarningsAreCounted() {
    let description = DescriptionSamples.full { description in
      description.warnings = (0..<30).map { WarningReport(code: "w", message: "\($0)") }
    }
    #expect(text(description).contains("  w     19\n  more  10, with --verbose\n"))
    #expect(text(description, isVerbose: true).contains("  w  29\n"))
  }

  @Test func markdown() {
    let description = DescriptionSamples.full()
    let markdown = DescriptionMarkdown(isVerbose: false).render(description)
    let summary = "Python 3.11.7 · torch 2.2.0+cu121 · Debian GNU/Linux 12 · conflicts: 1"
    #expect(
      markdown.hasPrefix(
        "<details>\n<summary>Environment: <code>\(summary)</code></summary>\n\n**Python**\n\n| | |\n|---|---|\n"))
    #expect(markdown.contains("| base prefix | `/usr` |\n"))
    #expect(markdown.contains("\n\n**Variables**\n\n| | |\n|---|---|\n| `HF_TOKEN` | `<redacted>` |\n"))
    #expect(markdown.hasSuffix("\n\(description.tool.name) \(description.tool.version)\n\n</details>\n"))
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let value: String
    let cell: String
    var testDescription: String { value.debugDescription }

    init(_ value: String, _ cell: String) {
      self.value = value
      self.cell = cell
    }
  }

  static let cells: [Row] = [
    Row("plain @user #1 <b>*x*</b>", "`plain @user #1 <b>*x*</b>`"),
    Row("a|b", #"`a\|b`"#),
    Row(#"a\|b"#, #"`a\\|b`"#),
    Row("a`b", "``a`b``"),
    Row("``", "``` `` ```"),
    Row("`a", "`` `a ``"),
    Row(" a ", "`  a  `"),
    Row("  ", ""),
    Row("", ""),
    Row("a\nb\r\nc", "`a b␍ c`"),
    Row("\u{1B}[31m", "`␛[31m`"),
  ]

  @Test(arguments: cells)
  func cellsOfMarkdown(_ row: Row) {
    let description = DescriptionSamples.full {
      $0.variables = [VariableReport(name: "A_B", value: row.value, isRedacted: false)]
    }
    let lines = DescriptionMarkdown(isVerbose: false).render(description).split(separator: "\n").map(String.init)
    #expect(lines.contains("| `A_B` | \(row.cell) |"))
  }

  /// Below the value, where its columns are those of the text; tables have none.
  @Test func excerptsOfWarnings() {
    let description = DescriptionSamples.full {
      $0.warnings = [WarningReport(code: "wrong", message: "m", excerpt: "b=>1\n ^")]
    }
    let text = DescriptionText(theme: Theme(isColoured: false, width: nil), isVerbose: false).render(description)
    #expect(text.hasSuffix("Warnings (1)\n  wrong  m\n         b=>1\n          ^\n"))

    #expect(DescriptionMarkdown(isVerbose: false).render(description).contains("| wrong | `m` |\n"))
  }

  /// Whatever stands in the files of others, it commands no terminal and adds no line.
  @Test func namesOfOthers() {
    let hostile = "a\u{1B}]0;x\u{7}\u{202E}\r\n</summary>\n| b | `\u{0}"
    let description = DescriptionSamples.full { description in
      description.environment.python = hostile
      description.environment.executable = hostile
      description.machine.operatingSystem = OperatingSystemReport(id: nil, version: nil, name: hostile)
      description.machine.graphics.nvidiaQuery?.failure = hostile
      description.distributions = [
        InstalledReport(name: "nvidia-\(hostile)", version: hostile, location: hostile, installer: hostile)
      ]
      description.conflicts = [
        ConflictReport(
          distribution: hostile, version: hostile, requirement: hostile, subject: hostile, found: hostile,
          kind: .missing)
      ]
      description.warnings = [WarningReport(code: hostile, message: hostile)]
    }
    let plain = DescriptionSamples.full { $0.machine.graphics.nvidiaQuery?.failure = "a" }
    let markdown = DescriptionMarkdown(isVerbose: true)
    for (shown, usual) in [(text(description), text(plain)), (markdown.render(description), markdown.render(plain))] {
      #expect(!shown.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
      #expect(!shown.unicodeScalars.contains("\u{202E}"))
      #expect(shown.split(separator: "\n").count <= usual.split(separator: "\n").count)
    }
    let summary = markdown.render(description).split(separator: "\n").dropFirst().first ?? ""
    #expect(summary.hasSuffix("</code></summary>") && summary.contains("&lt;/summary&gt;"))
  }

  @Test func colour() {
    let text = DescriptionText(theme: Theme(isColoured: true, width: nil), isVerbose: false).render(
      DescriptionSamples.empty)
    #expect(text.hasPrefix("\u{1B}[1mSystem\u{1B}[0m\n"))
  }

  @Test(arguments: ["all", "nothing"])
  func schema(_ name: String) throws {
    let check = try SchemaCheck("environment-1.json")
    let description = name == "all" ? DescriptionSamples.full() : DescriptionSamples.empty
    #expect(check.differences(try JSONDecoder().decode(JSONValue.self, from: description.json())) == [])
  }

  @Test(arguments: InstallationReport.Kind.allCases.map(\.rawValue), ConflictReport.Kind.allCases.map(\.rawValue))
  func wordsOfTheSchema(kind: String, conflict: String) throws {
    let description = DescriptionSamples.full { description in
      description.installation.kind = InstallationReport.Kind(rawValue: kind)
      description.conflicts =
        ConflictReport.Kind(rawValue: conflict).map {
          [ConflictReport(distribution: "a", version: "1", requirement: "b", subject: "b", found: nil, kind: $0)]
        } ?? []
    }
    let written = try JSONDecoder().decode(JSONValue.self, from: description.json())
    #expect(try SchemaCheck("environment-1.json").differences(written) == [])
    #expect(written["conflicts"][0]["found"] == .null)
  }

  /// The check itself finds what is wrong.
  @Test func theSchemaRefuses() throws {
    let check = try SchemaCheck("environment-1.json")
    #expect(check.differences(.object([:])) == ["$: other keys"])
    var description = DescriptionSamples.full()
    description.schema = "realimport.environment/2"
    description.machine.limits.processors = 0.5
    let written = try JSONDecoder().decode(JSONValue.self, from: description.json())
    #expect(check.differences(written) == ["$.schema: another constant"])
  }
}
