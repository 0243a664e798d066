/// A graph as dictionaries: what the reference evaluator reads, and what stores are filled from.
import GraphModel
import GraphStorage

struct ReferenceGraph {
  struct Vertex {
    var labels: Set<String>
    var properties: [String: Value]
  }
  struct Edge {
    var type: String
    var source: NodeID
    var target: NodeID
    var properties: [String: Value]
  }
  var vertices: [(id: NodeID, vertex: Vertex)] = []
  var edges: [(id: RelationshipID, edge: Edge)] = []

  func vertex(_ id: NodeID) -> Vertex? { vertices.first { $0.id == id }?.vertex }
  func edge(_ id: RelationshipID) -> Edge? { edges.first { $0.id == id }?.edge }

  /// A small random graph: few values, so that comparisons hold now and then; loops and parallel
  /// relationships among it.
  static func random(using random: inout some RandomNumberGenerator) -> ReferenceGraph {
    var graph = ReferenceGraph()
    for index in 0..<Int.random(in: 1...6, using: &random) {
      let labels = ["A", "B", "C"].filter { _ in Int.random(in: 0..<5, using: &random) < 2 }
      graph.vertices.append(
        (
          NodeID(UInt32(index)),
          Vertex(labels: Set(labels), properties: properties(using: &random))
        ))
    }
    // In some graphs S leads from A to B only.
    let isStrict = Bool.random(using: &random)
    for index in 0..<Int.random(in: 0...9, using: &random) {
      guard let source = graph.vertices.randomElement(using: &random)?.id,
        let target = graph.vertices.randomElement(using: &random)?.id
      else { continue }
      let isFromAToB =
        graph.vertex(source)?.labels.contains("A") == true
        && graph.vertex(target)?.labels.contains("B") == true
      let type =
        isStrict ? (isFromAToB ? "S" : "T") : Int.random(in: 0..<3, using: &random) == 0 ? "S" : "T"
      graph.edges.append(
        (
          RelationshipID(UInt32(index)),
          Edge(
            type: type, source: source, target: target, properties: properties(using: &random))
        ))
    }
    return graph
  }

  /// `k` holds integers, `s` text, `m` anything; each may be absent.
  private static func properties(
    using random: inout some RandomNumberGenerator
  ) -> [String: Value] {
    let days: [Value] = [59, 18_321].map { .date(Temporal.Date(daysSinceEpoch: $0)) }
    let mixed: [Value] =
      [1, 2, 0.5, 1.5, "a", "b", true, false, [1], [1, 2], ["a"], []] + days
    var result: [String: Value] = [:]
    if Int.random(in: 0..<4, using: &random) > 0 {
      result["k"] = .integer(.random(in: -1...3, using: &random))
    }
    if Int.random(in: 0..<4, using: &random) > 0 {
      result["s"] = .string(["", "a", "ab", "b"].randomElement(using: &random) ?? "")
    }
    if Bool.random(using: &random) { result["m"] = mixed.randomElement(using: &random) }
    return result
  }

  /// Writes the graph into an empty store; the graph's ids become those of the store.
  mutating func write(to transaction: GraphTransaction) throws {
    func entries(_ properties: [String: Value]) throws -> [(key: PropertyKeyID, value: Value)] {
      try properties.sorted { $0.key < $1.key }.map {
        (try transaction.makePropertyKey($0.key), $0.value)
      }
    }
    for name in ["A", "B", "C"] { _ = try transaction.makeLabel(name) }
    for name in ["T", "S"] { _ = try transaction.makeRelationshipType(name) }
    var ids: [NodeID: NodeID] = [:]
    for index in vertices.indices {
      let (id, vertex) = vertices[index]
      let made = try transaction.createNode(
        labels: vertex.labels.sorted().map { try transaction.makeLabel($0) },
        properties: entries(vertex.properties))
      ids[id] = made
      vertices[index].id = made
    }
    for index in edges.indices {
      let edge = edges[index].edge
      guard let source = ids[edge.source], let target = ids[edge.target] else { continue }
      edges[index].edge.source = source
      edges[index].edge.target = target
      edges[index].id = try transaction.createRelationship(
        type: transaction.makeRelationshipType(edge.type), from: source, to: target,
        properties: entries(edge.properties))
    }
  }

  /// The graph as a CREATE clause, for people who look into a failure.
  var text: String {
    func text(_ value: Value) -> String {
      if case .date = value { return "date(\(value.text))" }
      return value.text
    }
    func map(_ properties: [String: Value]) -> String {
      let entries = properties.sorted { $0.key < $1.key }.map { "\($0.key): \(text($0.value))" }
      return entries.isEmpty ? "" : " {\(entries.joined(separator: ", "))}"
    }
    let nodes = vertices.map { id, vertex in
      let labels = vertex.labels.sorted().map { ":" + $0 }.joined()
      return "(n\(id.rawValue)\(labels)\(map(vertex.properties)))"
    }
    let relationships = edges.map { _, edge in
      "(n\(edge.source.rawValue))-[:\(edge.type)\(map(edge.properties))]->"
        + "(n\(edge.target.rawValue))"
    }
    return "CREATE " + (nodes + relationships).joined(separator: ", ")
  }
}
