import MachineFacts
import SystemCalls
import TestSupport
import Testing

/// What a container or a control group allows, in both versions.
@Suite struct LimitsTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let files: [String: String]
    let memory: Int?
    let processors: Double?

    init(_ testDescription: String, memory: Int? = nil, processors: Double? = nil, _ files: [String: String]) {
      self.testDescription = testDescription
      self.files = files
      self.memory = memory
      self.processors = processors
    }
  }

  static let rows: [Row] = [
    Row("no control groups", [:]),
    Row(
      "version 2 in its own namespace", memory: 1024, processors: 1.5,
      ["proc/self/cgroup": "0::/\n", "sys/fs/cgroup/memory.max": "1024\n", "sys/fs/cgroup/cpu.max": "150000 100000\n"]),
    Row(
      "version 2 without limits",
      ["proc/self/cgroup": "0::/a\n", "sys/fs/cgroup/a/memory.max": "max\n", "sys/fs/cgroup/a/cpu.max": "max 100000\n"]),
    Row(
      "a smaller limit above", memory: 512, processors: 0.5,
      [
        "proc/self/cgroup": "0::/a/b\n", "sys/fs/cgroup/a/b/memory.max": "1024\n",
        "sys/fs/cgroup/a/memory.max": "512\n",
        "sys/fs/cgroup/a/cpu.max": "50000 100000\n",
      ]),
    Row(
      "version 1 in a container, where the group's own folder is not mounted", memory: 2048, processors: 2,
      [
        "proc/self/cgroup": "4:memory:/docker/0123\n3:cpu,cpuacct:/docker/0123\n1:name=systemd:/docker/0123\n",
        "sys/fs/cgroup/memory/memory.limit_in_bytes": "2048\n", "sys/fs/cgroup/cpu/cpu.cfs_quota_us": "200000\n",
        "sys/fs/cgroup/cpu/cpu.cfs_period_us": "100000\n",
      ]),
    Row(
      "version 1 without limits",
      [
        "proc/self/cgroup": "4:memory:/\n3:cpu:/\n",
        "sys/fs/cgroup/memory/memory.limit_in_bytes": "9223372036854771712\n",
        "sys/fs/cgroup/cpu/cpu.cfs_quota_us": "-1\n", "sys/fs/cgroup/cpu/cpu.cfs_period_us": "100000\n",
      ]),
    Row(
      "both versions, of which one has the controllers", memory: 4096,
      [
        "proc/self/cgroup": "4:memory:/a\n0::/b\n", "sys/fs/cgroup/memory/a/memory.limit_in_bytes": "4096\n",
      ]),
    Row(
      "a path that leads out", memory: 7,
      ["proc/self/cgroup": "0::/../../etc\n", "sys/fs/cgroup/memory.max": "7\n", "etc/memory.max": "1\n"]),
    Row(
      "numbers that are none",
      ["proc/self/cgroup": "0::/\n", "sys/fs/cgroup/memory.max": "-5\n", "sys/fs/cgroup/cpu.max": "1 0\n"]),
    Row("lines that are none", ["proc/self/cgroup": "\n::\n0:\n:::::\n0::\n"]),
  ]

  @Test(arguments: rows)
  func controlGroup(_ row: Row) throws {
    let group = try reading(row.files, ControlGroup.init)
    #expect(group.memoryLimit == row.memory)
    #expect(group.processorLimit == row.processors)
  }

  struct Hints: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String
    let text: String
    let names: [String]

    init(_ testDescription: String, _ file: String, _ text: String, _ names: [String]) {
      self.testDescription = testDescription
      self.file = file
      self.text = text
      self.names = names
    }
  }

  static let hints: [Hints] = [
    Hints("docker", ".dockerenv", "", ["docker"]),
    Hints("podman", "run/.containerenv", "", ["podman"]),
    Hints("systemd's own word", "run/systemd/container", "lxc\n", ["lxc"]),
    Hints("an empty word", "run/systemd/container", "\n", []),
    Hints("kubernetes' group", "proc/1/cgroup", "1:cpu:/kubepods/pod1/x\n", ["kubernetes"]),
    Hints("docker's group", "proc/1/cgroup", "1:cpu:/docker/x\n", ["docker"]),
    Hints("lxc's group", "proc/1/cgroup", "1:cpu:/lxc/x\n", ["lxc"]),
    Hints("a machine of its own", "proc/1/cgroup", "0::/init.scope\n", []),
  ]

  @Test(arguments: hints)
  func containers(_ row: Hints) throws {
    #expect(try reading([row.file: row.text], ContainerHint.all).map(\.name) == row.names)
  }

  @Test(arguments: [
    ("5.15.90.1-microsoft-standard-WSL2", true), ("4.4.0-19041-Microsoft", true), ("6.1.0-18-amd64", false),
  ])
  func windowsSubsystem(release: String, isOne: Bool) {
    #expect(Kernel(name: "Linux", release: release, version: "").isWindowsSubsystem == isOne)
  }
}
