// A ring of five, and a chord that makes two equal ways.
UNWIND range(0, 4) AS i CREATE (:R {i: i});
//~ +nodes 5, +properties 5, +labels 5

MATCH (a:R), (b:R) WHERE b.i = (a.i + 1) % 5
CREATE (a)-[:NEXT]->(b);
//~ +relationships 5

// In a directed ring the distance is (b - a) mod 5.
MATCH (a:R {i: 0}), (b:R) WHERE a <> b
MATCH p = shortestPath((a)-[:NEXT*]->(b))
RETURN b.i AS to, length(p) AS length ORDER BY to;
//= in order
//= to | length
//= 1  | 1
//= 2  | 2
//= 3  | 3
//= 4  | 4

// Undirected it is the shorter way round.
MATCH (a:R {i: 0}), (b:R) WHERE a <> b
MATCH p = shortestPath((a)-[:NEXT*]-(b))
RETURN b.i AS to, length(p) AS length ORDER BY to;
//= in order
//= to | length
//= 1  | 1
//= 2  | 2
//= 3  | 2
//= 4  | 1

// A chord 0 → 3: from 0 to 4 there is the way 0-4 alone undirected, and 0-3-4 directed.
MATCH (a:R {i: 0}), (b:R {i: 3}) CREATE (a)-[:CHORD {w: 9}]->(b);
//~ +relationships 1, +properties 1

MATCH (a:R {i: 0}), (b:R {i: 4}), p = shortestPath((a)-[*]->(b))
RETURN [n IN nodes(p) | n.i] AS way;
//= any order
//= way
//= [0, 3, 4]

MATCH (a:R {i: 1}), (b:R {i: 3}), p = allShortestPaths((a)-[*]-(b))
RETURN [n IN nodes(p) | n.i] AS way;
//= any order
//= way
//= [1, 0, 3]
//= [1, 2, 3]

// Both ends bound in the other order.
MATCH (b:R {i: 3}), (a:R {i: 1}), p = allShortestPaths((b)-[*]-(a))
RETURN [n IN nodes(p) | n.i] AS way;
//= any order
//= way
//= [3, 0, 1]
//= [3, 2, 1]

// Properties on the relationships of the pattern.
MATCH (a:R {i: 0}), (b:R {i: 3}), p = shortestPath((a)-[:CHORD* {w: 9}]->(b))
RETURN length(p) AS length;
//= any order
//= length
//= 1

MATCH (a:R {i: 0}), (b:R {i: 3}), p = shortestPath((a)-[:CHORD* {w: 8}]->(b))
RETURN length(p) AS length;
//= no rows

// All pairs of the ring by type NEXT: 20 ordered pairs.
MATCH (a:R), (b:R) WHERE a <> b
MATCH p = shortestPath((a)-[:NEXT*]->(b))
RETURN count(*) AS pairs, sum(length(p)) AS total, max(length(p)) AS longest;
//= any order
//= pairs | total | longest
//= 20    | 50    | 4
