import MachineFacts
import SystemCalls
import TestSupport
import Testing

/// What the files of the system say of it.
@Suite struct SystemTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let id: String?
    let name: String?

    init(_ testDescription: String, _ text: String, _ id: String?, _ name: String?) {
      self.testDescription = testDescription
      self.text = text
      self.id = id
      self.name = name
    }
  }

  static let releases: [Row] = [
    Row(
      "Debian", "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\n", "debian",
      "Debian GNU/Linux 12 (bookworm)"),
    Row("single quotes", "ID='x'\r\nPRETTY_NAME='A \"B\"'", "x", "A \"B\""),
    Row("escapes", #"PRETTY_NAME="A \"B\" \$C \\""#, nil, #"A "B" $C \"#),
    Row("no end of the quotes", "PRETTY_NAME=\"A\nID=\"", nil, "A"),
    Row("comments and noise", "# ID=no\n\n=\nID\n ID = yes \n", "yes", nil),
    Row("nothing", "", nil, nil),
  ]

  @Test(arguments: releases)
  func operatingSystem(_ row: Row) throws {
    let system = try #require(try reading(["etc/os-release": row.text], OperatingSystem.init))
    #expect(system.id == row.id)
    #expect(system.prettyName == row.name)
  }

  @Test func operatingSystemElsewhere() throws {
    #expect(try reading(["usr/lib/os-release": "VERSION_ID=3.19\n"], OperatingSystem.init)?.version == "3.19")
    #expect(try reading([:], OperatingSystem.init) == nil)
  }

  struct Cpu: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let model: String?
    let count: Int
    let flags: [String]
  }

  static let processors: [Cpu] = [
    Cpu(
      testDescription: "x86",
      text: """
        processor\t: 0
        model name\t: Intel(R) Xeon(R) CPU @ 2.20GHz
        flags\t\t: fpu sse4_1 sse4_2 avx avx2 avx512f avx512_bf16 amx_tile fma rdtscp

        processor\t: 1
        model name\t: Intel(R) Xeon(R) CPU @ 2.20GHz
        flags\t\t: fpu
        """, model: "Intel(R) Xeon(R) CPU @ 2.20GHz", count: 2,
      flags: ["sse4_2", "avx", "avx2", "avx512f", "avx512_bf16", "amx_tile", "fma"]),
    Cpu(
      testDescription: "aarch64",
      text: """
        processor\t: 0
        BogoMIPS\t: 243.75
        Features\t: fp asimd sve bf16
        CPU implementer\t: 0x41
        CPU architecture: 8
        CPU part\t: 0xd0c
        """, model: "ARM part 0xd0c", count: 1, flags: ["fp", "asimd", "sve", "bf16"]),
    Cpu(
      testDescription: "an implementer that nobody knows", text: "CPU implementer : 0x99\n",
      model: "implementer 0x99", count: 0, flags: []),
    Cpu(testDescription: "nothing", text: "", model: nil, count: 0, flags: []),
  ]

  @Test(arguments: processors)
  func processor(_ row: Cpu) throws {
    let processor = try reading(["proc/cpuinfo": row.text], Processor.init)
    #expect(processor.model == row.model)
    #expect(processor.count == row.count)
    #expect(processor.flags == row.flags)
  }

  @Test func memory() throws {
    let text = "MemTotal:       16 kB\nMemAvailable:    8 kB\nSwapTotal: 9223372036854775807 kB\n"
    let memory = try reading(["proc/meminfo": text], Memory.init)
    #expect(memory.total == 16384)
    #expect(memory.available == 8192)
    #expect(memory.swap == nil)
    #expect(
      try reading(["proc/meminfo": "MemTotal: 16\nMemAvailable: -1 kB\n"], Memory.init) == reading([:], Memory.init))
  }

  @Test func loaderOfMusl() throws {
    #expect(try reading(["lib/ld-musl-x86_64.so.1": ""], MuslLoader.path) == "/lib/ld-musl-x86_64.so.1")
    #expect(try reading(["lib/ld-linux.so.2": ""], MuslLoader.path) == nil)
  }

  /// The machine of the tests has what every machine has.
  @Test func thisMachine() {
    let machine = MachineDescription(environment: ProcessEnvironment([:]))
    #expect(machine.kernel?.name == "Linux")
    #expect(machine.kernel?.release.isEmpty == false)
    #expect(machine.memory.total ?? 0 > 1 << 20)
    #expect(machine.processor.count >= machine.usableProcessors)
    #expect(machine.usableProcessors >= 1)
    #expect(machine.graphics.query == nil)
  }

  /// Nothing that these files hold stops the reading.
  @Test func anyBytesAreTaken() throws {
    var generator = SeededGenerator(seed: 7)
    let folder = try TestFolder()
    let root = SystemRoot(folder.path)
    for round in 0..<300 {
      let texts = Self.releases.map(\.text) + Self.processors.map(\.text)
      let text = String(
        decoding: generator.mutate(generator.mutate(Array(texts[round % texts.count].utf8))), as: UTF8.self)
      for name in ["etc/os-release", "proc/cpuinfo", "proc/meminfo", "proc/self/cgroup"] {
        try folder.write(text, to: name)
      }
      _ = MachineDescription(root: root, environment: ProcessEnvironment([:]))
    }
  }
}
