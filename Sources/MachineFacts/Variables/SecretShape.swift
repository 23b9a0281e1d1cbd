/// Tells by its shape whether a run of characters is a secret.
enum SecretShape {
  /// Whether `run`, letters, digits, `_` and `-`, is a token of a known service, or looks drawn at random.
  static func fits(_ run: ArraySlice<UInt8>) -> Bool {
    isToken(run) || looksRandom(run)
  }

  private static func isToken(_ run: ArraySlice<UInt8>) -> Bool {
    prefixes.contains { run.count >= $0.utf8.count + shortestBody && run.starts(with: $0.utf8) }
  }

  /// What follows the prefix is longer with every one of them.
  private static let shortestBody = 12

  /// The prefixes by which services let their tokens be found: "GitHub's token formats", the user guides of Hugging
  /// Face, GitLab, OpenAI, Slack, npm, PyPI, NVIDIA, Replicate, Groq and Google; of AWS "IAM identifiers"; of JWT
  /// (RFC 7519) the start of `{"` in base64.
  private static let prefixes: [String] = [
    "hf_", "api_org_", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "gldt-", "sk-", "sk_", "pk_",
    "rk_",
    "xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "npm_", "pypi-AgE", "nvapi-", "r8_", "gsk_", "AKIA", "ASIA", "AIza",
    "ya29", "dckr_pat_", "lin_api_", "wandb_v1_", "eyJ",
  ]

  /// Letters of both cases and digits change places in what was drawn at random, and stay together in words.
  ///
  /// In base64 three of five neighbours are of different classes, in hexadecimal digits every second one; in names of
  /// models, files and versions one of five. Separators are one of thirty against one of eight. Hashes and commits
  /// count as secrets, since keys look like them.
  /// - Parameter leastDigits: Words have none, or a few at their ends.
  static func looksRandom(_ run: ArraySlice<UInt8>, leastDigits: Int = 2) -> Bool {
    guard run.count >= shortestRandom else { return false }
    let mixture = Mixture(run)
    // Without capitals there are fewer kinds to change between; short names of builds come near to that.
    let share = mixture.capitals == 0 && run.count >= shortestUniform ? 20 : 28
    return mixture.digits >= leastDigits && mixture.digits * 24 >= run.count / 2 * leastDigits
      && mixture.digits < run.count && mixture.separators * 10 <= run.count
      && mixture.changes * 100 >= run.count * share
  }

  private static let shortestRandom = 20
  private static let shortestUniform = 32
}

/// How often which kind of character stands in a run.
private struct Mixture {
  var digits = 0
  var capitals = 0
  var separators = 0
  /// Neighbours of different kinds, those with a separator apart.
  var changes = 0

  private enum Kind {
    case capital, small, digit, separator

    init(_ byte: UInt8) {
      switch byte {
      case 0x41...0x5A: self = .capital
      case 0x61...0x7A: self = .small
      case 0x30...0x39: self = .digit
      default: self = .separator
      }
    }
  }

  init(_ run: ArraySlice<UInt8>) {
    var last = Kind.separator
    for byte in run {
      let kind = Kind(byte)
      if kind == .digit { digits += 1 }
      if kind == .capital { capitals += 1 }
      if kind == .separator { separators += 1 } else if last != .separator, kind != last { changes += 1 }
      last = kind
    }
  }
}
