// seed: seeds
// en: Who runs a campaign or model, and where does it say so?
// vi: Huyện, cơ quan nào tiến hành một phong trào, mô hình, và nói ở đâu?
// param: campaign :: ModelCampaign = 'Dân vận khéo'
MATCH (:ModelCampaign {id: $campaign})<-[r:RUNS]-(n)
UNWIND r.cites AS cite
MATCH (p:Passage {name: cite})
RETURN n.name AS name, r.status AS status, r.basis AS basis, r.confidence AS confidence,
  p.doc AS source, p.para AS paragraph, p.line AS line
ORDER BY status, n.nameKey, source, paragraph;
//= in order
//= name        | status     | basis            | confidence | source | paragraph | line
//= 'Tịnh Biên' | 'asserted' | null             | null       | '002'  | 12        | 19
//= 'Cầu Ngang' | 'inferred' | 'presupposition' | 'high'     | '000'  | 9         | 16
