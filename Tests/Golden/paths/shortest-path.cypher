// a → b → c → d, a shorter way a → e → d, a parallel a → b, an island f, a loop on d.
CREATE (a:N {n: 'a'}), (b:N {n: 'b'}), (c:N {n: 'c'}), (d:N {n: 'd'}), (e:N {n: 'e'}),
  (f:N {n: 'f'}), (a)-[:T {k: 1}]->(b), (a)-[:T {k: 2}]->(b), (b)-[:T {k: 3}]->(c),
  (c)-[:T {k: 4}]->(d), (a)-[:S {k: 5}]->(e), (e)-[:T {k: 6}]->(d), (d)-[:T {k: 7}]->(d);
//~ +nodes 6, +relationships 7, +properties 13, +labels 6

// Over every type the way by e is the shortest.
MATCH (a {n: 'a'}), (d {n: 'd'}), p = shortestPath((a)-[*]->(d))
RETURN [x IN nodes(p) | x.n] AS names, length(p) AS length;
//= any order
//= names           | length
//= ['a', 'e', 'd'] | 2

// Of one type the way by e is closed: 2 parallel first steps, so two shortest paths.
MATCH (a {n: 'a'}), (d {n: 'd'}), p = allShortestPaths((a)-[:T*]->(d))
RETURN [r IN relationships(p) | r.k] AS ks;
//= any order
//= ks
//= [1, 3, 4]
//= [2, 3, 4]

MATCH (a {n: 'a'}), (d {n: 'd'}), p = shortestPath((a)-[:T*]->(d))
RETURN length(p) AS length, count(*) AS rows;
//= any order
//= length | rows
//= 3      | 1

// Bounded below the shortest length: no row.
MATCH (a {n: 'a'}), (d {n: 'd'}), p = shortestPath((a)-[:T*..2]->(d))
RETURN p;
//= no rows

// Bounded at the shortest length.
MATCH (a {n: 'a'}), (d {n: 'd'}), p = shortestPath((a)-[:T*..3]->(d))
RETURN length(p) AS length;
//= any order
//= length
//= 3

// Unreachable: MATCH drops the row, OPTIONAL MATCH keeps it.
MATCH (a {n: 'a'}), (f {n: 'f'}), p = shortestPath((a)-[*]-(f))
RETURN p;
//= no rows

MATCH (a {n: 'a'}), (f {n: 'f'})
OPTIONAL MATCH p = shortestPath((a)-[*]-(f))
RETURN a.n AS a, p;
//= any order
//= a   | p
//= 'a' | null

// Against the direction there is no way from d to a; undirected there is.
MATCH (a {n: 'a'}), (d {n: 'd'})
OPTIONAL MATCH p = shortestPath((d)-[*]->(a))
OPTIONAL MATCH q = shortestPath((d)<-[*]-(a))
OPTIONAL MATCH r = shortestPath((d)-[*]-(a))
RETURN length(p) AS p, length(q) AS q, length(r) AS r;
//= any order
//= p    | q | r
//= null | 2 | 2

// Both ends the same node: zero length only where the lower bound allows it.
MATCH (a {n: 'a'}), p = shortestPath((a)-[*0..]->(a))
RETURN length(p) AS length;
//= any order
//= length
//= 0

// From one node to all others: one row for each reachable one.
MATCH (a {n: 'a'})
MATCH p = shortestPath((a)-[*]->(x:N)) WHERE x <> a
RETURN x.n AS x, length(p) AS length ORDER BY x;
//= in order
//= x   | length
//= 'b' | 1
//= 'c' | 2
//= 'd' | 2
//= 'e' | 1

// allShortestPaths counts parallel relationships as different paths.
MATCH (a {n: 'a'}), (c {n: 'c'}), p = allShortestPaths((a)-[*]->(c))
RETURN count(p) AS paths;
//= any order
//= paths
//= 2

// Undirected.
MATCH (b {n: 'b'}), (e {n: 'e'}), p = allShortestPaths((b)-[*]-(e))
RETURN [r IN relationships(p) | r.k] AS ks;
//= any order
//= ks
//= [1, 5]
//= [2, 5]

// As a value: null where there is none.
MATCH (a {n: 'a'}), (x:N) WHERE x.n IN ['d', 'f']
RETURN x.n AS x, length(shortestPath((a)-[*]->(x))) AS length;
//= any order
//= x   | length
//= 'd' | 2
//= 'f' | null

// allShortestPaths as a value is a list.
MATCH (a {n: 'a'}), (b {n: 'b'})
RETURN size(allShortestPaths((a)-[:T*]->(b))) AS paths;
//= any order
//= paths
//= 2

// A fixed single relationship is a shortest path of length 1 too.
MATCH (a {n: 'a'}), (b {n: 'b'}), p = shortestPath((a)-[:T]->(b))
RETURN length(p) AS length;
//= any order
//= length
//= 1

MATCH (a {n: 'a'}), (d {n: 'd'}), p = shortestPath((a)-[:T]->(d))
RETURN length(p) AS length;
//= no rows

// Types in alternatives.
MATCH (a {n: 'a'}), (d {n: 'd'}), p = shortestPath((a)-[:S|T*]->(d))
RETURN [r IN relationships(p) | type(r)] AS types;
//= any order
//= types
//= ['S', 'T']

// A null end gives no path.
OPTIONAL MATCH (x:Missing)
MATCH (a {n: 'a'})
OPTIONAL MATCH p = shortestPath((a)-[*]->(x))
RETURN p;
//= any order
//= p
//= null
//? 1:19 UnknownLabel

// Only one relationship pattern may stand in it.
MATCH p = shortestPath((a)-[*]->(b)-[*]->(c)) RETURN p;
//! 1:7 SyntaxError compile time UnexpectedSyntax
