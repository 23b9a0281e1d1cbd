/// Python, or a library, was built without a part.
struct MissingFeature: Rule {
  static let page = RulePage(
    "missing-feature", .dependencyMissingFeature,
    sees:
      "A module such as `_ctypes`, `_lzma`, `_sqlite3`, `tkinter` that belongs to Python and is not there; words of libraries that were built without a part.",
    means:
      "Python was compiled where a library was absent, or the system keeps the part in a package of its own. No `pip install` brings it.",
    advises: "Install the system's package; compile Python again with the library's headers; or take another build.",
    seenAt: "matplotlib with Tk on Ubuntu without python3-tk; torch of macOS without distributed support",
    explains: [.missingDistribution, .versionConflict, .importSideEffect, .incompleteBuild])

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      if case .noModule(let name, _) = exception.complaint, let part = OptionalModules.part(of: name),
        evidence.modules[name.topLevel]?.found == nil, exception.moduleNewIn3 == nil
      {
        return finding(name.topLevel, part, exception, evidence)
      }
      if let stripped = stripped(exception, evidence) { return stripped }
      if let known = Self.library(exception, evidence) { return known }
    }
    return nil
  }

  private func finding(
    _ name: String, _ part: OptionalModules.Part, _ exception: RaisedException, _ evidence: Evidence
  ) -> Finding {
    Finding(
      .dependencyMissingFeature, evidence.isLive ? .certain : .likely,
      "This Python was built without `\(name)`, which \(part.purpose) needs; no distribution of the index brings it.",
      evidence: [
        exception.line, exception.raiser.map { "imported at \($0.place)" },
        evidence.environment.map { "Python \($0.python.version) at \($0.python.executable)" },
      ],
      fixes: [
        part.package.map { Fix("on Debian and Ubuntu, for their own Python", commands: ["apt install \($0)"]) },
        part.development.map { Fix("compile Python again after `apt install \($0)`, or take one that has it") },
      ])
  }

  /// A part of the library that every build has, as its makers left it: somebody took it away.
  private func stripped(_ exception: RaisedException, _ evidence: Evidence) -> Finding? {
    guard case .noModule(let name, isInNoPackage: false) = exception.complaint, evidence.isLive,
      StandardLibraryModules.names.contains(name.topLevel), StandardLibraryChanges.change(of: name) == nil,
      evidence.modules[name.topLevel]?.found == nil
    else { return nil }
    return finding(name.topLevel, OptionalModules.Part(purpose: name.topLevel, development: nil), exception, evidence)
  }

  /// Words, the distribution that they are about, and what it lacks.
  private static let words: [(words: String, distribution: String, part: String)] = [
    ("Torch not compiled with CUDA enabled", "torch", "CUDA"),
    ("PyTorch was compiled without NumPy support", "torch", "numpy"),
    ("Distributed package doesn't have NCCL", "torch", "NCCL"),
    ("Distributed package doesn't have MPI", "torch", "MPI"),
    ("The _imagingft C module is not installed", "pillow", "FreeType"),
    ("The _imaging C module is not installed", "pillow", "its compiled part"),
    ("because the SSL module is not available", "python", "ssl"),
    ("the ssl module in Python is not available", "python", "ssl"),
    ("Python is not built with SSL", "python", "ssl"), ("zlib not available", "python", "zlib"),
    // matplotlib's src/_macosx.m, and wxWidgets.
    ("Python is not installed as a framework", "python", "the framework of macOS, which windows need"),
    ("Please run with a Framework build of python", "python", "the framework of macOS, which windows need"),
    ("has no attribute 'enable_load_extension'", "python", "SQLite's loading of extensions"),
    ("no such module: fts", "python", "a part of SQLite"),
    ("The function is not implemented. Rebuild the library with", "opencv-python", "windows on the screen"),
    ("h5py was built without MPI support", "h5py", "MPI"),
    // Operators of torch's kin, which compile them for the processor alone where no toolkit is found.
    ("ot compiled with GPU support", "", "support for GPUs"), ("ot compiled with CUDA", "", "CUDA"),
    ("No module named '_gdal_array'", "gdal", "numpy"),
    ("was not compiled with OpenCV support", "", "OpenCV"),
    ("has not been built with", "", "a part that is asked for"),
    ("was not built with support", "", "a part that is asked for"),
    ("was built without", "", "a part that is asked for"), ("was compiled without", "", "a part that is asked for"),
    ("not compiled with support for", "", "a part that is asked for"),
    ("libtorchaudio was not built with", "torchaudio", "a part"),
  ]

  /// What torch/distributed/__init__.py leaves out where `torch._C` was built with USE_DISTRIBUTED=0.
  private static let distributed: Set<String> = [
    "ReduceOp", "ProcessGroup", "init_process_group", "is_initialized", "get_rank", "get_world_size", "all_reduce",
    "broadcast", "barrier", "Backend", "all_gather", "group", "GroupMember", "Store", "TCPStore", "FileStore",
    "destroy_process_group", "new_group", "distributed_c10d", "PrefixStore",
  ]

  /// What http/client.py and urllib/request.py, and their kin of Python 2, leave out where there is no `_ssl`.
  private static let ofSSL: Set<String> = ["HTTPSConnection", "HTTPSHandler"]

  private static func library(_ exception: RaisedException, _ evidence: Evidence) -> Finding? {
    switch exception.complaint {
    case .noName(let name, "torch.distributed"?, _, _), .noModuleAttribute(let name, "torch.distributed", _):
      return distributed.contains(name) ? built("torch", without: "distributed support", exception, evidence) : nil
    case .noName(let name, nil, _, _)
    where distributed.contains(name) && evidence.failure.says(anyOf: ["torch.distributed"]):
      return built("torch", without: "distributed support", exception, evidence)
    case .noModule("torch._C._distributed_c10d", _):
      return built("torch", without: "distributed support", exception, evidence)
    case .noName(let name, _, _, isPartial: false) where ofSSL.contains(name),
      .noModuleAttribute(let name, _, isPartial: false) where ofSSL.contains(name):
      return built("python", without: "ssl", exception, evidence)
    default: break
    }
    return words.first { exception.message.contains($0.words) }.map {
      built($0.distribution, without: $0.part, exception, evidence)
    }
  }

  private static func built(
    _ distribution: String, without part: String, _ exception: RaisedException, _ evidence: Evidence
  ) -> Finding {
    Finding(
      .dependencyMissingFeature, .likely, culprits: distribution.isEmpty ? [] : [distribution],
      "\(distribution.isEmpty ? "It" : evidence.label(distribution)) was built without \(part).",
      evidence: [exception.line, exception.raiser.map { "raised at \($0.place)" }],
      fixes: [Fix("install a build that has \(part)")])
  }
}
