-- Where DuckDB has a way of its own.

-- spath: USING KEY keeps one row for each node, a set of those visited
WITH RECURSIVE bfs(id, d) USING KEY (id) AS (
  SELECT $a::BIGINT, 0
  UNION SELECT n.b, min(x.d) + 1
  FROM bfs x JOIN adjacency n ON n.a = x.id LEFT JOIN recurring.bfs v ON v.id = n.b
  WHERE v.id IS NULL AND x.d < 8
    AND NOT EXISTS (SELECT 1 FROM recurring.bfs z WHERE z.id = $b)
  GROUP BY n.b)
SELECT d FROM bfs WHERE id = $b;
