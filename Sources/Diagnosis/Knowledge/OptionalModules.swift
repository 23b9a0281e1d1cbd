/// Modules of the standard library that a Python is built without where a library was absent, or that distributions of
/// Linux keep in a package of their own.
///
/// From setup.py and Modules/Setup of CPython 3.8 to 3.13 and devguide.python.org, "Install dependencies".
enum OptionalModules {
  struct Part: Sendable, Equatable {
    /// What it does, for a sentence.
    let purpose: String
    /// Debian's package with which Python must be compiled; `nil` where no compilation helps.
    let development: String?
    /// Debian's package that has the module for Debian's own Python.
    var package: String?
  }

  static func part(of module: String) -> Part? { parts[module.topLevel] }

  private static let parts: [String: Part] = [
    "_ctypes": Part(purpose: "ctypes", development: "libffi-dev"),
    "_lzma": Part(purpose: "lzma", development: "liblzma-dev"),
    "_bz2": Part(purpose: "bz2", development: "libbz2-dev"),
    "_sqlite3": Part(purpose: "sqlite3", development: "libsqlite3-dev"),
    "_ssl": Part(purpose: "ssl", development: "libssl-dev"),
    "_hashlib": Part(purpose: "hashlib with OpenSSL", development: "libssl-dev"),
    "zlib": Part(purpose: "zlib", development: "zlib1g-dev"),
    "readline": Part(purpose: "readline", development: "libreadline-dev"),
    "_curses": Part(purpose: "curses", development: "libncurses-dev"),
    "_curses_panel": Part(purpose: "curses.panel", development: "libncurses-dev"),
    "_gdbm": Part(purpose: "dbm.gnu", development: "libgdbm-dev", package: "python3-gdbm"),
    "_dbm": Part(purpose: "dbm.ndbm", development: "libgdbm-compat-dev"),
    "_uuid": Part(purpose: "uuid", development: "uuid-dev"),
    "_tkinter": Part(purpose: "tkinter", development: "tk-dev", package: "python3-tk"),
    "tkinter": Part(purpose: "tkinter", development: "tk-dev", package: "python3-tk"),
    // So is tkinter called in Python 2.
    "Tkinter": Part(purpose: "Tkinter", development: "tk-dev", package: "python-tk"),
    "turtle": Part(purpose: "turtle", development: "tk-dev", package: "python3-tk"),
    "idlelib": Part(purpose: "IDLE", development: "tk-dev", package: "idle"),
    "pyexpat": Part(purpose: "xml.parsers.expat", development: "libexpat1-dev"),
    "_decimal": Part(purpose: "decimal", development: "libmpdec-dev"),
    "_crypt": Part(purpose: "crypt", development: "libcrypt-dev"),
    "winreg": Part(purpose: "the registry of Windows", development: nil),
    "msvcrt": Part(purpose: "the console of Windows", development: nil),
    "winsound": Part(purpose: "the sound of Windows", development: nil),
    "_winapi": Part(purpose: "the interface of Windows", development: nil),
    "_multiprocessing": Part(purpose: "multiprocessing", development: nil),
    "_posixshmem": Part(purpose: "multiprocessing.shared_memory", development: nil),
    "ensurepip": Part(purpose: "ensurepip", development: nil, package: "python3-venv"),
    "_zstd": Part(purpose: "compression.zstd", development: "libzstd-dev"),
  ]
}
