/// What is known about the terminal: whether there is one, its size, whether it shows colours.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

enum Terminal {
  static let isInput = isatty(STDIN_FILENO) == 1
  static let isOutput = isatty(STDOUT_FILENO) == 1
  static let isError = isatty(STDERR_FILENO) == 1

  /// Columns and rows of standard output's terminal, as they are now; nil where it is none.
  static var size: (columns: Int, rows: Int)? {
    guard isOutput else { return nil }
    var size = winsize()
    // Safe: the request TIOCGWINSZ fills one `winsize`, which lives across the call.
    let status = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size)
    return status == 0 && size.ws_col > 0 ? (Int(size.ws_col), Int(size.ws_row)) : (80, 24)
  }

  /// Colours are for people: only on a terminal, and not where `NO_COLOR` is set (no-color.org).
  static func showsColor(onError: Bool = false) -> Bool {
    (onError ? isError : isOutput) && environment("NO_COLOR") == nil
      && environment("TERM") != "dumb"
  }

  /// `text` in an SGR style (`1` bold, `2` faint, `31` red) where `isOn`.
  static func styled(_ text: String, _ style: String, if isOn: Bool) -> String {
    isOn ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
  }
}

/// The environment variable's value, nil if it is unset or empty.
func environment(_ name: String) -> String? {
  // Safe: the text is copied at once, and nothing here changes the environment meanwhile.
  let value = unsafe getenv(name).map { unsafe String(cString: $0) }
  return value == "" ? nil : value
}
