import Probing
import Testing

@testable import Diagnosis

@Suite struct PathVariableTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: PathVariable())
  }

  private static func syntax(in file: String, _ message: String = "invalid syntax") -> Evidence {
    var evidence = Sample.text("SyntaxError", message)
    evidence.failure.exception?.syntax = SyntaxFacts(
      file: PythonPath(text: file), line: 89, column: nil, text: nil)
    return evidence
  }

  /// PYTHONPATH names a folder with a part of a package that has another one among what is installed.
  private static func part(_ files: [String]) -> Evidence {
    Sample.live("ImportError", "cannot import name 'docstring' from 'matplotlib'", files, installed: "matplotlib 3.9") {
      $0.failure.module = "toolkits.plot"
      $0.put("toolkits", .folder, .pythonPath, "/extra/toolkits")
      $0.put("toolkits", .folder, .site, "\(site)/toolkits")
      $0.put("toolkits.plot", .package, .pythonPath, "/extra/toolkits/plot/__init__.py")
      $0.put("toolkits.plot", .package, .site, "\(site)/toolkits/plot/__init__.py", owner: "matplotlib")
    }
  }

  /// Whichever of them comes first among the frames.
  @Test func saysWhichPythonRuns() {
    let evidence = Sample.text(
      "ModuleNotFoundError", "No module named 'rclpy._rclpy'",
      [
        "/opt/ros/dashing/lib/python3.6/site-packages/rclpy/impl/__init__.py",
        "/home/me/miniconda3/lib/python3.7/importlib/__init__.py",
      ])
    let finding = PathVariable().finding(in: evidence)
    #expect(finding?.summary == "Files of Python 3.6 are imported by Python 3.7.")
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "of ROS, without its set-up", Sample.text("ImportError", "No module named rospy", ["/home/me/node.py"]),
      .environmentVariable, .likely, culprits: ["PYTHONPATH"]),
    RuleCase("a part of it", Sample.text("ImportError", "No module named 'rclpy._rclpy'"), nil),
    RuleCase(
      "an old copy on PYTHONPATH",
      Sample.live(
        "ImportError", "cannot import name 'Mapping' from 'collections'", ["/extra/urllib3/x.py"],
        installed: "urllib3 2.8"
      ) {
        $0.environment?.searchPath = ["/extra", site]
        $0.put("urllib3", .package, .pythonPath, "/extra/urllib3/__init__.py", owner: "urllib3")
        $0.put("urllib3", .package, .site, "\(site)/urllib3/__init__.py", owner: "urllib3")
      }, .environmentVariable, .certain),
    RuleCase(
      "the user's own modules on PYTHONPATH",
      Sample.live("ImportError", "cannot import name 'a' from 'mine'", ["/extra/mine/x.py"]) {
        $0.environment?.searchPath = ["/extra", site]
        $0.put("mine", .package, .pythonPath, "/extra/mine/__init__.py")
      }, nil),
    RuleCase(
      "files of two releases",
      Sample.text("ImportError", "x", ["/usr/lib/python3.6/site.py", "/usr/lib/python2.7/site-packages/a.py"]),
      .environmentVariable, .likely),
    RuleCase(
      "Python says so",
      Sample.text(
        Sample.exception("?", "x"),
        output: "Your PYTHONPATH points to a site-packages dir for Python 2.x but you are running Python 3.x!"),
      .environmentVariable, .likely),
    RuleCase(
      "one release", Sample.text("ImportError", "x", ["/usr/lib/python3.6/site.py", "\("/usr/lib/python3.6")/a.py"]),
      nil),
    RuleCase(
      "a module for Python 2",
      Sample.text("ImportError", "/opt/ros/lib/python2.7/dist-packages/cv2.so: undefined symbol: PyCObject_Type"),
      .environmentVariable, .likely),
    RuleCase(
      "Python 2 with other characters",
      Sample.text(
        "ImportError", "/usr/lib/python2.7/site-packages/numpy/x.so: undefined symbol: _PyUnicodeUCS4_IsWhitespace"),
      nil),
    RuleCase(
      "a package on PYTHONPATH before a folder that projects share",
      Sample.live("ModuleNotFoundError", "No module named 'google.protobuf'") {
        $0.environment?.owners["google"] = ["protobuf"]
        $0.put("google", .package, .pythonPath, "/sdk/google/__init__.py")
        $0.put("google", .folder, .site, "\(site)/google")
      }, .environmentVariable, .certain),
    RuleCase(
      "a module for Python 3 in a folder of Python 2",
      Sample.text("ImportError", "/usr/lib/python2.7/site-packages/a.so: undefined symbol: PyUnicode_AsUTF8"), nil),
    RuleCase(
      "Python does not find its library", Sample.text("ImportError", "No module named site"), .environmentVariable,
      .likely),
    RuleCase(
      "a file of another Python's library", syntax(in: "/usr/lib/python2.7/gettext.py"), .environmentVariable, .likely),
    RuleCase("a file of one's own", syntax(in: "/home/me/gettext.py"), nil),
    RuleCase("a file that is installed", syntax(in: "\(site)/spam/x.py"), nil),
    RuleCase(
      "what of future is for Python 2",
      Sample.text("ImportError", "This package should not be accessible on Python 3. Either you are trying to run …"),
      .environmentVariable, .likely),
    RuleCase(
      "an installed file of Python 2, which Python 3 reads",
      syntax(
        in: "/opt/ros/lib/python2.7/dist-packages/rospkg/x.py",
        "multiple exception types must be parenthesized"), .environmentVariable, .likely),
    RuleCase(
      "the same of Python 3",
      syntax(in: "/usr/lib/python3.8/site-packages/x.py", "multiple exception types must be parenthesized"), nil),
    RuleCase(
      "an installed file of Python 2, which is for another one",
      syntax(in: "/usr/lib/python2.7/site-packages/x.py"), nil),
    RuleCase(
      "Python 3 in a folder of Python 2",
      Sample.text(
        "ImportError", "No module named 'linklockfile'", ["/usr/lib/python2.6/site-packages/lockfile/__init__.py"]),
      .environmentVariable, .likely),
    RuleCase(
      "Python 2 in a folder of its own",
      Sample.text("ImportError", "No module named linklockfile", ["/usr/lib/python2.6/site-packages/lockfile/x.py"]),
      nil),
    RuleCase(
      "what some distribution brings to Python 3",
      Sample.text("ImportError", "No module named 'yaml'", ["/opt/ros/lib/python2.7/dist-packages/rospkg/x.py"]), nil),
    RuleCase(
      "nothing but that `site` fails",
      Sample.text(RaisedException.unknownType, "Failed to import the site module"), .environmentVariable, .possible),
    RuleCase(
      "`site` fails of something else",
      Sample.text(
        Sample.exception(
          "AttributeError", "'NoneType' object has no attribute 'loader'", ["/usr/lib/python3.6/site.py"]),
        output: "Failed to import the site module"), nil),
    RuleCase(
      "an old part of a package that folders share", part(["/extra/toolkits/plot/x.py"]), .environmentVariable, .certain
    ),
    RuleCase("one that has no part in it", part(["\(site)/other/x.py"]), nil),
  ]
}
