import MachineFacts
import SystemCalls
import TestSupport
import Testing

/// Which variables are shown, and what of them.
@Suite struct NotableVariableTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let entry: String
    let shown: String
    var testDescription: String { entry }

    /// - Parameter shown: `nil` where nothing is replaced.
    init(_ entry: String, _ shown: String? = nil) {
      self.entry = entry
      self.shown = shown ?? entry
    }
  }

  private static func shown(_ entries: [String]) -> [String] {
    NotableVariable.all(ProcessEnvironment(entries: entries.map { Array($0.utf8) })).map { variable in
      "\(variable.name)=\(String(decoding: variable.value, as: UTF8.self))"
    }
  }

  static let harmless: [Row] = [
    Row("PATH=/home/me/.pyenv/versions/3.11.7/bin:/usr/local/cuda-12.4/bin:/usr/bin"),
    Row("PYTHONPATH=/srv/app:/srv/keys:/srv/token"),
    Row("PYTHONHASHSEED=0"),
    Row("LD_LIBRARY_PATH=/usr/local/nvidia/lib64;/opt/rocm/lib"),
    Row("CUDA_VISIBLE_DEVICES=GPU-5f0c7f3d-1a2b-4c5d-8e9f-0a1b2c3d4e5f"),
    Row("NVIDIA_REQUIRE_CUDA=cuda>=12.4 brand=tesla,driver>=470,driver<471"),
    Row("NVIDIA_DRIVER_CAPABILITIES=compute,utility"),
    Row("VLLM_USE_MODELSCOPE=False"),
    Row("VLLM_MODEL=meta-llama/Meta-Llama-3.1-70B-Instruct-AWQ-INT4"),
    Row("VLLM_DRAFT=deepseek-ai/DeepSeek-R1-Distill-Qwen2-1B-GGUF-Q4KM-v2"),
    Row("VLLM_OTHER=mistralai/Mixtral-8x7B-Instruct-v0.1"),
    Row("VLLM_MAX_NUM_BATCHED_TOKENS=8192"),
    Row("VLLM_TOKENIZER_MODE=mistral"),
    Row("TORCH_CUDA_ARCH_LIST=7.0 7.5 8.0 8.6 9.0+PTX"),
    Row("PYTORCH_CUDA_ALLOC_CONF=max_split_size_mb:128,expandable_segments:True"),
    Row("TORCH_LOGS=+dynamo,graph_breaks"),
    Row("OMP_NUM_THREADS=1"),
    Row("NCCL_SOCKET_IFNAME=eth0"),
    Row("HF_HOME=/data/huggingface"),
    Row("HF_HUB_DISABLE_IMPLICIT_TOKEN=1"),
    Row("UV_KEYRING_PROVIDER=subprocess"),
    Row("UV_INDEX_URL=https://index.example:8080/simple/"),
    Row("PIP_EXTRA_INDEX_URL=https://a.example/simple https://b.example/whl/cu121"),
    Row("PIP_FIND_LINKS=https://host.example/whl/@scope/page.html"),
    Row("UV_CACHE_DIR=/tmp/uv-cache"),
    Row("VIRTUAL_ENV=/srv/app/.venv"),
    Row("CONDA_PREFIX=/opt/conda/envs/x86_64-linux-py310-torch210"),
    Row("XLA_FLAGS=--xla_gpu_cuda_data_dir=/usr/local/cuda --xla_force_host_platform_device_count=8"),
    Row("HSA_OVERRIDE_GFX_VERSION=10.3.0"),
    Row("TRITON_CACHE_DIR="),
    Row("KMP_AFFINITY=granularity=fine,compact,1,0"),
  ]

  @Test(arguments: harmless)
  func staysAsItIs(_ row: Row) {
    #expect(Self.shown([row.entry]) == [row.shown])
  }

  static let byName: [Row] = [
    Row("HF_TOKEN=abc", "HF_TOKEN=<redacted>"),
    Row("VLLM_API_KEY=abc", "VLLM_API_KEY=<redacted>"),
    Row("HF_HUB_TOKEN=x y", "HF_HUB_TOKEN=<redacted>"),
    Row("UV_PUBLISH_PASSWORD=1234", "UV_PUBLISH_PASSWORD=<redacted>"),
    Row("UV_INDEX_PRIVATE_USERNAME=me", "UV_INDEX_PRIVATE_USERNAME=<redacted>"),
    Row("PIP_CLIENT_SECRET=s", "PIP_CLIENT_SECRET=<redacted>"),
    Row("CUDA_ACCESSKEY=s", "CUDA_ACCESSKEY=<redacted>"),
    Row("VLLM_AUTH=s", "VLLM_AUTH=<redacted>"),
    Row("RAY_CREDENTIALS=s", "RAY_CREDENTIALS=<redacted>"),
    Row("VLLM_API_KEYS=a,b", "VLLM_API_KEYS=<redacted>"),
    Row("TORCH_Db_Passwd=s", "TORCH_Db_Passwd=<redacted>"),
    Row("HF_TOKEN=", "HF_TOKEN="),
  ]

  static let byShape: [Row] = [
    Row("HF_HOME=hf_abcdefghijklmnopqrstuvwxyzABCDEFGH", "HF_HOME=<redacted>"),
    Row("PIP_X=ghp_16C7e42F292c6912E7710c838347Ae178B4a", "PIP_X=<redacted>"),
    Row("PIP_X=github_pat_11ABCDEFG0abcdefghijkl", "PIP_X=<redacted>"),
    Row("PIP_X=a glpat-abcdefghijklmnopqrst b", "PIP_X=a <redacted> b"),
    Row("VLLM_X=sk-proj-abcdefghijklmnopqrstuvwx", "VLLM_X=<redacted>"),
    Row("VLLM_X=AKIAIOSFODNN7EXAMPLE", "VLLM_X=<redacted>"),
    Row("VLLM_X=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "VLLM_X=<redacted>"),
    Row("VLLM_X=xoxb-123456789012-abcdefABCDEF", "VLLM_X=<redacted>"),
    Row("VLLM_X=/nvapi-abcdefghijklmnop/x", "VLLM_X=/<redacted>/x"),
    Row(
      "VLLM_X=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U tail",
      "VLLM_X=<redacted> tail"),
    Row("VLLM_X=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b", "VLLM_X=<redacted>"),
    Row("VLLM_X=kT9xQ2vLr8Zp4WmB7nYc1HdS6fGj3Ea0", "VLLM_X=<redacted>"),
    Row("VLLM_X=q3Zt-9KfV2xLm8RbYw7_PcN5sHdGj1Ea0TuXo4Ci6Q", "VLLM_X=<redacted>"),
    Row("PYTHONPATH=/a:/cache/kT9xQ2vLr8Zp4WmB7nYc1HdS6fGj3Ea0/lib:/b", "PYTHONPATH=/a:/cache/<redacted>/lib:/b"),
  ]

  static let parts: [Row] = [
    Row("PIP_INDEX_URL=https://me:pw@host.example/simple", "PIP_INDEX_URL=https://<redacted>@host.example/simple"),
    Row("UV_INDEX_URL=https://token@host.example/simple", "UV_INDEX_URL=https://<redacted>@host.example/simple"),
    Row("UV_INDEX=own=https://u:p@h/x two=https://h2/y", "UV_INDEX=own=https://<redacted>@h/x two=https://h2/y"),
    Row("PIP_X=https://a:b@h/x,https://c:d@i/y", "PIP_X=https://<redacted>@h/x,https://<redacted>@i/y"),
    Row("PIP_INDEX_URL=https://u:p@ss@h/simple", "PIP_INDEX_URL=https://<redacted>@h/simple"),
    Row("PIP_INDEX_URL=https://u:p/w@h/simple", "PIP_INDEX_URL=https://<redacted>@h/simple"),
    Row("PIP_INDEX_URL=https://u:p,w;x@h/simple", "PIP_INDEX_URL=https://<redacted>@h/simple"),
    Row("PIP_PROXY=user:pw@proxy.example:3128", "PIP_PROXY=<redacted>@proxy.example:3128"),
    Row("RAY_ADDRESS=redis://:pw@h:6379/0", "RAY_ADDRESS=redis://<redacted>@h:6379/0"),
    Row("PIP_FIND_LINKS=https://h/x?token=abc&sort=1", "PIP_FIND_LINKS=https://h/x?token=<redacted>&sort=1"),
    Row("VLLM_ARGS=--api-key abc --port 80", "VLLM_ARGS=--api-key <redacted> --port 80"),
    Row("VLLM_HEADERS=Authorization: Bearer abc, x", "VLLM_HEADERS=Authorization: Bearer <redacted>, x"),
    Row("VLLM_ARGS=--api-key=abc --port 80", "VLLM_ARGS=--api-key=<redacted> --port 80"),
    Row(#"VLLM_CONFIG={"api_key": "abc", "n": 1}"#, #"VLLM_CONFIG={"api_key": "<redacted>", "n": 1}"#),
  ]

  @Test(arguments: byName + byShape + parts)
  func hidesWhatIsSecret(_ row: Row) throws {
    let entries = ProcessEnvironment(entries: [Array(row.entry.utf8)])
    let variable = try #require(NotableVariable.all(entries).first)
    #expect("\(variable.name)=\(String(decoding: variable.value, as: UTF8.self))" == row.shown)
    #expect(variable.isRedacted == (row.entry != row.shown))
  }

  @Test func othersAreNeverShown() {
    let others = ["HOME=/root", "AWS_SECRET_ACCESS_KEY=x", "USER=me", "path=/x", "XPATH=/x", "=x", "NONSENSE", ""]
    #expect(Self.shown(others + ["OMP_NUM_THREADS=2", "CUDA_HOME=/c"]) == ["CUDA_HOME=/c", "OMP_NUM_THREADS=2"])
  }

  @Test func longValuesAreCutAfterSecretsAreHidden() throws {
    let blanks = String(repeating: "a ", count: NotableVariable.longestValue / 2 - 5)
    let entry = Array("PIP_X=\(blanks)hf_abcdefghijklmnopqrstuvwxyz \(blanks)".utf8)
    let variable = try #require(NotableVariable.all(ProcessEnvironment(entries: [entry])).first)
    #expect(variable.value.count == NotableVariable.longestValue)
    #expect(!String(decoding: variable.value, as: UTF8.self).contains("hf_"))
  }

  /// Whatever stands around a token, no part of it that anybody could use remains.
  @Test func tokensAreHiddenWhereverTheyStand() throws {
    var generator = SeededGenerator(seed: 4)
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    for _ in 0..<2000 {
      let body = String((0..<36).map { _ in letters.randomElement(using: &generator) ?? "a" })
      let before = ["", "/x/", "a=", "a b ", "https://h/", "[\"", "x,", "x;"].randomElement(using: &generator) ?? ""
      let after = ["", "/x", " b", "\"]", ",x", "?y=1"].randomElement(using: &generator) ?? ""
      let prefix = ["hf_", "ghp_", "sk-", "npm_"].randomElement(using: &generator) ?? ""
      let shown = Self.shown(["VLLM_X=\(before)\(prefix)\(body)\(after)"])
      #expect(!(shown.first ?? body).contains(body.prefix(8)), "\(before)\(prefix)\(body)\(after)")
    }
  }

  struct Alphabet: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let letters: String
    let length: Int
  }

  static let alphabets: [Alphabet] = [
    Alphabet(testDescription: "hexadecimal digits", letters: "0123456789abcdef", length: 40),
    Alphabet(testDescription: "base36", letters: "abcdefghijklmnopqrstuvwxyz0123456789", length: 40),
    Alphabet(
      testDescription: "letters and digits",
      letters: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", length: 32),
    Alphabet(
      testDescription: "base64 for URLs",
      letters: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_", length: 43),
    Alphabet(
      testDescription: "base64", letters: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/", length: 43
    ),
  ]

  /// A heuristic: of what is drawn at random at most three of a hundred are not recognised.
  @Test(arguments: alphabets)
  func secretsOfUnknownServices(_ alphabet: Alphabet) {
    var generator = SeededGenerator(seed: 6)
    let letters = Array(alphabet.letters)
    let missed = (0..<2000).count { _ in
      let secret = String((0..<alphabet.length).map { _ in letters.randomElement(using: &generator) ?? "a" })
      return Self.shown(["VLLM_X=\(secret)"]) == ["VLLM_X=\(secret)"]
    }
    #expect(missed <= 60, "\(missed) of 2000")
  }

  @Test func anyBytesAreTaken() {
    var generator = SeededGenerator(seed: 5)
    let seeds = (Self.byShape + Self.parts).map { Array($0.entry.utf8) }
    for round in 0..<5000 {
      let entry = generator.mutate(generator.mutate(seeds[round % seeds.count]))
      for variable in NotableVariable.all(ProcessEnvironment(entries: [entry])) {
        #expect(variable.value.count <= NotableVariable.longestValue)
      }
    }
  }
}
