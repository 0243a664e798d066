/// How a command ends: exit codes, and errors as they are printed.
import ArgumentParser
import Kho

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The exit codes, as `kho --help` lists them.
enum ExitStatus: Int32 {
  case success = 0
  case error = 1
  case usage = 2
  case notFound = 3
  case ambiguous = 4
  case interrupted = 130
}

func endProcess(_ status: ExitStatus) -> Never { exit(status.rawValue) }

/// An error that ends a command, with the text to print.
struct Failure: Error, Equatable {
  var message: String
  var status = ExitStatus.error

  init(_ message: String, status: ExitStatus = .error) {
    self.message = message
    self.status = status
  }

  /// An error of `text`, the statement that was run.
  init(_ error: KhoError, in text: String) {
    self.init(
      error.rendered(in: text), status: error.kind == .cancelled ? .interrupted : .error)
  }
}

extension KhoCommand {
  /// Prints `error`, or what help or version asked for, and ends the process.
  static func end(with error: any Error) -> Never {
    if let code = error as? ExitCode { Self.exit(withError: code) }
    let code = exitCode(for: error)
    if code.isSuccess {
      let output = Output()
      output.line(fullMessage(for: error))
      output.flush()
      endProcess(.success)
    }
    if code == .validationFailure {
      Output.error(fullMessage(for: error) + "\n")
      endProcess(.usage)
    }
    endProcess(report(error))
  }

  /// Prints `error` and says what the process should end with.
  @discardableResult static func report(_ error: any Error) -> ExitStatus {
    let failure =
      switch error {
      case let failure as Failure: failure
      case let error as KhoError: Failure(error, in: "")
      case let failure as Script.Failure:
        Failure(
          failure.description, status: failure.error.kind == .cancelled ? .interrupted : .error)
      default: Failure("\(error)")
      }
    let name = Terminal.styled("kho:", "1;31", if: Terminal.showsColor(onError: true))
    Output.error("\(name) \(failure.message)\n")
    return failure.status
  }
}
