import SharedObjects
import Testing

@Suite struct SymbolReadingTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let names: [String]
    let family: SymbolFamily?
    let stringABI: StringABI?
    var testDescription: String { name }

    init(_ name: String, _ names: [String], _ family: SymbolFamily?, _ stringABI: StringABI? = nil) {
      self.name = name
      self.names = names
      self.family = family
      self.stringABI = stringABI
    }
  }

  static let rows: [Row] = [
    Row("_ZN3c106detail23torchInternalAssertFailEPKcS2_jS2_S2_", ["c10", "detail", "torchInternalAssertFail"], .torch),
    Row("_ZNK2at10TensorBase8data_ptrIdEEPT_v", ["at", "TensorBase", "data_ptr"], .torch),
    Row("_ZN3c105ErrorC2ENS_14SourceLocationESs", ["c10", "Error"], .torch, .old),
    Row("_ZN5torch3jit17parseSchemaOrNameERKSs", ["torch", "jit", "parseSchemaOrName"], .torch, .old),
    Row("_ZN3c105ErrorC2ENS_14SourceLocationENSt7__cxx1112basic_stri", ["c10", "Error"], .torch, .cxx11),
    Row("_ZTINSt8ios_base7failureB5cxx11E", ["std", "ios_base", "failure"], .standardCxx, .cxx11),
    Row("_ZN6google8protobuf7MessageD0Ev", ["google", "protobuf", "Message"], .protobuf),
    Row("_ZN6google5protoE", ["google", "proto"], nil),
    Row("_ZN2cv3MatC1Ev", ["cv", "Mat"], .opencv),
    Row("_Z20cutlass_moe_mm_sm100RN2at6TensorE", ["cutlass_moe_mm_sm100"], nil),
    Row("_ZN3MPI8Datatype4FreeEv", ["MPI", "Datatype", "Free"], .mpi),
    Row("PyObject_CallOneArg", ["PyObject_CallOneArg"], .python),
    Row("_PyThreadState_UncheckedGet", ["_PyThreadState_UncheckedGet"], .python),
    Row("PyArray_API", ["PyArray_API"], .numpy),
    Row("cuInit", ["cuInit"], .cudaDriver),
    Row("cudaLaunchKernel", ["cudaLaunchKernel"], .cudaRuntime),
    Row("cuFileRead", ["cuFileRead"], .cufile),
    Row("cublasLtGetStatusString", ["cublasLtGetStatusString"], .cublas),
    Row("__nvJitLinkAddData_12_1", ["__nvJitLinkAddData_12_1"], .nvjitlink),
    Row("ncclCommRegister", ["ncclCommRegister"], .nccl),
    Row("GOMP_parallel", ["GOMP_parallel"], .openMP),
    Row("__kmpc_fork_call", ["__kmpc_fork_call"], .openMP),
    Row("cube", ["cube"], nil),
    Row("Pyramid", ["Pyramid"], nil),
    Row("numa_get_membind", ["numa_get_membind"], .libnuma),
    Row("iJIT_NotifyEvent", ["iJIT_NotifyEvent"], nil),
    Row("ffi_type_pointer", ["ffi_type_pointer"], .libffi),
    Row("", [""], nil),
  ]

  @Test(arguments: rows)
  func reading(_ row: Row) {
    let reading = SymbolReading(row.name)
    #expect(reading.names == row.names)
    #expect(reading.family == row.family)
    #expect(reading.stringABI == row.stringABI)
  }

  struct Near: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let wanted: String
    let offered: String
    let difference: NearForm.Difference?

    init(_ testDescription: String, _ wanted: String, _ offered: String, _ difference: NearForm.Difference?) {
      self.testDescription = testDescription
      self.wanted = wanted
      self.offered = offered
      self.difference = difference
    }
  }

  static let near: [Near] = [
    Near(
      "the other string", "_ZN3c105ErrorC2ENS_14SourceLocationESs",
      "_ZN3c105ErrorC2ENS_14SourceLocationENSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE", .stringABI),
    Near(
      "the other string, the other way",
      "_ZN3c105ErrorC2ENS_14SourceLocationENSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE",
      "_ZN3c105ErrorC2ENS_14SourceLocationESs", .stringABI),
    Near(
      "other parameters", "_ZN3c106detail23torchInternalAssertFailEPKcS2_jS2_S2_",
      "_ZN3c106detail23torchInternalAssertFailEPKcS2_jS2_RKSs", .signature),
    Near("another return type", "_Z1fIiEvv", "_Z1fIiEiv", .signature),
    Near(
      "another release's namespace", "_ZN4absl12lts_202301254CordC1Ev", "_ZN4absl12lts_202401164CordC1Ev",
      .inlineNamespace),
    Near("another class", "_ZN3c105ErrorC1Ev", "_ZN3c107StorageC1Ev", nil),
    Near("another namespace", "_ZN3c105ErrorC1Ev", "_ZN2at5ErrorC1Ev", nil),
    Near("the same", "_ZN3c105ErrorC1Ev", "_ZN3c105ErrorC1Ev", nil),
    Near("another version in a C name", "__nvJitLinkAddData_12_1", "__nvJitLinkAddData_12_4", .versionedName),
    Near("another C name", "__nvJitLinkAddData_12_1", "__nvJitLinkComplete_12_4", nil),
    Near("a C name without a version", "PyObject_Call", "PyObject_CallOneArg", nil),
    Near("nothing to go by", "", "a", nil),
  ]

  @Test(arguments: near)
  func nearForm(_ row: Near) {
    #expect(NearForm.nearest(to: row.wanted, among: [row.offered]).first?.difference == row.difference)
  }

  @Test func nearestFirst() {
    let wanted = "_ZN1a1fESs"
    let offered = [
      "_ZN1a1fEv", "_ZN1b1fESs", "_ZN1a1fENSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE", "_ZN1a1fEi",
    ]
    #expect(NearForm.nearest(to: wanted, among: offered).map(\.difference) == [.stringABI, .signature, .signature])
    #expect(NearForm.nearest(to: wanted, among: offered, limit: 1).map(\.name) == [offered[2]])
  }
}
