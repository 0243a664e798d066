internal import GraphModel

/// CALL of a procedure of the host program, for each input row.
final class CallProcedure: FlatMap {
  private let call: BoundCall
  private var row = 0
  init(_ input: Operator, carried: [Slot], call: BoundCall) {
    self.call = call
    super.init(input, carried: carried)
  }
  override var name: String { "ProcedureCall" }
  override var details: String { call.procedure.name }
  override func begin(_ batch: Batch, _ context: ExecutionContext) { row = 0 }

  override func fill(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Rows? {
    guard row < batch.count else { return nil }
    defer { row += 1 }
    var arguments: [Value] = []
    for (argument, input) in zip(call.arguments, call.procedure.inputs) {
      arguments.append(try value(of: argument, for: input, context, batch))
    }
    let results: [[Value]]
    do {
      results = try call.procedure.body(arguments)
    } catch let error as KhoError {
      throw error.located(at: call.span)
    } catch {
      throw KhoError(
        .procedureError, "ProcedureFailed", "\(call.procedure.name) failed: \(error)",
        at: call.span)
    }
    let width = call.procedure.outputs.count
    if width == 0 { return Rows(origins: [Int32(row)], columns: []) }
    guard results.allSatisfy({ $0.count == width }) else {
      throw KhoError(
        .procedureError, "ProcedureFailed",
        "\(call.procedure.name) gave a row that is not \(width) values wide", at: call.span)
    }
    return Rows(
      origins: Array(repeating: Int32(row), count: results.count),
      columns: call.outputs.map { output in
        (output.slot, .values(results.map { $0[output.field] }))
      })
  }

  private func value(
    of argument: BoundExpression, for input: Procedure.Field, _ context: ExecutionContext,
    _ batch: Batch
  ) throws(KhoError) -> Value {
    let value = try argument.evaluate(Row(batch: batch, index: row), context)
    guard TypeSet(of: value).isCompatible(with: input.typeSet) else {
      throw KhoError(
        .typeError, "InvalidArgumentType",
        "expected \(input.type) for \(input.name), found \(value.typeName)", at: argument.span)
    }
    return input.converted(value)
  }
}
