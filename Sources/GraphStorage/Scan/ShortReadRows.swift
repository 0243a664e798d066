/// The values of a short read's rows, by the ids that its way has found.
internal import GraphModel
internal import LMDB

extension GraphTransaction {
  /// One column after the other of all rows, so that the processor, which waits for the blocks of
  /// one row, has asked for those of the next ones already. Texts are copied last, together.
  func values(
    of read: borrowing ShortRead, rowCount: Int, _ memo: Memo, _ names: [String]
  ) throws(KhoError) -> ResultRows {
    let (rows, hints) = (memo.rows, memo.hints)
    let width = read.columns.count
    var output = ResultRowsWriter(count: rowCount * width)
    var failure: KhoError?
    var place = -1
    rows.removeTexts()
    for (index, column) in read.columns {
      if let added = column.added {
        for row in 0..<rowCount {
          output.set(
            .integer(Int64(rows[column.place, row]) &+ added), at: row &* width &+ index)
        }
        continue
      }
      let table: EntityTable = column.place & 1 == 0 ? .node : .relationship
      if column.place != place {
        place = column.place
        for row in 0..<rowCount {
          let id = rows[place, row]
          do throws(KhoError) {
            rows.setBlock(
              try isKnown(table.entity(id)) ? block(table, id >> 6).bytes : .empty, row)
          } catch {
            (failure, place) = (error, -1)
            rows.setBlock(.empty, row)
          }
        }
      }
      var text: (id: UInt32, reference: Int64)?
      for row in 0..<rowCount {
        let (id, block) = (rows[column.place, row], EntityBlock(rows.block(row)))
        let position = row &* width &+ index
        guard let found = hints.column(of: column.key, id & 63, block, table) else {
          output.set(.null, at: position)
          continue
        }
        switch found.name.type {
        case .integer:
          let word = block.word(found, found.rank(id & 63))
          output.set(.integer(Int64(bitPattern: word)), at: position)
        case .string:
          if let text, text.id == id {
            output.set(text: text.reference, at: position)
            continue
          }
          let run = block.run(found, found.rank(id & 63))
          guard let reference = output.reference(toTextOfSize: run.count) else {
            output.set(.string(run.text), at: position)
            continue
          }
          rows.append(text: run)
          text = (id, reference)
          output.set(text: reference, at: position)
        default:
          do throws(KhoError) {
            output.set(try value(block, found, table.entity(id)), at: position)
          } catch {
            failure = error
            output.set(.null, at: position)
          }
        }
      }
    }
    let result = output.finish(names, string: Bytes.text) { output in
      for index in 0..<rows.textCount { rows.text(index).append(to: &output) }
    }
    if let failure { throw failure }
    return result
  }
}
