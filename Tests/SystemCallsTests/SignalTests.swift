import SystemCalls
import Testing

@Suite struct SignalTests {
  /// Those that end a process by default (signal(7)), named by the shell.
  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 29, 30, 31] as [Int32])
  func nameIsTheShells(_ number: Int32) throws {
    let name = try shell("kill -l \(number)").text
    #expect("\(Signal.name(number).dropFirst(3))\n" == name)
    #expect(Signal.name(number).hasPrefix("SIG"))
  }

  @Test func othersHaveTheirNumber() {
    #expect(Signal.name(34) == "signal 34")
    #expect(Signal.name(0) == "signal 0")
    #expect(Signal.name(-1) == "signal -1")
  }

  @Test func theMachine() throws {
    #expect(Machine.architecture() == (try shell("uname -m").text.dropLast()).description)
    #expect(Machine.libc() == (try shell("getconf GNU_LIBC_VERSION").text.dropLast()).description)
  }
}
