/// Names and submodules that a later release of a much used package does not have any more, and which release was the
/// first without.
///
/// Each was looked for in the release that is named, in vain, and in one that came right before it, where it is; but
/// `flask._compat` and `markdown.util.etree`, which stand in the lists of changes of Flask and Markdown.
enum RemovedNames {
  /// By the dotted name.
  static func firstWithout(_ name: String) -> String? { table[name] }

  private static let table: [String: String] = [
    "PIL.Image.ANTIALIAS": "10.0", "PIL.PILLOW_VERSION": "7.0",
    "click._unicodefun": "8.1", "click.get_terminal_size": "8.1", "click.termui.get_terminal_size": "8.1",
    "django.conf.urls.url": "4.0", "django.core.urlresolvers": "2.0",
    "django.db.models.fields.FieldDoesNotExist": "3.1", "django.shortcuts.render_to_response": "3.0",
    "django.utils.encoding.force_text": "4.0", "django.utils.encoding.smart_text": "4.0",
    "django.utils.http.is_safe_url": "4.0", "django.utils.http.urlquote": "4.0", "django.utils.lru_cache": "3.0",
    "django.utils.six": "3.0", "django.utils.translation.ugettext": "4.0",
    "django.utils.translation.ugettext_lazy": "4.0",
    "eventlet.wsgi.ALREADY_HANDLED": "0.30.3",
    "flask.Markup": "3.0", "flask._compat": "2.0", "flask.escape": "3.0", "flask.json.JSONEncoder": "2.3",
    "huggingface_hub.cached_download": "0.26",
    "itsdangerous.JSONWebSignatureSerializer": "2.1", "itsdangerous.TimedJSONWebSignatureSerializer": "2.1",
    "itsdangerous.json": "2.1",
    "jinja2.Markup": "3.1", "jinja2.contextfilter": "3.1", "jinja2.contextfunction": "3.1",
    "jinja2.environmentfilter": "3.1", "jinja2.escape": "3.1", "jinja2.evalcontextfilter": "3.1",
    "markdown.util.etree": "3.4",
    "markupsafe.soft_unicode": "2.1",
    "marshmallow.__version_info__": "4.0",
    "mistune.BlockGrammar": "2.0",
    "moviepy.editor": "2.0",
    "networkx.from_numpy_matrix": "3.0",
    "pydantic.error_wrappers.ErrorWrapper": "2.0", "pydantic.fields.ModelField": "2.0",
    "pydantic.fields.Undefined": "2.0", "pydantic.typing.evaluate_forwardref": "2.0",
    "pyparsing.downcaseTokens": "3.0",
    "setuptools.Feature": "46.0",
    "sqlalchemy.engine.RowProxy": "1.4",
    "urllib3.packages.six": "2.0", "urllib3.util.ssl_.DEFAULT_CIPHERS": "2.0",
    "werkzeug.FileStorage": "1.0", "werkzeug.__version__": "3.1", "werkzeug.cached_property": "1.0",
    "werkzeug.contrib": "1.0", "werkzeug.generate_password_hash": "1.0", "werkzeug.secure_filename": "1.0",
    "werkzeug.security.safe_str_cmp": "2.1", "werkzeug.urls.url_decode": "3.0", "werkzeug.urls.url_encode": "3.0",
    "werkzeug.urls.url_parse": "3.0", "werkzeug.urls.url_quote": "3.0", "werkzeug.wrappers.BaseResponse": "2.1",
    "wtforms.TextField": "3.0", "wtforms.ext": "3.0", "wtforms.fields.html5": "3.0",
  ]
}
