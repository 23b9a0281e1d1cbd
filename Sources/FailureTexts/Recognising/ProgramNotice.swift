/// Messages of several lines that libraries print themselves, beside or instead of an exception.
enum ProgramNotice: Recogniser {
  static func recognise(_ lines: [TextLine], at index: Int) -> Recognised? {
    let line = lines[index]
    guard line.phrases.contains(.notice), line.kind == .text || line.kind == .rule,
      let row = table.first(where: { line.trimmed.lowercased.contains($0.phrase) })
    else { return nil }
    var message = [line.trimmed.text]
    var end = index + 1
    var paragraphs = row.paragraphs
    while end < lines.count, message.count < 40 {
      if lines[end].isBlank {
        paragraphs -= 1
        guard paragraphs > 0 else { break }
      } else {
        guard lines[end].kind == .text, lines[end].level == nil else { break }
      }
      message.append(lines[end].trimmed.text)
      end += 1
    }
    while message.last == "" { message.removeLast() }
    let range = line.number...lines[end - 1].number
    let text = message.joined(separator: "\n")
    return Recognised(failure: TextFailure(row.ending(text), form: .program, lines: range), end: end)
  }

  private struct Row {
    let phrase: String
    var paragraphs = 1
    /// The signal by which the process ends then.
    var signal: String?
    /// It ends, and how is not said.
    var isDeath = false

    func ending(_ text: String) -> TextFailure.Ending {
      guard isDeath || signal != nil else { return .message(text) }
      var facts = DeathFacts(message: text)
      facts.signal = signal
      return .death(facts)
    }
  }

  private static let table: [Row] = [
    // numpy 2, numpy/_core/_internal.py or its C code: what happens, what to do, what to expect.
    Row(phrase: "compiled using numpy 1.x cannot", paragraphs: 3),
    // LLVM's and Intel's OpenMP, kmp_i18n.
    Row(phrase: "omp: error #", signal: "SIGABRT"),
    Row(phrase: "error #15: initializing lib", signal: "SIGABRT"),
    // protobuf, stubs/common.cc, and Qt, qobject.cpp and its kin; both then abort.
    Row(phrase: "protocol buffer runtime library", signal: "SIGABRT"),
    Row(phrase: "cannot mix incompatible qt", signal: "SIGABRT"),
    // protobuf, descriptor_database.cc, which then aborts; GLib, gobject/gtype.c.
    Row(phrase: "file already exists in database", signal: "SIGABRT"),
    Row(phrase: "cannot register existing type"),
    // glibc, malloc/malloc.c and debug/stack_chk_fail.c, which then abort.
    Row(phrase: "(): invalid pointer", signal: "SIGABRT"),
    Row(phrase: "double free or corruption", signal: "SIGABRT"),
    Row(phrase: "(): memory corruption", signal: "SIGABRT"),
    Row(phrase: "corrupted size vs. prev_size", signal: "SIGABRT"),
    Row(phrase: "stack smashing detected", signal: "SIGABRT"),
    // Jupyter's server and console.
    Row(phrase: "kernel appears to have died", isDeath: true), Row(phrase: "kernel died, restarting", isDeath: true),
    // The Objective-C runtime of macOS.
    Row(phrase: "is implemented in both"),
    // HDF5, H5check_version.
    Row(phrase: "library version mismatched"),
    // CPython up to 3.7, Lib/site.py of some distributors.
    Row(phrase: "failed to import the site module"),
    // libstdc++, vterminate.cc; the message of the exception follows as `what():`.
    Row(phrase: "terminate called after throwing", signal: "SIGABRT"),
    // libc++abi, cxa_default_handlers.cpp of LLVM 3 to 17.
    Row(phrase: "terminating with uncaught exception", signal: "SIGABRT"),
    Row(phrase: "terminating due to uncaught exception", signal: "SIGABRT"),
    // libstdc++, pure.cc.
    Row(phrase: "pure virtual method called", signal: "SIGABRT"),
    // glibc before 2.26, debug/backtracesyms.c and sysdeps/unix/sysv/linux/libc_fatal.c.
    Row(phrase: "======= backtrace: ====", signal: "SIGABRT"), Row(phrase: "======= memory map", signal: "SIGABRT"),
    // libpng, png.c; libjpeg, jerror.h.
    Row(phrase: "incompatible libpng version"), Row(phrase: "wrong jpeg library version"),
  ]
}
