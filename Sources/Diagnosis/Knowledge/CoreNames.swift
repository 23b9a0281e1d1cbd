/// Names that well-known packages have had at their top for many years: where one is missing, something else mostly bears
/// the package's name, or a folder is left of it.
enum CoreNames {
  static func has(_ name: String, _ module: String) -> Bool {
    guard let names = table[module] else { return false }
    return names.contains(name) || name == "__version__"
  }

  private static let table: [String: Set<String>] = [
    "torch": ["Tensor", "nn", "cuda", "utils", "load", "optim", "zeros"],
    "torchvision": ["transforms", "models", "datasets"],
    "numpy": ["array", "ndarray", "zeros", "float64", "float32", "int64", "arange", "random", "linalg", "dtype"],
    "pandas": ["DataFrame", "Series", "read_csv", "Index", "concat"],
    "tensorflow": ["constant", "Variable", "float32", "Tensor"],
    "keras": ["models", "layers"],
    "cv2": ["imread", "imwrite", "imshow", "VideoCapture", "cvtColor", "resize", "IMREAD_COLOR", "waitKey"],
    "requests": ["get", "post", "Session", "exceptions", "request"],
    "matplotlib": ["pyplot", "rcParams", "use"],
    "scipy": ["sparse", "linalg", "stats", "optimize"],
    "flask": ["Flask", "request", "jsonify"],
    "django": ["setup", "VERSION"],
    "openai": ["api_key"],
    "transformers": ["AutoModel", "AutoTokenizer"],
    "sqlalchemy": ["create_engine", "Column"],
    "yaml": ["safe_load", "load", "dump"],
    "redis": ["Redis", "StrictRedis"],
    "pytest": ["fixture", "mark"],
    "networkx": ["Graph", "DiGraph"],
    "pygame": ["init", "display"],
    "selenium": ["webdriver"],
    "psutil": ["Process", "cpu_percent", "virtual_memory"],
    "vllm": ["LLM", "SamplingParams"],
    "xgboost": ["XGBClassifier", "DMatrix", "train"],
    "lightgbm": ["LGBMClassifier", "Dataset", "train"],
    "onnxruntime": ["InferenceSession", "SessionOptions"],
    "onnx": ["load", "helper", "checker"],
    "faiss": ["IndexFlatL2", "IndexFlatIP", "read_index"],
    "deepspeed": ["initialize"],
    // Of Python's own library, in every release of Python 3.
    "random": ["randint", "random", "choice", "uniform", "shuffle", "sample", "seed", "Random"],
    "socket": ["socket", "AF_INET", "SOCK_STREAM", "gethostname"],
    "queue": ["Queue", "Empty"],
    "json": ["loads", "dumps", "load", "dump"],
    "logging": ["getLogger", "basicConfig", "DEBUG", "INFO"],
    "string": ["ascii_letters", "digits", "punctuation"],
    "time": ["time", "sleep"],
    "math": ["sqrt", "pi", "floor", "sin", "cos"],
    "copy": ["copy", "deepcopy"],
    "csv": ["reader", "writer", "DictReader", "DictWriter"],
    "threading": ["Thread", "Lock", "Event"],
    "subprocess": ["Popen", "PIPE"],
    "turtle": ["Turtle", "forward"],
    "statistics": ["mean", "median"],
    "types": ["ModuleType", "FunctionType"],
    "platform": ["system", "machine"],
    "signal": ["signal", "SIGINT"],
    "operator": ["itemgetter", "attrgetter"],
    "numbers": ["Number", "Integral"],
    "enum": ["Enum", "IntEnum", "IntFlag", "Flag", "auto"],
  ]
}
