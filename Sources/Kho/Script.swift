/// Files of several statements, loaded all or nothing.
internal import CypherSyntax

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
    /// Whether a `;` ends it. The last one may lack it, and then may go on: in a string, a comment,
    /// a clause.
    public var isEnded = true
  }

  /// The statements in order, without `;`, empty ones and comments between them left out.
  /// - Complexity: O(size of the text).
  public var statements: [Statement] { Script.split(text) }

  /// The statements of `text`: as `statements`, for a text without a name.
  public static func split(_ text: String) -> [Statement] {
    StatementSplitter(text).map {
      Statement(text: $0.text, offset: $0.offset, isEnded: $0.isTerminated)
    }
  }

  /// An error and the script it was met in.
  public struct Failure: Error, Sendable, CustomStringConvertible {
    public var script: Script
    /// The error, placed in the script's text.
    public var error: KhoError

    /// `file:line:column message`, the source line and a caret.
    public var description: String {
      "\(script.name):\(error.span == nil ? " " : "")\(error.rendered(in: script.text))"
    }
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
  /// - Parameters:
  ///   - cancellation: ends loading from another thread, and then nothing was changed.
  ///   - progress: called after each statement, on the thread that writes.
  /// - Returns: the sum of what the statements changed.
  /// - Throws: `Script.Failure` for an error of a statement, and then nothing was changed;
  ///   `KhoError` for one of the transaction.
  @discardableResult public func load(
    _ scripts: [Script], parameters: Parameters = [:], cancellation: Cancellation? = nil,
    progress: (Script.Progress) -> Void = { _ in }
  ) throws -> UpdateCounters {
    try write(isCancelled: cancellation?.test, isAlone: true) { tx in
      var state = Script.Progress(script: "", statementCount: 0, counters: UpdateCounters())
      for script in scripts {
        state.script = script.name
        do {
          for statement in script.statements {
            guard cancellation?.isCancelled != true else {
              throw KhoError(.cancelled, "Cancelled", "loading was cancelled")
            }
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
