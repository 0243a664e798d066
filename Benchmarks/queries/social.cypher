// q1: the three persons with the most followers
MATCH (f:Person)-[:FOLLOWS]->(p:Person)
RETURN p.id AS pid, p.name AS name, count(f.id) AS n ORDER BY n DESC, pid LIMIT 3;

// q2: where the person with the most followers lives
MATCH (f:Person)-[:FOLLOWS]->(p:Person)
WITH p, count(f.id) AS n ORDER BY n DESC, p.id LIMIT 1
MATCH (p)-[:LIVES_IN]->(c:City)
RETURN p.name, n, c.city, c.state, c.country;

// q3: the cities of a country with the youngest inhabitants
MATCH (p:Person)-[:LIVES_IN]->(c:City)-[*1..2]->(co:Country) WHERE co.country = $country
RETURN c.id AS cid, c.city AS city, avg(p.age) AS a ORDER BY a, cid LIMIT 5;

// q3@explicit: the same with the relationships named
MATCH (p:Person)-[:LIVES_IN]->(c:City)-[:CITY_IN]->(:State)-[:STATE_IN]->(co:Country)
WHERE co.country = $country
RETURN c.id AS cid, c.city AS city, avg(p.age) AS a ORDER BY a, cid LIMIT 5;

// q4: persons of an age by country
MATCH (p:Person)-[:LIVES_IN]->(ci:City)-[*1..2]->(co:Country) WHERE p.age >= $lo AND p.age <= $hi
RETURN co.country AS country, count(*) AS n ORDER BY n DESC, country LIMIT 3;

// q4@explicit: the same with the relationships named
MATCH (p:Person)-[:LIVES_IN]->(ci:City)-[:CITY_IN]->(:State)-[:STATE_IN]->(co:Country)
WHERE p.age >= $lo AND p.age <= $hi
RETURN co.country AS country, count(*) AS n ORDER BY n DESC, country LIMIT 3;

// q5: how many of a gender in a city like something
MATCH (p:Person)-[:HAS_INTEREST]->(i:Interest)
WHERE lower(i.interest) = lower($interest) AND lower(p.gender) = lower($gender)
WITH p, i
MATCH (p)-[:LIVES_IN]->(c:City) WHERE c.city = $city AND c.country = $country
RETURN count(p) AS n;

// q6: the cities where most of a gender like something
MATCH (p:Person)-[:HAS_INTEREST]->(i:Interest)
WHERE lower(i.interest) = lower($interest) AND lower(p.gender) = lower($gender)
WITH p, i
MATCH (p)-[:LIVES_IN]->(c:City)
RETURN count(p.id) AS n, c.id AS cid, c.city, c.country ORDER BY n DESC, cid LIMIT 5;

// q7: the state where most persons of an age like something
MATCH (p:Person)-[:LIVES_IN]->(:City)-[:CITY_IN]->(s:State)
WHERE p.age >= $lo AND p.age <= $hi AND s.country = $country
WITH p, s
MATCH (p)-[:HAS_INTEREST]->(i:Interest) WHERE lower(i.interest) = lower($interest)
RETURN count(p.id) AS n, s.state AS state, s.country ORDER BY n DESC, state LIMIT 1;

// q8: paths of two hops
MATCH (a:Person)-[r1:FOLLOWS]->(b:Person)-[r2:FOLLOWS]->(c:Person) RETURN count(*) AS n;

// q9: paths of two hops between persons of certain ages
MATCH (a:Person)-[r1:FOLLOWS]->(b:Person)-[r2:FOLLOWS]->(c:Person)
WHERE b.age < $a1 AND c.age > $a2
RETURN count(*) AS n;

// tri: triangles
MATCH (a:Person)-[:FOLLOWS]->(b:Person)-[:FOLLOWS]->(c:Person), (a)-[:FOLLOWS]->(c)
RETURN count(*) AS n;

// is1: a person's profile
MATCH (p:Person {id: $id})-[:LIVES_IN]->(c:City)
RETURN p.name, p.gender, p.age, c.city, c.country;

// is3: whom a person follows
MATCH (p:Person {id: $id})-[:FOLLOWS]->(f:Person) RETURN f.id, f.name, f.age;
