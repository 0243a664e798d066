/// What a statement reports beside its rows, as JSON.

extension JSONWriter {
  /// Members of an object, each after a comma: `counters`, `notifications` and `plan`, those that
  /// are empty left out.
  package mutating func report(on result: ResultSet) {
    member(result.counters)
    member(result.notifications)
    if let plan = result.plan {
      raw(",\"plan\":")
      append(plan)
    }
  }

  private mutating func member(_ counters: UpdateCounters) {
    guard !counters.isEmpty else { return }
    sequence(",\"counters\":{", counters.changes, "}") { writer, change in
      writer.key(change.name)
      writer.integer(change.count)
    }
  }

  private mutating func member(_ notifications: [Notification]) {
    guard !notifications.isEmpty else { return }
    sequence(",\"notifications\":[", notifications) { writer, notification in
      writer.raw("{\"code\":")
      writer.string(notification.code)
      writer.raw(",\"message\":")
      writer.string(notification.message)
      if let hint = notification.hint {
        writer.raw(",\"hint\":")
        writer.string(hint)
      }
      writer.raw("}")
    }
  }

  private mutating func append(_ plan: PlanDescription) {
    raw("{\"name\":")
    string(plan.name)
    raw(",\"details\":")
    string(plan.details)
    raw(",\"estimatedRows\":\(plan.estimatedRows.isFinite ? plan.estimatedRows : 0)")
    if let rows = plan.rows { raw(",\"rows\":\(rows)") }
    if let seconds = plan.seconds { raw(",\"seconds\":\(seconds)") }
    sequence(",\"children\":[", plan.children, "]}") { $0.append($1) }
  }
}
