-- q1
SELECT p.id, p.name, n
FROM (SELECT dst, count(*) n FROM follows GROUP BY dst ORDER BY n DESC, dst LIMIT 3)
JOIN person p ON p.id = dst ORDER BY n DESC, p.id;

-- q2
SELECT p.name, n, c.city, c.state, c.country
FROM (SELECT dst k, count(*) n FROM follows GROUP BY dst ORDER BY n DESC, dst LIMIT 1)
JOIN person p ON p.id = k JOIN lives_in l ON l.src = p.id JOIN city c ON c.id = l.dst;

-- q3
SELECT c.id, c.city, avg(p.age) a
FROM country co JOIN state_in si ON si.dst = co.id JOIN city_in ci ON ci.dst = si.src
JOIN city c ON c.id = ci.src JOIN lives_in l ON l.dst = c.id JOIN person p ON p.id = l.src
WHERE co.country = $country GROUP BY c.id, c.city ORDER BY a, c.id LIMIT 5;

-- q4
SELECT co.country, count(*) n
FROM person p JOIN lives_in l ON l.src = p.id JOIN city_in ci ON ci.src = l.dst
JOIN state_in si ON si.src = ci.dst JOIN country co ON co.id = si.dst
WHERE p.age >= $lo AND p.age <= $hi GROUP BY co.country ORDER BY n DESC, co.country LIMIT 3;

-- q5
SELECT count(*)
FROM city c JOIN lives_in l ON l.dst = c.id JOIN person p ON p.id = l.src
JOIN has_interest h ON h.src = p.id JOIN interest i ON i.id = h.dst
WHERE lower(p.gender) = lower($gender) AND c.city = $city AND c.country = $country
  AND lower(i.interest) = lower($interest);

-- q6
SELECT n, c.id, c.city, c.country
FROM (
  SELECT l.dst k, count(*) n
  FROM interest i JOIN has_interest h ON h.dst = i.id JOIN person p ON p.id = h.src
  JOIN lives_in l ON l.src = p.id
  WHERE lower(p.gender) = lower($gender) AND lower(i.interest) = lower($interest)
  GROUP BY l.dst ORDER BY n DESC, l.dst LIMIT 5)
JOIN city c ON c.id = k ORDER BY n DESC, c.id;

-- q7
SELECT n, s.state, s.country
FROM (
  SELECT s.id k, count(*) n
  FROM interest i JOIN has_interest h ON h.dst = i.id JOIN person p ON p.id = h.src
  JOIN lives_in l ON l.src = p.id JOIN city_in ci ON ci.src = l.dst JOIN state s ON s.id = ci.dst
  WHERE s.country = $country AND p.age >= $lo AND p.age <= $hi
    AND lower(i.interest) = lower($interest)
  GROUP BY s.id)
JOIN state s ON s.id = k ORDER BY n DESC, s.state LIMIT 1;

-- q8
SELECT count(*) FROM follows a JOIN follows b ON b.src = a.dst;

-- q8@rewritten
SELECT sum(i.n * o.n)
FROM (SELECT dst k, count(*) n FROM follows GROUP BY dst) i
JOIN (SELECT src k, count(*) n FROM follows GROUP BY src) o ON o.k = i.k;

-- q9
SELECT count(*)
FROM follows a JOIN person b ON b.id = a.dst JOIN follows f ON f.src = a.dst
JOIN person c ON c.id = f.dst WHERE b.age < $a1 AND c.age > $a2;

-- q9@rewritten
SELECT sum(i.n * o.n)
FROM (SELECT dst k, count(*) n FROM follows GROUP BY dst) i
JOIN person b ON b.id = i.k AND b.age < $a1
JOIN (
  SELECT f.src k, count(*) n FROM follows f JOIN person c ON c.id = f.dst WHERE c.age > $a2
  GROUP BY f.src) o ON o.k = i.k;

-- tri
SELECT count(*)
FROM follows a JOIN follows b ON b.src = a.dst JOIN follows c ON c.src = a.src AND c.dst = b.dst;

-- is1
SELECT p.name, p.gender, p.age, c.city, c.country
FROM person p JOIN lives_in l ON l.src = p.id JOIN city c ON c.id = l.dst WHERE p.id = $id;

-- is3
SELECT p.id, p.name, p.age FROM follows f JOIN person p ON p.id = f.dst WHERE f.src = $id;
