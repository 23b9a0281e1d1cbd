/// Modules that the standard library of some Python 3 lacks.
///
/// From the sections "Removed" and "New Modules" of "What's New In Python" 3.3 to 3.14, PEP 594 (dead batteries), PEP 632
/// (distutils), and "Stdlib renamings" of PEP 3108 for what only Python 2 had.
enum StandardLibraryChanges {
  /// A module in one range of releases.
  struct Change: Sendable, Equatable {
    /// The first minor version of Python 3 that has it; `nil`: as long as anybody remembers.
    var added: Int?
    /// The first that has it no more.
    var removed: Int?
    /// A distribution that brings it under the same name.
    var replacement: String?
  }

  /// The module, or the nearest one that holds it, which some releases lack.
  static func change(of module: String) -> (module: String, change: Change)? {
    var name: String? = module
    while let current = name {
      if let change = modules[current] { return (current, change) }
      name = current.parentModule
    }
    return nil
  }

  /// Modules that every Python 3 has, by these names, and no Python 2 (PEP 3108).
  static let newIn3: Set<String> = [
    "builtins", "configparser", "copyreg", "concurrent", "concurrent.futures", "dbm.dumb", "dbm.gnu", "dbm.ndbm",
    "html",
    "html.entities", "html.parser", "http", "http.client", "http.cookiejar", "http.cookies", "http.server", "queue",
    "reprlib", "socketserver", "tkinter", "tkinter.filedialog", "tkinter.font", "tkinter.messagebox",
    "tkinter.scrolledtext", "tkinter.simpledialog", "tkinter.ttk", "urllib.error", "urllib.parse", "urllib.request",
    "urllib.response", "urllib.robotparser", "winreg", "xmlrpc", "xmlrpc.client", "xmlrpc.server", "_thread",
  ]
  /// Distributions that bring some of them to Python 2, which code for both asks for.
  static let backports: [String: String] = ["builtins": "future", "configparser": "configparser"]

  static let modules: [String: Change] = {
    var table: [String: Change] = [:]
    for (minor, names) in removed {
      for name in names.split(separator: " ") { table[String(name), default: Change()].removed = minor }
    }
    for (minor, names) in added {
      for name in names.split(separator: " ") { table[String(name), default: Change()].added = minor }
    }
    for (name, distribution) in replacements { table[name]?.replacement = distribution }
    return table
  }()

  private static let removed: [(minor: Int, names: String)] = [
    (
      0,
      """
      BaseHTTPServer Bastion CGIHTTPServer ConfigParser Cookie DocXMLRPCServer HTMLParser Queue SimpleHTTPServer \
      SimpleXMLRPCServer SocketServer StringIO Tkinter UserDict UserList UserString __builtin__ anydbm cPickle \
      cStringIO commands compiler cookielib copy_reg dbhash dircache dumbdbm dummy_thread exceptions fpformat \
      htmlentitydefs htmllib httplib ihooks md5 mhlib mimetools mimify multifile mutex new popen2 rexec rfc822 \
      robotparser sets sgmllib sha statvfs thread tkFileDialog tkMessageBox tkSimpleDialog ttk urllib2 urlparse \
      user whichdb xmlrpclib _winreg
      """
    ),
    (8, "macpath"),
    (9, "_dummy_thread dummy_threading xml.etree.cElementTree"),
    (10, "formatter parser symbol"),
    (11, "binhex"),
    (12, "asynchat asyncore distutils imp smtpd"),
    (
      13,
      """
      aifc audioop cgi cgitb chunk crypt imghdr lib2to3 mailcap msilib nis nntplib ossaudiodev pipes sndhdr spwd sunau \
      telnetlib tkinter.tix typing.io typing.re uu xdrlib
      """
    ),
  ]

  private static let added: [(minor: Int, names: String)] = [
    (3, "faulthandler ipaddress lzma unittest.mock venv collections.abc"),
    (4, "asyncio ensurepip enum pathlib selectors statistics tracemalloc"),
    (5, "typing zipapp"),
    (6, "secrets"),
    (7, "contextvars dataclasses importlib.resources"),
    (8, "importlib.metadata multiprocessing.shared_memory"),
    (9, "graphlib zoneinfo"),
    (11, "tomllib wsgiref.types importlib.resources.abc"),
    (14, "annotationlib compression concurrent.interpreters string.templatelib"),
  ]

  private static let replacements: [String: String] = [
    "distutils": "setuptools", "asyncore": "pyasyncore", "asynchat": "pyasynchat", "cgi": "legacy-cgi",
    "cgitb": "legacy-cgi", "audioop": "audioop-lts", "aifc": "standard-aifc", "chunk": "standard-chunk",
    "crypt": "legacy-crypt", "imghdr": "standard-imghdr", "mailcap": "standard-mailcap",
    "nntplib": "standard-nntplib", "pipes": "standard-pipes", "sndhdr": "standard-sndhdr",
    "sunau": "standard-sunau", "telnetlib": "standard-telnetlib", "uu": "standard-uu", "xdrlib": "standard-xdrlib",
    "dataclasses": "dataclasses", "contextvars": "contextvars", "enum": "enum34",
  ]
}
