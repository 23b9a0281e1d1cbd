/// Names and submodules that a later release of a much used package does not have any more, and which release was the
/// first without.
///
/// Each was looked for in the release that is named, in vain, and in one that came right before it, where it is; but
/// `flask._compat` and `markdown.util.etree`, which stand in the lists of changes of Flask and Markdown. `science` and
/// `web` hold what went from the modules that they name, but for what these had imported themselves, numpy's codes of
/// errors, and the less used of numpy's names in scipy: each was asked for in the last release of nearly every minor
/// version, in November 2026 (numpy from 1.17 to 2.5, scipy from 1.3 to 1.17,
/// pandas from 1.1 to 3.0, networkx from 2.5 to 3.6, scikit-learn from 0.22 to 1.8, matplotlib from 3.1 to 3.10, werkzeug
/// from 0.16 to 3.1, flask from 2.2 to 3.1, click from 7.1 to 8.3, urllib3 from 1.25 to 2.5, SQLAlchemy from 1.3 to 2.0,
/// jinja2 from 2.10 to 3.1).
enum RemovedNames {
  /// - Parameter name: With the module that it was in, `numpy.float`.
  static func firstWithout(_ name: String) -> String? {
    guard let module = name.parentModule else { return nil }
    let releases = science[module] ?? web[module] ?? [:]
    return table[name] ?? releases.first { $0.value.split(separator: " ").contains(Substring(name.lastName)) }?.key
  }

  private static let table: [String: String] = [
    "PIL.Image.ANTIALIAS": "10.0", "PIL.PILLOW_VERSION": "7.0",
    "click._unicodefun": "8.1", "click.termui.get_terminal_size": "8.1",
    "django.conf.urls.url": "4.0", "django.core.urlresolvers": "2.0",
    "django.db.models.fields.FieldDoesNotExist": "3.1", "django.shortcuts.render_to_response": "3.0",
    "django.utils.encoding.force_text": "4.0", "django.utils.encoding.smart_text": "4.0",
    "django.utils.http.is_safe_url": "4.0", "django.utils.http.urlquote": "4.0", "django.utils.lru_cache": "3.0",
    "django.utils.six": "3.0", "django.utils.translation.ugettext": "4.0",
    "django.utils.translation.ugettext_lazy": "4.0",
    "eventlet.wsgi.ALREADY_HANDLED": "0.30.3",
    "flask._compat": "2.0",
    "huggingface_hub.cached_download": "0.26",
    "itsdangerous.JSONWebSignatureSerializer": "2.1", "itsdangerous.TimedJSONWebSignatureSerializer": "2.1",
    "itsdangerous.json": "2.1",
    "markdown.util.etree": "3.4",
    "markupsafe.soft_unicode": "2.1",
    "marshmallow.__version_info__": "4.0",
    "mistune.BlockGrammar": "2.0",
    "moviepy.editor": "2.0",
    "pydantic.error_wrappers.ErrorWrapper": "2.0", "pydantic.fields.ModelField": "2.0",
    "pydantic.fields.Undefined": "2.0", "pydantic.typing.evaluate_forwardref": "2.0",
    "pyparsing.downcaseTokens": "3.0",
    "setuptools.Feature": "46.0",
    "urllib3.packages.six": "2.0", "urllib3.util.ssl_.DEFAULT_CIPHERS": "2.0",
    "werkzeug.FileStorage": "1.0", "werkzeug.__version__": "3.1", "werkzeug.cached_property": "1.0",
    "wtforms.TextField": "3.0", "wtforms.ext": "3.0", "wtforms.fields.html5": "3.0",
  ]
}
