/// Projects that share an import name, or nearly, with a better known one.
enum Namesakes {
  struct Pair: Sendable {
    /// The distribution that people mean.
    let meant: String
    /// Those that they get by the import's name.
    let others: [String]
    /// Names that the one that is meant has.
    var offers: Set<String> = []
    /// A module that only the other one's code wants.
    var telltale: Set<String> = []
    /// Names that only one of the others has, and which: who wants them has got the one that most people mean.
    var foreign: (owner: String, names: Set<String>)? = nil
  }

  /// Missing modules that give a namesake away even without a traceback.
  static let telling: [String: String] = ["frontend": "fitz"]

  /// By the import name.
  static let table: [String: Pair] = [
    "Crypto": Pair(meant: "pycryptodome", others: ["crypto"]),
    // Where file systems keep no case, the files of pycryptodome lie in the folder of the other one.
    "crypto": Pair(meant: "pycryptodome", others: ["crypto"], telltale: ["Crypto", "Crypto.Util"]),
    "fitz": Pair(meant: "pymupdf", others: ["fitz"], offers: ["open", "Document", "Rect"], telltale: ["frontend"]),
    "jwt": Pair(
      meant: "pyjwt", others: ["jwt"],
      offers: [
        "encode", "decode", "PyJWT", "ExpiredSignatureError", "InvalidTokenError", "PyJWKClient",
        "get_unverified_header",
      ], foreign: ("jwt", ["JWT", "jwk_from_dict", "jwk_from_pem", "supported_key_types"])),
    "serial": Pair(
      meant: "pyserial", others: ["serial"], offers: ["Serial", "tools", "SerialException", "PARITY_NONE"]),
    "docx": Pair(meant: "python-docx", others: ["docx"], offers: ["Document"], telltale: ["exceptions"]),
    "dotenv": Pair(
      meant: "python-dotenv", others: ["dotenv"], offers: ["load_dotenv", "find_dotenv", "dotenv_values"]),
    "magic": Pair(
      meant: "python-magic", others: ["magic", "file-magic"], offers: ["from_file", "from_buffer", "Magic"],
      foreign: ("file-magic", ["open", "MAGIC_NONE", "MAGIC_MIME", "MAGIC_MIME_TYPE", "detect_from_filename"])),
    "slugify": Pair(meant: "python-slugify", others: ["slugify"], offers: ["slugify"]),
    "telegram": Pair(
      meant: "python-telegram-bot", others: ["telegram"],
      offers: [
        "Bot", "Update", "ext", "InlineKeyboardButton", "ParseMode", "ReplyKeyboardMarkup", "TelegramError", "error",
        "utils", "constants", "Message",
      ]),
    "websocket": Pair(
      meant: "websocket-client", others: ["websocket"],
      offers: ["WebSocketApp", "create_connection", "enableTrace", "WebSocket"]),
    "grpc": Pair(
      meant: "grpcio", others: ["grpc"], offers: ["insecure_channel", "server", "aio"],
      telltale: ["gevent", "gevent.socket"]),
    "github": Pair(meant: "pygithub", others: ["github"], offers: ["Github", "GithubException", "Auth"]),
    "git": Pair(meant: "gitpython", others: ["git"], offers: ["Repo", "Git"]),
    "nmap": Pair(meant: "python-nmap", others: ["nmap"], offers: ["PortScanner"]),
    "umap": Pair(meant: "umap-learn", others: ["umap"], offers: ["UMAP", "umap_"]),
    "whisper": Pair(meant: "openai-whisper", others: ["whisper"], offers: ["load_model", "transcribe", "load_audio"]),
    "ffmpeg": Pair(
      meant: "ffmpeg-python", others: ["ffmpeg", "python-ffmpeg"], offers: ["input", "output", "probe", "Error"]),
    "decouple": Pair(meant: "python-decouple", others: ["decouple"], offers: ["config", "Csv"]),
    "environ": Pair(meant: "django-environ", others: ["environ"], offers: ["Env", "Path"]),
    "bson": Pair(
      meant: "pymongo", others: ["bson"],
      offers: [
        "SON", "ObjectId", "abc", "BSON", "json_util", "EPOCH_AWARE", "InvalidBSON", "DBRef", "Binary", "CodecOptions",
      ]),
    "multipart": Pair(meant: "python-multipart", others: ["multipart"], offers: ["multipart"]),
    "kafka": Pair(
      meant: "kafka-python", others: ["kafka"], offers: ["KafkaProducer", "KafkaConsumer"], telltale: ["kafka.vendor"]),
    "crontab": Pair(meant: "python-crontab", others: ["crontab"], offers: ["CronItem", "CronSlices"]),
    "gnupg": Pair(meant: "python-gnupg", others: ["gnupg"]),
    "tabula": Pair(meant: "tabula-py", others: ["tabula"], offers: ["read_pdf", "convert_into"]),
    "camelot": Pair(meant: "camelot-py", others: ["camelot"], offers: ["read_pdf"]),
    "community": Pair(meant: "python-louvain", others: ["community"], offers: ["best_partition", "community_louvain"]),
    "apex": Pair(
      meant: "apex of NVIDIA, built from its sources", others: ["apex"],
      offers: ["amp", "normalization", "optimizers", "parallel"], telltale: ["pyramid", "pyramid.session", "wtforms"]),
    "agents": Pair(
      meant: "openai-agents", others: ["agents"],
      offers: [
        "Agent", "Runner", "function_tool", "handoff", "ModelSettings", "RunContextWrapper", "set_tracing_disabled",
      ]
    ),
    "socketio": Pair(
      meant: "python-socketio", others: ["socketio"],
      offers: ["Server", "AsyncServer", "Client", "AsyncClient", "WSGIApp", "ASGIApp", "Middleware"]),
    "slack": Pair(
      meant: "slackclient", others: ["slack"], offers: ["WebClient", "RTMClient", "WebhookClient", "errors"]),
    "attr": Pair(meant: "attrs", others: ["attr"], offers: ["s", "ib", "define", "attrs", "dataclass", "validators"]),
    "jose": Pair(meant: "python-jose", others: ["jose"], offers: ["jwt", "jws", "JWTError"]),
    "snappy": Pair(meant: "python-snappy", others: ["snappy"], offers: ["compress", "decompress"]),
    "box": Pair(meant: "python-box", others: ["box"], offers: ["Box", "BoxList"]),
    "memcache": Pair(meant: "python-memcached", others: ["memcache"], offers: ["Client"]),
    "dns": Pair(meant: "dnspython", others: ["dns"], offers: ["resolver", "message", "exception"]),
    "usb": Pair(meant: "pyusb", others: ["usb"], offers: ["core", "util"]),
    "clip": Pair(
      meant: "clip of OpenAI, from its repository", others: ["clip"], offers: ["load", "tokenize", "available_models"]),
    "discord": Pair(
      meant: "discord.py", others: ["py-cord", "nextcord", "discord"], offers: ["Intents", "app_commands"],
      foreign: ("py-cord", ["Bot", "ApplicationContext", "SlashCommandGroup", "Option", "slash_command"])),
    "barcode": Pair(meant: "python-barcode", others: ["barcode"], offers: ["EAN13", "Code128"]),
    "haystack": Pair(
      meant: "haystack-ai", others: ["haystack", "django-haystack"], offers: ["Pipeline", "component"]),
    "zmq": Pair(meant: "pyzmq", others: ["zmq"]),
    "Levenshtein": Pair(meant: "levenshtein", others: ["levenshtein-distance"]),
    "delegator": Pair(meant: "delegator.py", others: ["delegator"], offers: ["run", "chain"]),
    "wx": Pair(meant: "wxpython", others: ["wx"], offers: ["App", "Frame"]),
    "torch": Pair(meant: "torch", others: ["pytorch"]),
    "cairo": Pair(meant: "pycairo", others: ["cairo"]),
    "consul": Pair(meant: "python-consul", others: ["consul"], offers: ["Consul"]),
    "frontmatter": Pair(meant: "python-frontmatter", others: ["frontmatter"], offers: ["load", "loads"]),
    "keycloak": Pair(meant: "python-keycloak", others: ["keycloak"], offers: ["KeycloakOpenID", "KeycloakAdmin"]),
    "socks": Pair(meant: "pysocks", others: ["socks"], offers: ["socksocket"]),
    "ldap": Pair(meant: "python-ldap", others: ["ldap"], offers: ["initialize"]),
  ]
}
