extension RaisedException {
  /// What was to be read as a number and is none (Objects/longobject.c, `PyLong_FromString`; Objects/floatobject.c,
  /// `float_from_string_inner`).
  package var unreadNumber: String? {
    guard type == "ValueError" else { return nil }
    let ofInteger = message.after("invalid literal for int() with base ")?.after(": ")
    return (ofInteger ?? message.after("could not convert string to float: "))?.quotedName
  }
}
