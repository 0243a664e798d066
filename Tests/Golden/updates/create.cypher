// The properties that CREATE and MERGE give.

// Of several entries with one key the last counts; a null is no property.
CREATE (n:A {x: 1, y: null, x: 2, z: [3]}) RETURN n;
//= in order
//= n
//= (:A {x: 2, z: [3]})
//~ +nodes 1, +properties 2, +labels 1

CREATE (n:B {x: 1, y: null, z: 1 + 1}) RETURN n;
//= in order
//= n
//= (:B {x: 1, z: 2})
//~ +nodes 1, +properties 2, +labels 1

// A map of another row, one that is not written out, and properties of what the same clause makes.
UNWIND [{x: 7, y: null}, {x: 8}] AS map
CREATE (n:C)-[r:R {of: n.x}]->(m:C {x: map.x}), (l:C)
SET l = map
RETURN r, m, l;
//= in order
//= r    | m           | l
//= [:R] | (:C {x: 7}) | (:C {x: 7})
//= [:R] | (:C {x: 8}) | (:C {x: 8})
//~ +nodes 6, +relationships 2, +properties 4, +labels 6

// param: map = {x: 9, y: null}
CREATE (n:D $map) RETURN n;
//= in order
//= n
//= (:D {x: 9})
//~ +nodes 1, +properties 1, +labels 1

MERGE (n:E {x: 1, y: null});
//! 1:12 SemanticError runtime MergeReadOwnWrites: MERGE cannot look for a property that is null: 'y'
