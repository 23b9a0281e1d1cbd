internal import Probing
import SharedObjects

/// PYTHONPATH or PYTHONHOME leads Python to the wrong files.
struct PathVariable: Rule {
  static let page = RulePage(
    "path-variable", .environmentVariable,
    sees: """
      Frames in a folder that PYTHONPATH names, of a module that is installed as well; frames of two releases of Python; \
      a file of Python's own library that this Python cannot read; words of Python about PYTHONPATH; `No module named 'encodings'` with PYTHONHOME.
      """,
    means: "What PYTHONPATH names comes before what is installed, and is of another version or another Python.",
    advises: "Unset the variable, or take the folder out of it.",
    seenAt: "an old urllib3 on PYTHONPATH before the installed one; site-packages of Python 2.7 in front of 3.6",
    explains: [
      .shadowedModule, .versionConflict, .pythonVersionUnsupported, .circularImport, .importSideEffect, .brokenInstall,
      .nativeCrash, .missingDistribution,
    ])

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      if let finding = byFiles(exception, evidence) ?? byReleases(exception, evidence) ?? bySyntax(exception)
        ?? unsourced(exception, evidence)
      {
        return finding
      }
    }
    return byWords(evidence)
  }

  /// What no index has and a script puts on PYTHONPATH.
  private static let scripts: [(modules: Set<String>, owner: String, script: String)] = [
    (
      [
        "rospy", "roslib", "roslaunch", "rosbag", "rosgraph", "rostopic", "rosnode", "rosparam", "tf2_ros", "cv_bridge",
        "std_msgs", "sensor_msgs", "geometry_msgs", "nav_msgs", "actionlib", "dynamic_reconfigure", "rqt_gui",
        "moveit_commander", "rclpy", "ros2cli", "ros2run", "launch_ros", "ament_package", "ament_index_python",
      ], "ROS", "/opt/ros/DISTRIBUTION/setup.bash"
    ),
    (["ROOT", "libPyROOT"], "ROOT", "thisroot.sh"),
  ]

  /// A module that its system's set-up script would have led Python to.
  private func unsourced(_ exception: RaisedException, _ evidence: Evidence) -> Finding? {
    guard case .noModule(let name, isInNoPackage: false) = exception.complaint, !name.contains("."),
      let known = Self.scripts.first(where: { $0.modules.contains(name) }), evidence.modules[name]?.found == nil
    else { return nil }
    return Finding(
      .environmentVariable, .likely, culprits: ["PYTHONPATH"],
      "`\(name)` belongs to \(known.owner), whose set-up script puts it on PYTHONPATH, for the Python that \(known.owner) was built for.",
      evidence: [exception.line, exception.raiser.map { "wanted at \($0.place)" }],
      fixes: [
        Fix("in the same shell, run the set-up script first", commands: ["source \(known.script)"]),
        Fix(
          "if that does not help, this is another Python than \(known.owner)'s: leave the environment of conda, or take the system's `python3`"
        ),
      ])
  }

  private func byFiles(_ exception: RaisedException, _ evidence: Evidence) -> Finding? {
    let tops =
      exception.complaint.modules.map(\.topLevel)
      + exception.frames.suffix(6).map { frame in
        evidence.environment?.topLevel(of: frame.file) ?? ""
      }
    // Of a package that several folders share (PEP 420) the part that was asked for may come from PYTHONPATH alone.
    let asked = evidence.failure.module.flatMap { $0.contains(".") ? $0 : nil }
    for name in tops.distinct.reversed() + [asked].compactMap(\.self) {
      guard let module = evidence.modules[name], let found = module.found, found.place == .pythonPath,
        name != asked || exception.frames.contains(where: found.holds)
      else { continue }
      let hidden =
        module.candidates.first { $0.place != .pythonPath && $0.kind.isComplete }
        ?? evidence.sharedFolder(name, besides: found)
      guard hidden != nil || StandardLibraryModules.names.contains(name) else { continue }
      return finding(
        "PYTHONPATH",
        "`\(name)` comes from \(found.file.folder), which PYTHONPATH names, and not from what is installed.",
        [
          exception.line,
          hidden.map {
            "hidden by it: \($0.file.belowSitePackages)" + ($0.owner.map { " of \(evidence.label($0))" } ?? "")
          },
          evidence.environment?.variables["PYTHONPATH"].map { "PYTHONPATH is \($0.shortened(to: 200))" },
        ], evidence.sure(.certain))
    }
    return nil
  }

  /// Python of one release with installed files of another one.
  private func byReleases(_ exception: RaisedException, _ evidence: Evidence) -> Finding? {
    let objects = evidence.failure.loaderMessages.compactMap(\.object).filter { exception.message.contains($0) }
    let files = exception.frames.map(\.file) + objects
    let releases = files.compactMap(\.pythonRelease).distinct
    // The one that runs has its own library at work.
    guard releases.count > 1,
      let running = files.first(where: \.isInStandardLibrary)?.pythonRelease ?? releases.first,
      let file = files.last(where: { $0.pythonRelease.map { $0 != running } ?? false }), let other = file.pythonRelease
    else {
      return ofPython2(objects, exception) ?? readByPython3(exception, evidence)
    }
    return finding(
      "PYTHONPATH", "Files of Python \(other) are imported by Python \(running).",
      [exception.line, "one of them is \(file.shortened(to: 160))"], .likely)
  }

  /// What a Python's own library is written in that Python reads, and Python 2 what lies in its folders: here another one
  /// tries.
  private func bySyntax(_ exception: RaisedException) -> Finding? {
    guard exception.type == "SyntaxError", let file = exception.syntax?.file?.description else { return nil }
    let isOfPython2 = file.pythonRelease?.hasPrefix("2.") == true && LanguageFeature.isOfPython2(exception)
    guard isOfPython2 || exception.message.contains("syntax") && file.isInStandardLibrary else { return nil }
    return finding(
      "PYTHONPATH", "Another Python's files are read\(file.pythonRelease.map { ", that of Python \($0)" } ?? "").",
      [
        exception.line, "in \(file)" + (exception.syntax?.text.map { ": `\($0.trimmed.shortened(to: 120))`" } ?? ""),
      ], .likely)
  }

  /// The interface that Python 2 alone has; and the function that Python 3 alone looks for.
  private static let ofPython2 = [
    "PyInit_", "undefined symbol: PyString_", "undefined symbol: PyInt_", "undefined symbol: PyCObject_",
    "undefined symbol: PyClass_", "undefined symbol: PyInstance_", "undefined symbol: PyFile_",
    "undefined symbol: Py_InitModule", "undefined symbol: _Py_ZeroStruct",
  ]

  /// A module in a folder of Python 2 lacks a name of that Python, so this is another one.
  private func ofPython2(_ objects: [String], _ exception: RaisedException) -> Finding? {
    guard let object = objects.first(where: { $0.pythonRelease?.hasPrefix("2.") ?? false }),
      exception.message.contains(anyOf: Self.ofPython2)
    else { return nil }
    return finding(
      "PYTHONPATH", "A module for Python 2 is imported by Python 3.",
      [exception.line, "it lies in \(object.folder)"], .likely)
  }

  /// The words are those of Python 3, which writes quotes, and the folder is one of Python 2. What a distribution brings may
  /// merely be missing: some code of such folders suits both.
  private func readByPython3(_ exception: RaisedException, _ evidence: Evidence) -> Finding? {
    guard !evidence.isLive, let raiser = exception.raiser, let release = raiser.file.pythonRelease,
      release.hasPrefix("2."), exception.isWordedByPython3
    else { return nil }
    if case .noModule(let name, _) = exception.complaint, evidence.isKnown(name) { return nil }
    return finding(
      "PYTHONPATH", "Files of Python \(release) are imported by Python 3.",
      [exception.line, "one of them is \(raiser.file.shortened(to: 160))"], .likely)
  }

  private func byWords(_ evidence: Evidence) -> Finding? {
    let failure = evidence.failure
    if let line = failure.line(withAnyOf: ["Your PYTHONPATH points to a site-packages dir for Python"]) {
      return finding(
        "PYTHONPATH", "PYTHONPATH names the installed files of another Python.", [line], evidence.sure(.certain))
    }
    // Its modules for Python 2, such as `builtins`, guard themselves.
    if let line = failure.line(withAnyOf: ["This package should not be accessible on Python 3"]) {
      return finding(
        "PYTHONPATH", "Modules of `future` that are for Python 2 are imported by Python 3.", [line], .likely)
    }
    guard
      failure.says(anyOf: [
        "No module named 'encodings'", "No module named encodings", "nable to get the locale encoding",
        "nable to load the file system codec", "Could not find platform independent libraries",
        "No module named 'site'", "No module named site", "Consider setting $PYTHONHOME",
        // Python/pylifecycle.c: `io` and what it imports are another Python's.
        "can't initialize sys standard streams",
      ])
    else {
      return siteAlone(failure)
    }
    let line = failure.line(withAnyOf: ["PYTHONHOME = ", "No module named 'encodings'"])
    return finding("PYTHONHOME", "Python does not find its own library.", [line], .likely)
  }

  /// Nothing tells why Python could not import the module by which it finds what is installed (Python/pylifecycle.c,
  /// `init_import_site`).
  private func siteAlone(_ failure: Failure) -> Finding? {
    guard let line = failure.line(withAnyOf: ["Failed to import the site module"]),
      failure.exception.map({ $0.type == RaisedException.unknownType && $0.frames.isEmpty }) ?? true
    else { return nil }
    return finding(
      "PYTHONPATH",
      "Python does not import its module `site`, mostly since a variable leads it to another Python's files.",
      [line], .possible)
  }

  private func finding(_ variable: String, _ sentence: String, _ lines: [String?], _ confidence: Confidence) -> Finding
  {
    Finding(
      .environmentVariable, confidence, sentence, evidence: lines,
      fixes: [Fix("unset \(variable), or take the folder out of it", commands: ["unset \(variable)"])])
  }
}

extension ModuleEvidence.Candidate {
  /// Whether it is what a frame runs, or the package that this lies in.
  fileprivate func holds(_ frame: Frame) -> Bool {
    frame.file == file || kind == .package && frame.file.hasPrefix("\(file.folder)/")
  }
}

extension String {
  /// `3.11` of `…/lib/python3.11/…`.
  var pythonRelease: String? {
    guard let rest = after("/python"), let end = rest.firstIndex(of: "/") else { return nil }
    let release = rest[..<end]
    let parts = release.split(separator: ".")
    return parts.count == 2 && parts.allSatisfy { Int($0) != nil } ? String(release) : nil
  }
}
