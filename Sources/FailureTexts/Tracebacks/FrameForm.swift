internal import Probing

/// The ways in which runners write a place in a file.
enum FrameForm: Equatable {
  /// `File "F", line N, in NAME`; without the name for a SyntaxError; `in NAME` without a comma from faulthandler.
  case python
  /// `File F:N, in NAME(ARGUMENTS)` of IPython 8.
  case ipython
  /// `Cell In[3], line 1` of IPython 8, `Input In [3], in NAME(ARGUMENTS)` before it.
  case cell
  /// `<ipython-input-3-c031d3dd82fc> in NAME(ARGUMENTS)` of IPython up to 7, which writes files in the same way: they are
  /// known without a header only by the name of a module.
  case input
  /// `F:N: in NAME` of pytest.
  case located
  /// `F:N: TYPE` or `F:N:` of pytest, below the code that it means.
  case ending

  /// - Parameter line: Without blanks at its start.
  init?(_ line: Bytes, _ phrases: PhraseSet) {
    if phrases.contains(.frame), FrameLine.python(line) != nil {
      self = .python
    } else if line.begins(with: "File "), FrameLine.ipython(line) != nil {
      self = .ipython
    } else if line.begins(with: "Cell In") || line.begins(with: "Input In"), FrameLine.cell(line) != nil {
      self = .cell
    } else if line.begins(with: "<ipython-input-"), FrameLine.classic(line) != nil {
      self = .input
    } else if phrases.contains(.place), FrameLine.isOfModule(line) {
      self = .input
    } else if phrases.contains(.place), let located = FrameLine.pytest(line) {
      self = located.isEnding ? .ending : .located
    } else {
      return nil
    }
  }

  func frame(_ line: Bytes) -> FrameFacts? {
    switch self {
    case .python: FrameLine.python(line)?.frame
    case .ipython: FrameLine.ipython(line)
    case .cell: FrameLine.cell(line)
    case .input: FrameLine.classic(line)
    case .located, .ending: FrameLine.pytest(line)?.frame
    }
  }
}
