internal import Probing

extension Evidence {
  /// Files whose contents may be what is wrong: of the modules that it is about, and of the code that ran last.
  package var filesNextToFailure: [String] {
    let complaints = failure.allExceptions.map(\.complaint)
    let modules = complaints.flatMap(\.modules) + [failure.importing].compactMap(\.self)
    let frames = failure.allExceptions.flatMap { $0.frames.filter { !$0.owner.isPython }.suffix(2) }
    let sources = failure.allExceptions.compactMap { $0.syntax?.file?.description }
    let files =
      sources + modules.compactMap { self.modules[$0]?.found?.file } + complaints.compactMap(\.file)
      + frames.map(\.file) + failure.loader.compactMap(\.object)
    return files.filter { $0.hasPrefix("/") }.distinct
  }
}
