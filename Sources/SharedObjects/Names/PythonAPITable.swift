/// Functions and objects of CPython's C API that not every release has.
///
/// Source: the dynamic symbols of libpython of 3.8.18, 3.9.18, 3.10.13, 3.11.7, 3.12.1 and 3.13.0 for x86-64 Linux. A name
/// may have been added in a later patch release of its minor version than the one that was looked at, and is then listed
/// for the next.
enum PythonAPITable {
  /// Public names, by the first minor version of Python 3 that has them.
  static let added: [(minor: Int, names: String)] = [
    (
      9,
      """
      PyBuffer_SizeFromFormat PyCMethod_New PyCMethod_Type PyFrame_GetBack PyFrame_GetCode PyInit__peg_parser
      PyInterpreterState_Get PyModule_AddType PyObject_CallNoArgs PyObject_CheckBuffer PyObject_GC_IsFinalized
      PyObject_GC_IsTracked PyObject_GET_WEAKREFS_LISTPTR PyObject_IS_GC PyObject_VectorcallDict
      PyObject_VectorcallMethod PyPegen_ASTFromFileObject PyPegen_ASTFromFilename PyPegen_ASTFromString
      PyPegen_ASTFromStringObject PyThreadState_GetFrame PyThreadState_GetID PyThreadState_GetInterpreter
      PyType_FromModuleAndSpec PyType_GetModule PyType_GetModuleState Py_EnterRecursiveCall Py_GenericAlias
      Py_GenericAliasType Py_LeaveRecursiveCall
      """
    ),
    (
      10,
      """
      PyAIter_Check PyCodec_Unregister PyDescr_IsData PyErr_RangedSyntaxLocationObject PyErr_SetInterruptEx
      PyExc_EncodingWarning PyGC_Disable PyGC_Enable PyGC_IsEnabled PyIter_Send PyModule_AddObjectRef
      PyObject_GetAIter Py_Is Py_IsFalse Py_IsNone Py_IsTrue Py_NewRef Py_XNewRef
      """
    ),
    (
      11,
      """
      PyCode_Addr2Location PyCode_GetCellvars PyCode_GetCode PyCode_GetFreevars PyCode_GetVarnames
      PyErr_GetHandledException PyErr_SetHandledException PyExc_BaseExceptionGroup PyFloat_Pack2 PyFloat_Pack4
      PyFloat_Pack8 PyFloat_Unpack2 PyFloat_Unpack4 PyFloat_Unpack8 PyFrame_GetBuiltins PyFrame_GetGenerator
      PyFrame_GetGlobals PyFrame_GetLasti PyFrame_GetLocals PyInit__tokenize PyObject_CallOneArg PyObject_Vectorcall
      PyThreadState_EnterTracing PyThreadState_LeaveTracing PyType_GetModuleByDef PyType_GetName PyType_GetQualName
      PyType_SUPPORTS_WEAKREFS PyVectorcall_Function Py_GETENV Py_Version
      """
    ),
    (
      12,
      """
      PyCode_AddWatcher PyCode_ClearWatcher PyDict_AddWatcher PyDict_ClearWatcher PyDict_Unwatch PyDict_Watch
      PyErr_DisplayException PyErr_GetRaisedException PyErr_SetRaisedException PyEval_SetProfileAllThreads
      PyEval_SetTraceAllThreads PyException_GetArgs PyException_SetArgs PyFrame_GetVar PyFrame_GetVarString
      PyFunction_AddWatcher PyFunction_ClearWatcher PyFunction_SetVectorcall PyGen_GetCode PyInit__typing
      PyObject_GetItemData PyObject_GetTypeData PyType_AddWatcher PyType_ClearWatcher PyType_FromMetaclass
      PyType_GetDict PyType_GetTypeDataSize PyType_Unwatch PyType_Watch PyUnstable_Code_GetExtra PyUnstable_Code_New
      PyUnstable_Code_NewWithPosOnlyArgs PyUnstable_Code_SetExtra PyUnstable_Eval_RequestCodeExtraIndex
      PyUnstable_Exc_PrepReraiseStar PyUnstable_GC_VisitObjects PyUnstable_InterpreterFrame_GetCode
      PyUnstable_InterpreterFrame_GetLasti PyUnstable_InterpreterFrame_GetLine PyUnstable_Long_CompactValue
      PyUnstable_Long_IsCompact PyUnstable_Object_GC_NewWithExtraData PyUnstable_PerfMapState_Fini
      PyUnstable_PerfMapState_Init PyUnstable_Type_AssignVersionTag PyUnstable_WritePerfMapEntry PyVectorcall_NARGS
      Py_NewInterpreterFromConfig
      """
    ),
    (
      13,
      """
      PyCriticalSection2_Begin PyCriticalSection2_End PyCriticalSection_Begin PyCriticalSection_End
      PyDict_ContainsString PyDict_GetItemRef PyDict_GetItemStringRef PyDict_Pop PyDict_PopString PyDict_SetDefaultRef
      PyErr_FormatUnraisable PyEval_GetFrameBuiltins PyEval_GetFrameGlobals PyEval_GetFrameLocals PyEvent_Wait
      PyEvent_WaitTimed PyExc_InterpreterError PyExc_InterpreterNotFoundError PyExc_PythonFinalizationError
      PyFrameLocalsProxy_Type PyImport_AddModuleRef PyInit__suggestions PyInit__sysconfig PyList_Clear PyList_Extend
      PyList_GetItemRef PyLong_AsInt PyLong_AsNativeBytes PyLong_FromNativeBytes PyLong_FromUnsignedNativeBytes
      PyMapping_GetOptionalItem PyMapping_GetOptionalItemString PyMapping_HasKeyStringWithError
      PyMapping_HasKeyWithError PyModule_Add PyMonitoring_EnterScope PyMonitoring_ExitScope PyMutex_Lock
      PyMutex_Unlock PyObject_ClearManagedDict PyObject_DelAttr PyObject_DelAttrString PyObject_GenericHash
      PyObject_GetOptionalAttr PyObject_GetOptionalAttrString PyObject_HasAttrStringWithError
      PyObject_HasAttrWithError PyObject_VisitManagedDict PyRefTracer_GetTracer PyRefTracer_SetTracer PySys_AuditTuple
      PyThreadState_GetUnchecked PyThread_ParseTimeoutArg PyThread_acquire_lock_timed_with_retries
      PyThread_detach_thread PyThread_get_thread_ident_ex PyThread_join_thread PyThread_start_joinable_thread
      PyTime_AsSecondsDouble PyTime_Monotonic PyTime_MonotonicRaw PyTime_PerfCounter PyTime_PerfCounterRaw PyTime_Time
      PyTime_TimeRaw PyType_GetFullyQualifiedName PyType_GetModuleName PyUnicode_EqualToUTF8
      PyUnicode_EqualToUTF8AndSize PyUnstable_AtExit PyUnstable_CopyPerfMapFile PyUnstable_ExecutableKinds
      PyUnstable_InterpreterState_GetMainModule PyUnstable_Object_ClearWeakRefsNoCallbacks
      PyUnstable_PerfTrampoline_CompileCode PyUnstable_PerfTrampoline_SetPersistAfterFork PyWeakref_GetRef
      Py_GetConstant Py_GetConstantBorrowed Py_HashPointer Py_IsFinalizing
      """
    ),
  ]

  /// Names, private ones among them, by the first minor version of Python 3 that lacks them again.
  static let removed: [(minor: Int, names: String)] = [
    (
      10,
      """
      PyAST_CompileEx PyAST_CompileObject PyAST_FromNode PyAST_FromNodeObject PyAST_Validate PyArena_AddPyObject
      PyArena_Free PyArena_Malloc PyArena_New PyFuture_FromAST PyFuture_FromASTObject PyInit__peg_parser
      PyLong_FromUnicode PyNode_AddChild PyNode_Compile PyNode_Free PyNode_ListTree PyNode_New PyOS_InitInterrupts
      PyParser_ASTFromFile PyParser_ASTFromFileObject PyParser_ASTFromString PyParser_ASTFromStringObject
      PyParser_ClearError PyParser_ParseFile PyParser_ParseFileFlags PyParser_ParseFileFlagsEx
      PyParser_ParseFileObject PyParser_ParseString PyParser_ParseStringFlags PyParser_ParseStringFlagsFilename
      PyParser_ParseStringFlagsFilenameEx PyParser_ParseStringObject PyParser_SetError PyParser_SimpleParseFile
      PyParser_SimpleParseFileFlags PyParser_SimpleParseString PyParser_SimpleParseStringFlags
      PyParser_SimpleParseStringFlagsFilename PyPegen_ASTFromFileObject PyPegen_ASTFromFilename PyPegen_ASTFromString
      PyPegen_ASTFromStringObject PySTEntry_Type PyST_GetScope PySymtable_Build PySymtable_BuildObject PySymtable_Free
      PyUnicode_AsUnicodeCopy PyUnicode_GetMax Py_SymtableString Py_SymtableStringObject Py_UNICODE_strcat
      Py_UNICODE_strchr Py_UNICODE_strcmp Py_UNICODE_strcpy Py_UNICODE_strlen Py_UNICODE_strncmp Py_UNICODE_strncpy
      Py_UNICODE_strrchr _PyAST_GetDocString _PyAST_Optimize _PyCodec_Forget _PyDict_Contains _PyDict_GetItemId
      _PyEval_EvalCodeWithName _PyGC_CollectIfEnabled _PyGC_CollectNoFail _PyGC_InitState _PyGILState_Reinit
      _PyGen_Send _PyInterpreterState_DeleteExceptMain _PyLong_FromNbIndexOrNbInt _PyLong_FromNbInt _PyLong_One
      _PyLong_Zero _PyNode_SizeOf _PyObject_HasAttrId _PyParser_Grammar _PyRuntimeState_ReInitThreads
      _PySignal_AfterFork _PyTime_Init _PyTraceMalloc_NewReference
      """
    ),
    (
      11,
      """
      PyFrame_BlockPop PyFrame_BlockSetup PyUnicodeEncodeError_Create PyUnicodeTranslateError_Create PyUnicode_Encode
      PyUnicode_EncodeASCII PyUnicode_EncodeCharmap PyUnicode_EncodeDecimal PyUnicode_EncodeLatin1
      PyUnicode_EncodeRawUnicodeEscape PyUnicode_EncodeUTF16 PyUnicode_EncodeUTF32 PyUnicode_EncodeUTF7
      PyUnicode_EncodeUTF8 PyUnicode_EncodeUnicodeEscape PyUnicode_TransformDecimalToASCII PyUnicode_TranslateCharmap
      _PyComplex_FormatAdvancedWriter _PyEval_CallTracing _PyEval_GetAsyncGenFinalizer _PyEval_GetAsyncGenFirstiter
      _PyEval_GetCoroutineOriginTrackingDepth _PyEval_SetAsyncGenFinalizer _PyEval_SetAsyncGenFirstiter
      _PyEval_SetCoroutineOriginTrackingDepth _PyFloat_Pack2 _PyFloat_Pack4 _PyFloat_Pack8 _PyFloat_Unpack2
      _PyFloat_Unpack4 _PyFloat_Unpack8 _PyFrame_DebugMallocStats _PyHamtItems_Type _PyHamtKeys_Type
      _PyHamtValues_Type _PyHamt_ArrayNode_Type _PyHamt_BitmapNode_Type _PyHamt_CollisionNode_Type _PyHamt_Type
      _PyImport_FindExtensionObject _PyObject_GC_Calloc _PyObject_GC_Malloc _PySys_GetObjectId _PySys_SetObjectId
      _PyTime_AsTimeval_noraise _PyTrash_deposit_object _PyTrash_destroy_chain _PyType_GetModuleByDef
      """
    ),
    (
      12,
      """
      PyCode_New PyCode_NewWithPosOnlyArgs PyInit_xxsubtype PyToken_OneChar PyToken_ThreeChars PyToken_TwoChars
      PyUnicode_AsUnicode PyUnicode_AsUnicodeAndSize PyUnicode_FromUnicode _PyAccu_Accumulate _PyAccu_Destroy
      _PyAccu_Finish _PyAccu_FinishAsList _PyAccu_Init _PyBytesIOBuffer_Type _PyCode_GetExtra _PyCode_SetExtra
      _PyErr_TrySetFromCause _PyEval_RequestCodeExtraIndex _PyStructSequence_InitType _PyThreadState_SetCurrent
      _PyUnicode_AsUnicode _PyUnicode_Ready
      """
    ),
    (
      13,
      """
      PySymtable_Lookup Py_SetStandardStreamEncoding _PyArg_NoKwnames _PyArg_ParseStackAndKeywords_SizeT
      _PyArg_ParseStack_SizeT _PyArg_ParseTupleAndKeywordsFast_SizeT _PyArg_UnpackStack
      _PyArg_VaParseTupleAndKeywordsFast _PyArg_VaParseTupleAndKeywordsFast_SizeT _PyArgv_AsWstrList
      _PyAsyncGenAThrow_Type _PyAsyncGenWrappedValue_Type _PyBufferWrapper_Type _PyBytes_FormatEx _PyBytes_FromHex
      _PyCode_New _PyCode_Validate _PyCodecInfo_GetIncrementalDecoder _PyCodecInfo_GetIncrementalEncoder
      _PyCodec_DecodeText _PyCodec_EncodeText _PyCodec_Lookup _PyCodec_LookupTextEncoding _PyCoroWrapper_Type
      _PyDebugAllocatorStats _PyDictView_Intersect _PyDictView_New _PyDict_CheckConsistency _PyDict_ContainsId
      _PyDict_Contains_KnownHash _PyDict_DebugMallocStats _PyDict_DelItemId _PyDict_GetItemIdWithError
      _PyDict_GetItemWithError _PyDict_HasOnlyStringKeys _PyDict_MaybeUntrack _PyDict_Next _PyDict_SetItemId
      _PyErr_ChainExceptions _PyErr_ChainStackItem _PyErr_CheckSignals _PyErr_CheckSignalsTstate _PyErr_Display
      _PyErr_DisplayException _PyErr_Fetch _PyErr_FormatFromCauseTstate _PyErr_GetExcInfo _PyErr_GetHandledException
      _PyErr_GetTopmostException _PyErr_NoMemory _PyErr_NormalizeException _PyErr_Print _PyErr_Restore
      _PyErr_SetHandledException _PyErr_SetNone _PyErr_SetObject _PyErr_StackItemToExcInfoTuple
      _PyErr_WriteUnraisableMsg _PyEval_GetBuiltinId _PyEval_GetSwitchInterval _PyEval_SetSwitchInterval
      _PyEval_SetTrace _PyEval_SignalAsyncExc _PyEval_SignalReceived _PyExc_CreateExceptionGroup
      _PyExc_PrepReraiseStar _PyException_AddNote _PyFloat_DebugMallocStats _PyFloat_FormatAdvancedWriter
      _PyFunction_Vectorcall _PyGILState_GetInterpreterStateUnsafe _PyGen_Finalize _PyImport_AcquireLock
      _PyImport_CheckSubinterpIncompatibleExtensionAllowed _PyImport_FixupBuiltin _PyImport_FixupExtensionObject
      _PyImport_GetModuleId _PyImport_IsInitialized _PyImport_ReleaseLock _PyImport_SetModuleString
      _PyInterpreterID_LookUp _PyInterpreterID_New _PyInterpreterID_Type _PyInterpreterState_Enable
      _PyInterpreterState_GetConfig _PyInterpreterState_GetMainModule _PyInterpreterState_HasFeature
      _PyList_DebugMallocStats _PyLong_AsInt _PyLong_FormatAdvancedWriter _PyLong_FormatBytesWriter
      _PyLong_FormatWriter _PyLong_FromBytes _PyLong_FromUid _PyManagedBuffer_Type _PyMem_GetAllocatorName
      _PyMem_RawStrdup _PyMem_RawWcsdup _PyMem_SetDefaultAllocator _PyMem_SetupAllocators _PyMethodWrapper_Type
      _PyModuleSpec_IsInitializing _PyModule_Add _PyModule_Clear _PyModule_ClearDict _PyModule_CreateInitialized
      _PyNamespace_Type _PyOS_InterruptOccurred _PyOS_URandom _PyObject_Call _PyObject_CallMethodIdObjArgs
      _PyObject_CallMethodId_SizeT _PyObject_Call_Prepend _PyObject_CheckConsistency _PyObject_ClearManagedDict
      _PyObject_DebugTypeStats _PyObject_FastCall _PyObject_FastCallDictTstate _PyObject_HasLen _PyObject_IsAbstract
      _PyObject_LookupAttr _PyObject_LookupAttrId _PyObject_LookupSpecialId _PyObject_NextNotImplemented
      _PyObject_RealIsInstance _PyObject_RealIsSubclass _PyObject_SetAttrId _PyObject_VisitManagedDict
      _PyRun_AnyFileObject _PyRun_InteractiveLoopObject _PyRun_SimpleFileObject _PyRuntimeState_Fini
      _PyRuntimeState_Init _PyRuntime_Finalize _PyRuntime_Initialize _PySequence_BytesToCharpArray
      _PySequence_IterSearch _PyThreadState_Bind _PyThreadState_DeleteCurrent _PyThreadState_DeleteExcept
      _PyThreadState_Swap _PyThreadState_UncheckedGet _PyThread_CurrentExceptions _PyThread_at_fork_reinit _PyTime_Add
      _PyTime_AsNanoseconds _PyTime_AsNanosecondsObject _PyTime_AsSecondsDouble _PyTime_FromMicrosecondsClamp
      _PyTime_FromNanoseconds _PyTime_FromNanosecondsObject _PyTime_FromTimespec _PyTime_FromTimeval
      _PyTime_GetMonotonicClock _PyTime_GetMonotonicClockWithInfo _PyTime_GetPerfCounter
      _PyTime_GetPerfCounterWithInfo _PyTime_GetSystemClock _PyTime_GetSystemClockWithInfo _PyTime_MulDiv
      _PyTraceBack_FromFrame _PyTraceBack_Print_Indented _PyTraceMalloc_ClearTraces _PyTraceMalloc_GetMemory
      _PyTraceMalloc_GetObjectTraceback _PyTraceMalloc_GetTracebackLimit _PyTraceMalloc_GetTracedMemory
      _PyTraceMalloc_GetTraces _PyTraceMalloc_Init _PyTraceMalloc_IsTracing _PyTraceMalloc_ResetPeak
      _PyTraceMalloc_Start _PyTraceMalloc_Stop _PyTrash_begin _PyTrash_cond _PyTrash_end _PyTuple_DebugMallocStats
      _PyTuple_MaybeUntrack _PyType_CalculateMetaclass _PyType_CheckConsistency _PyType_GetDocFromInternalDoc
      _PyType_GetTextSignatureFromInternalDoc _PyType_LookupId _PyUnicodeTranslateError_Create
      _PyUnicode_AsASCIIString _PyUnicode_AsLatin1String _PyUnicode_DecodeRawUnicodeEscapeStateful
      _PyUnicode_DecodeUnicodeEscapeStateful _PyUnicode_EQ _PyUnicode_EncodeCharmap _PyUnicode_EncodeUTF7
      _PyUnicode_EqualToASCIIId _PyUnicode_FastCopyCharacters _PyUnicode_FastFill _PyUnicode_FindMaxChar
      _PyUnicode_FormatAdvancedWriter _PyUnicode_FormatLong _PyUnicode_FromASCII _PyUnicode_InsertThousandsGrouping
      _PyUnicode_IsCaseIgnorable _PyUnicode_IsCased _PyUnicode_IsXidContinue _PyUnicode_IsXidStart
      _PyUnicode_ToFoldedFull _PyUnicode_ToLowerFull _PyUnicode_ToTitleFull _PyUnicode_ToUpperFull
      _PyUnicode_WideCharString_Converter _PyUnicode_WideCharString_Opt_Converter _PyUnicode_XStrip
      _PyWeakref_GetWeakrefCount _PyWideStringList_AsList _PyWideStringList_Clear _PyWideStringList_Copy
      _PyWideStringList_Extend
      """
    ),
  ]
}
