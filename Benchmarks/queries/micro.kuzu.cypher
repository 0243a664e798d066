// Where Kùzu and LadybugDB have a faster way to say it.

// bfs_all
MATCH (n:Node {id: $id})-[:KNOWS* SHORTEST 1..30]->(m:Node) RETURN count(*) + 1;
