/// Finds the entity that a person means, however they typed its name.

/// What an argument can name: a node of the label that a question's parameter asks for.
struct Entity: Hashable {
  var id: String
  var label = ""
  var name: String
  /// A document's number, `05-CT/TW`.
  var number: String?
  /// A place's kind, `huyện`.
  var kind: String?
  /// Other names, titles and subjects, with accents.
  var aliases: [String] = []
  /// Folded names, which names typed with accents are not compared with.
  var keys: [String] = []

  /// Every name with accents.
  var names: [String] { [name] + (number.map { [$0] } ?? []) + aliases }
}

enum Resolution: Equatable {
  case one(Entity)
  /// Equally good finds, in the order of the entities.
  case several([Entity])
  /// None; names that look alike, nearest first.
  case none(near: [String])
}

/// Looks a name up among `entities`, from the exact to the loose; the first stage that finds
/// anything decides.
struct EntityResolver {
  private let entities: [Entity]

  init(_ entities: [Entity]) { self.entities = entities }

  /// 1. The id, name or number itself (composed and decomposed accents are equal).
  /// 2. A name or alias in another spelling: without accents or in part, other case, `CT 05` for
  ///    `Chỉ thị số 05`.
  /// 3. The same, where one has a unit and the other has not: `H. Cầu Ngang` for `Cầu Ngang`.
  /// 4. All words typed occur in one name: `KH 76 Cầu Ngang`, `Minh Bảnh`.
  ///
  /// A word typed with accents is never matched by the same letters with others.
  func resolve(_ typed: String) -> Resolution {
    if let exact = resolution(
      entities.filter { $0.id == typed || $0.name == typed || $0.number == typed })
    {
      return exact
    }
    let designation = Designation(typed)
    let candidates = entities.map { entity in
      (entity: entity, forms: (entity.names + entity.keys).map { Designation($0) })
    }
    let stages: [(Entity, Designation) -> Bool] = [
      { _, form in designation.means(form) && designation.unit == form.unit },
      { entity, form in designation.means(form) && agrees(form, entity) },
      { entity, form in designation.isPart(of: form) && agrees(form, entity) },
    ]
    func agrees(_ form: Designation, _ entity: Entity) -> Bool {
      guard let unit = designation.unit else { return true }
      return form.unit.map { $0 == unit }
        ?? entity.kind.map { Word.words(of: $0).map(\.folded).joined(separator: " ") == unit }
        ?? true
    }
    for stage in stages {
      let found = candidates.filter { candidate in
        candidate.forms.contains { stage(candidate.entity, $0) }
      }
      if let result = resolution(found.map(\.entity)) { return result }
    }
    return .none(near: near(designation, in: candidates))
  }

  private func resolution(_ found: [Entity]) -> Resolution? {
    if let only = found.first, found.count == 1 { return .one(only) }
    return found.isEmpty ? nil : .several(found)
  }

  private func near(
    _ designation: Designation, in candidates: [(entity: Entity, forms: [Designation])]
  ) -> [String] {
    var names: [String: String] = [:]
    for (entity, forms) in candidates {
      for form in forms where names[form.folded] == nil { names[form.folded] = entity.name }
    }
    var seen: Set<String> = []
    return nearest(to: designation.folded, in: names.keys, count: 8)
      .compactMap { names[$0] }.filter { seen.insert($0).inserted }.prefix(3).map { $0 }
  }
}
