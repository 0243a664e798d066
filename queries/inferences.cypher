// seed: seeds
// en: How many statements are inferred, on which basis, in which relations?
// vi: Có bao nhiêu suy luận, dựa trên căn cứ nào, thuộc quan hệ nào?
MATCH ()-[r {status: 'inferred'}]->()
WHERE r.basis IS NOT NULL
WITH r.basis AS basis, type(r) AS relation, count(*) AS statements ORDER BY relation
RETURN basis, sum(statements) AS statementCount, collect(relation) AS relations
ORDER BY statementCount DESC, basis;
//= in order
//= basis              | statementCount | relations
//= 'context'          | 26             | ['ADDRESSES', 'ANNUAL_THEME_OF', 'ASSIGNED_BY', 'BASED_IN', 'CONCRETIZES', 'IMPLEMENTS', 'INSTRUCTS', 'ISSUED_BY', 'LEADS', 'MAY_INCLUDE', 'PART_OF', 'PART_OF_CAMPAIGN', 'SUBUNIT_OF']
//= 'computed'         | 20             | ['DERIVED_FROM', 'HAS_FIGURE', 'MEASURES']
//= 'background'       | 17             | ['CONCRETIZES', 'CONTINUES', 'DERIVED_FROM', 'HAS_FIGURE', 'IMPLEMENTS', 'ISSUED_BY', 'MANDATES', 'MAY_INCLUDE', 'SAME_AS', 'SUBUNIT_OF']
//= 'ambiguity'        | 8              | ['ASSIGNED_TO', 'CONCERNS', 'CONCRETIZES', 'DERIVED_FROM', 'HAS_FIGURE', 'MEASURES', 'ORGANIZED']
//= 'presupposition'   | 6              | ['IMPLEMENTS', 'RUNS']
//= 'acronym'          | 4              | ['BASED_IN', 'PART_OF']
//= 'cross-document'   | 4              | ['IMPLEMENTS', 'MAY_INCLUDE', 'SAME_AS']
//= 'topic'            | 4              | ['CONCRETIZES']
//= 'via-continuation' | 2              | ['IMPLEMENTS']
//= 'via-campaign'     | 1              | ['IMPLEMENTS']
//= 'via-theme'        | 1              | ['IMPLEMENTS']
