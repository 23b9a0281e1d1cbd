/// Names inside modules of the standard library that some Python 3 lacks.
///
/// From "Removed", "Deprecated" and "Improved Modules" of "What's New In Python" 3.4 to 3.14.
enum StandardLibraryNames {
  static func change(of name: String, in module: String) -> StandardLibraryChanges.Change? {
    changes["\(module).\(name)"]
  }

  /// Of a name without its module, which Python does not say before 3.7: where one module alone is known for it.
  ///
  /// - Parameter isPython3: Whether it is a Python 3 that lacks it.
  static func change(ofLoneName name: String, isPython3: Bool) -> (
    module: String, change: StandardLibraryChanges.Change
  )? {
    guard !shared.contains(name) else { return nil }
    let found = lone.compactMap { module in changes["\(module).\(name)"].map { (module: module, change: $0) } }
    guard found.count == 1, let only = found.first else { return nil }
    let isGone = only.change.removed.map { $0 < 7 } ?? false
    // What is younger still is taken from typing_extensions where Python is as old as that.
    let isToCome = only.change.added.map { (isPython3 ? 5 : 0)...8 ~= $0 } ?? false
    return isToCome || isPython3 && isGone ? only : nil
  }

  private static let lone = [
    "contextlib", "enum", "functools", "html.parser", "itertools", "json", "string", "typing", "urllib",
  ]
  /// Other libraries have them as well.
  private static let shared: Set<String> = [
    "join", "quote", "unquote", "final", "Final", "Protocol", "Text", "Type", "Flag", "auto", "unique",
    "cached_property", "OrderedDict", "urlopen",
  ]

  static let changes: [String: StandardLibraryChanges.Change] = {
    var table: [String: StandardLibraryChanges.Change] = [:]
    for (minor, names) in removed { for name in expanded(names) { table[name, default: .init()].removed = minor } }
    for (minor, names) in added { for name in expanded(names) { table[name, default: .init()].added = minor } }
    return table
  }()

  /// `module: name name; module: name`
  private static func expanded(_ text: String) -> [String] {
    text.split(separator: ";").flatMap { entry -> [String] in
      let parts = entry.split(separator: ":")
      guard parts.count == 2 else { return [] }
      let module = parts[0].filter { !$0.isWhitespace }
      return parts[1].split(whereSeparator: \.isWhitespace).map { "\(module).\($0)" }
    }
  }

  private static let removed: [(minor: Int, names: String)] = [
    (
      0,
      """
      itertools: izip imap ifilter izip_longest ifilterfalse; string: maketrans letters lowercase uppercase join; \
      sys: maxint setdefaultencoding exc_clear; os: getcwdu popen2 popen3 errno; types: StringType StringTypes ClassType \
      UnicodeType ListType DictType IntType LongType FloatType TupleType InstanceType; \
      urllib: urlencode quote unquote urlopen urlretrieve quote_plus unquote_plus pathname2url url2pathname; \
      inspect: getmoduleinfo
      """
    ),
    (5, "html.parser: HTMLParseError"),
    (7, "asyncio: async; typing: GenericMeta _ForwardRef _Union _FinalTypingBase"),
    (8, "time: clock; platform: linux_distribution dist; cgi: escape parse_qs parse_qsl"),
    (
      9,
      """
      fractions: gcd; base64: encodestring decodestring; sys: getcheckinterval setcheckinterval;
      """
    ),
    (
      10,
      """
      collections: AsyncGenerator AsyncIterable AsyncIterator Awaitable ByteString Callable Collection Container \
      Coroutine Generator Hashable ItemsView Iterable Iterator KeysView Mapping MappingView MutableMapping \
      MutableSequence MutableSet Reversible Sequence Set Sized ValuesView
      """
    ),
    (
      11,
      """
      inspect: getargspec formatargspec; asyncio: coroutine; gettext: lgettext ldgettext lngettext ldngettext \
      bind_textdomain_codeset; binascii: b2a_hqx a2b_hqx rlecode_hqx rledecode_hqx; \
      pathlib: _NormalAccessor _Accessor
      """
    ),
    (
      12,
      """
      pkgutil: ImpImporter ImpLoader; configparser: SafeConfigParser; \
      ssl: wrap_socket match_hostname RAND_pseudo_bytes; locale: format; importlib: find_loader; \
      importlib.abc: Finder; importlib.util: set_package set_loader module_for_loader; unittest: _TextTestResult; \
      sqlite3: OptimizedUnicode enable_shared_cache
      """
    ),
    (
      13,
      """
      configparser: LegacyInterpolation; unittest: findTestCases makeSuite getTestCaseNames; locale: resetlocale; \
      typing: io re; re: template TEMPLATE T
      """
    ),
    (
      14,
      """
      ast: Num Str Bytes NameConstant Ellipsis; pkgutil: find_loader get_loader; \
      importlib.abc: ResourceReader Traversable TraversableResources; \
      asyncio: AbstractChildWatcher FastChildWatcher MultiLoopChildWatcher PidfdChildWatcher SafeChildWatcher \
      ThreadedChildWatcher get_child_watcher set_child_watcher; sqlite3: version version_info; \
      urllib.request: FancyURLopener URLopener; pty: master_open slave_open
      """
    ),
  ]

  private static let added: [(minor: Int, names: String)] = [
    (4, "contextlib: suppress redirect_stdout; enum: Enum IntEnum unique; functools: singledispatch partialmethod"),
    (5, "typing: Any Dict List Optional Union; math: inf nan isclose gcd; json: JSONDecodeError; subprocess: run"),
    (
      6, "enum: IntFlag Flag auto; typing: NewType ClassVar TYPE_CHECKING Text; os: PathLike fspath; typing: Type Deque"
    ),
    (
      7,
      """
      typing: NoReturn ForwardRef OrderedDict; contextlib: nullcontext AsyncExitStack asynccontextmanager; \
      asyncio: run create_task get_running_loop all_tasks; time: time_ns perf_counter_ns; \
      re: Pattern Match
      """
    ),
    (
      8,
      """
      typing: Final Literal Protocol SupportsIndex TypedDict final get_args get_origin runtime_checkable; \
      functools: cached_property singledispatchmethod; math: prod dist comb perm isqrt; shlex: join; \
      unittest: IsolatedAsyncioTestCase; unittest.mock: AsyncMock; threading: get_native_id excepthook; \
      statistics: fmean NormalDist geometric_mean multimode quantiles
      """
    ),
    (
      9,
      """
      typing: Annotated; functools: cache; math: lcm nextafter ulp; asyncio: to_thread; importlib.resources: files \
      as_file; types: GenericAlias; random: randbytes; ast: unparse; os: waitstatus_to_exitcode
      """
    ),
    (
      10,
      """
      typing: Concatenate ParamSpec ParamSpecArgs ParamSpecKwargs TypeAlias TypeGuard is_typeddict; \
      itertools: pairwise; contextlib: aclosing; dataclasses: KW_ONLY; types: EllipsisType NoneType NotImplementedType \
      UnionType; importlib.metadata: packages_distributions; inspect: get_annotations; statistics: correlation \
      covariance linear_regression
      """
    ),
    (
      11,
      """
      typing: LiteralString Never NotRequired Required Self TypeVarTuple Unpack assert_never assert_type \
      clear_overloads dataclass_transform get_overloads reveal_type; enum: EnumCheck EnumType FlagBoundary ReprEnum \
      StrEnum member nonmember property verify; datetime: UTC; asyncio: Barrier Runner TaskGroup Timeout timeout; \
      contextlib: chdir; hashlib: file_digest; operator: call; logging: getLevelNamesMapping; math: cbrt exp2; \
      re: NOFLAG; inspect: getmembers_static
      """
    ),
    (
      12,
      """
      typing: TypeAliasType override; itertools: batched; math: sumprod; collections.abc: Buffer; \
      logging: getHandlerByName getHandlerNames; random: binomialvariate; sys: monitoring; types: get_original_bases; \
      inspect: BufferFlags markcoroutinefunction; calendar: Month Day
      """
    ),
    (
      13,
      """
      typing: NoDefault ReadOnly TypeIs get_protocol_members is_protocol; warnings: deprecated; copy: replace; \
      queue: ShutDown; pathlib: UnsupportedOperation; types: CapsuleType; os: process_cpu_count
      """
    ),
    (14, "typing: evaluate_forward_ref; io: Reader Writer; sys: is_remote_debug_enabled"),
  ]
}
