/// `kho session` as a process: what of `Tests/Faces/README.md` shows only there, and the examples.
import Foundation
import Testing

@Suite struct SessionFaceTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private let count = #"{"id":1,"query":"MATCH (n) RETURN count(n) AS n"}"# + "\n"

  @Test func `O01 O02 O03 a file is made, kept and opened only to be read`() throws {
    let path = sandbox.path("new.kho")
    let made = try sandbox.kho("session", path, input: #"{"id":1,"query":"CREATE (:A)"}"# + "\n")
    #expect(made.status == 0)
    #expect(made.output.contains(#""nodesCreated":1"#))
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let read = try sandbox.kho("session", "--read-only", path, input: count)
    #expect(read.output == #"{"id":1,"columns":["n"],"rows":[[{"int":"1"}]]}"# + "\n")
    let write = try sandbox.kho(
      "session", "--read-only", path, input: #"{"id":1,"query":"CREATE (:A)"}"# + "\n")
    #expect(write.output.contains(#""detail":"ReadOnlyDatabase""#))
  }

  @Test func `O04 a scratch database leaves no file`() throws {
    let run = try sandbox.bash("TMPDIR=$PWD kho session --scratch < /dev/null; ls *.kho*")
    #expect(!run.output.contains("kho-"))
  }

  @Test func `O06 M29 M30 M31 M34 M35 what cannot be opened is said before any reply`() throws {
    let empty = try sandbox.write("", to: "empty.kho")
    let foreign = try sandbox.write("SQLite format 3", to: "foreign.kho")
    let missing = sandbox.path("missing.kho")
    for (path, text) in [
      (sandbox.folder, "is a directory"), (empty, "is empty"), (foreign, "is not a Kho database"),
      (sandbox.path("no/such.kho"), "the directory of \(sandbox.path("no/such.kho"))"),
    ] {
      let run = try sandbox.kho("session", path, input: count)
      #expect(run.status == 1 && run.output.isEmpty, "\(path)")
      #expect(run.error.contains(text) && !run.error.contains(".new-"), "\(run.error)")
    }
    let run = try sandbox.kho("session", "--read-only", missing, input: count)
    #expect(run.status == 1 && run.error.contains(missing))
    #expect(!FileManager.default.fileExists(atPath: missing))
    guard geteuid() != 0 else { return }
    let forbidden = try sandbox.kho("session", "/people.kho", input: count)
    #expect(forbidden.error.contains("no permission") && forbidden.error.contains("/people.kho"))
  }

  @Test func `M37 a lock file removed under a session`() throws {
    let run = try sandbox.bash(
      """
      { echo '{"id":1,"query":"CREATE (:A)"}'
        until [ -s answers ]; do sleep 0.1; done; rm lock.kho-lock
        echo '{"id":2,"query":"CREATE (:A)"}'; } | kho session lock.kho >answers; cat answers
      """)
    #expect(run.output.contains(#""detail":"LockFileVanished""#), "\(run)")
  }

  @Test func `M46 an input that ends in the middle ends the session well`() throws {
    let lines = [#"{"id":1,"begin":"write"}"#, #"{"id":2,"query":"CREATE (:A)"}"#, #"{"id"#]
    let run = try sandbox.kho(
      "session", sandbox.path("half.kho"), input: lines.joined(separator: "\n"))
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").count == 3)
    let after = try sandbox.kho("session", sandbox.path("half.kho"), input: count)
    #expect(after.output.contains(#"[[{"int":"0"}]]"#))
  }

  @Test func `M47 a reader that goes away ends the session`() throws {
    let run = try sandbox.bash(
      """
      yes '{"id":1,"query":"UNWIND range(1, 1000) AS x RETURN x"}' | head -2000 |
        kho session gone.kho | head -1 > /dev/null; echo ended; kho session gone.kho < /dev/null
      """)
    #expect(run.output == "ended\n")
    #expect(!run.error.contains("Fatal"))
  }

  @Test func `X05 a session sees what another process wrote`() throws {
    let run = try sandbox.bash(
      """
      { echo '{"id":1,"query":"MATCH (n) RETURN count(n) AS n"}'
        until [ -s answers ]; do sleep 0.1; done; kho query shared.kho 'CREATE (:A)' >&2
        echo '{"id":2,"query":"MATCH (n) RETURN count(n) AS n"}'
      } | kho session shared.kho >answers; cat answers
      """)
    #expect(run.output.contains(#"{"id":1,"columns":["n"],"rows":[[{"int":"0"}]]}"#))
    #expect(run.output.contains(#"{"id":2,"columns":["n"],"rows":[[{"int":"1"}]]}"#))
  }

  // MARK: Examples

  private static let examples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Examples/session")

  private static func isInstalled(_ command: String) -> Bool {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(command)") }
  }

  @Test(
    "the examples run and have fewer than 20 lines",
    arguments: [
      ("people.sh", "sh", #"[["Ada",{"int":"1815"}]]"#), ("people.mjs", "node", "Ada 1815n"),
    ])
  func example(file: String, interpreter: String, answer: String) throws {
    let path = Self.examples.appending(path: file).path
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 21)
    guard Self.isInstalled(interpreter) else {
      print("skipped \(file): \(interpreter) is not installed")
      return
    }
    let run = try sandbox.bash("export KHO; \(interpreter) '\(path)' example.kho")
    #expect(run.status == 0)
    #expect(run.output.contains(answer), "\(run)")
  }
}
