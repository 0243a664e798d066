// Schema of the knowledge of the five articles: load this file first.
//
// Every label has a unique id; loading finds nodes by it, so that loading twice changes nothing.

CREATE CONSTRAINT source_id IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT passage_id IF NOT EXISTS FOR (n:Passage) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT province_id IF NOT EXISTS FOR (n:Province) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT district_id IF NOT EXISTS FOR (n:District) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT commune_id IF NOT EXISTS FOR (n:Commune) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT place_id IF NOT EXISTS FOR (n:Place) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT party_committee_id IF NOT EXISTS FOR (n:PartyCommittee) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT organization_id IF NOT EXISTS FOR (n:Organization) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT actor_group_id IF NOT EXISTS FOR (n:ActorGroup) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT media_channel_id IF NOT EXISTS FOR (n:MediaChannel) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT official_id IF NOT EXISTS FOR (n:Official) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT person_id IF NOT EXISTS FOR (n:Person) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT post_id IF NOT EXISTS FOR (n:Post) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT directive_id IF NOT EXISTS FOR (n:Directive) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT model_campaign_id IF NOT EXISTS FOR (n:ModelCampaign) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT event_id IF NOT EXISTS FOR (n:Event) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT result_id IF NOT EXISTS FOR (n:Result) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT lesson_id IF NOT EXISTS FOR (n:Lesson) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT shortcoming_id IF NOT EXISTS FOR (n:Shortcoming) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT task_id IF NOT EXISTS FOR (n:Task) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT figure_id IF NOT EXISTS FOR (n:Figure) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT theme_id IF NOT EXISTS FOR (n:Theme) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT sidebar_item_id IF NOT EXISTS FOR (n:SidebarItem) REQUIRE n.id IS UNIQUE;

// What people ask by: names as printed, names without marks, numbers, paragraphs, metrics.

CREATE INDEX passage_name IF NOT EXISTS FOR (n:Passage) ON (n.name);
CREATE INDEX source_doc_id IF NOT EXISTS FOR (n:Source) ON (n.docId);
CREATE INDEX province_name IF NOT EXISTS FOR (n:Province) ON (n.name);
CREATE INDEX province_name_key IF NOT EXISTS FOR (n:Province) ON (n.nameKey);
CREATE INDEX district_name IF NOT EXISTS FOR (n:District) ON (n.name);
CREATE INDEX district_name_key IF NOT EXISTS FOR (n:District) ON (n.nameKey);
CREATE INDEX commune_name IF NOT EXISTS FOR (n:Commune) ON (n.name);
CREATE INDEX commune_name_key IF NOT EXISTS FOR (n:Commune) ON (n.nameKey);
CREATE INDEX party_committee_name IF NOT EXISTS FOR (n:PartyCommittee) ON (n.name);
CREATE INDEX party_committee_name_key IF NOT EXISTS FOR (n:PartyCommittee) ON (n.nameKey);
CREATE INDEX organization_name IF NOT EXISTS FOR (n:Organization) ON (n.name);
CREATE INDEX organization_name_key IF NOT EXISTS FOR (n:Organization) ON (n.nameKey);
CREATE INDEX official_name IF NOT EXISTS FOR (n:Official) ON (n.name);
CREATE INDEX official_name_key IF NOT EXISTS FOR (n:Official) ON (n.nameKey);
CREATE INDEX directive_name IF NOT EXISTS FOR (n:Directive) ON (n.name);
CREATE INDEX directive_name_key IF NOT EXISTS FOR (n:Directive) ON (n.nameKey);
CREATE INDEX model_campaign_name IF NOT EXISTS FOR (n:ModelCampaign) ON (n.name);
CREATE INDEX model_campaign_name_key IF NOT EXISTS FOR (n:ModelCampaign) ON (n.nameKey);
CREATE INDEX media_channel_name IF NOT EXISTS FOR (n:MediaChannel) ON (n.name);
CREATE INDEX media_channel_name_key IF NOT EXISTS FOR (n:MediaChannel) ON (n.nameKey);
CREATE INDEX theme_name_key IF NOT EXISTS FOR (n:Theme) ON (n.nameKey);
CREATE INDEX directive_number IF NOT EXISTS FOR (n:Directive) ON (n.number);
CREATE INDEX directive_number_int IF NOT EXISTS FOR (n:Directive) ON (n.numberInt);
CREATE INDEX figure_metric IF NOT EXISTS FOR (n:Figure) ON (n.metric);
