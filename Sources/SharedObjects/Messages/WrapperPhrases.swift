extension Phrase {
  /// What libraries say that call a loader themselves. Where they quote the loader, what it says is the message.
  static let wrappers: [Phrase] = [
    // torch/_ops.py, load_library.
    introduction("Could not load this library: ", ofFile: true),
    // TensorFlow's dso_loader.cc: …'libcudart.so.11.0'; dlerror: libcudart.so.11.0: cannot open …
    introduction("Could not load dynamic library "),
    // cuDNN 8: … libcudnn_cnn_infer.so.8. Error: libnvrtc.so: cannot open …
    introduction("Could not load library "),
    // ONNX Runtime: … libonnxruntime_providers_cuda.so with error: libcublasLt.so.11: cannot open …
    introduction("Failed to load library "),
    introduction("Failed to load shared library "),
    introduction("Unable to load library "),
    // cffi, and what asks it: cairocffi, WeasyPrint, soundfile.
    introduction("cannot load library "),
    // cuDNN 9 lists every name it tried.
    Phrase("Unable to load any of {", .wrapper, object: .elsewhere) { reading in
      guard let name = reading.cursor.symbol(), name.contains(".") else { return nil }
      reading.object = name
      return .missingLibrary
    },
    missing("no library called "),
    missing("did not manage to locate a library called "),
    missing("Could not find lib "),
    // Django's GIS: Could not find the GDAL library (tried "gdal", …).
    Phrase("Could not find the GDAL library", .wrapper, object: .elsewhere, missing: "gdal"),
    Phrase("Could not find the GEOS library", .wrapper, object: .elsewhere, missing: "geos_c"),
    // psycopg 3.
    Phrase("libpq library not found", .wrapper, object: .elsewhere, missing: "pq"),
    // bitsandbytes, cuda_setup: libcudart.so not found in any environmental path.
    Phrase("not found in any environmental path", .wrapper, object: .elsewhere) { reading in
      guard let name = reading.cursor.text.word(before: reading.start), name.contains(".") else { return nil }
      reading.object = name
      return .missingLibrary
    },
    missing("Intel MKL FATAL ERROR: Cannot load "),
    // sounddevice, soundfile: "PortAudio library not found".
    Phrase("PortAudio library not found", .wrapper, object: .elsewhere, missing: "portaudio"),
    // pyusb.
    Phrase("No backend available", .wrapper, object: .elsewhere, missing: "usb-1.0"),
    Phrase("sndfile library not found", .wrapper, object: .elsewhere, missing: "sndfile"),
    Phrase("Unable to find zbar shared library", .wrapper, object: .elsewhere, missing: "zbar"),
    Phrase("failed to find libmagic", .wrapper, object: .elsewhere, missing: "magic"),
  ]

  private static func introduction(_ words: String, ofFile isFile: Bool = false) -> Phrase {
    Phrase(words, .wrapper, object: .elsewhere) { reading in
      let name = isFile ? reading.cursor.file(endedBy: \.isQuotationMark) : reading.cursor.name()
      guard let name, name.contains("."), !name.contains("{") else { return nil }
      reading.requested = name
      reading.isIntroduction = true
      return .notLoaded
    }
  }

  /// A name as the linker's `-l` has it, without "lib" and ending.
  private static func missing(_ words: String) -> Phrase {
    Phrase(words, .wrapper, object: .elsewhere) { reading in
      guard let name = reading.cursor.name(), !name.contains("{") else { return nil }
      reading.object = name
      return .missingLibrary
    }
  }

  private init(_ words: String, _ speaker: LoaderMessage.Speaker, object: ObjectPlace, missing name: String) {
    self.init(words, speaker, object: object) { reading in
      reading.object = name
      return .missingLibrary
    }
  }
}
