// Paths that other engines are known to lose or to make up.
CREATE (:V {n: 1}), (:V {n: 2});
//~ +nodes 2, +properties 2, +labels 2

// A graph without relationships has paths of length zero alone.
MATCH (a:V {n: 1}), (b:V {n: 2}) OPTIONAL MATCH p = shortestPath((a)-[*]-(b)) RETURN p;
//= any order
//= p
//= null

MATCH (a:V)-[*0..]-(b:V) RETURN a.n AS a, b.n AS b ORDER BY a;
//= in order
//= a | b
//= 1 | 1
//= 2 | 2

MATCH (a:V) RETURN COUNT { (a)-[*]-() } AS paths, size([(a)-[*0..2]-(b) | b]) AS ends;
//= any order
//= paths | ends
//= 0     | 1
//= 0     | 1

// One relationship is not walked there and back.
MATCH (a:V {n: 1}), (b:V {n: 2}) CREATE (a)-[:E {w: 1}]->(b);
//~ +relationships 1, +properties 1

MATCH (a {n: 1})-[r*]-(b) RETURN b.n AS b, size(r) AS size;
//= any order
//= b | size
//= 2 | 1

MATCH (a {n: 1})-[*2]-(b) RETURN b;
//= no rows

// Two that face each other are: by either, and back by the other.
MATCH (a:V {n: 1}), (b:V {n: 2}) CREATE (b)-[:E {w: 2}]->(a);
//~ +relationships 1, +properties 1

MATCH (a)-[r]->(b), (b)-[s]->(a) RETURN a.n AS a, r.w AS r, b.n AS b, s.w AS s ORDER BY a;
//= in order
//= a | r | b | s
//= 1 | 1 | 2 | 2
//= 2 | 2 | 1 | 1

MATCH (a {n: 1})-[r*2]-(b) RETURN [x IN r | x.w] AS ws, b.n AS b ORDER BY ws;
//= in order
//= ws     | b
//= [1, 2] | 1
//= [2, 1] | 1

// A condition on types makes fewer rows, never more.
MATCH (a:V {n: 2}) CREATE (a)-[:F {w: 3}]->(:V {n: 3})-[:F {w: 4}]->(a);
//~ +nodes 1, +relationships 2, +properties 3, +labels 1

MATCH (a)-[]->(b)-[*..6]->(a:V)-[]-(b:V) RETURN count(*) AS rows;
//= any order
//= rows
//= 0

MATCH (a)-[r]->(b)-[*..6]->(a:V) RETURN count(*) AS rows
UNION ALL
MATCH (a)-[r:E]->(b)-[*..6]->(a:V) RETURN count(*) AS rows;
//= any order
//= rows
//= 8
//= 4

// A subquery in the condition of a path's end, and the type of the other relationship.
MATCH (a:V {n: 1})-[*1..4]->(b) WHERE EXISTS { (b)-[:F]->({n: 3}) }
RETURN b.n AS b, count(*) AS paths;
//= any order
//= b | paths
//= 2 | 2

// The nodes and relationships of a path are in the order in which it was written.
MATCH p = (c {n: 3})<-[:F]-(b)<-[:E]-(a)
RETURN [x IN nodes(p) | x.n] AS ns, [x IN relationships(p) | x.w] AS ws,
  [x IN relationships(p) | endNode(x).n] AS ends;
//= any order
//= ns        | ws     | ends
//= [3, 2, 1] | [3, 1] | [3, 2]

// A relationship between two known nodes is still tested where rows are only counted.
MATCH (a)-[:E]-(b)<-[r:!E]-(a) RETURN count(*) AS rows;
//= any order
//= rows
//= 0

MATCH (a:V {n: 3})-[:F]-(b)<-[r:!E]-(a) RETURN count(*) AS rows, sum(r.w) AS w;
//= any order
//= rows | w
//= 1    | 4

MATCH (a)-[:F]-(b)<-[r:!E]-(a) RETURN count(*) AS rows;
//= any order
//= rows
//= 2

MATCH (a)-[:F]-(b)<-[r]-(a) WHERE r.w > 3 RETURN count(*) AS rows;
//= any order
//= rows
//= 1
