/// Names at the top of much used packages that came with a release which made their interface anew, and which release that was.
///
/// Each was looked for in the release that is named, where it is, and in the last one before, in vain.
enum AddedNames {
  /// By the dotted name.
  static func firstWith(_ name: String) -> String? { table[name] }

  private static let table: [String: String] = [
    "anthropic.Anthropic": "0.3", "anthropic.AsyncAnthropic": "0.3",
    "openai.AsyncOpenAI": "1.0", "openai.AzureOpenAI": "1.0", "openai.OpenAI": "1.0",
    "pinecone.Pinecone": "3.0",
  ]
}
