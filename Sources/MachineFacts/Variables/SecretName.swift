/// Tells by its name whether a variable holds a secret.
enum SecretName {
  /// One of the words between `_` and `-` is a secret's, or ends with one: `HF_TOKEN`, `VLLM_API_KEY`, `ACCESSKEY`;
  /// not `UV_KEYRING_PROVIDER` and `VLLM_MAX_TOKENS`.
  static func fits(_ name: some Sequence<UInt8>) -> Bool {
    let letters = name.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }
    return letters.split { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }.contains {
      word in
      let word = String(decoding: word, as: UTF8.self)
      return words.contains(word) || endings.contains(where: word.hasSuffix)
    }
  }

  private static let words: Set<String> = [
    "PASS", "PWD", "AUTH", "AUTHORIZATION", "CREDS", "CRED", "USERNAME", "COOKIE", "SESSION", "SIG", "SIGNATURE", "SAS",
    "BEARER", "PRIVATE", "KEYS", "SECRETS", "PASSWORDS",
  ]
  private static let endings: [String] = [
    "TOKEN", "KEY", "SECRET", "PASSWORD", "PASSWD", "PASSPHRASE", "CREDENTIAL", "CREDENTIALS",
  ]
}
