/// Distributions that write into one folder and so overwrite each other, by the name of the folder. Their projects' own
/// pages say that only one of them may be installed.
enum OverwritingDistributions {
  static func of(_ module: String) -> [String]? { table[module] }

  private static let table: [String: [String]] = [
    "cv2": ["opencv-python", "opencv-python-headless", "opencv-contrib-python", "opencv-contrib-python-headless"],
    "onnxruntime": ["onnxruntime", "onnxruntime-gpu", "onnxruntime-directml", "onnxruntime-openvino"],
    "faiss": ["faiss-cpu", "faiss-gpu", "faiss-gpu-cu12"],
    "tensorflow": ["tensorflow", "tensorflow-cpu", "tensorflow-gpu", "tensorflow-intel", "tf-nightly"],
    "psycopg2": ["psycopg2", "psycopg2-binary"],
    "mmcv": ["mmcv", "mmcv-full", "mmcv-lite"],
    "Crypto": ["pycryptodome", "pycrypto"],
    "pynvml": ["pynvml", "nvidia-ml-py", "nvidia-ml-py3"],
    "spconv": ["spconv", "spconv-cu117", "spconv-cu118", "spconv-cu120"],
  ]
}
