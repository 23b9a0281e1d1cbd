/// Words of shells, loaders and installers, by which a failure is known without a traceback.
extension FormTests {
  static let words: [Case] = [
    Case(
      "a log with the number of the process",
      "2022-12-13 14:51:13,741 5770 CRITICAL ? odoo.module: type object 'A' has no attribute 'b'",
      "? odoo.module: type object 'A' has no attribute 'b'"),
    Case(
      "a version that is none", "packaging.version.InvalidVersion: Invalid version: 'x'",
      "InvalidVersion: Invalid version: 'x'"),
    Case(
      "an exception that points to what was written before",
      """
      Failed to import kernels. Make sure that triton is compatible. Error: No module named 'triton.language.x'
      RuntimeError: Engine core initialization failed. See root cause above. Failed core proc(s): {}
      """, "No module named 'triton.language.x'",
      "RuntimeError: Engine core initialization failed. See root cause above. Failed core proc(s): {}"),
    Case(
      "one that does not",
      """
      Failed to import kernels. Make sure that triton is compatible. Error: No module named 'triton.language.x'
      RuntimeError: Engine core initialization failed.
      """, "RuntimeError: Engine core initialization failed."),
    Case("a line of a path file", "Error processing line 1 of /env/a.pth:", "Error processing line 1 of /env/a.pth:"),
    Case("bash", "x.sh: line 18:  1669 Illegal instruction     (core dumped) python -m x", "SIGILL"),
    Case("bash, killed", "x.sh: line 18:  1669 Killed                  python -m x", "SIGKILL"),
    Case("zsh", "zsh: segmentation fault  python x.py", "SIGSEGV"),
    Case("alone", "Killed", "SIGKILL"), Case("aborted", "Aborted (core dumped)", "SIGABRT"),
    Case("subprocess", "Command 'x' exited with code -11", "SIGSEGV"),
    Case("docker", "exited with code 139", "SIGSEGV"),
    Case("container", "Exit Code: 137", "SIGKILL"), Case("status 132", "exit status 132", "SIGILL"),
    Case("Windows", "Process finished with exit code -1073741819 (0xC0000005)", "SIGSEGV"),
    Case("gdb", "Program received signal SIGBUS, Bus error.", "SIGBUS"),
    Case("C++", "terminate called after throwing an instance of 'c10::Error'\n  what():  x", "SIGABRT"),
    Case("Qt", "Cannot mix incompatible Qt library (version 0x50201) with this library (0x50602)\nAborted", "SIGABRT"),
    Case(
      "protobuf",
      "[libprotobuf FATAL a.cc:68] This program requires version 3.6.1 of the Protocol Buffer runtime library,",
      "SIGABRT"),
    Case(
      "the Objective-C runtime", "objc[1]: Class A is implemented in both /a.dylib (0x1) and /b (0x2).",
      "objc[1]: Class A is implemented in both /a.dylib (0x1) and /b (0x2)."),
    Case(
      "a registry of protobuf",
      "[libprotobuf ERROR a.cc:641] File already exists in database: a.proto\n[libprotobuf FATAL b.cc:1] CHECK failed:",
      "SIGABRT"),
    Case("libc++", "libc++abi: terminating with uncaught exception of type std::length_error: vector", "SIGABRT"),
    Case(
      "gdb, without the signal",
      "(gdb) bt\n#0  0x00007f907fb9bc21 in PyDict_SetItem () from /usr/lib64/libx.so\n#1  0x00007f907fc28363 in f ()",
      "?"
    ),
    Case("lldb", "* frame #0: 0x00000001 libx.dylib`f + 12\n  frame #1: 0x00000002 libx.dylib`g", "?"),
    Case(
      "an old glibc's map of memory", "======= Memory map: ========\n7fec-7fed r-xp 00000000 08:04 3 /x.so", "SIGABRT"),
    Case("zsh, an instruction", "zsh: illegal hardware instruction  python x.py", "SIGILL"),
    Case("OpenMP, without its name", "Error #15: Initializing libiomp5.dylib, but found it already.", "SIGABRT"),
    Case("OpenMP", "OMP: Error #15: Initializing libiomp5md.dll, but found it already.", "SIGABRT"),
    Case("German", "Speicherzugriffsfehler (Speicherabzug geschrieben)", "SIGSEGV"),
    Case("French", "Erreur de segmentation (core dumped)", "SIGSEGV"),
    Case("Chinese", "段错误 (核心已转储)", "SIGSEGV"),
    Case("Russian, with a capital", "Ошибка сегментирования", "SIGSEGV"),
    Case("German, an instruction", "Ungültiger Maschinenbefehl", "SIGILL"),
    Case("fish", "fish: Job 1, 'python x.py' terminated by signal 11", "SIGSEGV"),
    Case(
      "the kernel, of a fault", "python[12]: segfault at 0 ip 00007f sp 00007f error 4 in libx.so[7f2e+1]", "SIGSEGV"),
    Case(
      "the kernel, of an instruction", "traps: python[12] trap invalid opcode ip:7f sp:7f error:0 in x.so", "SIGILL"),
    Case("glibc's malloc", "munmap_chunk(): invalid pointer", "SIGABRT"),
    Case("Jupyter", "The kernel appears to have died. It will restart automatically.", "?"),
    Case("Windows, of a heap", "Process finished with exit code -1073740940 (0xC0000374)", "SIGABRT"),
    Case("Windows, as Python puts it", "Windows fatal exception: code 0xc000001d", "SIGILL"),
    Case("Windows' report of an error", "  Exception Code:\tc000001d\n  Exception Offset:\t00001", "SIGILL"),
    Case("Windows' log of events", "Exception code: 0xc0000005", "SIGSEGV"),
    Case("systemd", "x.service: Main process exited, code=dumped, status=11/SEGV", "SIGSEGV"),
    Case("the kernel", "slurmstepd: error: Detected 1 oom_kill event in StepId=1.0.", "SIGKILL"),
    Case(
      "ld.so, symbol", "python: symbol lookup error: /x/_C.so: undefined symbol: f", "/x/_C.so: undefined symbol: f"),
    Case(
      "ld.so, file", "/bin/x: error while loading shared libraries: liby.so.1: cannot open shared object file: No",
      "liby.so.1: cannot open shared object file: No"),
    Case(
      "only CPython's of an extension", "dynamic module does not define module export function (PyInit_x)",
      "dynamic module does not define module export function (PyInit_x)"),
    Case("only Windows'", "%1 is not a valid Win32 application", "%1 is not a valid Win32 application"),
    Case(
      "Android", "dlopen failed: library \"libx.so\" not found", "dlopen failed: library \"libx.so\" not found"),
    Case("only the loader's message", "/x/_C.so: undefined symbol: f", "/x/_C.so: undefined symbol: f"),
    Case("only the message", "No module named 'a'", "No module named 'a'"),
    Case(
      "only the message, behind words", "Cannot import C:\\x: cannot import name 'a' from 'b'",
      "cannot import name 'a' from 'b'"),
    Case(
      "advice of protobuf", "If this call came from a _pb2.py file, your generated code is out of date and must be",
      "If this call came from a _pb2.py file, your generated code is out of date and must be"),
    Case(
      "a conflict that pip found", "spam 1.0 requires eggs<2, but you have eggs 2.1 which is incompatible.",
      "spam 1.0 requires eggs<2, but you have eggs 2.1 which is incompatible."),
    Case(
      "a Python that pip refuses", "ERROR: Package 'spam' requires a different Python: 3.7.3 not in '>=3.8'",
      "ERROR: Package 'spam' requires a different Python: 3.7.3 not in '>=3.8'"),
    Case(
      "a wheel that pip refuses", "ERROR: a-1-cp39-cp39-win32.whl is not a supported wheel on this platform.",
      "ERROR: a-1-cp39-cp39-win32.whl is not a supported wheel on this platform."),
    Case(
      "a program of another machine", "/app/run.sh: line 3: /app/bin/x: cannot execute binary file: Exec format error",
      "/app/run.sh: line 3: /app/bin/x: cannot execute binary file: Exec format error"),
    Case(
      "Qt without its plugin", "qt.qpa.plugin: Could not load the Qt platform plugin \"xcb\" in \"\"",
      "qt.qpa.plugin: Could not load the Qt platform plugin \"xcb\" in \"\""),
    Case(
      "NVIDIA's library for its cards", "NVML Shared Library Not Found", "NVML Shared Library Not Found"),
    Case(
      "quoted", "WARNING x: Failed to import from vllm._C with ImportError('/a \\'b\\'.so: c')",
      "ImportError: /a 'b'.so: c"),
    Case(
      "a traceback in one line",
      #"Traceback (most recent call last):   File "a.py", line 1, in <module>     import b   File "/x/b.py", line 2, in <module>     from c import d ImportError: No module named c"#,
      "ImportError: No module named c [a.py:1 <module> import b] [/x/b.py:2 <module> from c import d]"),
    Case(
      "a traceback in one line, without code",
      #"error: Traceback (most recent call last): File "a.py", line 1, in <module> File "/x/b.py", line 2, in f KeyError: 'x'"#,
      "KeyError: 'x' [a.py:1 <module>] [/x/b.py:2 f]"),
    Case(
      "the debugger of Visual Studio Code",
      """
      Exception has occurred: ImportError       (note: full exception trace is shown but execution is paused at: <module>)
      No module named b
        File "/x/b.py", line 2, in f
          import b
        File "a.py", line 1, in <module> (Current frame)
          f()
      """, "ImportError: No module named b [a.py:1 <module> f()] [/x/b.py:2 f import b]"),
    Case(
      "the same alone", "Exception has occurred: ModuleNotFoundError\nNo module named 'b'",
      "ModuleNotFoundError: No module named 'b'"),
    Case("the same without a type", "Exception has occurred: "),
  ]
}
