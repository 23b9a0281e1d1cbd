/// Modules of the standard library that are files of their own, in `lib-dynload`.
///
/// From Modules/Setup.stdlib.in of CPython 3.11 to 3.13 and setup.py of 3.8 to 3.10, without those for tests.
package enum StandardExtensionModules {
  package static func contains(_ module: String) -> Bool { names.contains(module) }

  private static let names = Set(text.split(separator: " ").map(String.init))

  private static let text = """
    _asyncio _bisect _blake2 _bz2 _codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw _contextvars \
    _crypt _csv _ctypes _curses _curses_panel _datetime _dbm _decimal _elementtree _gdbm _hashlib _heapq \
    _interpchannels _interpqueues _interpreters _json _lsprof _lzma _md5 _multibytecodec _multiprocessing _opcode \
    _pickle _posixshmem _posixsubprocess _queue _random _sha1 _sha2 _sha256 _sha3 _sha512 _socket _sqlite3 _ssl \
    _statistics _struct _tkinter _typing _uuid _xxinterpchannels _xxsubinterpreters _zoneinfo array audioop binascii \
    cmath fcntl grp math mmap nis ossaudiodev parser pyexpat readline resource select spwd syslog termios unicodedata \
    zlib
    """
}
