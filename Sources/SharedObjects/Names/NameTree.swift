/// What a mangled name says, as a tree whose parts may be shared: substitutions refer to what came before.
///
/// Parts are numbers of nodes, and each node stands behind its parts. So the tree can be as deep as a name is long without
/// any recursion of its own; how deep it may get is bounded where nodes are made.
struct NameTree: Sendable {
  typealias Part = Int

  enum Node: Sendable, Equatable {
    /// A source name, a type of the language, an operator.
    case text(String)
    /// `std::string` and its kind: how it is written, how in front of its constructors, and the class alone.
    case abbreviation(String, full: String, class: String)
    case qualified(scope: Part, name: Part)
    case template(name: Part, arguments: [Part])
    /// `T_`: an argument of the function template whose signature it stands in.
    case parameter(Int)
    /// GCC's `[abi:cxx11]`.
    case tagged(Part, tag: String)
    case constructor(of: Part)
    case destructor(of: Part)
    case conversion(to: Part)
    case unnamed(number: Int)
    case lambda(parameters: [Part], number: Int)
    /// `const` and other words behind a type.
    case qualifiedType(Part, words: String)
    /// `*`, `&`, `&&`.
    case pointer(to: Part, sign: String)
    case function(returns: Part?, parameters: [Part], words: String)
    case array(of: Part, count: Part?)
    case memberPointer(class: Part, member: Part)
    /// The arguments that stand for one parameter pack.
    case pack([Part])
    case expansion(of: Part)
    case literal(type: Part, value: String)
    /// An operator's sign and what it stands before or between.
    case expression(sign: String, operands: [Part])
    /// A name and what makes a function of it.
    case encoding(name: Part, function: Part)
    /// `vtable for` and its kind.
    case special(words: String, of: Part)
  }

  /// How many nodes may lie above one another: enough for all 103,939 names of PyTorch 2.2's libraries.
  static let greatestDepth = 256

  private(set) var nodes: [Node] = []
  private var depths: [Int] = []

  subscript(_ part: Part) -> Node { nodes[part] }

  /// - Parameter parts: The parts of the node.
  mutating func add(_ node: Node, over parts: [Part] = []) throws(Unreadable) -> Part {
    let depth = 1 + (parts.map { depths[$0] }.max() ?? 0)
    guard depth <= Self.greatestDepth else { throw Unreadable() }
    nodes.append(node)
    depths.append(depth)
    return nodes.count - 1
  }

  /// A name that is not read: not by these rules, cut off, or deeper and longer than names are.
  struct Unreadable: Error {}
}
