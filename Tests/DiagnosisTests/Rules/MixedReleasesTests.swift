import Testing

@testable import Diagnosis

@Suite struct MixedReleasesTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: MixedReleases())
  }

  /// jinja2 looks up a name that a line of the user's own may have in quotation marks.
  private static func dynamic(_ literal: String) -> Evidence {
    Sample.live(
      "AttributeError", "module 'jinja2.ext' has no attribute 'autoescape'", ["/w/a.py", "\(site)/jinja2/utils.py"],
      source: "return getattr(__import__(module, None, None, [obj]), obj)", installed: "jinja2 3.1",
      change: { $0.failure.exception?.frames[0].source = "E = Environment(extensions=['\(literal)'])" })
  }

  static let cases: [RuleCase] = [
    RuleCase("a name that one's own code hands to it", dynamic("jinja2.ext.autoescape"), nil),
    RuleCase("a name that nobody's line has", dynamic("other"), .brokenInstall),
    RuleCase(
      "entry points that are there twice",
      Sample.text("ValueError", "Duplicate plugins for name projector", ["\(site)/tensorboard/backend/application.py"]),
      .brokenInstall, .likely, culprits: ["tensorboard"]),
    RuleCase(
      "another distribution below the same package",
      Sample.text(
        "ImportError",
        "cannot import name 'workloads' from 'airflow.executors' (\(site)/airflow/executors/__init__.py)",
        ["\(site)/airflow/providers/celery/executors/celery_executor.py"]), nil),
    RuleCase(
      "a package that lacks what it uses itself",
      Sample.text("AttributeError", "module 'torch._C' has no attribute '_TensorBase'", ["\(site)/torch/tensor.py"]),
      .brokenInstall, .likely, culprits: ["torch"]),
    RuleCase(
      "a private name that its own compiled module lacks",
      Sample.text(
        "ImportError", "cannot import name '_registerMatType' from 'cv2.cv2' (\(site)/cv2/cv2.abi3.so)",
        ["\(site)/cv2/__init__.py"]), .brokenInstall, .likely),
    RuleCase(
      "a part that is an empty folder",
      Sample.text(
        "ImportError", "cannot import name 'f' from 'spam.utils' (unknown location)", ["\(site)/spam/__init__.py"]),
      .brokenInstall, .likely, culprits: ["spam"]),
    RuleCase(
      "OpenCV half imported",
      Sample.text(
        "AttributeError",
        "partially initialized module 'cv2' has no attribute 'x' (most likely due to a circular import)"),
      .brokenInstall),
    RuleCase(
      "one OpenCV alone, as the environment shows",
      Sample.live(
        "AttributeError",
        "partially initialized module 'cv2' has no attribute 'x' (most likely due to a circular import)",
        installed: "opencv-python 4.10"), nil),
    RuleCase(
      "of another package", Sample.text("ImportError", "cannot import name 'a' from 'b'", ["\(site)/c/x.py"]), nil),
    RuleCase(
      "a submodule of its own",
      Sample.text("ModuleNotFoundError", "No module named 'xcs.algorithms'", ["\(site)/xcs/__init__.py"]),
      .brokenInstall,
      .likely, culprits: ["xcs"]),
    RuleCase(
      "a part of a package that is only begun",
      Sample.text(
        "ImportError", "cannot import name 'animation' from partially initialized module 'matplotlib'",
        ["\(site)/matplotlib/__init__.py", "\(site)/matplotlib/rcsetup.py"]), .brokenInstall, .likely),
    RuleCase(
      "what every OpenCV has", Sample.text("AttributeError", "module 'cv2' has no attribute 'imread'"), .brokenInstall,
      .likely),
    RuleCase(
      "a part of a package that projects share",
      Sample.text(
        "ModuleNotFoundError", "No module named 'google.cloud.storage'", ["\(site)/google/cloud/spam/x.py"]), nil),
    RuleCase(
      "Python's own library with a program of another release",
      Sample.text(
        "ImportError", "cannot import name _remove_dead_weakref",
        ["\(site)/pip/x.py", "/usr/lib/python2.7/weakref.py"],
        source: "from _weakref import ("), .brokenInstall, .likely),
    RuleCase(
      "a private name in a file of Python code",
      Sample.text(
        "ImportError", "cannot import name '_limits' from 'spam.eggs' (\(site)/spam/eggs.py)", ["\(site)/spam/x.py"]),
      .brokenInstall, .likely, culprits: ["spam"]),
    RuleCase(
      "a cycle that Python before 3.8 does not tell of",
      Sample.text(
        "ImportError", "cannot import name 'A'", ["\(site)/spam/eggs.py", "\(site)/spam/x.py"],
        source: "from spam.eggs import A"), nil),
    RuleCase(
      "a part of pip", Sample.text("ImportError", "No module named 'pip._internal.cli'"), .brokenInstall, .likely),
    RuleCase(
      "a part that is there, and that nobody imported",
      Sample.live(
        "AttributeError", "module 'dns.rdtypes' has no attribute 'ANY'", ["\(site)/dns/zone.py"],
        installed: "dnspython 2.7"
      ) {
        $0.environment?.owners["dns"] = ["dnspython"]
        $0.failure.exception?.frames[0].owner = .distribution("dnspython")
        $0.put("dns.rdtypes.ANY", .package, .site, "\(site)/dns/rdtypes/ANY/__init__.py", owner: "dnspython")
      }, nil),
    RuleCase(
      "a part that each release has", Sample.text("ImportError", "No module named 'requests.packages.urllib3'"),
      .brokenInstall, .likely, culprits: ["requests"]),
    RuleCase(
      "a part that some have", Sample.text("ImportError", "No module named 'sklearn.externals.joblib'"), nil),
    RuleCase(
      "a file in the package's place",
      Sample.text("ModuleNotFoundError", "No module named 'torch.nn'; 'torch' is not a package"), nil),
    RuleCase(
      "a part of a package that few use, which nobody else would want",
      Sample.text("ModuleNotFoundError", "No module named 'part_import.error_helper'"), .brokenInstall, .possible),
    RuleCase(
      "a private name of a module that Python 2 does not name",
      Sample.text("AttributeError", "'module' object has no attribute '_init_names'", ["\(site)/torch/__init__.py"]),
      .brokenInstall, .likely, culprits: ["torch"]),
    RuleCase(
      "the same, of the module that the line names",
      Sample.text(
        "AttributeError", "'module' object has no attribute '_init_names'", ["\(site)/torch/__init__.py"],
        source: "_C._init_names(list(torch._storage_classes))"), .brokenInstall, .likely),
    RuleCase(
      "a private name of another package",
      Sample.text(
        "AttributeError", "'module' object has no attribute '_NoValue'", ["\(site)/spam/__init__.py"],
        source: "x = numpy._NoValue"), nil),
    RuleCase(
      "a public name",
      Sample.text("AttributeError", "'module' object has no attribute 'float'", ["\(site)/spam/__init__.py"]), nil),
    RuleCase(
      "in code of one's own",
      Sample.text("AttributeError", "'module' object has no attribute '_init_names'", ["/home/me/x.py"]), nil),
    RuleCase(
      "a part of a package that many use", Sample.text("ModuleNotFoundError", "No module named 'requests.spam'"), nil),
  ]
}
