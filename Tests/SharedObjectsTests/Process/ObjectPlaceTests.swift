import SharedObjects
import Testing

@Suite struct ObjectPlaceTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let path: String
    let place: ObjectPlace
    var testDescription: String { path }

    init(_ path: String, _ place: ObjectPlace) {
      self.path = path
      self.place = place
    }
  }

  /// An environment that was made from a Python of its own folder.
  static let virtual = ObjectPlaces([
    ("/p/lib/python3.11", .installation), ("/p/lib/python3.11/lib-dynload", .installation),
    ("/srv/.venv/lib/python3.11/site-packages", .environment), ("/opt/extra", .environment),
    ("/srv/.venv", .environment), ("/p", .installation),
  ])

  static let virtualRows: [Row] = [
    Row("/srv/.venv/lib/python3.11/site-packages/numpy.libs/libx.so", .environment),
    Row("/srv/.venv/lib/libmkl.so", .environment), Row("/opt/extra/a/_C.so", .environment),
    Row("/p/lib/libpython3.11.so.1.0", .installation), Row("/p/lib/python3.11/lib-dynload/_json.so", .installation),
    Row("/lib/x86_64-linux-gnu/libc.so.6", .system), Row("/lib64/ld-linux-x86-64.so.2", .system),
    Row("/usr/lib/libz.so.1", .system), Row("/usr/local/cuda/lib64/libcudart.so.12", .elsewhere),
    Row("/srv/.venvs/a/libx.so", .elsewhere), Row("/opt/extra", .elsewhere), Row("/usr/libexec/libx.so", .elsewhere),
    Row("relative/libx.so", .elsewhere), Row("", .elsewhere),
  ]

  /// Debian's own: everything lies below /usr.
  static let debian = ObjectPlaces([
    ("/usr/lib/python3.11", .installation), ("/usr/lib/python3.11/lib-dynload", .installation),
    ("/usr/local/lib/python3.11/dist-packages", .environment), ("/usr/lib/python3/dist-packages", .environment),
    ("/usr", .environment), ("/usr", .installation),
  ])

  static let debianRows: [Row] = [
    Row("/usr/lib/python3/dist-packages/numpy/_core.so", .environment),
    Row("/usr/lib/python3.11/lib-dynload/_json.so", .installation),
    Row("/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0", .system),
    Row("/usr/local/lib/python3.11/dist-packages/a.so", .environment),
  ]

  @Test(arguments: virtualRows)
  func inAVirtualEnvironment(_ row: Row) { #expect(Self.virtual.place(of: row.path) == row.place) }

  @Test(arguments: debianRows)
  func inDebiansOwn(_ row: Row) { #expect(Self.debian.place(of: row.path) == row.place) }

  /// Bytes that are not UTF-8 stand as escapes on both sides; letters that look alike are not the same file.
  @Test func oddNames() {
    let places = ObjectPlaces([(#"/\udcff"#, .environment), ("/e\u{301}", .environment), ("/", .environment)])
    #expect(places.place(of: #"/\udcff/libx.so"#) == .environment)
    #expect(places.place(of: "/\u{E9}/libx.so") == .elsewhere)
    #expect(places.place(of: "/x/libx.so") == .elsewhere)
  }
}
