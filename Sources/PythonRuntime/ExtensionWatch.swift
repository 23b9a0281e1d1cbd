internal import CPython
internal import Glibc
internal import Probing

/// Notes shared objects that could not be loaded, whether or not somebody swallows the exception.
///
/// It stands before `_imp.create_dynamic`, which loads every extension module, and before `_ctypes.dlopen`, by which
/// torch loads libraries of operators.
final class ExtensionWatch {
  private var noted: [HiddenFailure] = []
  private var createDynamic: PythonPointer?
  private var dlopen: PythonPointer?

  func install(_ python: Python) {
    guard let importer = python.loadedModule("_imp"), let original = python.attribute("create_dynamic", of: importer),
      let hook = python.makeFunction("create_dynamic", Self.createDynamicHook)
    else { return }
    createDynamic = original.release()
    python.setAttribute("create_dynamic", of: importer, to: hook)
  }

  /// Those of which nothing has come in the end: a second try may have succeeded.
  func failures(_ python: Python) -> [HiddenFailure] {
    noted.filter { failure in
      python.loadedModule(failure.module) == nil && !isLoaded(failure.file)
    }
  }

  private static let createDynamicHook: @convention(c) (PythonPointer?, PythonPointer?) -> PythonPointer? = {
    guard let session = Session.current else { return nil }
    let (python, watch) = (session.python, session.extensions)
    let result = python.pass($1, to: watch.createDynamic)
    guard let spec = PythonReference(borrowed: python.argument(0, of: $1), python.library) else { return result }
    if result == nil {
      watch.noteModule(spec, python)
    } else if let name = python.attribute("name", of: spec), python.text(of: name) == "_ctypes" {
      watch.installDlopen(python, of: result)
    }
    return result
  }

  private func installDlopen(_ python: Python, of module: PythonPointer?) {
    guard let module = PythonReference(borrowed: module, python.library),
      let original = python.attribute("dlopen", of: module), let hook = python.makeFunction("dlopen", Self.dlopenHook)
    else { return }
    dlopen = original.release()
    python.setAttribute("dlopen", of: module, to: hook)
  }

  private static let dlopenHook: @convention(c) (PythonPointer?, PythonPointer?) -> PythonPointer? = {
    guard let session = Session.current else { return nil }
    let (python, watch) = (session.python, session.extensions)
    let result = python.pass($1, to: watch.dlopen)
    if result == nil, let name = PythonReference(borrowed: python.argument(0, of: $1), python.library) {
      watch.noteLibrary(name, python)
    }
    return result
  }

  private func noteModule(_ spec: borrowing PythonReference, _ python: Python) {
    python.inspectRaised { exception in
      guard let name = python.attribute("name", of: spec), let file = python.attribute("origin", of: spec) else {
        return
      }
      note(python.text(of: name) ?? "?", python.path(of: file), exception, python)
    }
  }

  /// A name without a folder is often a mere question whether some library is there.
  private func noteLibrary(_ name: borrowing PythonReference, _ python: Python) {
    python.inspectRaised { exception in
      guard let path = python.path(of: name), path.bytes.first == UInt8(ascii: "/"), path.isReadable else { return }
      note(moduleName(path, python), path, exception, python)
    }
  }

  private func note(
    _ module: String, _ file: PythonPath?, _ exception: borrowing PythonReference, _ python: Python
  ) {
    guard let file, noted.count < RunFacts.hiddenFailureLimit, !noted.contains(where: { $0.file == file }) else {
      return
    }
    let facts = ExceptionReader.brief(exception, python)
    noted.append(HiddenFailure(module: module, file: file, exception: facts))
  }

  /// `torchvision._C` for `…/site-packages/torchvision/_C.so`.
  private func moduleName(_ file: PythonPath, _ python: Python) -> String {
    let folder = python.searchPath().map { $0.bytes + [UInt8(ascii: "/")] }.filter { file.bytes.starts(with: $0) }
      .max { $0.count < $1.count }
    let name = String(decoding: file.bytes.dropFirst(folder?.count ?? 0), as: UTF8.self)
    let parts = name.split(separator: "/")
    let stem = parts.last?.split(separator: ".").first ?? ""
    return folder == nil ? String(stem) : (parts.dropLast() + [stem]).joined(separator: ".")
  }

  private func isLoaded(_ file: PythonPath) -> Bool {
    file.withCString { name in
      guard let handle = Glibc.dlopen(name, RTLD_LAZY | RTLD_NOLOAD) else { return false }
      dlclose(handle)
      return true
    }
  }
}

extension PythonPath {
  fileprivate var isReadable: Bool { withCString { access($0, R_OK) == 0 } }
}
