/// Modules that well-known packages have had in themselves in each release of many years: where one is not there, but the
/// package is, files are gone, or the folder is left of something else.
enum CoreParts {
  static func contains(_ module: String) -> Bool { names.contains(module) }

  private static let names = Set(text.split(separator: " ").map(String.init))

  private static let text = """
    Crypto.Cipher Crypto.Hash Crypto.PublicKey Crypto.Random Crypto.Util IPython.core IPython.display PIL.Image \
    PIL.ImageDraw PIL.ImageFont bs4.element conda.cli cryptography.hazmat cryptography.x509 dateutil.parser dateutil.tz \
    django.conf django.core django.core.management django.db django.db.models django.http django.template django.utils \
    docutils.parsers matplotlib.backends matplotlib.figure matplotlib.pyplot numpy.core numpy.fft numpy.lib \
    numpy.linalg numpy.ma numpy.random packaging.requirements packaging.specifiers packaging.version pandas.core \
    pandas.io psycopg2.extensions psycopg2.extras requests.adapters requests.compat requests.exceptions \
    requests.packages requests.packages.urllib3 scipy.linalg scipy.optimize scipy.sparse scipy.special scipy.stats \
    setuptools.command setuptools.dist sklearn.base sklearn.linear_model sklearn.metrics sklearn.preprocessing \
    sklearn.utils torch.autograd torch.nn torch.optim torch.utils twisted.internet twisted.python urllib3.connectionpool \
    urllib3.exceptions urllib3.util
    """
}
