// Updates and lists of values that other engines are known to get wrong.

// Integers keep their 64 bits.
CREATE (n:I {big: 9007199254740993, least: -9223372036854775808}) RETURN n.big AS big, n.least AS least;
//= any order
//= big              | least
//= 9007199254740993 | -9223372036854775808
//~ +nodes 1, +properties 2, +labels 1

// size(…) of a list counts its elements.
CREATE (n:A:BCD:EF) RETURN size(labels(n)) AS size;
//= any order
//= size
//= 3
//~ +nodes 1, +labels 3

// What is deleted can still be counted.
MATCH (n:I) DELETE n RETURN count(n) AS deleted;
//= any order
//= deleted
//= 1
//~ -nodes 1

// Elements of a list of maps reach property maps, values and conditions.
// param: rows = [{id: 'a', name: 'x'}, {id: 'b', name: 'y'}]
UNWIND $rows AS row CREATE (n:T {id: row.id, name: row.name}) RETURN n.id AS id, n.name AS name;
//= any order
//= id  | name
//= 'a' | 'x'
//= 'b' | 'y'
//~ +nodes 2, +properties 4, +labels 2

UNWIND [{id: 'b'}] AS item MATCH (n:T {id: item.id}) RETURN n.name AS name;
//= any order
//= name
//= 'y'

// param: rows = [{from: 'a', to: 'b', w: 3}]
UNWIND $rows AS row MATCH (a:T {id: row.from}), (b:T {id: row.to})
MERGE (a)-[r:R {w: row.w}]->(b) ON CREATE SET r.new = row.w + 1
RETURN startNode(r).name AS from, endNode(r).name AS to, properties(r) AS r;
//= any order
//= from | to  | r
//= 'x'  | 'y' | {new: 4, w: 3}
//~ +relationships 1, +properties 2

// Variables of MERGE go on through WITH.
MERGE (n:T {id: 'c'}) WITH n MERGE (m:T {id: 'd'}) WITH n, m CREATE (n)-[:R]->(m)
RETURN n.id AS n, m.id AS m;
//= any order
//= n   | m
//= 'c' | 'd'
//~ +nodes 2, +relationships 1, +properties 2, +labels 2

// A row that MERGE made is found by the rows after it.
UNWIND [1, 1, 2, 1] AS i MERGE (n:U {i: i}) ON CREATE SET n.made = 1 ON MATCH SET n.made = n.made + 1
WITH DISTINCT n RETURN n.i AS i, n.made AS made ORDER BY i;
//= in order
//= i | made
//= 1 | 3
//= 2 | 1
//~ +nodes 2, +properties 6, +labels 2

// SET reads what was there before it, also where it swaps.
MATCH (a:T {id: 'a'}) SET a.left = 1, a.right = 2 WITH a SET a.left = a.right, a.right = a.left
RETURN a.left AS left, a.right AS right;
//= any order
//= left | right
//= 2    | 2
//~ +properties 3

// The map that replaces all properties may come from the node itself.
MATCH (a:T {id: 'a'}) SET a = {id: a.id, copy: a.name} RETURN properties(a) AS a;
//= any order
//= a
//= {copy: 'x', id: 'a'}
//~ +properties 4

// DETACH DELETE in a loop over rows that share nodes.
MATCH (a:T)-[r]-(b:T) DETACH DELETE a, b RETURN count(*) AS rows;
//= any order
//= rows
//= 4
//~ -nodes 4, -relationships 2

// A statement that fails in its last row leaves nothing.
UNWIND [1, 0] AS d CREATE (:V {q: 1 / d});
//! 1:35 ArithmeticError runtime DivisionByZero

MATCH (v:V) RETURN count(v) AS left;
//= any order
//= left
//= 0
//? 1:10 UnknownLabel
