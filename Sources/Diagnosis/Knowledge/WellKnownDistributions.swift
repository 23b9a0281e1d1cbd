/// Distributions that bear the name of the module that they bring, and that many use: to install one of them by the
/// module's name is no guess.
///
/// Not by any ranking: what is commonly imported and comes from a project of the same name. That each of them is on the
/// index was looked up.
enum WellKnownDistributions {
  /// Normalised (PEP 503).
  static let names = Set(text.split(separator: " ").map(String.init))

  private static let text = """
    accelerate aiobotocore aiofiles aiohttp aiosqlite albumentations alembic altair amqp annotated-types ansible \
    anthropic anyio appdirs apscheduler arrow arviz asgiref asteval astor astropy async-timeout asyncpg audioread \
    autobahn autograd av awkward babel bcrypt behave billiard bitsandbytes black bleach blinker blis bokeh boto \
    boto3 botocore bottle bottleneck build cachetools cartopy catboost cattrs celery certifi cffi chardet \
    charset-normalizer cheroot cherrypy chromadb click cloudpickle colorama coloredlogs colorlog comtypes construct \
    contourpy coverage croniter cryptography cupy cvxpy cycler cytoolz dacite dash dask databases datasets \
    datashader dateparser debugpy decorator deepdiff deepspeed defusedxml diffusers dill diskcache distributed \
    django dnspython docker docopt docutils duckdb einops elasticsearch emoji evaluate eventlet factory-boy faker \
    falcon fastapi fastavro fastparquet fasttext feedparser filelock fiona flake8 flask flax flit folium fsspec \
    fuzzywuzzy gensim geopandas gevent gradio graphene graphviz great-expectations greenlet grequests gspread \
    gunicorn gym gymnasium h11 h2 h5py hpack html5lib httpcore httplib2 httptools httpx huggingface-hub humanize \
    hypothesis idna imageio imageio-ffmpeg inflect inflection iniconfig invoke ipdb ipykernel ipython-genutils \
    ipywidgets isort itsdangerous jax jaxlib jedi jieba jinja2 jmespath joblib jsonpatch \
    jsonpath-ng jsonpickle jsonschema jupyter \
    jupyterlab kaleido keras kombu kornia kubernetes langchain langchain-community langchain-core langchain-openai \
    langgraph langsmith lark librosa lightgbm lightning litellm llama-index llvmlite locust loguru luigi lxml lz4 \
    mako markdown markupsafe marshmallow matplotlib mccabe mlflow mock more-itertools motor moviepy mpmath msgpack \
    multidict multiprocess mypy mysqlclient narwhals nbconvert nbformat nest-asyncio networkx nltk nose notebook \
    numba numexpr numpy oauthlib omegaconf onnx onnxruntime openai openpyxl optax optuna orjson packaging pandas \
    pandera papermill paramiko parso passlib pathspec patsy peewee peft pendulum pexpect pika pint pip pipenv \
    platformdirs plotly plotnine pluggy ply polars portalocker prefect prettytable prometheus-client prompt-toolkit \
    psutil psycopg psycopg2 ptyprocess pure-eval py4j pyarrow pyasn1 pyautogui pybind11 pycocotools pycodestyle \
    pycountry pycparser pycryptodome pycurl pydantic pydantic-core pydantic-settings pydeck pydot pydub pyfiglet \
    pyflakes pygame pyglet pygments pylint pymc pymysql pynput pyodbc pyparsing pypdf pyperclip pyproj pyqt5 pyqt6 \
    pyqtgraph pyrsistent pyside2 pyside6 pyspark pytest pytest-asyncio pytorch-lightning pytube pytz pyvista \
    pywinauto qtpy ray redis regex reportlab requests requests-oauthlib requests-toolbelt responses rich ruff s3fs \
    s3transfer sacrebleu safetensors sanic scapy schedule scipy scrapy seaborn selenium sentence-transformers \
    sentencepiece sentry-sdk setuptools setuptools-scm shap shapely simplejson six sniffio snowballstemmer \
    sortedcontainers soupsieve spacy sphinx sqlalchemy sqlmodel sqlparse sse-starlette starlette statsmodels \
    stevedore streamlit stripe structlog sympy tabulate tblib tenacity tensorboard tensorflow tensorflow-hub \
    tensorflow-probability termcolor textblob texttable tflite-runtime thinc threadpoolctl tifffile tiktoken timm \
    tinycss2 tokenizers toml tomli tomlkit toolz torch torchaudio torchmetrics torchtext torchvision tornado tox \
    tqdm traitlets transformers trio triton trl tweepy twisted typeguard typer typing-extensions tzdata tzlocal \
    ujson unidecode urllib3 uvicorn uvloop validators virtualenv vllm waitress wandb wasabi watchdog watchfiles \
    wcwidth weasyprint webob websockets werkzeug wheel whitenoise wrapt wtforms xarray xformers xgboost xlrd \
    xlsxwriter xlwt xmltodict yarl yfinance zarr zipp zstandard
    """
}
