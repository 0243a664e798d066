/// Requests of the session protocol, and the input they come from.
import Foundation
import Testing

@testable import Kho

@Suite struct SessionRequestTests {
  func request(_ text: String) throws(KhoError) -> SessionRequest {
    try SessionRequest(Array(text.utf8))
  }

  @Test func `keys may come in any order and unknown ones are ignored`() throws {
    let request = try request(
      #"{"new":[{"a":1.5e3}],"params":{"a":{"int":"1"}},"query":"RETURN $a","id":7,"chunk":10}"#)
    #expect(request.id == 7)
    #expect(request.chunkSize == 10)
    #expect(request.parameters["a"]?.text == "1")
    guard case .query("RETURN $a") = request.action else { Issue.record(); return }
  }

  @Test(arguments: [
    #"{"id":1,"hello":1}"#, #"{"id":1,"reset":true}"#, #"{"id":1,"prepare":"RETURN 1"}"#,
    #"{"id":1,"execute":3}"#, #"{"id":1,"release":3}"#, #"{"id":1,"begin":"read"}"#,
    #"{"id":1,"begin":"write"}"#, #"{"id":1,"commit":true}"#, #"{"id":1,"rollback":true}"#,
    #"{"id":1,"limits":{"seconds":0.5,"memory":1000,"rows":null}}"#, #"{"id":1,"cancel":0}"#,
    #"{"id":1,"procedure":{"signature":"a() :: ()","columns":[],"rows":[]}}"#,
  ]) func `every kind of request is read`(text: String) throws {
    #expect(try request(text).id == 1)
  }

  @Test(arguments: [
    "", "1", "[]", "{}", #"{"id":1}"#, #"{"hello":1}"#, #"{"id":"1","hello":1}"#,
    #"{"id":1.5,"hello":1}"#, #"{"id":1,"id":1,"hello":1}"#, #"{"id":1,"hello":1}x"#,
    #"{"id":1,"query":"a","reset":true}"#, #"{"id":1,"query":1}"#, #"{"id":1,"begin":"x"}"#,
    #"{"id":1,"reset":1}"#, #"{"id":1,"query":"a","params":{"x":1}}"#,
    #"{"id":1,"query":"a","chunk":0}"#, #"{"id":1,"limits":{"seconds":1e999}}"#,
    #"{"id":1,"procedure":{"signature":"a() :: ()","columns":["a"],"rows":[[]]}}"#,
  ]) func `what is no request is a protocol error`(text: String) {
    do {
      _ = try request(text)
      Issue.record("read")
    } catch {
      #expect(error.kind == .protocolError)
    }
  }

  @Test func `the id of a bad request is found for the reply`() {
    #expect(SessionRequest.id(of: Array(#"{"id":5,"query":1}"#.utf8)) == 5)
    #expect(SessionRequest.id(of: Array("x".utf8)) == nil)
  }

  @Test func `a procedure answers with the rows whose arguments are equal`() throws {
    let request = try request(
      #"{"id":1,"procedure":{"signature":"a(x :: NUMBER?) :: (y :: STRING?)","columns":["x","y"],"#
        + #""rows":[[{"int":"1"},"one"],[null,"none"],[{"float":"1.0"},"also one"]]}}"#)
    guard case .procedure(let table) = request.action else { Issue.record(); return }
    #expect(table.results([1]).map { $0.map(\.text) } == [["'one'"], ["'also one'"]])
    #expect(table.results([nil]).map { $0.map(\.text) } == [["'none'"]])
    #expect(table.results([2]).isEmpty)
  }

  @Test func `lines are read whatever the pieces they come in`() throws {
    let pipe = Pipe()
    let input = SessionInput(FileDescriptor(number: pipe.fileHandleForReading.fileDescriptor))
    let lines = (0..<300).map { String(repeating: "x", count: $0 * 31 % 1_000) }
    let text = Array((lines.joined(separator: "\n") + "\nlast").utf8)
    let writer = Thread {
      for start in stride(from: 0, to: text.count, by: 777) {
        pipe.fileHandleForWriting.write(Data(text[start..<min(start + 777, text.count)]))
      }
      try? pipe.fileHandleForWriting.close()
    }
    writer.start()
    for line in lines + ["last"] {
      #expect(try input.nextLine().map { String(decoding: $0, as: UTF8.self) } == line)
    }
    #expect(try input.nextLine() == nil)
  }

  @Test func `a cancel is seen while its statement runs and stays to be answered`() throws {
    let pipe = Pipe()
    let input = SessionInput(FileDescriptor(number: pipe.fileHandleForReading.fileDescriptor))
    pipe.fileHandleForWriting.write(Data("one\n".utf8))
    #expect(try input.nextLine() == Array("one".utf8))
    input.beginStatement()
    #expect(!input.isCancelled(4))
    let cancel = #"{"id":9,"cancel":4}"#
    pipe.fileHandleForWriting.write(Data("not JSON\n\(cancel)\n".utf8))
    while !input.isCancelled(4) {}
    #expect(try input.nextLine() == Array("not JSON".utf8))
    #expect(try input.nextLine() == Array(cancel.utf8))
    input.beginStatement()
    #expect(!input.isCancelled(5))
  }
}
