// seed: seeds
// en: What does a directive concretise or continue (up), and what concretises or continues it (down)?
// vi: Chỉ thị này cụ thể hóa, tiếp tục văn bản nào (up), văn bản nào cụ thể hóa, tiếp tục nó (down)?
// param: directive :: Directive = '224-KL/TU'
// A chain is asserted only if each of its steps is.
MATCH chain = (low:Directive)-[:CONCRETIZES|CONTINUES*1..5]->(high:Directive)
WHERE $directive IN [low.id, high.id]
WITH chain, low.id = $directive AS up, CASE WHEN low.id = $directive THEN high ELSE low END AS other
RETURN CASE WHEN up THEN 'up' ELSE 'down' END AS direction, length(chain) AS steps,
  other.name AS document, [x IN nodes(chain)[1..-1] | x.name] AS via,
  [r IN relationships(chain) | type(r)] AS relations,
  CASE WHEN all(r IN relationships(chain) WHERE r.status = 'asserted') THEN 'asserted'
    ELSE 'inferred' END AS status,
  reduce(cites = [], r IN relationships(chain) | cites + r.cites) AS paragraphs
ORDER BY direction DESC, steps, other.nameKey, via;
//= in order
//= direction | steps | document                                                                   | via | relations       | status     | paragraphs
//= 'up'      | 1     | 'Đề án "Nâng cao hiệu quả, chất lượng công tác tư tưởng của Đảng bộ tỉnh"' | []  | ['CONTINUES']   | 'asserted' | ['004:5', '004:6']
//= 'down'    | 1     | 'Kế hoạch 91-KH/HU (Tân Uyên)'                                             | []  | ['CONCRETIZES'] | 'asserted' | ['004:6']
