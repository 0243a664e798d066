/// Files of several statements, loaded all or nothing.

/// The text of a file with statements of openCypher, each ended by `;`.
public struct Script: Sendable {
  /// What errors call it: the file's name.
  public var name: String
  public var text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// One statement and where it begins in the script.
  public struct Statement: Sendable, Hashable {
    public var text: String
    /// UTF-8 offset of its first byte in the script.
    public var offset: Int
    /// Whether a `;` ends it. The last one may lack it, and then may go on: in a string, a comment, a clause.
    public var isEnded = true
  }

  /// The statements in order, without `;`, empty ones and comments between them left out.
  public func statements() throws(KhoError) -> [Statement] { Script.split(text) }

  /// An error and the script it was met in.
  public struct Failure: Error, Sendable, CustomStringConvertible {
    public var script: Script
    /// The error, placed in the script's text.
    public var error: KhoError

    /// `file:line:column message`, the source line and a caret.
    public var description: String { "\(script.name):\(error.rendered(in: script.text))" }
  }

  /// How far loading is.
  public struct Progress: Sendable {
    public var script: String
    public var statementCount: Int
    public var counters: UpdateCounters
  }
}

extension Database {
  /// Runs all statements of all scripts in one write transaction: all of them, or none.
  ///
  /// ```swift
  /// try database.load([Script(name: "districts.cypher", text: text)])
  /// ```
  /// - Parameter progress: called after each statement, on the writer thread.
  /// - Returns: the sum of what the statements changed.
  /// - Throws: `Script.Failure` for an error of a statement, and then nothing was changed;
  ///   `KhoError` for one of the transaction.
  @discardableResult public func load(
    _ scripts: [Script], parameters: Parameters = [:],
    progress: (Script.Progress) -> Void = { _ in }
  ) throws -> UpdateCounters {
    try write { tx in
      var state = Script.Progress(script: "", statementCount: 0, counters: UpdateCounters())
      for script in scripts {
        state.script = script.name
        do {
          for statement in try script.statements() {
            do throws(KhoError) {
              state.counters += try tx.run(statement.text, parameters)
            } catch {
              throw error.moved(by: statement.offset)
            }
            state.statementCount += 1
            progress(state)
          }
        } catch let error as KhoError {
          throw Script.Failure(script: script, error: error)
        }
      }
      return state.counters
    }
  }
}

extension Script {
  /// Splits at `;` outside of strings, quoted names and comments.
  public static func split(_ text: String) -> [Statement] {
    let bytes = Array(text.utf8)
    var statements: [Statement] = []
    var start: Int?
    var end = 0
    var index = 0
    func finish(isEnded: Bool) {
      if let first = start {
        let text = String(decoding: bytes[first..<end], as: UTF8.self)
        statements.append(Statement(text: text, offset: first, isEnded: isEnded))
      }
      start = nil
    }
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch (byte, next) {
      case (UInt8(ascii: "/"), UInt8(ascii: "/")):
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
        continue
      case (UInt8(ascii: "/"), UInt8(ascii: "*")):
        let comment = index
        index += 3
        while index < bytes.count,
          bytes[index - 1] != UInt8(ascii: "*") || bytes[index] != UInt8(ascii: "/")
        { index += 1 }
        if index >= bytes.count { (start, end) = (start ?? comment, bytes.count) }
      case (UInt8(ascii: ";"), _):
        finish(isEnded: true)
      case (UInt8(ascii: "'"), _), (UInt8(ascii: "\""), _), (UInt8(ascii: "`"), _):
        start = start ?? index
        index += 1
        while index < bytes.count, bytes[index] != byte {
          index += bytes[index] == UInt8(ascii: "\\") && byte != UInt8(ascii: "`") ? 2 : 1
        }
        index = min(index, bytes.count - 1)
        end = index + 1
      case (UInt8(ascii: " "), _), (UInt8(ascii: "\n"), _), (UInt8(ascii: "\t"), _), (13, _):
        break
      default:
        start = start ?? index
        end = index + 1
      }
      index += 1
    }
    finish(isEnded: false)
    return statements
  }
}
