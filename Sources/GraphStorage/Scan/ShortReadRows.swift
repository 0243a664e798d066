/// The values of a short read's rows, by the ids that its way has found.
internal import GraphModel
internal import LMDB

extension GraphTransaction {
  /// One column after the other of all rows, so that the processor can be asked for what all of
  /// them need before it is read. Texts are copied last, together.
  func values(
    of read: borrowing ShortRead, rowCount: Int, _ memo: Memo, _ names: [String]
  ) throws(KhoError) -> ResultRows {
    let (rows, hints) = (memo.rows, memo.hints)
    let width = read.columns.count
    let output = ResultRowsWriter(count: rowCount * width, using: &rows.spare)
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
          var bytes = Bytes.empty
          do throws(KhoError) {
            if isKnown(table.entity(id)) { bytes = try block(table, id >> 6).bytes }
          } catch {
            failure = error
          }
          rows.setBlock(bytes, row)
          if rowCount > 1 { bytes.prefetch(0, count: EntityBlock.usualHeadSizeInBytes) }
        }
      }
      for row in 0..<rowCount where rowCount > 1 {
        let (slot, block) = (rows[column.place, row] & 63, EntityBlock(rows.block(row)))
        if let found = hints.column(of: column.key, slot, block, table) {
          block.prefetch(found, upTo: found.rank(slot))
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
          if rowCount > 1 { run.prefetch(0, count: run.count) }
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
      for index in 0..<rows.textCount {
        rows.text(index).append(to: &output)
        output.append(0)
      }
    }
    rows.spare.keep(result)
    if let failure { throw failure }
    return result
  }
}
