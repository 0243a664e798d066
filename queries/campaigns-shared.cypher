// seed: seeds
// en: Which campaigns do several districts run?
// vi: Những phong trào, cuộc vận động nào được nhiều huyện tiến hành?
// param: atLeast :: INTEGER = 2
MATCH (d:District)-[r:RUNS {status: 'asserted'}]->(c:ModelCampaign)
WITH c, d, r ORDER BY d.nameKey
WITH c, collect(d.name) AS districts, collect(r.cites) AS cites
WHERE size(districts) >= $atLeast
RETURN c.name AS campaign, c.kind AS kind, size(districts) AS districtCount, districts,
  reduce(joined = [], list IN cites | joined + list) AS paragraphs
ORDER BY districtCount DESC, c.nameKey;
//= in order
//= campaign                                                        | kind                 | districtCount | districts                                                      | paragraphs
//= 'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh' | 'cuộc vận động'      | 5             | ['Cao Lãnh', 'Cầu Ngang', 'Chi Lăng', 'Tân Uyên', 'Tịnh Biên'] | ['003:5', '003:8', '003:9', '000:1', '000:9', '000:10', '001:3', '001:5', '001:14', '004:9', '002:8']
//= 'Phong trào thi đua yêu nước'                                   | 'phong trào thi đua' | 2             | ['Cao Lãnh', 'Tịnh Biên']                                      | ['003:8', '003:9', '002:12']
//= 'Xây dựng nông thôn mới'                                        | 'chương trình'       | 2             | ['Tân Uyên', 'Tịnh Biên']                                      | ['004:10', '002:12']
