-- get_id
SELECT age, score, name FROM node WHERE id = $id;

-- get_key
SELECT id, age, name FROM node WHERE "key" = $k;

-- hop1
SELECT dst FROM knows WHERE src = $id;

-- hop1_in
SELECT src FROM knows WHERE dst = $id;

-- hop1_filter
SELECT count(*) FROM knows k JOIN node n ON n.id = k.dst WHERE k.src = $id AND n.age >= $a;

-- hop2_count
SELECT count(*) FROM knows a JOIN knows b ON b.src = a.dst WHERE a.src = $id;

-- hop3_distinct
SELECT count(DISTINCT c.dst)
FROM knows a JOIN knows b ON b.src = a.dst JOIN knows c ON c.src = b.dst WHERE a.src = $id;

-- count_nodes
SELECT count(*) FROM node;

-- count_edges
SELECT count(*) FROM knows;

-- scan_filter
SELECT count(*) FROM node WHERE age >= $x;

-- scan_filter_edge
SELECT count(*) FROM knows WHERE since >= $x;

-- agg_group
SELECT grp, count(*), sum(age) FROM node GROUP BY grp;

-- agg_edge_group
SELECT a.grp, count(*), sum(b.age)
FROM knows k JOIN node a ON a.id = k.src JOIN node b ON b.id = k.dst GROUP BY a.grp;

-- bfs_all
WITH RECURSIVE r(x) AS (SELECT CAST($id AS BIGINT) UNION SELECT dst FROM r JOIN knows ON src = x)
SELECT count(*) FROM r;
