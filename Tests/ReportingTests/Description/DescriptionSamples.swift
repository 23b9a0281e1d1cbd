import Probing
import Reporting

/// Descriptions for the tests to render.
enum DescriptionSamples {
  /// Everything that can be known is.
  static func full(_ change: (inout EnvironmentDescription) -> Void = { _ in }) -> EnvironmentDescription {
    var description = EnvironmentDescription(
      environment: environment,
      installation: InstallationReport(
        kind: .uv, evidence: "pyvenv.cfg: uv = 0.5.1",
        installers: [
          InstallerReport(name: "pip", version: "24.0", path: nil),
          InstallerReport(name: "uv", version: nil, path: "/usr/bin/uv"),
        ]),
      machine: machine, variables: [VariableReport(name: "HF_TOKEN", value: "<redacted>", isRedacted: true)],
      distributions: [
        InstalledReport(name: "torch", version: "2.2.0+cu121", location: "/srv/site-packages", installer: "uv"),
        InstalledReport(name: "Six", version: nil, location: "/srv/site-packages", installer: nil),
      ],
      conflicts: [
        ConflictReport(
          distribution: "vllm", version: "0.10.1.1", requirement: "torch==2.7.1", subject: "torch",
          found: "2.2.0+cu121",
          kind: .version)
      ],
      warnings: [WarningReport(code: "metadata-missing", message: "/srv/x.dist-info holds no METADATA")],
      problem: ProblemReport(code: "python-gone", message: "the Python is gone", commands: ["uv venv"]))
    description.imports = [imported]
    change(&description)
    return description
  }

  private static var imported: ImportReport {
    var report = ImportReport(
      module: "torch", outcome: .passed, version: "2.2.0", file: "/srv/torch/__init__.py", problem: nil)
    report.facts = [
      ImportFactReport(name: "configuration", expression: "c()", value: "built with:\n  - GCC\n", problem: nil),
      ImportFactReport(name: "NCCL", expression: "n()", value: nil, problem: "OSError: gone"),
    ]
    return report
  }

  private static var environment: EnvironmentReport {
    var environment = EnvironmentReport()
    environment.python = "3.11.7"
    environment.implementation = "cpython"
    environment.executable = "/srv/.venv/bin/python"
    environment.prefix = "/srv/.venv"
    environment.basePrefix = "/usr"
    environment.foundBy = "VIRTUAL_ENV"
    return environment
  }

  private static var machine: MachineReport {
    var machine = MachineReport()
    machine.kernel = KernelReport(name: "Linux", release: "6.1.0", version: "#1 SMP")
    machine.operatingSystem = OperatingSystemReport(id: "debian", version: "12", name: "Debian GNU/Linux 12")
    machine.architecture = "x86_64"
    machine.libc = "glibc 2.36"
    machine.processor.model = "AMD EPYC"
    machine.processor.count = 8
    machine.processor.usable = 4
    machine.processor.flags = ["avx2", "fma"]
    machine.memory.total = 16 << 30
    machine.memory.shared = 64 << 20
    machine.limits.memory = 3 << 29
    machine.limits.processors = 2.5
    machine.containers = [ContainerReport(name: "docker", evidence: "/.dockerenv")]
    machine.graphics = graphics
    return machine
  }

  private static var graphics: GraphicsReport {
    var graphics = GraphicsReport()
    graphics.devices = [
      GraphicsDeviceReport(
        vendor: "NVIDIA", address: "0000:65:00.0", id: "0x10de:0x20b2", name: nil, driver: "nvidia", memory: nil)
    ]
    graphics.drivers = [
      GraphicsDriverReport(name: "nvidia", version: "535.104.05", evidence: "/proc/driver/nvidia/version")
    ]
    graphics.nodes = ["/dev/nvidia0"]
    graphics.nvidiaQuery = NVIDIAQueryReport(
      program: "/usr/bin/nvidia-smi",
      devices: [.init(name: "A100", driverVersion: "535.104.05", memory: 80 << 30, computeCapability: "8.0")],
      failure: nil)
    graphics.cudaLibraries = ["/usr/lib/libcuda.so.1"]
    graphics.cudaToolkits = [CUDAToolkitReport(folder: "/usr/local/cuda", version: "12.4.1", foundBy: "CUDA_HOME")]
    return graphics
  }

  /// Nothing could be found out.
  static let empty = EnvironmentDescription(
    environment: EnvironmentReport(), installation: InstallationReport(), machine: MachineReport(), variables: [],
    distributions: [], conflicts: [], warnings: [], problem: nil)
}
