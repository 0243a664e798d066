-- impl
SELECT u.code, u.name, i.date, i.progress
FROM document d JOIN implements i ON i.dst = d.gid JOIN unit u ON u.gid = i.src
WHERE d.number = $n AND u.level = 2 ORDER BY u.code;

-- chain_down
WITH RECURSIVE r(id, k) AS (
  SELECT gid, 0 FROM document WHERE number = $n
  UNION ALL SELECT c.src, k + 1 FROM r JOIN concretizes c ON c.dst = r.id WHERE k < 6)
SELECT d.number, k FROM r JOIN document d ON d.gid = r.id WHERE k > 0;

-- chain_up
WITH RECURSIVE r(id, k) AS (
  SELECT gid, 0 FROM document WHERE number = $n
  UNION ALL SELECT c.dst, k + 1 FROM r JOIN concretizes c ON c.src = r.id WHERE k < 6)
SELECT d.number, k FROM r JOIN document d ON d.gid = r.id WHERE k > 0;

-- officials_at
SELECT o.gid, o.name, h.title, h.from_date
FROM unit u JOIN committee_of co ON co.dst = u.gid JOIN holds_post h ON h.dst = co.src
JOIN official o ON o.gid = h.src
WHERE u.code = $c AND h.from_date <= $d AND h.to_date > $d;

-- impl_both
SELECT u.code
FROM document x JOIN implements a ON a.dst = x.gid JOIN unit u ON u.gid = a.src
JOIN implements b ON b.src = u.gid JOIN document y ON y.gid = b.dst
WHERE x.number = $x AND y.number = $y AND u.level = 2 ORDER BY u.code;

-- camp_by_prov
SELECT p.code, p.name, n
FROM (
  SELECT coalesce(p2.dst, p1.dst, r.dst) k, count(*) n
  FROM run_in r LEFT JOIN part_of p1 ON p1.src = r.dst LEFT JOIN part_of p2 ON p2.src = p1.dst
  GROUP BY coalesce(p2.dst, p1.dst, r.dst))
JOIN unit p ON p.gid = k ORDER BY n DESC, p.code LIMIT 10;

-- spath
SELECT b FROM adjacency WHERE a = $id;

-- top_directives
SELECT d.number, n
FROM (
  SELECT i.dst k, count(*) n FROM implements i JOIN unit u ON u.gid = i.src WHERE u.level = 2
  GROUP BY i.dst)
JOIN document d ON d.gid = k ORDER BY n DESC, d.number LIMIT 20;

-- name_prefix
SELECT gid, name, name_fold FROM official WHERE name_fold >= $p AND name_fold < $after
ORDER BY name_fold, gid LIMIT 20;

-- name_eq
SELECT gid, name FROM official WHERE name_fold = $p;

-- facts_official
SELECT f.gid, f.pred, f.value, f.date, c.pos, p.gid, p.text
FROM has_fact h JOIN fact f ON f.gid = h.dst JOIN cites c ON c.src = f.gid
JOIN para p ON p.gid = c.dst WHERE h.src = $g;

-- facts_unit
SELECT f.gid, f.pred, f.value, f.date, c.pos, p.gid, p.text
FROM unit u JOIN has_fact h ON h.src = u.gid JOIN fact f ON f.gid = h.dst
JOIN cites c ON c.src = f.gid JOIN para p ON p.gid = c.dst WHERE u.code = $g;
