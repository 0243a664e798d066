/// The physical limit as one more engine: plans in C, made by hand, over arrays in memory.
internal import CLimit

/// Answers the questions of one workload; its arrays are made of the generator's tables.
@safe final class LimitEngine: Engine {
  private struct Unknown: Error, CustomStringConvertible { var description: String }

  private let graph: OpaquePointer
  private let workload: limit_workload

  init(_ workload: Workload, _ size: Size) throws {
    // Safe: workloads, their names and questions are constants of the C target.
    guard let plans = unsafe limit_workload_named(workload.rawValue) else {
      throw Unknown(description: "no kernels for \(workload)")
    }
    unsafe self.workload = unsafe plans.pointee
    let dataset = try Dataset.generate(workload, size)
    unsafe graph = unsafe limit_graph_make(dataset.nodes.reduce(0) { $0 + $1.count })
    // Safe: lists of names end with nil; arrays live as long as the process, as the graph does.
    let (columns, lists) = unsafe (names(plans.pointee.columns), names(plans.pointee.lists))
    let arrays = LimitArrays(dataset: dataset, lists: lists)
    for (index, name) in columns.enumerated() {
      unsafe limit_graph_set_column(graph, Int32(index), arrays.column(name))
    }
    for (index, name) in lists.enumerated() {
      unsafe limit_graph_set_lists(graph, Int32(index), arrays.lists(name))
    }
  }

  func prepare(_ question: String, _ text: String) throws -> PreparedQuestion {
    // Safe: the list of questions ends with one that has no name.
    var plan = unsafe workload.questions
    while let name = unsafe plan?.pointee.name, unsafe String(cString: name) != question {
      unsafe plan = unsafe plan?.successor()
    }
    guard let plan = unsafe plan, unsafe plan.pointee.name != nil else {
      throw Unknown(description: "no kernel for \(question)")
    }
    let parameters = unsafe String(cString: plan.pointee.parameters).split(separator: " ")
      .map(String.init)
    let kinds = unsafe Array(String(cString: plan.pointee.cells))
    let graph = unsafe graph

    // Safe: no question has more than the graph's four parameters; cells are read before the next
    // call, each as what its kind says.
    func cells(_ arguments: Arguments) -> UnsafeBufferPointer<limit_cell> {
      for (index, name) in parameters.enumerated() {
        switch arguments[name] {
        case .integer(let value):
          unsafe limit_graph_bind_integer(graph, Int32(index), Int64(value))
        case .text(let value): unsafe limit_graph_bind_text(graph, Int32(index), value)
        case nil: break
        }
      }
      var count = 0
      let cells = unsafe limit_graph_answer(graph, plan, &count)
      return unsafe UnsafeBufferPointer(start: cells, count: count)
    }
    func spell(_ cell: limit_cell, _ kind: Character) -> String {
      switch kind {
      case "i": unsafe String(cell.integer)
      case "r": unsafe Answer.text(cell.real)
      default: unsafe String(cString: cell.text)
      }
    }
    return PreparedQuestion(
      run: { unsafe cells($0).count / kinds.count },
      answer: { arguments in
        let cells = unsafe cells(arguments)
        return stride(from: 0, to: cells.count, by: kinds.count).map { row in
          kinds.enumerated().map { unsafe spell(cells[row + $0.offset], $0.element) }
        }
      })
  }
}

/// A list of C, which ends with nil.
private func names(_ list: UnsafePointer<UnsafePointer<CChar>?>?) -> [String] {
  var names: [String] = []
  // Safe: nothing is read behind the nil.
  while let name = unsafe list?[names.count] { names.append(unsafe String(cString: name)) }
  return names
}
