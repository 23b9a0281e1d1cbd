import SharedObjects
import TestSupport
import Testing

@Suite struct DemangledNameTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let mangled: String
    let text: String
    var testDescription: String { text }

    init(_ mangled: String, _ text: String) {
      self.mangled = mangled
      self.text = text
    }
  }

  /// The right side is what `__cxa_demangle` of GCC 12 gives, of the last row without the first underscore.
  static let rows: [Row] = [
    Row("_Z1fv", "f()"),
    Row("_ZN3c104cuda9SetDeviceEi", "c10::cuda::SetDevice(int)"),
    Row("_ZN3c105ErrorC2ENS_14SourceLocationESs", "c10::Error::Error(c10::SourceLocation, std::string)"),
    Row(
      "_ZN3c105ErrorC2ENS_14SourceLocationENSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE",
      "c10::Error::Error(c10::SourceLocation, std::__cxx11::basic_string<char, std::char_traits<char>, std::allocator<char> >)"
    ),
    Row("_ZNK2at10TensorBase8data_ptrIdEEPT_v", "double* at::TensorBase::data_ptr<double>() const"),
    Row("_ZTINSt8ios_base7failureB5cxx11E", "typeinfo for std::ios_base::failure[abi:cxx11]"),
    Row("_ZTVN10__cxxabiv117__class_type_infoE", "vtable for __cxxabiv1::__class_type_info"),
    Row(
      "_ZNSsC1EPKcRKSaIcE",
      "std::basic_string<char, std::char_traits<char>, std::allocator<char> >::basic_string(char const*, std::allocator<char> const&)"
    ),
    Row("_ZN1aD0Ev", "a::~a()"),
    Row("_Z1fPFivE", "f(int (*)())"),
    Row("_Z1fRA10_Kc", "f(char const (&) [10])"),
    Row("_Z1fMN1a1bEFivE", "f(int (a::b::*)())"),
    Row("_Z1fIJidEEvDpT_", "void f<int, double>(int, double)"),
    Row("_Z1fIJRiEEvDpOT_", "void f<int&>(int&)"),
    Row("_Z1fILb1ELi5ELm7EEvv", "void f<true, 5, 7ul>()"),
    Row("_ZN1aplERKS_", "a::operator+(a const&)"),
    Row("_ZNK1acvbEv", "a::operator bool() const"),
    Row("_ZZ1fvENKUliE_clEi", "f()::{lambda(int)#1}::operator()(int) const"),
    Row("_ZN12_GLOBAL__N_11fEv", "(anonymous namespace)::f()"),
    Row("_ZThn16_N1a1fEv", "non-virtual thunk to a::f()"),
    Row("_ZGVZ1fvE1x", "guard variable for f()::x"),
    Row("_Z1fv.cold", "f() [clone .cold]"),
    Row("__ZN2at6TensorC1Ev", "at::Tensor::Tensor()"),
  ]

  @Test(arguments: rows)
  func written(_ row: Row) {
    #expect(DemangledName(row.mangled)?.text == row.text)
  }

  static let unreadable: [String] = [
    "", "_", "_Z", "__Z", "main", "_Z1", "_Z0", "_Zf", "_ZN", "_ZN1a", "_ZN1aE1", "_Z1fS_", "_Z1fT_", "_Z1fIiEvT0_",
    "_Z99999999999999999999f", "_Z5f", "_Z1fDp", "_Z1fSZZZZZZZZZZZZZZZZ_", "_ZN3c105ErrorC2ENS_14SourceLoc", "_Z1fé",
    "_ZNE", "_ZE", "_Z1fILi5Evv", "_Z1fA-1_i",
  ]

  @Test(arguments: unreadable)
  func isNone(_ name: String) {
    #expect(DemangledName(name) == nil)
  }

  /// Names that would cost much stack, memory or time.
  static let hostile: [(String, String)] = [
    ("deep pointers", "_Z1f" + String(repeating: "P", count: 20_000) + "i"),
    ("deep names", "_Z1f" + String(repeating: "1aI", count: 5_000) + "i" + String(repeating: "E", count: 5_000)),
    ("deep functions", "_Z1f" + String(repeating: "PFv", count: 5_000)),
    ("deep local names", "_Z" + String(repeating: "Z", count: 20_000)),
    ("deep expressions", "_Z1fIX" + String(repeating: "ng", count: 10_000)),
    ("doubled again and again", doubling(40, "S0_I", "E")),
    ("empty packs, doubled again and again", "_Z1fI1aIJEE" + String(repeating: "JS_S_E", count: 2_000) + "Evv"),
    ("a long name", "_Z\(40_000)" + String(repeating: "a", count: 40_000) + "v"),
    ("many parameters", "_Z1f" + String(repeating: "1aS_", count: 8_000)),
  ]

  /// `f(A, B<A, A>, B<B<A, A>, B<A, A>>, …)`: each type is twice as long as the one before.
  private static func doubling(_ times: Int, _ open: String, _ close: String) -> String {
    var name = "_Z1f1A1BIS_S_E"
    for index in 1..<times {
      let part = "S" + String(index, radix: 36, uppercase: true) + "_"
      name += open + part + part + close
    }
    return name
  }

  @Test(arguments: hostile)
  func bounded(_ kind: String, _ name: String) {
    #expect((DemangledName(name)?.text.utf8.count ?? 0) <= 1 << 16)
  }

  @Test(arguments: 0..<16)
  func mutated(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<1000 {
      guard let row = Self.rows.randomElement(using: &random), let other = Self.rows.randomElement(using: &random)
      else {
        return
      }
      let bytes = random.mutate(Array(row.mangled.utf8) + Array(other.mangled.utf8.dropFirst(2)))
      #expect((DemangledName(String(decoding: bytes, as: UTF8.self))?.text.utf8.count ?? 0) <= 1 << 16)
    }
  }
}
