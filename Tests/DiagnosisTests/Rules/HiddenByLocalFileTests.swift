import Testing

@testable import Diagnosis

@Suite struct HiddenByLocalFileTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: HiddenByLocalFile())
  }

  /// `/w/queue.py` raises, which another file imports.
  private static func failingCode(
    of importer: String, _ type: String = "FileNotFoundError", _ message: String = "jobs.txt"
  ) -> Evidence {
    Sample.live(type, message, [importer, "/w/queue.py"], installed: "requests 2.32") {
      $0.environment?.workingDirectory = "/w"
    }
  }

  private static func unloaded(_ file: String) -> Evidence {
    Sample.live("ImportError", "\(file): file too short", installed: "orjson 3.10") {
      $0.failure.exception?.name = "orjson"
      $0.put("orjson", .extension, .workingDirectory, "/project/orjson.so")
      $0.put("orjson", .package, .site, "\(site)/orjson/__init__.py", owner: "orjson")
    }
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "a file in the working directory",
      Sample.live("AttributeError", "module 'torch' has no attribute 'nn'", installed: "torch 2.2.0") {
        $0.put("torch", .source, .workingDirectory, "/project/torch.py")
        $0.put("torch", .package, .site, "\(site)/torch/__init__.py", owner: "torch")
      }, .shadowedModule, .certain),
    RuleCase(
      "the user's own package, which hides nothing",
      Sample.live("AttributeError", "module 'mine' has no attribute 'nn'") {
        $0.put("mine", .source, .workingDirectory, "/project/mine.py")
      }, nil),
    RuleCase(
      "a name that Python's own library always has",
      Sample.text("AttributeError", "module 'random' has no attribute 'randint'", ["/project/dice.py"]),
      .shadowedModule, .likely),
    RuleCase(
      "a folder without code",
      Sample.live("AttributeError", "module 'vllm' has no attribute 'LLM'") {
        $0.failure.module = "vllm"
        $0.put("vllm", .folder, .workingDirectory, "/project/vllm")
      }, .shadowedModule, .certain),
    RuleCase(
      "a folder that nobody imports",
      Sample.live("AttributeError", "module 'lib' has no attribute 'X'", ["\(site)/OpenSSL/x.py"], source: "_lib.X") {
        $0.put("lib", .folder, .workingDirectory, "/env/lib")
      }, nil),
    RuleCase(
      "a script that imports itself",
      Sample.text(
        "ImportError",
        "cannot import name 'Shodan' from partially initialized module 'shodan' (most likely due to a circular import) (/d/shodan.py)",
        ["/d/shodan.py", "/d/shodan.py"]), .shadowedModule, .likely),
    RuleCase(
      "is not a package",
      Sample.text("ModuleNotFoundError", "No module named 'triton.language'; 'triton' is not a package"),
      .shadowedModule),
    RuleCase(
      "Python 3.13 says it",
      Sample.text(
        "AttributeError",
        "module 'random' has no attribute 'x' (consider renaming '/project/random.py' since it has the same name as the standard library module named 'random')"
      ), .shadowedModule),
    RuleCase(
      "the library does not find itself",
      Sample.text("AttributeError", "module 'enum' has no attribute 'IntFlag'", ["/usr/lib/python3.6/re.py"]),
      .shadowedModule),
    RuleCase(
      "OpenCV, of which several write one folder",
      Sample.text(
        "AttributeError",
        "partially initialized module 'cv2' has no attribute 'gapi' (most likely due to a circular import)"),
      nil),
    RuleCase(
      "a plain missing name", Sample.text("ImportError", "cannot import name 'a' from 'b' (\(site)/b/__init__.py)"), nil
    ),
    RuleCase(
      "a package without a file", Sample.text("ImportError", "cannot import name 'LLM' from 'vllm' (unknown location)"),
      .shadowedModule, .likely),
    RuleCase(
      "the same in the package's own code",
      Sample.text(
        "ImportError", "cannot import name 'Bot' from 'telegram' (unknown location)", ["\(Sample.site)/telegram/ext.py"]
      ),
      nil),
    RuleCase(
      "what every release has", Sample.text("AttributeError", "module 'torch' has no attribute 'Tensor'"),
      .shadowedModule,
      .likely),
    RuleCase(
      "what some releases have", Sample.text("AttributeError", "module 'torch' has no attribute 'compile'"), nil),
    RuleCase(
      "Python 2, which does not say of which module",
      Sample.text(
        "AttributeError", "'module' object has no attribute 'choice'", ["/p/random.py"], source: "random.choice(x)"),
      .shadowedModule, .likely),
    RuleCase(
      "a script in a folder that is written in two ways",
      Sample.text(
        "AttributeError", "module 'spam' has no attribute 'eggs'", ["C:/p/spam.py", "C:\\p\\spam.py"]),
      .shadowedModule, .likely),
    RuleCase(
      "a module in C that lacks something",
      Sample.text(
        "ImportError", "cannot import name '_remove_dead_weakref' from '_weakref'", ["/usr/lib/python3.8/weakref.py"]),
      nil),
    RuleCase(
      "a module that has no file",
      Sample.text("ImportError", "cannot import name 'izip' from 'itertools' (unknown location)"), nil),
    RuleCase(
      "a script that Python 2 names in two ways",
      Sample.text(
        "ImportError", "cannot import name Celery", ["celery.py", "/app/celery.py"],
        source: "from celery import Celery"), .shadowedModule, .likely),
    RuleCase(
      "an installed module for older Pythons",
      Sample.text("AttributeError", "type object 'Callable' has no attribute '_abc_registry'", ["\(site)/typing.py"]),
      .shadowedModule, .likely),
    RuleCase(
      "an installed package with a module of such a name",
      Sample.text("AttributeError", "type object 'Callable' has no attribute 'x'", ["\(site)/spam/typing.py"]), nil),
    RuleCase(
      "a part of a folder with an everyday name",
      Sample.text("ModuleNotFoundError", "No module named 'utils.general'", ["/home/me/yolo/detect.py"]),
      .shadowedModule, .likely),
    RuleCase(
      "an installed package with an everyday name",
      Sample.text(
        "ImportError", "cannot import name 'general' from 'utils' (\(site)/utils/__init__.py)", ["/home/me/detect.py"]),
      .shadowedModule, .likely),
    RuleCase(
      "a part of its own, of an installed package",
      Sample.text(
        "ImportError", "No module named models.spam", ["\(site)/spam/x.py"], source: "from .models.spam import a"),
      nil),
    RuleCase(
      "a file that installed code takes for Python's own", failingCode(of: "\(site)/requests/x.py"), .shadowedModule),
    RuleCase("a file that the user's own code imports", failingCode(of: "/w/job.py"), nil),
    RuleCase(
      "a copy of a module of Python's for another Python",
      failingCode(
        of: "/w/job.py", "ImportError", "cannot import name 'Sequence' from 'collections' (/l/collections.py)"),
      .shadowedModule),
    RuleCase(
      "a part of a package, which is a file in some releases",
      Sample.text("ModuleNotFoundError", "No module named 'spam.eggs.json'; 'spam.eggs' is not a package"), nil),
    RuleCase(
      "a script that asks a module of its own name",
      Sample.text("AttributeError", "module 'topgg' has no attribute 'Client'", ["/home/me/topgg.py"]),
      .shadowedModule, .likely),
    RuleCase(
      "the same in Python 2",
      Sample.text(
        "ImportError", "cannot import name Client", ["C:\\me\\topgg.py"], source: "from topgg import Client"),
      .shadowedModule, .likely),
    RuleCase(
      "a part of a package that bears the package's name",
      Sample.text(
        "ImportError", "cannot import name 'A' from 'shop' (/home/me/shop/__init__.py)", ["/home/me/shop/shop.py"]), nil
    ),
    RuleCase(
      "what a library is named for",
      Sample.text("AttributeError", "module 'telebot' has no attribute 'TeleBot'", ["/home/me/bot.py"]),
      .shadowedModule, .possible),
    RuleCase(
      "what a namesake lacks, too", Sample.text("AttributeError", "module 'serial' has no attribute 'Serial'"), nil),
    RuleCase(
      "what one's own script takes of a library that few use",
      Sample.text("AttributeError", "module 'insomniac' has no attribute 'run'", ["start.py"]), .shadowedModule,
      .possible),
    RuleCase(
      "what installed code takes of it",
      Sample.text("AttributeError", "module 'insomniac' has no attribute 'run'", ["\(site)/spam/x.py"]), nil),
    RuleCase(
      "of one that many use", Sample.text("AttributeError", "module 'jax' has no attribute 'version'", ["x.py"]), nil),
    RuleCase(
      "of what cffi wraps", Sample.text("AttributeError", "module 'lib' has no attribute 'OpenSSL_add_all'"), nil),
    RuleCase(
      "an everyday name of which Python 2 does not say where it lies",
      Sample.text("ImportError", "cannot import name read_file", ["./configure.py"], source: "from utils import ("),
      .shadowedModule, .likely),
    RuleCase(
      "one's own file with an everyday name",
      Sample.text("ImportError", "cannot import name 'a' from 'utils' (/home/me/utils.py)", ["/home/me/run.py"]), nil),
    RuleCase(
      "installed code that means the folder in which it lies",
      Sample.text(
        "ImportError", "No module named ipython.kernel", ["\(site)/spam/utils/ipython/start.py"],
        source: "from utils.ipython.kernel import Kernel"), .shadowedModule, .likely),
    RuleCase(
      "installed code that means another project's",
      Sample.text("ModuleNotFoundError", "No module named 'utils.spam'", ["\(site)/spam/x.py"]), nil),
    RuleCase(
      "a name that this Python does not have yet",
      Sample.text("AttributeError", "module 'enum' has no attribute 'auto'", ["\(site)/spam/x.py"], minor: 5), nil),
    RuleCase(
      "a cycle of one's own, in a folder with an everyday name",
      Sample.text(
        "ImportError", "cannot import name a", ["/home/me/lib/thread.py", "/home/me/lib/util.py"],
        source: "from lib.thread import a"), nil),
    RuleCase(
      "the same without any frame", Sample.text("AttributeError", "module 'insomniac' has no attribute 'run'"), nil),
    RuleCase(
      "a file that Python's own library imports",
      Sample.text("NameError", "name 'os' is not defined", ["/usr/lib/python3.10/tokenize.py", "/home/me/token.py"]),
      .shadowedModule, .likely),
    RuleCase(
      "a file that an installed module imports",
      Sample.text("NameError", "name 'x' is not defined", ["\(site)/urllib3/connection.py", "/home/me/socket.py"]),
      .shadowedModule, .likely),
    RuleCase(
      "a file of a name that is nobody's",
      Sample.text("NameError", "name 'x' is not defined", ["\(site)/spam/plugins.py", "/home/me/plugin.py"]), nil),
    RuleCase(
      "a file that one's own imports",
      Sample.text("NameError", "name 'x' is not defined", ["/home/me/run.py", "/home/me/token.py"]), nil),
    RuleCase(
      "a part of Python's own", Sample.text("ImportError", "No module named json.decoder"), .shadowedModule, .likely),
    RuleCase("what it was called in Python 2", Sample.text("ImportError", "No module named email.MIMEText"), nil),
    RuleCase(
      "a library that many use",
      Sample.text("ImportError", "cannot import name 'OpenAI' from 'openai' (C:\\me\\openai.py)"), .shadowedModule,
      .likely),
    RuleCase(
      "what each release of Python has", Sample.text("AttributeError", "module 'secrets' has no attribute 'token_hex'"),
      .shadowedModule, .likely),
    RuleCase(
      "a half imported file of a package's name",
      Sample.text(
        "AttributeError",
        "partially initialized module 'cv2' has no attribute 'imread' (most likely due to a circular import)"),
      .shadowedModule),
    RuleCase(
      "a folder of one's own in place of Python's",
      Sample.text(
        "ImportError",
        "cannot import name 'namedtuple' from partially initialized module 'collections' (most likely due to a circular import) (/home/me/collections/__init__.py)"
      ), .shadowedModule),
    RuleCase(
      "a part of Python's own, of which Python 2 leaves out what it found",
      Sample.text("ImportError", "No module named etree.ElementTree"), .shadowedModule),
    RuleCase("a part of nobody's", Sample.text("ImportError", "No module named spam.eggs"), nil),
    RuleCase("an extension module there that does not load", unloaded("/project/orjson.so"), .shadowedModule, .certain),
    RuleCase("one that it needs", unloaded("/project/liborjson.so"), nil),
  ]
}
