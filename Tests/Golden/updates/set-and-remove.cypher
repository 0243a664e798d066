CREATE (:S {a: 1, b: 2}), (:S {a: 3})-[:R {w: 1}]->(:O {z: 9});
//~ +nodes 3, +relationships 1, +properties 5, +labels 3

MATCH (n:S {a: 1}) SET n.b = 5, n.c = n.b + 1 RETURN n;
//= any order
//= n
//= (:S {a: 1, b: 5, c: 6})
//~ +properties 2

// Null removes; a property that is not there is not removed.
MATCH (n:S {a: 1}) SET n.c = null, n.none = null RETURN n;
//= any order
//= n
//= (:S {a: 1, b: 5})
//~ +properties 1

MATCH (n:S {a: 1}) REMOVE n.b, n.none RETURN n;
//= any order
//= n
//= (:S {a: 1})
//~ +properties 1

// += adds and overwrites, null removes; = replaces all.
MATCH (n:S {a: 1}) SET n += {b: 7, d: 8} SET n += {d: null} RETURN n;
//= any order
//= n
//= (:S {a: 1, b: 7})
//~ +properties 3

MATCH (n:S {a: 1}) SET n = {a: 1, e: 'x', f: null} RETURN n;
//= any order
//= n
//= (:S {a: 1, e: 'x'})
//~ +properties 2

// From another entity.
MATCH (n:S {a: 3})-[r:R]->(o:O) SET n += o, r = o RETURN n, r;
//= any order
//= n                 | r
//= (:S {a: 3, z: 9}) | [:R {z: 9}]
//~ +properties 3

// Items run one after the other; a value that a property has already is no change.
MATCH (n:S {a: 3}) SET n.a = n.z, n.z = n.a RETURN n;
//= any order
//= n
//= (:S {a: 9, z: 9})
//~ +properties 1

// Labels.
MATCH (n:S {a: 9}) SET n:X:Y, n:S RETURN labels(n) AS labels;
//= any order
//= labels
//= ['S', 'X', 'Y']
//~ +labels 2

MATCH (n:X) REMOVE n:X:Missing RETURN labels(n) AS labels;
//= any order
//= labels
//= ['S', 'Y']
//~ -labels 1
//? 1:24 UnknownLabel

// Of null nothing happens.
OPTIONAL MATCH (n:S {a: 1000}) SET n.x = 1, n += {y: 2}, n:Z REMOVE n.a, n:S RETURN n;
//= any order
//= n
//= null

// Lists of one kind are stored, and maps; nested lists and lists with null are not.
MATCH (n:O) SET n.list = [1, 2, 3], n.texts = ['a', 'b'], n.empty = [] RETURN n;
//= any order
//= n
//= (:O {empty: [], list: [1, 2, 3], texts: ['a', 'b'], z: 9})
//~ +properties 3

MATCH (n:O) SET n.map = {a: 1, b: [2]} RETURN n.map.b[0] AS b;
//= any order
//= b
//= 2
//~ +properties 1

MATCH (n:O) SET n.nested = [[1], [2]];
//! 1:17 TypeError runtime InvalidPropertyType

MATCH (n:O) SET n.null = [1, null];
//! 1:17 TypeError runtime InvalidPropertyType

// Temporal values and lists of them.
MATCH (n:O) SET n = {d: date('2020-02-29'), du: duration('P1M'), ds: [date('2020-01-01')]} RETURN n.d.day AS day, n.du AS du, n.ds AS ds;
//= any order
//= day | du  | ds
//= 29  | P1M | [2020-01-01]
//~ +properties 8

// Each row sees the rows before it: a counter.
UNWIND range(1, 4) AS i MATCH (n:O) SET n.count = coalesce(n.count, 0) + i RETURN i, n.count AS count ORDER BY i;
//= in order
//= i | count
//= 1 | 10
//= 2 | 10
//= 3 | 10
//= 4 | 10
//~ +properties 4

// A property by a computed name.
MATCH (n:O) SET n['a' + 'b'] = 1 RETURN n['a' + 'b'] AS ab, n['b'] AS b;
//= any order
//= ab | b
//= 1  | null
//~ +properties 1

// Text is stored composed.
MATCH (n:O) SET n.name = normalize('Cầu', 'NFD') RETURN n.name = 'Cầu' AS composed, size(n.name) AS size;
//= any order
//= composed | size
//= true     | 3
//~ +properties 1

MATCH (n:O) SET n.x = 1 / 0;
//! 1:23 ArithmeticError runtime

// A failed statement changes nothing.
MATCH (n) SET n.mark = 1 WITH n SET n.bad = 1 / (n.a - 9);
//! 1:45 ArithmeticError runtime

MATCH (n) WHERE n["mark"] IS NOT NULL RETURN count(n) AS count;
//= any order
//= count
//= 0
