/// Which distribution brings a module whose name is not the distribution's own.
///
/// Each from the project's own page on the index, for the most downloaded projects whose import name differs. What is
/// installed says it better, so its metadata comes first.
enum ImportNames {
  /// The distribution of a module, by the longest part of its dotted name that is known; `nil` where no part is.
  static func distribution(of module: String) -> String? {
    var name: String? = module
    while let current = name {
      if let known = table[current] { return known }
      name = current.parentModule
    }
    return nil
  }

  /// The same; where nothing else is known, a distribution mostly bears its module's name.
  static func likelyDistribution(of module: String) -> String {
    distribution(of: module) ?? module.topLevel.replacing("_", with: "-")
  }

  /// Packages that many projects share; of these only the parts are somebody's.
  static let shared: Set<String> = [
    "google", "google.cloud", "azure", "azure.storage", "azure.mgmt", "zope", "backports", "jaraco", "ruamel",
    "sphinxcontrib", "mpl_toolkits", "nvidia", "paste", "repoze", "plone", "opentelemetry", "opentelemetry.exporter",
    "opentelemetry.instrumentation", "opentelemetry.exporter.otlp", "opentelemetry.exporter.otlp.proto",
    "airflow.providers", "PyQt5", "PyQt6", "PySide6",
    "logilab", "oslo",
  ]

  /// Of those, the ones whose parts bear the names of their distributions, and what stands before them there.
  private static let regular: [(path: String, prefix: String)] = [
    ("airflow/providers/", "apache-airflow-providers-"), ("google/cloud/", "google-cloud-"),
    ("azure/mgmt/", "azure-mgmt-"), ("azure/storage/", "azure-storage-"),
    ("opentelemetry/instrumentation/", "opentelemetry-instrumentation-"), ("sphinxcontrib/", "sphinxcontrib-"),
    ("zope/", "zope-"),
  ]

  /// The distribution of a file, by its path below the folder of installed ones.
  static func likelyDistribution(ofPath path: String) -> String? {
    for (start, prefix) in regular where path.hasPrefix(start) {
      let part = path.dropFirst(start.count).split { $0 == "/" || $0 == "." }.first.map(String.init) ?? ""
      let module = start.replacing("/", with: ".") + part
      return table[module] ?? prefix + part.replacing("_", with: "-")
    }
    return nil
  }

  static let table: [String: String] = {
    var table: [String: String] = [:]
    for entry in entries.split(separator: ";") {
      let words = entry.split(separator: " ")
      guard let distribution = words.first else { continue }
      for module in words.dropFirst() { table[String(module)] = String(distribution) }
    }
    return table
  }()

  /// A distribution and the modules that it brings; those of its own name need no mention.
  private static let entries = """
    absl-py absl; antlr4-python3-runtime antlr4; apache-airflow airflow; argon2-cffi argon2; \
    argon2-cffi-bindings _argon2_cffi_bindings; attrs attr; azure-ai-ml azure.ai.ml; \
    azure-cognitiveservices-speech azure.cognitiveservices.speech; azure-common azure.common; azure-core azure.core; \
    azure-cosmos azure.cosmos; azure-data-tables azure.data.tables; azure-eventhub azure.eventhub; \
    azure-functions azure.functions; azure-identity azure.identity; azure-keyvault-keys azure.keyvault.keys; \
    azure-keyvault-secrets azure.keyvault.secrets; azure-mgmt-compute azure.mgmt.compute; \
    azure-mgmt-core azure.mgmt.core; azure-mgmt-resource azure.mgmt.resource; azure-servicebus azure.servicebus; \
    azure-storage-blob azure.storage.blob; azure-storage-file-datalake azure.storage.filedatalake; \
    azure-storage-file-share azure.storage.fileshare; azure-storage-queue azure.storage.queue; \
    azureml-core azureml azureml.core; backports-datetime-fromisoformat backports.datetime_fromisoformat; \
    backports.functools-lru-cache backports.functools_lru_cache; backports.weakref backports.weakref; \
    backports.csv backports.csv; backports.shutil-get-terminal-size backports.shutil_get_terminal_size; \
    backports.entry-points-selectable backports.entry_points_selectable; backports.strenum backports.strenum; \
    sphinxcontrib-websupport sphinxcontrib.websupport; sphinxcontrib-bibtex sphinxcontrib.bibtex; \
    sphinxcontrib-spelling sphinxcontrib.spelling; sphinxcontrib-httpdomain sphinxcontrib.httpdomain; \
    sphinxcontrib-plantuml sphinxcontrib.plantuml; sphinxcontrib-mermaid sphinxcontrib.mermaid; \
    sphinxcontrib-jquery sphinxcontrib.jquery; sphinxcontrib-programoutput sphinxcontrib.programoutput; \
    backports.cached-property backports.cached_property; backports.lzma backports.lzma; \
    backports.ssl-match-hostname backports.ssl_match_hostname; backports.tarfile backports.tarfile; \
    backports.zoneinfo backports.zoneinfo; basemap mpl_toolkits.basemap; beautifulsoup4 bs4; biopython Bio BioSQL; \
    box2d-py Box2D; brotli _brotli; cffi _cffi_backend; cx-oracle cx_Oracle; cython Cython pyximport; \
    discord.py discord; django-allauth allauth; django-cors-headers corsheaders; django-crispy-forms crispy_forms; \
    django-debug-toolbar debug_toolbar; django-environ environ; django-filter django_filters; \
    django-guardian guardian; django-import-export import_export; django-model-utils model_utils; django-mptt mptt; \
    django-storages storages; django-taggit taggit; djangorestframework rest_framework; \
    djangorestframework-simplejwt rest_framework_simplejwt; dnspython dns; faiss-cpu faiss; ffmpeg-python ffmpeg; \
    flash-attn flash_attn_2_cuda flash_attn_cuda; fonttools fontTools; gdal osgeo ogr osr gdalconst; gitpython git; \
    google-ai-generativelanguage google.ai.generativelanguage; google-api-core google.api_core; \
    google-api-python-client googleapiclient apiclient; google-auth google.auth google.oauth2; \
    google-cloud-aiplatform google.cloud.aiplatform vertexai; google-cloud-bigquery google.cloud.bigquery; \
    google-cloud-bigquery-storage google.cloud.bigquery_storage; \
    google-cloud-core google.cloud._helpers google.cloud.client google.cloud.exceptions; \
    google-cloud-datastore google.cloud.datastore; google-cloud-dlp google.cloud.dlp; \
    google-cloud-firestore google.cloud.firestore; google-cloud-kms google.cloud.kms; \
    google-cloud-logging google.cloud.logging; google-cloud-ndb google.cloud.ndb; \
    google-cloud-pubsub google.cloud.pubsub google.cloud.pubsub_v1; \
    google-cloud-secret-manager google.cloud.secretmanager; google-cloud-spanner google.cloud.spanner; \
    google-cloud-speech google.cloud.speech; google-cloud-storage google.cloud.storage; \
    google-cloud-tasks google.cloud.tasks; google-cloud-texttospeech google.cloud.texttospeech; \
    google-cloud-translate google.cloud.translate google.cloud.translate_v2; \
    google-cloud-vision google.cloud.vision; google-genai google.genai; google-generativeai google.generativeai; \
    google-resumable-media google.resumable_media; \
    googleapis-common-protos google.api google.rpc google.longrunning google.type google.logging; \
    grpc-google-iam-v1 google.iam.v1; grpcio grpc; grpcio-health-checking grpc_health; \
    grpcio-reflection grpc_reflection; grpcio-status grpc_status; grpcio-tools grpc_tools; hydra-core hydra; \
    imbalanced-learn imblearn; ipython IPython; jaraco.classes jaraco.classes; \
    jaraco.collections jaraco.collections; jaraco.context jaraco.context; jaraco.functools jaraco.functools; \
    jaraco.text jaraco.text; jpype1 jpype; kafka-python kafka; levenshtein Levenshtein; llama-cpp-python llama_cpp; \
    lxml-html-clean lxml.html.clean; m2crypto M2Crypto; markdown-it-py markdown_it; matplotlib pylab; \
    mecab-python3 MeCab; mysql-connector-python mysql mysql.connector; mysqlclient MySQLdb _mysql; netcdf4 netCDF4; \
    newspaper3k newspaper; nvidia-cublas-cu12 nvidia.cublas; nvidia-cuda-runtime-cu12 nvidia.cuda_runtime; \
    nvidia-cudnn-cu12 nvidia.cudnn; nvidia-dali-cuda120 nvidia.dali; nvidia-ml-py pynvml; odfpy odf; \
    openai-whisper whisper; opencc-python-reimplemented opencc; opencv-python cv2; \
    opentelemetry-api opentelemetry opentelemetry.trace opentelemetry.metrics opentelemetry.context; \
    opentelemetry-exporter-jaeger opentelemetry.exporter.jaeger; \
    opentelemetry-exporter-otlp-proto-grpc opentelemetry.exporter.otlp.proto.grpc; \
    opentelemetry-exporter-otlp-proto-http opentelemetry.exporter.otlp.proto.http; \
    opentelemetry-sdk opentelemetry.sdk; opentelemetry-semantic-conventions opentelemetry.semconv; \
    oslo.config oslo_config; oslo.utils oslo_utils; paho-mqtt paho; pdfminer.six pdfminer; peewee playhouse; \
    pillow PIL; progressbar2 progressbar; protobuf google.protobuf; psycopg2-binary psycopg2; py-cpuinfo cpuinfo; \
    pycairo cairo; pycryptodome Crypto; pycryptodomex Cryptodome; pyenchant enchant; pygithub github; pygobject gi; \
    pyhamcrest hamcrest; pyicu icu; pyinstaller PyInstaller; pyjwt jwt; pylibmc _pylibmc; pymongo bson gridfs; \
    pymssql _mssql; pymupdf fitz; pynacl nacl; pyobjc-core objc; pyobjc-framework-cocoa AppKit Cocoa Foundation; \
    pyopengl OpenGL; pyopenssl OpenSSL; pypdf2 PyPDF2; pyqt3d PyQt5.Qt3DCore PyQt5.Qt3DRender; pyqt5 PyQt5; \
    pyqt5-sip PyQt5.sip sip; pyqt6 PyQt6; pyqt6-charts PyQt6.QtCharts; pyqt6-qscintilla PyQt6.Qsci; \
    pyqt6-webengine PyQt6.QtWebEngineWidgets PyQt6.QtWebEngineCore PyQt6.QtWebEngineQuick; pyqtchart PyQt5.QtChart; \
    pyqtdatavisualization PyQt5.QtDataVisualization; \
    pyqtwebengine PyQt5.QtWebEngineWidgets PyQt5.QtWebEngine PyQt5.QtWebEngineCore; pyrebase4 pyrebase; \
    pysaml2 saml2; pyserial serial; pyside2 PySide2 shiboken2; pyside6 PySide6 shiboken6; \
    pyside6-addons PySide6.QtWebEngineWidgets PySide6.QtCharts PySide6.QtPdf PySide6.QtMultimedia PySide6.Qt3DCore; \
    pysocks socks sockshandler; pyspnego spnego; pytest _pytest py; pytest-runner ptr; python-apt apt apt_pkg; \
    python-barcode barcode; python-bidi bidi; python-box box; python-can can; python-consul consul; \
    python-crontab crontab; python-daemon daemon; python-dateutil dateutil; python-decouple decouple; \
    python-docx docx; python-dotenv dotenv; python-editor editor; python-engineio engineio; \
    python-frontmatter frontmatter; python-gitlab gitlab; python-igraph igraph; python-iso639 iso639; \
    python-jose jose; python-json-logger pythonjsonlogger; python-keycloak keycloak; python-ldap ldap ldif; \
    python-levenshtein Levenshtein; python-louvain community; python-lzo lzo; python-magic magic; \
    python-memcached memcache; python-mimeparse mimeparse; python-multipart multipart; python-nmap nmap; \
    python-owasp-zap-v2.4 zapv2; python-pam pam; python-pptx pptx; python-pptx-interface pptx_interface; \
    python-rapidjson rapidjson; python-sat pysat; python-slugify slugify; python-snappy snappy; \
    python-socketio socketio; python-telegram-bot telegram; python-xlib Xlib; pyusb usb; pywavelets pywt; \
    pywin32 win32api win32con win32gui win32file win32event win32service win32serviceutil win32process win32com pywintypes pythoncom win32pipe win32security win32clipboard winerror servicemanager; \
    pywin32-ctypes win32ctypes; pyxdg xdg; pyyaml yaml _yaml; pyzmq zmq; qscintilla PyQt5.Qsci; \
    robotframework robot; rpds-py rpds; rpi.gpio RPi RPi.GPIO; ruamel.yaml ruamel.yaml; \
    ruamel.yaml.clib _ruamel_yaml; scikit-build skbuild; scikit-image skimage; scikit-learn sklearn; \
    scikit-optimize skopt; setuptools pkg_resources _distutils_hack; slackclient slack; sounddevice _sounddevice; \
    soundfile _soundfile; speechrecognition speech_recognition; sphinxcontrib-napoleon sphinxcontrib.napoleon; \
    tensorboardx tensorboardX; torch functorch torchgen; umap-learn umap; websocket-client websocket; wxpython wx; \
    zc.buildout zc.buildout; zope.component zope.component; zope.deprecation zope.deprecation; \
    zope.event zope.event; zope.interface zope.interface; zope.schema zope.schema
    """
}
