// get_id: a node by its integer key
MATCH (n:Node {id: $id}) RETURN n.age, n.score, n.name;

// get_key: a node by its text key
MATCH (n:Node) WHERE n.key = $k RETURN n.id, n.age, n.name;

// hop1: neighbours
MATCH (n:Node {id: $id})-[:KNOWS]->(m:Node) RETURN m.id;

// hop1_in: neighbours against the direction
MATCH (n:Node {id: $id})<-[:KNOWS]-(m:Node) RETURN m.id;

// hop1_filter: neighbours with a property
MATCH (n:Node {id: $id})-[:KNOWS]->(m:Node) WHERE m.age >= $a RETURN count(*);

// hop2_count: neighbours of neighbours, with repetitions
MATCH (n:Node {id: $id})-[:KNOWS]->(:Node)-[:KNOWS]->(m:Node) RETURN count(*);

// hop3_distinct: nodes in three hops
MATCH (n:Node {id: $id})-[:KNOWS]->(:Node)-[:KNOWS]->(:Node)-[:KNOWS]->(m:Node)
RETURN count(DISTINCT m.id);

// count_nodes
MATCH (n:Node) RETURN count(*);

// count_edges
MATCH ()-[r:KNOWS]->() RETURN count(*);

// scan_filter: nodes with a property
MATCH (n:Node) WHERE n.age >= $x RETURN count(*);

// scan_filter_edge: relationships with a property
MATCH ()-[r:KNOWS]->() WHERE r.since >= $x RETURN count(*);

// agg_group: nodes by group
MATCH (n:Node) RETURN n.grp, count(*), sum(n.age);

// agg_edge_group: relationships by the group of their start
MATCH (a:Node)-[:KNOWS]->(b:Node) RETURN a.grp, count(*), sum(b.age);

// bfs_all: nodes in any number of hops
MATCH (n:Node {id: $id})-[:KNOWS*0..30]->(m:Node) RETURN count(DISTINCT m);
