// seed: seeds
// en: Which figures are available for several districts?
// vi: Những chỉ số nào có ở nhiều huyện?
// param: atLeast :: INTEGER = 2
MATCH (d:District)-[:HAS_FIGURE]->(f:Figure)
WITH DISTINCT coalesce(f.metricGroup, f.metric) AS metric, d ORDER BY d.nameKey
WITH metric, collect(d.name) AS districts
WHERE size(districts) >= $atLeast
RETURN metric, districts
ORDER BY metric;
//= in order
//= metric                     | districts
//= 'communeTownCount'         | ['Tân Uyên', 'Tịnh Biên']
//= 'partyMembersGoodOrBetter' | ['Chi Lăng', 'Tân Uyên']
//= 'partyOrgCount'            | ['Cao Lãnh', 'Chi Lăng', 'Tân Uyên']
//= 'partyOrgsGoodOrBetter'    | ['Chi Lăng', 'Tân Uyên']
